import { type Measured, median } from './question.ts'

const inMs = (value: number): string =>
  value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0)

/** One line of the table, and whether it holds what was required of it. */
export const lineOf = ({ title, required, oursMs, firstMs, theirsMs, difference }: Measured) => {
  const [ours, theirs] = [median(oursMs), median(theirsMs)]
  const ratio = theirs / ours
  const passes = difference === null && (required === undefined || ratio >= required)
  return {
    question: title,
    'ours ms': inMs(ours),
    'first ms': inMs(firstMs),
    'PostGIS ms': inMs(theirs),
    ratio: ratio.toFixed(1),
    required: required ? `>= ${required}` : '-',
    runs: oursMs.length,
    answer: difference === null ? 'same' : 'differs',
    verdict: passes ? 'PASS' : 'FAIL',
  }
}

export type Line = ReturnType<typeof lineOf>
