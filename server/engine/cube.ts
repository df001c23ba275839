import { type Bucket, type Cell, remember } from './cell.ts'
import type { FlatArea } from './equal_area.ts'
import { projectPacked } from './packed.ts'
import { CUBE_FIRST_YEAR, CUBE_YEARS, type Register } from './register.ts'
import { createSweep } from './sweep/index.ts'

const M2_PER_HA = 10_000

/** Hectares of one theme in one unit, by year from CUBE_FIRST_YEAR on. */
export type Cube = {
  /** Where at least one polygon of an active activity is. */
  readonly servedHa: Float64Array
  /** Where polygons of two or more different organisations are. */
  readonly overlapHa: Float64Array
}

/** Null where the cube does not keep the year apart. */
export const cubeIndex = (year: number): number | null => {
  const index = year - CUBE_FIRST_YEAR
  return index >= 0 && index < CUBE_YEARS ? index : null
}

export const ringsOf = (area: FlatArea): readonly Float64Array[] => (area.length === 1 ? area[0]! : area.flat())

const sweep = createSweep()

const addArea = (area: FlatArea): void => {
  for (const ring of ringsOf(area)) sweep.ring(ring)
}

/**
 * Puts the unit, and of it the part that a target means, under the sites of a bucket that are drawn. `yearsOf` says in
 * which years a site counts; 0 leaves it out. False when there is nothing to sweep.
 */
const lay = (
  cell: Cell,
  within: readonly FlatArea[] | null,
  bucket: Bucket,
  register: Register,
  yearsOf: (slot: number) => number,
): boolean => {
  if (cell.shape.kind !== 'area') return false
  const { owner } = register.columns
  const numbers = register.geometry.numbers()
  sweep.reset()
  sweep.beginMask(0)
  addArea(cell.shape.metres)
  for (const area of within ?? []) {
    sweep.beginMask(1)
    addArea(area)
  }
  let isEmpty = true
  for (let row = 0; row < bucket.sites.length; row += 1) {
    if (Number.isNaN(bucket.m2[row]!)) continue
    const site = bucket.sites[row]!
    const years = yearsOf(owner[site]!)
    if (years === 0) continue
    isEmpty = false
    sweep.beginLayer(register.implementersOf(owner[site]!), years)
    projectPacked(numbers, register.geometry.start(site), (metres, length) => sweep.ring(metres, 0, length))
  }
  return !isEmpty
}

const toHa = (m2: number): number => m2 / M2_PER_HA
const NOTHING: Cube = { servedHa: new Float64Array(CUBE_YEARS), overlapHa: new Float64Array(CUBE_YEARS) }

/** Swept once after each change of the bucket, all years in one pass. */
export const cubeOf = (cell: Cell, bucket: Bucket, register: Register): Cube => {
  if (bucket.cube) return bucket.cube
  const { years } = register.columns
  if (!lay(cell, null, bucket, register, (slot) => years[slot]!)) {
    bucket.cube = NOTHING
    return NOTHING
  }
  const { servedM2, overlapM2 } = sweep.years()
  bucket.cube = { servedHa: servedM2.map(toHa), overlapHa: overlapM2.map(toHa) }
  return bucket.cube
}

/** Which activities a question lets through, and a key that tells it from every other question. */
export type Sieve = { readonly key: string; readonly counts: (slot: number) => boolean }

/** Served and overlapping hectares of the activities that a question lets through, in the unit or in a part of it. */
export const sweptHa = (
  cell: Cell,
  bucket: Bucket,
  register: Register,
  { key, counts }: Sieve,
  part: { readonly key: string; readonly within: readonly FlatArea[] | null },
): { readonly servedHa: number; readonly overlapHa: number } =>
  remember(bucket, `swept ${part.key} ${key}`, () => {
    if (!lay(cell, part.within, bucket, register, (slot) => (counts(slot) ? 1 : 0)))
      return { servedHa: 0, overlapHa: 0 }
    const { servedM2, overlapM2 } = sweep.years()
    return { servedHa: toHa(servedM2[0]!), overlapHa: toHa(overlapM2[0]!) }
  })

/** Hectares that each two organisations share, by their numbers, the smaller one first. */
export const sharedHa = (
  cell: Cell,
  bucket: Bucket,
  register: Register,
  { key, counts }: Sieve,
): ReadonlyMap<number, ReadonlyMap<number, number>> =>
  remember(bucket, `shared ${key}`, () => {
    const shared = new Map<number, Map<number, number>>()
    if (!lay(cell, null, bucket, register, (slot) => (counts(slot) ? 1 : 0))) return shared
    sweep.pairs((low, high, m2) => {
      const row = shared.get(low) ?? new Map<number, number>()
      shared.set(low, row)
      row.set(high, toHa(m2))
    })
    return shared
  })
