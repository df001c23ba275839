import { grown } from '../arena.ts'

/** Crossings to come, the next one last; a crossing of pieces that are no neighbours by then is passed over. */
export type Crossings = {
  count: number
  x: Float64Array
  low: Int32Array
  high: Int32Array
}

export const createCrossings = (): Crossings => ({
  count: 0,
  x: new Float64Array(64),
  low: new Int32Array(64),
  high: new Int32Array(64),
})

export const expectCrossing = (all: Crossings, x: number, low: number, high: number): void => {
  if (all.count === all.x.length) {
    all.x = grown(all.x, all.count + 1)
    all.low = grown(all.low, all.count + 1)
    all.high = grown(all.high, all.count + 1)
  }
  const { x: xs, low: lows, high: highs } = all
  let at = all.count++
  for (; at > 0 && xs[at - 1]! < x; at--) {
    xs[at] = xs[at - 1]!
    lows[at] = lows[at - 1]!
    highs[at] = highs[at - 1]!
  }
  xs[at] = x
  lows[at] = low
  highs[at] = high
}
