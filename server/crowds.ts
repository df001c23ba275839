import { type Coarsening, FEWEST_TOLD, type PointOf, type SensitiveSite } from '../data/model/disclosure.ts'
import { hiddenSitesOf } from '../data/model/seen.ts'
import type { Entry } from './journal/entry.ts'
import { keysOf, type RecordKey, type State } from './journal/state.ts'
import type { RecordStore } from './journal/store.ts'

/** Which cells of the grid hold enough sensitive sites to be told, over all records together. */
export type Crowds = Coarsening & {
  /** Records that an entry shows otherwise than before though it did not change them: their cell filled or emptied. */
  stirredBy(entry: Pick<Entry, 'seq'>): readonly RecordKey[]
  /** Grows whenever a cell begins or ceases to be told. */
  version(): number
}

type Cell = Map<RecordKey, readonly string[]>

const isEnough = (cell: Cell | undefined): boolean =>
  cell !== undefined && new Set([...cell.values()].flat()).size >= FEWEST_TOLD

const byCell = (sites: readonly SensitiveSite[]): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>()
  for (const { cell, site } of sites) found.set(cell, [...(found.get(cell) ?? []), site])
  return found
}

const NONE: readonly string[] = []

const createCensus = (state: Pick<State, 'records'>, pointOf: PointOf) => {
  const cells = new Map<string, Cell>()
  const cellsOf = new Map<RecordKey, readonly string[]>()
  /** Counts a record as it is now; the cells it is or was in. */
  const count = (key: RecordKey): readonly string[] => {
    const before = cellsOf.get(key) ?? NONE
    for (const cell of before) cells.get(cell)?.delete(key)
    const kept = state.records.get(key)
    const hidden = kept ? hiddenSitesOf(kept, pointOf) : []
    if (before.length === 0 && hidden.length === 0) return NONE
    const now = byCell(hidden)
    for (const [cell, sites] of now) cells.set(cell, (cells.get(cell) ?? new Map()).set(key, sites))
    if (now.size > 0) cellsOf.set(key, [...now.keys()])
    else cellsOf.delete(key)
    return [...before, ...now.keys()]
  }
  for (const key of state.records.keys()) count(key)
  return { count, cells }
}

/** The cells as the records stand now. */
export const crowdsNow = (state: Pick<State, 'records'>, pointOf: PointOf): Coarsening => {
  const { cells } = createCensus(state, pointOf)
  return { pointOf, isTold: (cell) => isEnough(cells.get(cell)) }
}

/** Follows the store; whoever looks at an entry with it must have begun to listen later. */
export const followCrowds = (
  { state, onEntry }: Pick<RecordStore, 'state' | 'onEntry'>,
  pointOf: PointOf,
): Crowds & { stop(): void } => {
  const { count, cells } = createCensus(state, pointOf)
  const told = new Set([...cells].flatMap(([cell, held]) => (isEnough(held) ? [cell] : [])))
  let version = 0
  let stirred: { readonly seq: number; readonly keys: readonly RecordKey[] } = { seq: 0, keys: [] }
  const turn = (cell: string): boolean => {
    const isNow = isEnough(cells.get(cell))
    if (isNow === told.has(cell)) return false
    if (isNow) told.add(cell)
    else told.delete(cell)
    return true
  }
  const stop = onEntry(({ seq, changes }) => {
    const touched = new Set<string>()
    for (const key of keysOf(changes)) for (const cell of count(key)) touched.add(cell)
    const turned = [...touched].filter(turn)
    version += turned.length
    stirred = { seq, keys: turned.flatMap((cell) => [...(cells.get(cell)?.keys() ?? [])]) }
  })
  return {
    pointOf,
    isTold: (cell) => told.has(cell),
    stirredBy: ({ seq }) => (seq === stirred.seq ? stirred.keys : []),
    version: () => version,
    stop,
  }
}
