import type { PlanAction } from '../../data/model/plan.ts'
import { barOf, type Scale } from './scale.ts'

type Props = { readonly actions: readonly PlanAction[]; readonly scale: Scale; readonly rowPx: number }

const STUB_PX = 8
const HEAD_PX = 5

/** From the end of what is waited for to the beginning of what waits: forward in a step, backward around below the line. */
const pathOf = (fromX: number, fromY: number, toX: number, toY: number, rowPx: number): string => {
  const out = fromX + STUB_PX
  const into = toX - STUB_PX
  if (out <= into) return `M${fromX} ${fromY}H${out}V${toY}H${toX}`
  const between = fromY + (toY > fromY ? rowPx / 2 : -rowPx / 2)
  return `M${fromX} ${fromY}H${out}V${between}H${into}V${toY}H${toX}`
}

/** Which action waits for which. */
export const Arrows = ({ actions, scale, rowPx }: Props) => {
  const rowOf = (id: string) => actions.findIndex((one) => one.id === id)
  const middle = (row: number) => row * rowPx + rowPx / 2
  return (
    <svg className="plan-arrows" width={scale.widthPx} height={actions.length * rowPx} aria-hidden="true">
      {actions.flatMap((action, row) =>
        action.dependsOn
          .filter((id) => rowOf(id) >= 0)
          .map((id) => {
            const before = barOf(actions[rowOf(id)]!.period, scale)
            const { leftPx } = barOf(action.period, scale)
            const [x, y] = [leftPx, middle(row)]
            return (
              <g key={`${id} ${action.id}`}>
                <path d={pathOf(before.leftPx + before.widthPx, middle(rowOf(id)), x - 1, y, rowPx)} />
                <path
                  className="plan-arrow-head"
                  d={`M${x} ${y}l${-HEAD_PX - 2} ${-HEAD_PX + 1}v${2 * HEAD_PX - 2}z`}
                />
              </g>
            )
          }),
      )}
    </svg>
  )
}
