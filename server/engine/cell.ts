import { type Code, isWithin } from '../../data/model/codes.ts'
import { FIRST_YEAR, LAST_YEAR } from '../../data/model/period.ts'
import type { Cube } from './cube.ts'
import type { FlatArea } from './equal_area.ts'
import type { Shape } from './shape.ts'

export type PlacedKind = 'activity' | 'target' | 'zone' | 'authority'

/** What a target, zone or authority area has inside a unit; without hectares it is there by a point or a code only. */
export type Part = {
  readonly areaHa: number | null
  /** The part is where the unit meets any of these, in metres of the plane; null is the whole unit. */
  readonly within: readonly FlatArea[] | null
}
export const PRESENCE: Part = { areaHa: null, within: null }

/** The activities of one theme in one unit: a row a site, as a number of the register, with its m2 there; NaN is presence. */
export type Bucket = {
  readonly sites: number[]
  readonly m2: number[]
  /** Hectares by year; null until somebody asks after a change. */
  cube: Cube | null
  /** Answers to other questions, by question; emptied with every change. */
  readonly memo: Map<string, unknown>
}

/** The records of one kind in one cell. */
type Shelf = Map<string, Part>

/**
 * The smallest thing that is judged: a village, an island, a zone, an authority area or a drawn one, with everything that
 * reaches it. Districts and regencies are sets of village cells, never geometries of their own: their boundaries are a
 * coarser generalisation.
 */
export type Cell = {
  /** Its place among all cells; -1 for one that is only asked about. */
  readonly index: number
  readonly code: Code
  readonly level: 'village' | 'island' | 'zone' | 'authority' | 'drawn'
  readonly shape: Shape
  /** A code names this cell when it is, or contains, one of these: its own code, an island's village, a zone's villages. */
  readonly names: readonly Code[]
  /** What villages a zone, authority or drawn area reaches, by code. */
  readonly villages: ReadonlyMap<Code, Part>
  readonly work: Map<number, Bucket>
  /** How many activities, of whatever theme and status, are on record in each year from FIRST_YEAR to LAST_YEAR. */
  readonly reported: Int32Array
  readonly target: Shelf
  readonly zone: Shelf
  readonly authority: Shelf
}

export const createCell = (
  given: Pick<Cell, 'index' | 'code' | 'level' | 'shape' | 'names'> & Partial<Pick<Cell, 'villages'>>,
): Cell => ({
  villages: new Map(),
  ...given,
  work: new Map(),
  reported: new Int32Array(LAST_YEAR - FIRST_YEAR + 1),
  target: new Map(),
  zone: new Map(),
  authority: new Map(),
})

const touch = (bucket: Bucket): void => {
  bucket.cube = null
  if (bucket.memo.size > 0) bucket.memo.clear()
}

export const enterSite = (cell: Cell, theme: number, site: number, m2: number): void => {
  const known = cell.work.get(theme)
  const bucket: Bucket = known ?? { sites: [], m2: [], cube: null, memo: new Map() }
  if (!known) cell.work.set(theme, bucket)
  bucket.sites.push(site)
  bucket.m2.push(m2)
  touch(bucket)
}

/** The last row takes the place of the one that leaves. */
export const leaveSite = (cell: Cell, theme: number, site: number): void => {
  const bucket = cell.work.get(theme)
  const at = bucket?.sites.indexOf(site) ?? -1
  if (!bucket || at < 0) return
  const lastSite = bucket.sites.pop()!
  const lastM2 = bucket.m2.pop()!
  if (at < bucket.sites.length) {
    bucket.sites[at] = lastSite
    bucket.m2[at] = lastM2
  }
  touch(bucket)
}

/** A target that comes or goes changes what its buckets remember about it. */
export const forget = (cell: Cell): void => {
  for (const bucket of cell.work.values()) bucket.memo.clear()
}

export const reportYears = (cell: Cell, fromYear: number, toYear: number, by: 1 | -1): void => {
  const last = Math.min(LAST_YEAR, toYear) - FIRST_YEAR
  for (let year = Math.max(0, fromYear - FIRST_YEAR); year <= last; year += 1) cell.reported[year]! += by
}

/** True when a code means this cell: the cell itself, or something it lies in. */
export const isNamedBy = (cell: Cell, code: Code): boolean => cell.names.some((name) => isWithin(name, code))

/** The whole of a unit; one known only by its position has no hectares. */
export const wholeOf = ({ shape }: Cell): Part =>
  shape.kind === 'area' ? { areaHa: shape.areaHa, within: null } : PRESENCE

const MEMO_LIMIT = 64

export const remember = <T>(bucket: Bucket, key: string, compute: () => T): T => {
  const known = bucket.memo.get(key)
  if (known !== undefined) return known as T
  if (bucket.memo.size >= MEMO_LIMIT) bucket.memo.clear()
  const value = compute()
  bucket.memo.set(key, value)
  return value
}
