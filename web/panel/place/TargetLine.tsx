import type { Target } from '../../../data/model/target.ts'
import { useText } from '../../text/useText.ts'
import { formatWithUnit } from '../card/numbers.ts'

/** Where the lower and the higher value stand, as shares of the width; the room beside them is for their labels. */
const LOW = 0.28
const HIGH = 0.78
const MIDDLE = 0.5

const percent = (share: number): string => `${share * 100}%`

/** Values with as many decimals as the one that has most, so that both can be compared at a glance. */
const decimalsOf = (...values: readonly number[]): number =>
  Math.min(2, Math.max(...values.map((value) => `${value}`.split('.')[1]?.length ?? 0)))

type Props = { readonly target: Pick<Target, 'indicator' | 'unit' | 'baseline' | 'value' | 'year'> }

/** The way from the baseline (ring) to the goal (dot), lower values on the left. */
export const TargetLine = ({ target: { indicator, unit, baseline, value, year } }: Props) => {
  const { say, language } = useText()
  const least = decimalsOf(value, ...(baseline ? [baseline.value] : []))
  const format = (number: number) => formatWithUnit(number, unit, language, least)
  const falls = baseline !== undefined && value < baseline.value
  const goalAt = !baseline || baseline.value === value ? MIDDLE : falls ? LOW : HIGH
  const baselineAt = falls ? HIGH : LOW
  const words = baseline
    ? say('card.target.line', {
        indicator,
        baseline: format(baseline.value),
        from: `${baseline.year}`,
        goal: format(value),
        year: `${year}`,
      })
    : say('card.target.only', { indicator, goal: format(value), year: `${year}` })
  return (
    <svg className="target-line" role="img" aria-label={words} width="100%" height="62">
      <line className="target-track" x1="2%" x2="98%" y1="32" y2="32" />
      {baseline && <line className="target-way" x1={percent(baselineAt)} x2={percent(goalAt)} y1="32" y2="32" />}
      {baseline && goalAt !== MIDDLE && (
        <g>
          <circle className="target-baseline" cx={percent(baselineAt)} cy="32" r="6.5" />
          <text className="target-value" x={percent(baselineAt)} y="16">
            {format(baseline.value)}
          </text>
          <text className="target-year" x={percent(baselineAt)} y="56">
            {say('card.target.baseline', { year: `${baseline.year}` })}
          </text>
        </g>
      )}
      <circle className="target-goal" cx={percent(goalAt)} cy="32" r="6.5" />
      <text className="target-value" x={percent(goalAt)} y="16">
        {format(value)}
      </text>
      <text className="target-year" x={percent(goalAt)} y="56">
        {say('card.target.goal', { year: `${year}` })}
      </text>
    </svg>
  )
}
