import type { Entry } from './entry.ts'
import { RevisionConflict } from './errors.ts'
import type { Snapshot } from './snapshot.ts'
import { keyOf, keysOf, type RecordKey } from './state.ts'

/** What the writer must remember to judge a draft: which operation became which entry, and each record's revision. */
export type Ledger = {
  readonly operations: Map<string, number>
  /** Removed records keep their revision. */
  readonly revisions: Map<RecordKey, number>
}

export const emptyLedger = (): Ledger => ({ operations: new Map(), revisions: new Map() })

export const ledgerOf = (snapshot: Snapshot): Ledger => ({
  operations: new Map(snapshot.operations),
  revisions: new Map([
    ...snapshot.removed,
    ...snapshot.records.map((kept): [RecordKey, number] => [keyOf(kept), kept.revision]),
  ]),
})

export const note = (
  ledger: Ledger,
  { seq, operation, changes }: Pick<Entry, 'seq' | 'operation' | 'changes'>,
): void => {
  ledger.operations.set(operation, seq)
  const keys = keysOf(changes)
  for (const [at, { revision }] of changes.entries()) ledger.revisions.set(keys[at]!, revision)
}

/** Throws RevisionConflict unless every change is the next of its record; `staged` are entries not yet on disk. */
export const checkRevisions = (ledger: Ledger, staged: Ledger, draft: Pick<Entry, 'changes'>): void => {
  const within = new Map<RecordKey, number>()
  const currentOf = (key: RecordKey): number =>
    within.get(key) ?? staged.revisions.get(key) ?? ledger.revisions.get(key) ?? 0
  const keys = keysOf(draft.changes)
  for (const [at, { kind, id, revision }] of draft.changes.entries()) {
    const key = keys[at]!
    const current = currentOf(key)
    if (revision !== current + 1) throw new RevisionConflict({ kind, id, given: revision, current })
    within.set(key, revision)
  }
}
