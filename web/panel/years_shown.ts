import type { Period } from '../../data/model/period.ts'

const SHOWN_YEARS = 8

/** The years up to the coming one, moved only as far as it takes to hold the asked period. */
export const yearsShown = (asOf: string, { from, to }: Period): readonly [number, number] => {
  const coming = Number(asOf.slice(0, 4)) + 1
  const end = Math.max(to, Math.min(coming, from + SHOWN_YEARS - 1))
  return [Math.min(from, end - SHOWN_YEARS + 1), end]
}
