import { setImmediate as breathe } from 'node:timers/promises'
import type { Change, Entry } from '../journal/entry.ts'
import { keyOf, keysOf, type RecordKey } from '../journal/state.ts'
import type { RecordStore } from '../journal/store.ts'

/** Where in the journal each revision of each record is; found when first asked for, and followed from then on. */
export type Trail = {
  entry(seq: number): Promise<Entry>
  /** The positions of a record's revisions, the first at index 0. */
  of(key: RecordKey): Promise<readonly number[]>
  /** Null where there is no such revision. */
  change(key: RecordKey, revision: number): Promise<Change | null>
}

const BATCH = 50

export const createTrail = ({ journal, onEntry }: Pick<RecordStore, 'journal' | 'onEntry'>): Trail => {
  const positions = new Map<RecordKey, number[]>()
  let reached = 0
  let reading: Promise<void> | null = null

  const note = ({ seq, changes }: Entry): void => {
    if (seq <= reached) return
    reached = seq
    for (const key of keysOf(changes)) {
      const known = positions.get(key)
      if (known) known.push(seq)
      else positions.set(key, [seq])
    }
  }

  const read = async (): Promise<void> => {
    const late: Entry[] = []
    let isRead = false
    onEntry((entry) => {
      if (isRead) note(entry)
      else late.push(entry)
    })
    for await (const entry of journal.replay()) {
      note(entry)
      if (entry.seq % BATCH === 0) await breathe()
    }
    isRead = true
    late.forEach(note)
  }

  const entry = async (seq: number): Promise<Entry> => {
    for await (const found of journal.replay(seq - 1)) return found
    throw new Error(`The journal has no entry ${seq}`)
  }
  const of = async (key: RecordKey): Promise<readonly number[]> => {
    reading ??= read()
    await reading
    return positions.get(key) ?? []
  }

  return {
    entry,
    of,
    change: async (key, revision) => {
      const seq = (await of(key))[revision - 1]
      if (seq === undefined) return null
      const { changes } = await entry(seq)
      return changes.find((change) => keyOf(change) === key && change.revision === revision) ?? null
    },
  }
}
