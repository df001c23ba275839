import { createSweep, type YearsAnswer } from './sweep.ts'

export { createSweep, type Sweep, type YearsAnswer } from './sweep.ts'

/** Closed flat rings x, y, x, y, ... in metres of the equal-area plane, filled by parity: a hole is one more ring. */
export type Rings = readonly Float64Array[]

/** Where: a place must be held by every group, and a group holds it when one of its areas does. */
export type Mask = readonly (readonly Rings[])[]

/** One polygon: its organisations as small whole numbers (a joint activity has several), its years as a 32-bit mask. */
export type Layer = { readonly rings: Rings; readonly organisations: readonly number[]; readonly years: number }

const sweep = createSweep()

const addRings = (rings: Rings): void => {
  for (const ring of rings) sweep.ring(ring)
}

const ask = (mask: Mask, layers: readonly Layer[]): boolean => {
  sweep.reset()
  if (mask.length === 0 || mask.some((areas) => areas.length === 0)) return false
  for (const [group, areas] of mask.entries())
    for (const rings of areas) {
      sweep.beginMask(group)
      addRings(rings)
    }
  for (const { rings, organisations, years } of layers) {
    sweep.beginLayer(organisations, years)
    addRings(rings)
  }
  return true
}

/** m2 by year bit inside the mask. */
export const sweepYears = (mask: Mask, layers: readonly Layer[]): YearsAnswer => {
  if (!ask(mask, layers)) return { maskM2: 0, servedM2: new Float64Array(32), overlapM2: new Float64Array(32) }
  const { maskM2, servedM2, overlapM2 } = sweep.years()
  return { maskM2, servedM2: servedM2.slice(), overlapM2: overlapM2.slice() }
}

const MOST_ORGANISATIONS = 2 ** 26

/** Of two organisations in either order. */
export const pairKey = (a: number, b: number): number => Math.min(a, b) * MOST_ORGANISATIONS + Math.max(a, b)

export const pairOf = (key: number): readonly [low: number, high: number] => [
  Math.floor(key / MOST_ORGANISATIONS),
  key % MOST_ORGANISATIONS,
]

/** m2 inside the mask where both organisations of a pair are active in a common year, each place once for each pair. */
export const sweepPairs = (mask: Mask, layers: readonly Layer[]): ReadonlyMap<number, number> => {
  const pairs = new Map<number, number>()
  if (ask(mask, layers)) sweep.pairs((low, high, m2) => pairs.set(pairKey(low, high), m2))
  return pairs
}

export const intersectionM2 = (a: Rings, b: Rings): number => {
  sweep.reset()
  sweep.beginMask(0)
  addRings(a)
  sweep.beginMask(1)
  addRings(b)
  return sweep.maskM2()
}

export const areaM2 = (rings: Rings): number => {
  sweep.reset()
  sweep.beginMask(0)
  addRings(rings)
  return sweep.maskM2()
}
