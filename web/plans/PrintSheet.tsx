import { flagsOf } from '../../data/model/plan_figures.ts'
import { useText } from '../text/useText.ts'
import type { FaceProps } from './Faces.tsx'
import { barOf, scaleOf } from './scale.ts'
import { indicatorWords, resourceWords, spanWords } from './words.ts'

/** Across an A4 sheet on its side beside the names. */
const LANE_PX = 300

const COLUMNS = ['part', 'period', 'responsible', 'resources', 'indicator', 'progress'] as const

/** The plan on paper: every action with its time as a bar, who, with what, how far; on screen it is not seen. */
export const PrintSheet = ({ actions, names, on }: FaceProps) => {
  const text = useText()
  const { say, date, count } = text
  const scale = scaleOf(actions, on, LANE_PX)
  const share = (px: number) => `${(px / scale.widthPx) * 100}%`
  return (
    <section className="plan-sheet" aria-hidden="true">
      <table>
        <thead>
          <tr>
            {COLUMNS.map((name) => (
              <th key={name} scope="col">
                {say(`plans.field.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {actions.map((action) => {
            const { leftPx, widthPx } = barOf(action.period, scale)
            const { id, what, responsible, supporting, resources, places, status, progress } = action
            return (
              <tr key={id}>
                <td>
                  <strong>{what}</strong>
                  <small>
                    {places.length === 0 ? say('plans.everywhereInPlan') : places.map(names.place).join(', ')}
                  </small>
                  <small>
                    {flagsOf(action, on)
                      .map((flag) => say(`plans.flag.${flag}`))
                      .join(', ')}
                  </small>
                </td>
                <td>
                  {spanWords(action.period, text)}
                  <span className="plan-sheet-lane">
                    <span style={{ left: share(leftPx), width: share(widthPx) }} />
                    <i style={{ left: share(scale.xOf(on)) }} />
                  </span>
                </td>
                <td>
                  {responsible ? names.organisation(responsible.id) : say('plans.nobody')}
                  <small>{supporting.map((one) => names.organisation(one.id)).join(', ')}</small>
                </td>
                <td>{resources.map((one) => resourceWords(one, text)).join('; ') || '–'}</td>
                <td>{indicatorWords(action, text) ?? '–'}</td>
                <td>
                  {say(`panel.status.${status}`)}
                  {progress && `, ${count(progress.percent)}\u00a0% (${date(progress.date)})`}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
