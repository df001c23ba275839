import type { ContextAnswer } from '../../data/model/answers.ts'
import { formatPeriod } from '../../data/model/period.ts'
import { legendOf } from '../../styles/legend.ts'
import { PALETTES } from '../../styles/palette.ts'
import { SWATCH, swatchSvg } from '../../styles/swatch.ts'
import type { ScreenPalette } from '../palette.ts'
import { named } from '../panel/named.ts'
import { useText } from '../text/useText.ts'
import type { Staged } from './pieces.ts'

type Props = { readonly staged: Staged; readonly context: ContextAnswer; readonly palette: ScreenPalette }

/** Exactly what the map of the scene draws, with what it is about and what its counts are of. */
export const SceneLegend = ({ staged, context, palette }: Props) => {
  const text = useText()
  const { say, count, language } = text
  const { view, after, coverage, afterCoverage } = staged
  const own = legendOf(view, coverage)
  const other = after ? legendOf(after, afterCoverage) : []
  const all = [
    ...own,
    ...other.filter((entry) => !own.some(({ layer, value }) => layer === entry.layer && value === entry.value)),
  ]
  // What the scene is about comes first.
  const entries = [
    ...all.filter((entry) => entry.count !== undefined),
    ...all.filter(({ count: own }) => own === undefined),
  ]
  if (entries.length === 0) return null
  const judged = entries.some((entry) => entry.count !== undefined)
  const { region, ...words } = named(view, context, text)
  const about = say('present.question', {
    ...words,
    region: region === view.region ? (coverage?.units[0]?.within ?? region) : region,
    period: after && after.period !== view.period ? `${words.period} | ${formatPeriod(after.period)}` : words.period,
  })
  return (
    <section className="present-legend" aria-label={say('present.legend')}>
      {judged && (
        <p className="present-legend-head">
          {about}
          {!after && coverage && (
            <span>
              {say('present.legend.of', {
                of: count(coverage.denominator),
                units: say(`present.unit.${view.level}`),
              })}
            </span>
          )}
        </p>
      )}
      <ul>
        {entries.map((entry) => (
          <li key={`${entry.layer} ${entry.value}`}>
            <img src={swatchSvg(entry, PALETTES[palette])} alt="" width={SWATCH.width} height={SWATCH.height} />
            <span>{entry.label[language]}</span>
            {!after && entry.count !== undefined && <span className="present-count">{count(entry.count)}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
