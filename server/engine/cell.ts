import type { Code } from '../../data/model/codes.ts'
import { isWithin } from '../../data/model/codes.ts'
import type { FlatArea } from './equal_area.ts'
import type { Shape } from './shape.ts'

/** What a record has inside one unit: its part of it in metres of the plane, or null where it is there by point, line or code. */
export type Fact = { readonly area: FlatArea | null; readonly areaHa: number | null }

export const PRESENCE: Fact = { area: null, areaHa: null }

export type PlacedKind = 'activity' | 'target' | 'zone' | 'authority'

/** The records of one kind in one cell, findable by theme. */
export type Shelf = { readonly facts: Map<string, Fact>; readonly byTheme: Map<string, Set<string>> }

/**
 * The smallest thing that is judged: a village, an island or a zone, with everything that reaches it. Districts and
 * regencies are sets of village cells, never geometries of their own: their boundaries are a coarser generalisation.
 */
export type Cell = { readonly [K in PlacedKind]: Shelf } & {
  readonly code: Code
  readonly level: 'village' | 'island' | 'zone'
  readonly shape: Shape
  /** A code names this cell when it is, or contains, one of these: its own code, an island's village, a zone's villages. */
  readonly names: readonly Code[]
  /** A zone's share of each village it reaches. */
  readonly villages: ReadonlyMap<Code, Fact>
  /** Hectares already worked out for a set of records; emptied whenever a record of the cell changes. */
  readonly memo: Map<string, number>
}

const createShelf = (): Shelf => ({ facts: new Map(), byTheme: new Map() })

export const createCell = (
  given: Pick<Cell, 'code' | 'level' | 'shape' | 'names'> & { readonly villages?: ReadonlyMap<Code, Fact> },
): Cell => ({
  villages: new Map(),
  ...given,
  activity: createShelf(),
  target: createShelf(),
  zone: createShelf(),
  authority: createShelf(),
  memo: new Map(),
})

export const enter = (cell: Cell, kind: PlacedKind, id: string, fact: Fact, themes: readonly string[]): void => {
  const { facts, byTheme } = cell[kind]
  facts.set(id, fact)
  for (const theme of themes) byTheme.set(theme, (byTheme.get(theme) ?? new Set()).add(id))
  cell.memo.clear()
}

export const leave = (cell: Cell, kind: PlacedKind, id: string): void => {
  const { facts, byTheme } = cell[kind]
  facts.delete(id)
  for (const ids of byTheme.values()) ids.delete(id)
  cell.memo.clear()
}

/** True when a code means this cell: the cell itself, or something it lies in. */
export const isNamedBy = (cell: Cell, code: Code): boolean => cell.names.some((name) => isWithin(name, code))

/** The whole of a unit as a fact; a unit known only by its position has no hectares. */
export const wholeOf = ({ shape }: Cell): Fact =>
  shape.kind === 'area' ? { area: shape.metres, areaHa: shape.areaHa } : PRESENCE

const MEMO_LIMIT = 512

export const remember = (cell: Cell, key: string, compute: () => number): number => {
  const known = cell.memo.get(key)
  if (known !== undefined) return known
  if (cell.memo.size >= MEMO_LIMIT) cell.memo.clear()
  const value = compute()
  cell.memo.set(key, value)
  return value
}
