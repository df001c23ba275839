import type { Tally } from './tally.ts'

const YEARS = 32

export type YearsTally = Tally & { readonly servedM2: Float64Array; readonly overlapM2: Float64Array }

const addYears = (sums: Float64Array, years: number, m2: number): void => {
  for (let rest = years; rest !== 0; rest &= rest - 1) {
    const year = 31 - Math.clz32(rest & -rest)
    sums[year] = sums[year]! + m2
  }
}

/** By year. A year with two organisations on the ground is settled: more of them are still one overlap. */
export const createYearsTally = (): YearsTally => {
  const servedM2 = new Float64Array(YEARS)
  const overlapM2 = new Float64Array(YEARS)
  return {
    servedM2,
    overlapM2,
    settled: (cover, row) => cover.overlap[row]!,
    add: (m2, cover, row) => {
      addYears(servedM2, cover.served[row]!, m2)
      addYears(overlapM2, cover.overlap[row]!, m2)
    },
  }
}
