import type { Kind, RecordByKind } from '../../data/model/record.ts'
import type { Change, Entry } from './entry.ts'

/** A record as it stands, with the entry that last changed it and by whom. */
export type Kept = {
  readonly [K in Kind]: {
    readonly kind: K
    readonly id: string
    readonly revision: number
    readonly record: RecordByKind[K]
    readonly seq: number
    readonly actor: string
  }
}[Kind]

export type RecordKey = `${Kind}/${string}`

/** Everything the journal says up to `seq`. `removed` remembers the revision a record was taken away at. */
export type State = {
  readonly seq: number
  readonly time: string
  readonly records: ReadonlyMap<RecordKey, Kept>
  readonly removed: ReadonlyMap<RecordKey, number>
  readonly operations: ReadonlyMap<string, number>
}

export type GrowingState = {
  seq: number
  time: string
  records: Map<RecordKey, Kept>
  removed: Map<RecordKey, number>
  operations: Map<string, number>
}

export const keyOf = ({ kind, id }: { readonly kind: Kind; readonly id: string }): RecordKey => `${kind}/${id}`

/** The time of a journal that has no entry yet. */
export const NO_TIME = new Date(0).toISOString()

export const emptyState = (): GrowingState => ({
  seq: 0,
  time: NO_TIME,
  records: new Map(),
  removed: new Map(),
  operations: new Map(),
})

type Present = Extract<Change, { kind: Kind }> & { readonly record: NonNullable<Change['record']> }
const isPresent = (change: Change): change is Present => change.record !== null

/** 0 when the record was never there. */
export const revisionOf = (state: State, key: RecordKey): number =>
  state.records.get(key)?.revision ?? state.removed.get(key) ?? 0

/** Folds the next entry in. The maps are changed in place: a copy for each entry would cost the whole register. */
export const applyEntry = (state: GrowingState, entry: Entry): GrowingState => {
  if (entry.seq !== state.seq + 1)
    throw new Error(`Entry ${entry.seq} cannot follow entry ${state.seq}; replay the journal after ${state.seq} first.`)
  for (const change of entry.changes) {
    const key = keyOf(change)
    if (isPresent(change)) {
      state.records.set(key, { ...change, seq: entry.seq, actor: entry.actor } as Kept)
      state.removed.delete(key)
    } else {
      state.records.delete(key)
      state.removed.set(key, change.revision)
    }
  }
  state.operations.set(entry.operation, entry.seq)
  state.seq = entry.seq
  state.time = entry.time
  return state
}
