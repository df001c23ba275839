import { ACTIVITY_STATUSES, type ActivityStatus } from '../../data/model/activity.ts'
import type { WorkLine } from '../../data/model/work.ts'
import { Refused } from '../pages/Refused.tsx'
import { useText } from '../text/useText.ts'
import { isOvertaken, STALE_DAYS, useLightStep } from './queries.ts'

const Facts = ({ line, isModerator }: { readonly line: WorkLine; readonly isModerator: boolean }) => {
  const { say, share } = useText()
  const facts = [
    say(`work.kind.${line.kind}`),
    ...(isModerator && line.keeperName ? [line.keeperName] : []),
    say('work.confirmed', { count: line.freshnessDays }),
    say('work.complete', { share: share(line.completeness) }),
    ...(line.isSample ? [say('work.sample')] : []),
  ]
  return <small>{facts.join(' · ')}</small>
}

type Props = {
  readonly line: WorkLine
  /** Id of who is signed in. */
  readonly person: string
  readonly isModerator: boolean
}

/** One record with what one tap can do: still true, another status, submit. */
export const Line = ({ line, person, isModerator }: Props) => {
  const { say } = useText()
  const { mutate, data, error, isPending, variables } = useLightStep(person)
  const { kind, id, title, verification, status } = line
  const isKept = verification !== 'archived'
  return (
    <li className="work-line" data-stale={line.freshnessDays > STALE_DAYS}>
      <div className="work-what">
        <span className="work-state" data-state={verification}>
          {say(line.awaitsReview ? 'work.awaitsReview' : `work.state.${verification}`)}
        </span>
        <strong>{title}</strong>
        <Facts line={line} isModerator={isModerator} />
        {isOvertaken(error) ? (
          <p className="form-refused" role="alert">
            {say('work.changedElsewhere')}
          </p>
        ) : (
          <Refused error={error} />
        )}
        {data === 'waiting' && (
          <p className="work-waits" role="status">
            {say('work.waits')}
          </p>
        )}
      </div>
      <div className="work-steps">
        {kind === 'activity' && isKept && (
          <select
            aria-label={say('work.statusOf', { title })}
            value={status ?? ''}
            disabled={isPending}
            onChange={(event) => mutate({ line, step: 'status', status: event.target.value as ActivityStatus })}
          >
            {ACTIVITY_STATUSES.map((one) => (
              <option key={one} value={one}>
                {say(`work.status.${one}`)}
              </option>
            ))}
          </select>
        )}
        {isKept && (
          <button
            type="button"
            className="button-quiet"
            disabled={isPending}
            aria-label={say('work.confirmOf', { title })}
            onClick={() => mutate({ line, step: 'confirm' })}
          >
            {say(data === 'accepted' && variables?.step === 'confirm' ? 'work.confirmedNow' : 'work.confirm')}
          </button>
        )}
        {(verification === 'draft' || verification === 'returned') && (
          <button
            type="button"
            className="button-quiet"
            disabled={isPending}
            aria-label={say('work.submitOf', { title })}
            onClick={() => mutate({ line, step: 'submit' })}
          >
            {say('work.submit')}
          </button>
        )}
        {verification === 'submitted' && (
          <button
            type="button"
            className="button-quiet"
            disabled={isPending}
            aria-label={say('work.withdrawOf', { title })}
            onClick={() => mutate({ line, step: 'withdraw' })}
          >
            {say('work.withdraw')}
          </button>
        )}
        {kind === 'activity' && isKept && (
          <a className="link" href={`/?edit=${encodeURIComponent(id)}`} aria-label={say('work.editOf', { title })}>
            {say('work.edit')}
          </a>
        )}
        {kind === 'story' && isKept && (
          <a
            className="link"
            href={`/stories?story=${encodeURIComponent(id)}`}
            aria-label={`${say('work.openStory')}: ${title}`}
          >
            {say('work.openStory')}
          </a>
        )}
        {kind === 'plan' && isKept && (
          <a
            className="link"
            href={`/plans?id=${encodeURIComponent(id)}`}
            aria-label={`${say('work.openPlan')}: ${title}`}
          >
            {say('work.openPlan')}
          </a>
        )}
        <a
          className="link"
          href={`/work?history=${kind}/${encodeURIComponent(id)}`}
          aria-label={say('work.historyOf', { title })}
        >
          {say('work.history')}
        </a>
      </div>
    </li>
  )
}
