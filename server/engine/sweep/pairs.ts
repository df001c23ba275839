import type { Cover } from './cover.ts'
import type { Tally } from './tally.ts'

export type PairsTally = Tally & {
  clear(organisations: number): void
  /** Of two organisations as numbered in the question, low < high. */
  m2Of(low: number, high: number): number
}

/** By pair of organisations that are on the ground in a common year; a place counts once for each pair. */
export const createPairsTally = (): PairsTally => {
  let organisations = 0
  let sums = new Float64Array(64)
  return {
    clear: (count) => {
      organisations = count
      if (count * count > sums.length) sums = new Float64Array(count * count)
      else sums.fill(0, 0, count * count)
    },
    settled: () => 0,
    add: (m2, { present }: Cover, row) => {
      const from = row * organisations
      for (let low = 0; low < organisations; low++) {
        const years = present[from + low]!
        if (years === 0) continue
        for (let high = low + 1; high < organisations; high++)
          if ((years & present[from + high]!) !== 0)
            sums[low * organisations + high] = sums[low * organisations + high]! + m2
      }
    },
    m2Of: (low, high) => sums[low * organisations + high]!,
  }
}
