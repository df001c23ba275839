import type { ScenarioAnswer } from '../../data/model/scenario_answer.ts'
import { VERDICT_KINDS, type VerdictCounts } from '../../data/model/verdict.ts'
import type { ScreenPalette } from '../palette.ts'
import { wear } from '../panel/Swatch.tsx'
import { useText } from '../text/useText.ts'
import { DEFAULT_VIEW, formatView } from '../view.ts'
import { measuresOf, signed } from './figures.ts'
import type { About } from './queries.ts'

type Props = { readonly about: About; readonly answer: ScenarioAnswer; readonly palette: ScreenPalette }

const Strip = ({ counts, palette }: { readonly counts: VerdictCounts; readonly palette: ScreenPalette }) => (
  <div className="verdict-bar" aria-hidden="true">
    {VERDICT_KINDS.filter((kind) => counts[kind] > 0).map((kind) => (
      <span key={kind} style={{ ...wear(kind, palette), flexGrow: counts[kind] }} />
    ))}
  </div>
)

/** The largest news of the scenario in one line, over both bars. */
export const Headline = ({ answer, palette }: Omit<Props, 'about'>) => {
  const { say, count } = useText()
  const { today, scenario, denominator, units } = answer
  const total = count(scenario.targeted)
  const changed = units.filter(({ before, after }) => before.kind !== after.kind).length
  return (
    <div className="scenario-headline" role="status">
      <p>
        {scenario.targeted > 0 ? (
          <>
            <strong>
              {count(today.counts.gap)} <span aria-hidden="true">→</span> {count(scenario.counts.gap)}
            </strong>{' '}
            {say('scenario.headline', { total })}
          </>
        ) : (
          say('scenario.headline.none', { total: count(denominator) })
        )}
        <small>
          {changed > 0
            ? say('scenario.changed', { count: count(changed), total: count(denominator) })
            : say('scenario.changed.none', { total: count(denominator) })}
        </small>
      </p>
      <dl>
        <dt>{say('scenario.today')}</dt>
        <dd>
          <Strip counts={today.counts} palette={palette} />
        </dd>
        <dt>{say('scenario.then')}</dt>
        <dd>
          <Strip counts={scenario.counts} palette={palette} />
        </dd>
      </dl>
    </div>
  )
}

/** Today, the scenario and what lies between, measure by measure. */
export const Figures = ({ about, answer }: Omit<Props, 'palette'>) => {
  const text = useText()
  const { say, date } = text
  const { today, scenario } = answer
  const onMap = (only: (typeof VERDICT_KINDS)[number]) =>
    `/${formatView({ ...DEFAULT_VIEW, ...about, level: 'village', language: text.language, only: [only] })}`
  return (
    <section className="scenario-figures" aria-labelledby="scenario-figures">
      <h2 id="scenario-figures">{say('scenario.figures')}</h2>
      <div className="scenario-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{say('scenario.figure')}</th>
              <th scope="col">{say('scenario.today')}</th>
              <th scope="col">{say('scenario.then')}</th>
              <th scope="col">{say('scenario.difference')}</th>
            </tr>
          </thead>
          <tbody>
            {measuresOf(answer, text).map(({ key, label, read, format, of, verdict }) => {
              const [before, after] = [read(today), read(scenario)]
              return (
                <tr key={key} data-changed={before !== after}>
                  <th scope="row">
                    {label} <small>{of(scenario)}</small>
                  </th>
                  <td>{verdict ? <a href={onMap(verdict)}>{format(before)}</a> : format(before)}</td>
                  <td>{format(after)}</td>
                  <td>{signed(after - before, format)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <p className="page-about">
        {say('scenario.date', { date: date(answer.asOf.time) })}{' '}
        {answer.sample && (
          <span className="badge-sample" title={say('shell.sampleAbout')}>
            {say('shell.sample')}
          </span>
        )}
      </p>
    </section>
  )
}
