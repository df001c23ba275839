import { VERDICT_LEGEND } from '../../../data/layers/verdicts.ts'
import type { CoverageYearsAnswer } from '../../../data/model/answers.ts'
import { includesYear } from '../../../data/model/period.ts'
import type { ScreenPalette } from '../../palette.ts'
import { useText } from '../../text/useText.ts'
import type { ChangeView } from '../../useView.ts'
import type { View } from '../../view.ts'
import { Section } from '../card/Section.tsx'
import { wear } from '../Swatch.tsx'

type Props = {
  readonly view: View
  readonly years: CoverageYearsAnswer['years']
  readonly palette: ScreenPalette
  readonly changeView: ChangeView
}

/** The verdicts of one place, year by year; a pressed year becomes the period of the question. */
export const History = ({ view, years, palette, changeView }: Props) => {
  const { say, language } = useText()
  return (
    <Section title={say('card.history')}>
      <ol className="history">
        {years.flatMap(({ year, verdict }) => {
          const entry = VERDICT_LEGEND.find(({ value }) => value === verdict?.kind)
          if (!entry) return []
          return (
            <li key={year}>
              <button
                type="button"
                aria-pressed={includesYear(view.period, year)}
                aria-label={say('card.history.year', { year: `${year}`, verdict: entry.label[language] })}
                title={entry.label[language]}
                onClick={() => changeView((v) => ({ ...v, period: { from: year, to: year } }))}
              >
                <span className="history-swatch" style={wear(entry.meaning, palette)} />
                <span className="history-year">{year}</span>
              </button>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
