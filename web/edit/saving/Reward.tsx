import { useQuery } from '@tanstack/react-query'
import { CircleCheck } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Code } from '../../../data/model/codes.ts'
import type { Accepted, RewardAnswer } from '../../../data/model/work.ts'
import { Matches } from '../../panel/card/Matches.tsx'
import { enumerate } from '../../panel/card/names.ts'
import { To } from '../../panel/card/To.tsx'
import { indonesian, type TextKey } from '../../text/index.ts'
import { useText } from '../../text/useText.ts'
import { askReward } from '../send.ts'

type Props = {
  readonly accepted: Accepted
  /** Shows villages on the map, outlined and in sight. */
  readonly onLook: (codes: readonly Code[] | null) => void
  readonly onAgain: () => void
  readonly onAnother: () => void
  readonly onClose: () => void
}

const MOST_NAMED = 4

const isKey = (key: string): key is TextKey => key in indonesian

const Served = ({ serves, onLook }: { readonly serves: RewardAnswer['serves']; readonly onLook: Props['onLook'] }) => {
  const { say, count, language } = useText()
  if (serves.length === 0) return <p className="quiet">{say('edit.reward.none')}</p>
  return (
    <ul className="edit-served">
      {serves.map(({ target, title, department, closes, reaches, isVerified }) => {
        const named = closes.slice(0, MOST_NAMED).map(({ name }) => name)
        const rest = closes.length - named.length
        const names = rest > 0 ? [...named, say('edit.where.more', { count: count(rest) })] : named
        return (
          <li key={target}>
            <To selection={{ kind: 'target', id: target }}>{title}</To>
            <span className="quiet">{department}</span>
            {closes.length > 0 ? (
              <p>
                <strong>
                  {say(isVerified ? 'edit.reward.closes' : 'edit.reward.willClose', { count: closes.length })}
                </strong>{' '}
                {enumerate(names, language)}{' '}
                <button type="button" className="link" onClick={() => onLook(closes.map(({ code }) => code))}>
                  {say('edit.reward.show')}
                </button>
              </p>
            ) : (
              <p>{say('edit.reward.reaches', { count: reaches })}</p>
            )}
          </li>
        )
      })}
    </ul>
  )
}

const Missing = ({ completeness }: Pick<RewardAnswer, 'completeness'>) => {
  const { say, language } = useText()
  const names = completeness.missing.map((field) => {
    const key = `record.field.${field}`
    return isKey(key) ? say(key) : field
  })
  return (
    <p>{names.length === 0 ? say('record.complete') : say('record.missing', { fields: enumerate(names, language) })}</p>
  )
}

/** What an entry gives back at once: targets it serves, gaps it closes on the map, departments that look for such work, what is missing. */
export const Reward = ({ accepted, onLook, onAgain, onAnother, onClose }: Props) => {
  const { say, language } = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { data, error, refetch } = useQuery({
    queryKey: ['work-reward', accepted.id, accepted.revision],
    queryFn: ({ signal }) => askReward(accepted.id, signal),
  })
  const closed = data?.serves.flatMap(({ closes }) => closes.map(({ code }) => code)).join() ?? ''
  const look = useRef(onLook)
  look.current = onLook
  useEffect(() => {
    if (closed) look.current([...new Set(closed.split(','))])
    return () => look.current(null)
  }, [closed])
  return (
    <div className="edit-reward">
      <h3 ref={heading} tabIndex={-1}>
        <CircleCheck aria-hidden="true" />
        {say(`edit.accepted.${accepted.verification}`)}
      </h3>
      <p>{say(`edit.accepted.${accepted.verification}.about`)}</p>
      {accepted.notes.map((note) => (
        <p key={note.id} className="edit-remark" data-severity="warning">
          {note[language]}
        </p>
      ))}
      {error && !data && (
        <p className="quiet">
          {say('edit.reward.later')}{' '}
          <button type="button" className="link" onClick={() => void refetch()}>
            {say('shell.retry')}
          </button>
        </p>
      )}
      {!data && !error && <p role="status">{say('edit.reward.loading')}</p>}
      {data && (
        <>
          <section className="card-section">
            <h4>{say('edit.reward.serves')}</h4>
            <Served serves={data.serves} onLook={onLook} />
          </section>
          {data.matches.length > 0 && <Matches title={say('edit.reward.matches')} matches={data.matches} to="target" />}
          <section className="card-section">
            <h4>{say('record.completeness')}</h4>
            <Missing completeness={data.completeness} />
          </section>
        </>
      )}
      <div className="edit-row">
        {data && (
          <a className="button-primary" href={data.profile}>
            {say('edit.reward.profile')}
          </a>
        )}
        <button type="button" className="button-plain" onClick={onAgain}>
          {say('edit.reward.again')}
        </button>
        <button type="button" className="button-plain" onClick={onAnother}>
          {say('edit.reward.another')}
        </button>
        <button type="button" className="button-plain" onClick={onClose}>
          {say('edit.close')}
        </button>
      </div>
    </div>
  )
}
