import type { Code } from '../../data/model/codes.ts'
import {
  type Flow,
  type FlowCounting,
  type FlowFigures,
  type FlowMeasure,
  type FlowsAnswer,
  figuresOfFlows,
  measureOf,
} from '../../data/model/flows.ts'
import { formatRupiahShort } from '../dashboard/money.ts'
import { useText } from '../text/useText.ts'
import type { Lifted } from './lifted.ts'
import type { FlowRow } from './rows.ts'

type Props = {
  readonly answer: FlowsAnswer
  readonly rows: readonly FlowRow[]
  readonly measure: FlowMeasure
  readonly counting: FlowCounting
  readonly onMap: (lifted: Lifted) => void
}

/** Every partner with every place that any of them works in. */
export const FlowTable = ({ answer, rows, measure, counting, onMap }: Props) => {
  const { say, count, language } = useText()
  const places = answer.places.filter(({ partners }) => partners > 0)
  const hasBudget = answer.total.budget.known > 0
  const money = ({ budget }: Pick<FlowFigures, 'budget'>) =>
    budget.known === 0 ? (
      <>
        <span aria-hidden="true">–</span>
        <span className="unseen">{say('flows.reach.unstated')}</span>
      </>
    ) : (
      formatRupiahShort(budget.total, language)
    )
  const cellOf = (flow: Flow) => {
    const value = measureOf(flow, measure, counting)
    if (value === null) return say('flows.table.unstated')
    return measure === 'budget' ? formatRupiahShort(value, language) : count(value)
  }
  const together = (code: Code): FlowFigures =>
    figuresOfFlows(
      answer.flows.filter(({ place }) => place === code),
      counting,
    )
  const ofMeasure = (figures: FlowFigures) =>
    measure === 'budget' ? money(figures) : count((measure === 'villages' ? figures.villages : figures.activities) ?? 0)
  const sums = (figures: FlowFigures) => (
    <>
      <td>{count(figures.places)}</td>
      {figures.villages !== null && <td>{count(figures.villages)}</td>}
      <td>{count(figures.activities)}</td>
      {hasBudget && <td>{money(figures)}</td>}
    </>
  )
  return (
    <div className="flows-table">
      <table>
        <caption>{say('flows.table', { measure: say(`flows.measure.${measure}`) })}</caption>
        <thead>
          <tr>
            <th scope="col">{say('flows.partners')}</th>
            <th scope="col">{say('flows.rank.places', { units: say(`panel.unit.${answer.level}`, { count: 2 }) })}</th>
            {answer.villages !== null && <th scope="col">{say('flows.table.villages')}</th>}
            <th scope="col">{say('flows.table.activities')}</th>
            {hasBudget && <th scope="col">{say('flows.table.budget')}</th>}
            {places.map(({ code, name }) => (
              <th key={code} scope="col" className="flows-table-place">
                <button
                  type="button"
                  aria-label={say('flows.table.toMap', { name })}
                  onClick={() => onMap({ kind: 'place', id: code })}
                >
                  {name}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { id, partner, flows } = row
            if (!partner) return null
            const by = new Map(flows.map((flow) => [flow.place, flow]))
            return (
              <tr key={id}>
                <th scope="row">
                  <button
                    type="button"
                    aria-label={say('flows.table.toMap', { name: partner.name })}
                    onClick={() => onMap({ kind: 'partner', id })}
                  >
                    {partner.name}
                  </button>
                </th>
                {sums(row)}
                {places.map(({ code }) => {
                  const flow = by.get(code)
                  return (
                    <td key={code} data-some={flow !== undefined}>
                      {flow && cellOf(flow)}
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say('flows.table.total')}</th>
            {sums(answer.total)}
            {places.map(({ code }) => (
              <td key={code}>{ofMeasure(together(code))}</td>
            ))}
          </tr>
          <tr>
            <th scope="row">{say('flows.table.partners')}</th>
            <td colSpan={2 + Number(answer.villages !== null) + Number(hasBudget)} />
            {places.map(({ code, partners }) => (
              <td key={code}>{count(partners)}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
