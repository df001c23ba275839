import type { DecisionLine } from '../../data/model/match_decision.ts'
import type { ComparedAnswer, MatchRow } from '../../data/model/matching.ts'
import { useText } from '../text/useText.ts'
import { Standing } from './Decision.tsx'
import { formatPoints } from './names.ts'
import { Parts } from './PartnerRow.tsx'
import { WorkMap } from './WorkMap.tsx'

type HereProps = { readonly compared: ComparedAnswer | undefined; readonly partner: string }

/** Where a partner is active, and in how many of the target's villages. */
const Here = ({ compared, partner }: HereProps) => {
  const { say, count } = useText()
  const one = compared?.partners.find(({ row }) => row.organisation === partner)
  if (!compared || !one) return null
  return (
    <div className="matching-here">
      <p>
        {say('matching.meeting.here', {
          period: compared.period,
          count: count(one.villagesInPlace),
          total: count(compared.units),
        })}
      </p>
      <WorkMap compared={compared} one={one} />
    </div>
  )
}

type Props = {
  readonly row: MatchRow
  /** The key that picks it. */
  readonly number: number
  readonly isChosen: boolean
  readonly decision: DecisionLine | undefined
  readonly compared: ComparedAnswer | undefined
  readonly onChoose: () => void
}

/** A partner in the meeting: its score, why, what was decided, where it works. */
export const MeetingCard = ({ row, number, isChosen, decision, compared, onChoose }: Props) => {
  const { say, language } = useText()
  return (
    <li data-chosen={isChosen}>
      <button type="button" aria-pressed={isChosen} onClick={onChoose}>
        <kbd>{number}</kbd>
        <span className="matching-name">{row.name}</span>
        <strong>
          <span className="unseen">{say('matching.score')} </span>
          {formatPoints(row.score, language)}
        </strong>
      </button>
      <div>
        <Standing isBrief decision={decision} />
      </div>
      <Parts parts={row.parts} />
      <Here compared={compared} partner={row.organisation} />
    </li>
  )
}
