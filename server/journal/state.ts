import type { Kind } from '../../data/model/record.ts'
import { type Standing, standingAfter } from '../../data/model/standing.ts'
import type { Change, Entry } from './entry.ts'

/** A record as it is now with what still stands behind it, the entry that last changed it and by whom. */
export type Kept = {
  readonly [K in Kind]: Standing<K> & {
    readonly kind: K
    readonly id: string
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

const keysOfLists = new WeakMap<readonly Change[], readonly RecordKey[]>()

/** The keys of an entry's changes, in their order: written once, however many look at a large batch. */
export const keysOf = (changes: readonly Change[]): readonly RecordKey[] => {
  const known = keysOfLists.get(changes) ?? changes.map(keyOf)
  keysOfLists.set(changes, known)
  return known
}

export const partsOf = (key: RecordKey): readonly [kind: Kind, id: string] => {
  const at = key.indexOf('/')
  return [key.slice(0, at) as Kind, key.slice(at + 1)]
}

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

/** The record after a change; null where it was taken away, and what stood behind it with it. */
export const keptAfter = (
  before: Kept | undefined,
  change: Change,
  { seq, time, actor }: Pick<Entry, 'seq' | 'time' | 'actor'>,
): Kept | null => {
  if (!isPresent(change)) return null
  // Each named: of a batch of twenty thousand, copying what the change has would take five times as long.
  const { kind, id, revision, record } = change
  const standing = change.standing ?? standingAfter<Kind>(before, record)
  return { kind, id, revision, record, seq, actor, time, standing } as Kept
}

/** Folds the next entry in. The maps are changed in place: a copy for each entry would cost the whole register. */
export const applyEntry = (state: GrowingState, entry: Entry): GrowingState => {
  if (entry.seq !== state.seq + 1)
    throw new Error(`Entry ${entry.seq} cannot follow entry ${state.seq}; replay the journal after ${state.seq} first.`)
  const keys = keysOf(entry.changes)
  for (const [at, change] of entry.changes.entries()) {
    const key = keys[at]!
    const kept = keptAfter(state.records.get(key), change, entry)
    if (kept) {
      state.records.set(key, kept)
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
