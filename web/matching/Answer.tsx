import type { ContextAnswer } from '../../data/model/answers.ts'
import type { MatchDeskAnswer } from '../../data/model/matching.ts'
import { enumerate, themeName, urusanName } from '../panel/card/names.ts'
import { useText } from '../text/useText.ts'
import { placeName } from './names.ts'

type Props = { readonly desk: MatchDeskAnswer; readonly context: ContextAnswer }

/** How many targets still wait for a partner, with the denominator and the day of the records. */
export const Answer = ({ desk, context }: Props) => {
  const { say, count, date, language } = useText()
  const { targets, organisation, side, region, period, asOf, sample } = desk
  const waiting = targets.filter(({ counts }) => counts.gap > 0).length
  const nameOf = side === 'department' ? urusanName : themeName
  const concerns = organisation.concerns.map((id) => nameOf(context, id, language))
  if (targets.length === 0)
    return <p className="matching-empty">{say('matching.none', { period, region: placeName(context, region) })}</p>
  return (
    <div className="page-answer">
      <strong className="page-figure">{count(waiting)}</strong>
      <p>
        <span className="page-finding">{say('matching.figure')}</span>
        <small>
          {say('matching.figure.of', {
            total: count(targets.length),
            period,
            region: placeName(context, region),
            date: date(asOf.time),
          })}
          . {concerns.length > 0 && `${say(`matching.concerns.${side}`, { list: enumerate(concerns, language) })}.`}{' '}
          {sample && <span className="matching-badge">{say('matching.sample')}</span>}
        </small>
      </p>
    </div>
  )
}
