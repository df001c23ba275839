import { useState } from 'react'
import type { DecisionLine } from '../../data/model/match_decision.ts'
import { useText } from '../text/useText.ts'
import { useDecisionHistory } from './queries.ts'

/** Every change of mind about one partner before one target, the latest first. */
export const DecisionHistory = ({ decision }: { readonly decision: DecisionLine }) => {
  const { say, date } = useText()
  const [isOpen, setOpen] = useState(false)
  const { data } = useDecisionHistory(decision, isOpen)
  return (
    <details className="matching-history" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say('matching.history')}</summary>
      <ol>
        {data?.map(({ revision, record, name, time }) => (
          <li key={revision}>
            <strong>
              {record && record.verification !== 'archived'
                ? say(`matching.state.${record.state}`)
                : say('matching.history.null')}
            </strong>{' '}
            {say('matching.decided', { by: name ?? say('matching.decided.unknown'), date: date(time) })}
            {record?.reason && record.state === 'refused' && `. ${record.reason}`}
          </li>
        ))}
      </ol>
    </details>
  )
}
