import type { DecisionLine } from '../../data/model/match_decision.ts'
import { MATCH_PART_LABELS, type MatchPartName } from '../../data/model/match_weights.ts'
import type { MatchRow } from '../../data/model/matching.ts'
import { useText } from '../text/useText.ts'
import { Decision } from './Decision.tsx'
import { formatPoints } from './names.ts'

type Props = {
  readonly row: MatchRow
  /** Null where only one partner is looked at. */
  readonly rank: number | null
  readonly decision: DecisionLine | undefined
  readonly mayDecide: boolean
  readonly isPicked: boolean
  readonly mayPick: boolean
  readonly onPick: (isPicked: boolean) => void
}

export const Parts = ({ parts }: Pick<MatchRow, 'parts'>) => {
  const { say, language } = useText()
  const number = (points: number) => formatPoints(points, language)
  return (
    <dl className="matching-parts">
      {parts.map(({ name, points, weight, value, reason }) => (
        <div key={name} title={reason[language]}>
          <dt>{MATCH_PART_LABELS[name as MatchPartName][language]}</dt>
          <dd>
            <span className="matching-bar">
              <span style={{ width: `${value * 100}%` }} />
            </span>
            <span>{say('matching.part.of', { points: number(points), most: number(weight * 100) })}</span>
            <small>{reason[language]}</small>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** A partner with its score, the parts that add up to it, the reasons in words, and what was decided. */
export const PartnerRow = ({ row, rank, decision, mayDecide, isPicked, mayPick, onPick }: Props) => {
  const { say, language } = useText()
  const { organisation, name, parts, score, withoutSites, target } = row
  return (
    <li className="matching-partner" data-picked={isPicked} data-alone={rank === null}>
      <div className="matching-who">
        {rank !== null && (
          <label className="matching-pick">
            <input
              type="checkbox"
              checked={isPicked}
              disabled={!isPicked && !mayPick}
              onChange={({ target: box }) => onPick(box.checked)}
              aria-label={say('matching.compare', { name })}
            />
            <span>{rank}</span>
          </label>
        )}
        <p>
          <a
            className="link"
            href={`/p/organisation/${encodeURIComponent(organisation)}${language === 'en' ? '?lang=en' : ''}`}
          >
            {name}
          </a>
          {withoutSites && <span className="matching-flag">{say('matching.noSites')}</span>}
        </p>
      </div>
      <Parts parts={parts} />
      <p className="matching-reasons">{parts.map(({ reason }) => reason[language]).join('. ')}.</p>
      <strong className="matching-score">
        <span className="unseen">{say('matching.score')} </span>
        {formatPoints(score, language)}
      </strong>
      <Decision name={name} target={target} partner={organisation} decision={decision} mayDecide={mayDecide} />
    </li>
  )
}
