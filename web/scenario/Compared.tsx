import type { CoverageAnswer } from '../../data/model/answers.ts'
import type { Code } from '../../data/model/codes.ts'
import type { ScenarioAnswer } from '../../data/model/scenario_answer.ts'
import type { VerdictKind } from '../../data/model/verdict.ts'
import { useText } from '../text/useText.ts'
import { measuresOf } from './figures.ts'
import type { Thinking } from './useThinking.ts'
import { Verdict } from './Villages.tsx'

type Row = {
  readonly code: Code
  readonly name: string
  readonly within: string
  readonly kinds: readonly VerdictKind[]
}

/** Villages of which the two scenarios say something else: today, in the first, in the second. */
export const differing = (coverage: CoverageAnswer, one: ScenarioAnswer, other: ScenarioAnswer): readonly Row[] => {
  const [first, second] = [one, other].map(({ units }) => new Map(units.map(({ code, after }) => [code, after.kind])))
  return coverage.units.flatMap(({ code, name, within, verdict }) => {
    const kinds = [verdict.kind, first!.get(code) ?? verdict.kind, second!.get(code) ?? verdict.kind]
    return kinds[1] === kinds[2] ? [] : [{ code, name, within, kinds }]
  })
}

type Props = {
  readonly thinking: Thinking
  readonly answers: readonly [ScenarioAnswer, ScenarioAnswer]
  readonly titles: readonly [string, string]
  readonly onClose: () => void
}

/** Two scenarios beside today: every figure, and the villages that tell them apart. */
export const Compared = ({ thinking: { coverage, palette }, answers, titles, onClose }: Props) => {
  const text = useText()
  const { say, count } = text
  const [one, other] = answers
  const rows = coverage ? differing(coverage, one, other) : []
  const both = { ...one, scenario: { ...one.scenario, counts: { ...one.scenario.counts } } }
  for (const kind of Object.keys(other.scenario.counts) as VerdictKind[])
    both.scenario.counts[kind] = Math.max(one.scenario.counts[kind], other.scenario.counts[kind])
  const total = count(one.denominator)
  const heads = [say('scenario.today'), ...titles]
  return (
    <section className="scenario-figures" aria-labelledby="scenario-compared">
      <div className="scenario-head">
        <h2 id="scenario-compared">{say('scenario.compare.title')}</h2>
        <button type="button" className="button-quiet" onClick={onClose}>
          {say('scenario.compare.close')}
        </button>
      </div>
      <div className="scenario-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{say('scenario.figure')}</th>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {measuresOf(both, text).map(({ key, label, read, format, of }) => {
              const values = [one.today, one.scenario, other.scenario].map(read)
              return (
                <tr key={key} data-changed={values[1] !== values[2]}>
                  <th scope="row">
                    {label} <small>{of(one.scenario)}</small>
                  </th>
                  {heads.map((head, at) => (
                    <td key={head}>{format(values[at]!)}</td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <h3>
        {rows.length === 0
          ? say('scenario.compare.same', { total })
          : say('scenario.compare.differ', { count: count(rows.length), total })}
      </h3>
      {rows.length > 0 && (
        <div className="scenario-scroll scenario-villages">
          <table>
            <thead>
              <tr>
                <th scope="col">{say('scenario.list.village')}</th>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ code, name, within, kinds }) => (
                <tr key={code}>
                  <th scope="row">
                    {name} <small>{within}</small>
                  </th>
                  {heads.map((head, at) => (
                    <td key={head}>
                      <Verdict kind={kinds[at]!} palette={palette} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
