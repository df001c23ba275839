import { VERDICT_LEGEND } from '../../data/layers/verdicts.ts'
import type { ContextAnswer } from '../../data/model/answers.ts'
import { MATCH_PART_LABELS } from '../../data/model/match_weights.ts'
import { type MatchDeskAnswer, type MatchedTarget, MOST_COMPARED } from '../../data/model/matching.ts'
import type { ScreenPalette } from '../palette.ts'
import { enumerate } from '../panel/card/names.ts'
import { formatRupiah, formatWithUnit } from '../panel/card/numbers.ts'
import { useText } from '../text/useText.ts'
import { Compared } from './Compared.tsx'
import { verdictName } from './names.ts'
import { PartnerRow } from './PartnerRow.tsx'
import { changeMatching } from './state.ts'
import type { MeetingDesk } from './useMeetingDesk.ts'
import { VerdictStrip } from './VerdictStrip.tsx'

type Props = {
  readonly shown: MeetingDesk
  readonly desk: MatchDeskAnswer
  readonly target: MatchedTarget
  readonly context: ContextAnswer
  readonly palette: ScreenPalette
}

const About = ({ target, palette }: Pick<Props, 'target' | 'palette'>) => {
  const { say, count, date, language } = useText()
  const { title, indicator, value, unit, year, document, budgetIdr, confirmed, counts, units, origin } = target
  const verdicts = VERDICT_LEGEND.filter((one) => counts[one.value] > 0).map(
    (one) => `${verdictName(one.value, language).toLowerCase()} ${count(counts[one.value])}`,
  )
  const goal = { value: `${indicator}: ${formatWithUnit(value, unit, language)}`, year, document }
  return (
    <header className="matching-about">
      <h2>{title}</h2>
      <p>
        {say('matching.target.about', goal)}{' '}
        {budgetIdr === null
          ? say('matching.target.noBudget')
          : say('matching.target.budget', { budget: formatRupiah(budgetIdr, language) })}
        . {say('matching.target.confirmed', { date: date(confirmed) })}.{' '}
        {origin === 'sample' && <span className="matching-badge">{say('matching.sample')}</span>}
      </p>
      <VerdictStrip target={target} palette={palette} />
      <p className="matching-counts">
        {say('matching.target.counts', { total: count(units), list: enumerate(verdicts, language) })}.
      </p>
    </header>
  )
}

/** One target with its partners by rank, and those that were ticked side by side. */
export const Chosen = ({ shown, desk, target, context, palette }: Props) => {
  const { say, count, share, language } = useText()
  const { matching, isMember, mayDecide } = shown
  const { partners, of } = target
  const pick = (id: string, isPicked: boolean) =>
    changeMatching({ picked: isPicked ? [...matching.picked, id] : matching.picked.filter((one) => one !== id) })
  return (
    <section className="matching-chosen" aria-label={target.title}>
      <About target={target} palette={palette} />
      {desk.side === 'department' && (
        <div className="matching-head">
          <h3>{say('matching.partners')}</h3>
          <span>{say('matching.partners.of', { count: count(partners.length), total: count(of) })}</span>
          {!matching.all && partners.length < of && (
            <button type="button" className="link" onClick={() => changeMatching({ all: true })}>
              {say('matching.partners.all', { total: count(of) })}
            </button>
          )}
          {matching.all && (
            <button type="button" className="link" onClick={() => changeMatching({ all: false })}>
              {say('matching.partners.best')}
            </button>
          )}
        </div>
      )}
      {!isMember && <p className="page-note">{say('matching.signIn')}</p>}
      <div className="matching-columns" aria-hidden="true">
        {desk.weights.map(({ name, share: part }) => (
          <span key={name}>
            {MATCH_PART_LABELS[name][language]} <small>{share(part)}</small>
          </span>
        ))}
        <span>{say('matching.score')}</span>
      </div>
      <ol className="matching-partners">
        {partners.map((row, at) => (
          <PartnerRow
            key={row.organisation}
            row={row}
            rank={desk.side === 'department' ? at + 1 : null}
            decision={shown.decisionOf(target.id, row.organisation)}
            mayDecide={mayDecide(target)}
            isPicked={matching.picked.includes(row.organisation)}
            mayPick={matching.picked.length < MOST_COMPARED}
            onPick={(isPicked) => pick(row.organisation, isPicked)}
          />
        ))}
      </ol>
      <Compared shown={shown} target={target} context={context} />
    </section>
  )
}
