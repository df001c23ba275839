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

/** Ours by size, and the power of the size with which it grew between the first and the last: 1 is linear, 0 is not at all. */
export const growthOf = (linesBySize: ReadonlyMap<number, readonly Line[]>): Record<string, string>[] => {
  const sizes = [...linesBySize.keys()]
  const [first, last] = [sizes[0]!, sizes.at(-1)!]
  return linesBySize.get(last)!.map(({ question }) => {
    const ms = sizes.map(
      (size) => linesBySize.get(size)!.find((line) => line.question === question)?.['ours ms'] ?? '-',
    )
    const slope = Math.log(Number(ms.at(-1)) / Number(ms[0])) / Math.log(last / first)
    const bySize = sizes.map((size, at) => [size.toLocaleString('en'), ms[at]!] as const)
    return { question, ...Object.fromEntries(bySize), slope: slope.toFixed(2) }
  })
}
