import { grown } from '../arena.ts'
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
  let here = new Int32Array(8)
  return {
    clear: (count) => {
      organisations = count
      here = grown(here, count)
      if (count * count > sums.length) sums = new Float64Array(count * count)
      else sums.fill(0, 0, count * count)
    },
    settled: () => 0,
    add: (m2, { present }: Cover, row) => {
      const from = row * organisations
      let count = 0
      for (let at = 0; at < organisations; at++) if (present[from + at] !== 0) here[count++] = at
      for (let low = 0; low < count; low++)
        for (let high = low + 1; high < count; high++) {
          if ((present[from + here[low]!]! & present[from + here[high]!]!) === 0) continue
          const pair = here[low]! * organisations + here[high]!
          sums[pair] = sums[pair]! + m2
        }
    },
    m2Of: (low, high) => sums[low * organisations + high]!,
  }
}
