import { type FormEvent, useState } from 'react'
import { type DecisionLine, MATCH_STATES, type MatchState } from '../../data/model/match_decision.ts'
import { Refused } from '../pages/Refused.tsx'
import { useText } from '../text/useText.ts'
import { DecisionHistory } from './DecisionHistory.tsx'
import { useDecide } from './queries.ts'

type Props = {
  readonly name: string
  readonly target: string
  readonly partner: string
  readonly decision: DecisionLine | undefined
  readonly mayDecide: boolean
}

type StandingProps = { readonly decision: DecisionLine | undefined; readonly isBrief?: boolean }

/** What stands, by whom and when; in brief without the day. */
export const Standing = ({ decision, isBrief = false }: StandingProps) => {
  const { say, date } = useText()
  if (!decision?.state) return null
  const by = decision.by ?? say('matching.decided.unknown')
  return (
    <p className="matching-standing" data-state={decision.state}>
      <strong>{say(`matching.state.${decision.state}`)}</strong>{' '}
      {isBrief ? by : say('matching.decided', { by, date: date(decision.time) })}
      {decision.state === 'refused' && decision.reason && <em>{decision.reason}</em>}
    </p>
  )
}

type ReasonProps = {
  readonly name: string
  readonly onSend: (reason: string) => void
  readonly onCancel: () => void
}

/** A refusal is kept with its reason or not at all. */
export const Reason = ({ name, onSend, onCancel }: ReasonProps) => {
  const { say } = useText()
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const reason = `${new FormData(event.currentTarget).get('reason') ?? ''}`.trim()
    if (reason) onSend(reason)
  }
  return (
    <form className="matching-reason" onSubmit={send}>
      <label>
        {say('matching.reason', { name })}
        <input
          name="reason"
          required
          maxLength={1000}
          // biome-ignore lint/a11y/noAutofocus: it opens because somebody asked to write it
          autoFocus
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            onCancel()
          }}
        />
      </label>
      <button type="submit" className="button-main">
        {say('matching.reason.send')}
      </button>
      <button type="button" className="button-quiet" onClick={onCancel}>
        {say('matching.reason.cancel')}
      </button>
    </form>
  )
}

/** Interest, match or refusal for one partner before one target, each change one entry of the journal. */
export const Decision = ({ name, target, partner, decision, mayDecide }: Props) => {
  const { say } = useText()
  const { mutate, error, isPending } = useDecide()
  const [isRefusing, setRefusing] = useState(false)
  const put = (state: MatchState | null, reason?: string) => {
    setRefusing(false)
    mutate({ target, partner, state, before: decision, ...(reason === undefined ? {} : { reason }) })
  }
  const press = (state: MatchState) => {
    if (decision?.state === state) put(null)
    else if (state === 'refused') setRefusing(true)
    else put(state)
  }
  if (!mayDecide) return <Standing decision={decision} />
  return (
    <div className="matching-decision">
      <Standing decision={decision} />
      <fieldset disabled={isPending}>
        <legend className="unseen">{say('matching.decisions', { name })}</legend>
        {MATCH_STATES.map((state) => (
          <button
            key={state}
            type="button"
            className="button-quiet"
            aria-pressed={decision?.state === state}
            title={decision?.state === state ? say('matching.do.null') : undefined}
            onClick={() => press(state)}
          >
            {say(decision?.state === state ? `matching.state.${state}` : `matching.do.${state}`)}
          </button>
        ))}
      </fieldset>
      {isRefusing && (
        <Reason name={name} onSend={(reason) => put('refused', reason)} onCancel={() => setRefusing(false)} />
      )}
      {decision && <DecisionHistory decision={decision} />}
      <Refused error={error} />
    </div>
  )
}
