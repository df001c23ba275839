import { VERDICT_LEGEND } from '../../data/layers/verdicts.ts'
import type { CoverageAnswer, CoverageUnit } from '../../data/model/answers.ts'
import { VERDICT_KINDS } from '../../data/model/verdict.ts'
import type { ScreenPalette } from '../palette.ts'
import { Swatch, wear } from '../panel/Swatch.tsx'
import { useText } from '../text/useText.ts'
import type { View } from '../view.ts'
import type { Staged } from './pieces.ts'

/** More rows than these nobody reads across a room. */
const MOST_ROWS = 60

const meaningOf = (kind: string) => VERDICT_LEGEND.find(({ value }) => value === kind)

/** From the need to the silence, then by name. */
const rowsOf = (coverage: CoverageAnswer, { only }: View): readonly CoverageUnit[] => {
  const order = (unit: CoverageUnit) => VERDICT_KINDS.indexOf(unit.verdict.kind)
  return coverage.units
    .filter(({ verdict }) => only.length === 0 || only.includes(verdict.kind))
    .toSorted((a, b) => order(a) - order(b) || a.name.localeCompare(b.name))
}

type Props = { readonly staged: Staged; readonly palette: ScreenPalette }

const Table = ({ staged: { view, coverage }, palette }: Props) => {
  const { say, count, language } = useText()
  if (!coverage) return null
  const rows = rowsOf(coverage, view)
  if (rows.length === 0) return <p>{say('present.table.none')}</p>
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('present.table.unit')}</th>
            <th scope="col">{say('present.table.verdict')}</th>
            <th scope="col" className="present-number-cell">
              {say('present.table.areaHa')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map(({ code, name, within, verdict, areaHa }) => {
            const look = meaningOf(verdict.kind)
            return (
              <tr key={code}>
                <th scope="row">
                  {name} <small>{within}</small>
                </th>
                <td>
                  {look && <Swatch meaning={look.meaning} palette={palette} />}
                  {look?.label[language]}
                </td>
                <td className="present-number-cell">{count(Math.round(areaHa))}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {rows.length > MOST_ROWS && <p>{say('present.table.more', { count: rows.length - MOST_ROWS })}</p>}
    </>
  )
}

const Chart = ({ staged: { view, coverage, after, afterCoverage }, palette }: Props) => {
  const { say, count, share, language } = useText()
  if (!coverage) return null
  const kinds = VERDICT_LEGEND.filter(
    ({ value }) =>
      (view.only.length === 0 || view.only.includes(value)) &&
      coverage.counts[value] + (afterCoverage?.counts[value] ?? 0) > 0,
  )
  const sides = [
    { side: 'before' as const, answer: coverage },
    ...(after && afterCoverage ? [{ side: 'after' as const, answer: afterCoverage }] : []),
  ]
  const longest = Math.max(1, ...sides.flatMap(({ answer }) => kinds.map(({ value }) => answer.counts[value])))
  return (
    <dl className="present-bars">
      {kinds.map(({ value, meaning, label }) => (
        <div key={value}>
          <dt>{label[language]}</dt>
          {sides.map(({ side, answer: { counts, denominator } }) => (
            <dd key={side}>
              <span
                className="present-bar"
                aria-hidden="true"
                style={{ ...wear(meaning, palette), inlineSize: `${(counts[value] / longest) * 100}%` }}
              />
              <span className="present-bar-count">
                {count(counts[value])}{' '}
                <small>
                  {denominator > 0 ? share(counts[value] / denominator) : ''}
                  {sides.length > 1 ? ` ${say(`present.chart.${side}`)}` : ''}
                </small>
              </span>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}

/** The scene's answer in another form, docked on paper beside its map. */
export const Beside = ({ staged, palette }: Props) => {
  const { say, count } = useText()
  const { scene, view, coverage } = staged
  if (!scene.beside) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long table is scrolled by keyboard.
    <section className="present-beside" tabIndex={0} aria-label={say(`present.${scene.beside}`)}>
      {scene.beside === 'table' ? (
        <Table staged={staged} palette={palette} />
      ) : (
        <Chart staged={staged} palette={palette} />
      )}
      {coverage && (
        <p className="present-of">
          {say('present.legend.of', { of: count(coverage.denominator), units: say(`present.unit.${view.level}`) })}
        </p>
      )}
    </section>
  )
}
