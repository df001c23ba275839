import { setImmediate as breathe } from 'node:timers/promises'
import { type ChangeItem, type FeedPosition, isBehind } from '../data/model/change_feed.ts'
import type { Coarsening } from '../data/model/disclosure.ts'
import { seenBy } from '../data/model/seen.ts'
import type { Entry } from './journal/entry.ts'
import { type Kept, keptAfter, keysOf, partsOf, type RecordKey } from './journal/state.ts'
import type { RecordStore } from './journal/store.ts'

/** A public change before anybody asks where it stands. */
export type FeedEntry = Pick<ChangeItem, 'seq' | 'time' | 'kind' | 'id' | 'what' | 'revision'> & {
  readonly key: RecordKey
}

export type ChangeFeed = {
  /** What comes behind a position up to an entry, in the order of entries and of keys in them. The first look reads the journal. */
  after(position: FeedPosition, upTo: number): Promise<readonly FeedEntry[]>
  stop(): void
}

const PACE = 100

/** Where an ordered list begins to hold something; its length where it never does. */
const firstWhere = <T>(list: readonly T[], holds: (one: T) => boolean): number => {
  let [from, to] = [0, list.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    if (holds(list[middle]!)) to = middle
    else from = middle + 1
  }
  return from
}

/**
 * Each record that everyone sees or once saw stands here once, where its public version last changed: who reads on misses
 * nothing by what is written meanwhile, and of a record that is hidden since only its going is told.
 */
export const followChanges = (
  { journal, state, onEntry }: Pick<RecordStore, 'journal' | 'state' | 'onEntry'>,
  coarsening: Coarsening,
): ChangeFeed => {
  const newest = new Map<RecordKey, FeedEntry>()
  let listed: readonly FeedEntry[] | null = null

  const note = ({ seq, time, changes }: Entry, keptOf: (key: RecordKey) => Kept | undefined): void => {
    for (const key of [...new Set(keysOf(changes))].sort()) {
      const before = newest.get(key)
      const kept = keptOf(key)
      const seen = kept ? seenBy('everyone', kept, coarsening) : null
      const wasSeen = before !== undefined && before.what !== 'removed'
      if (seen ? wasSeen && before.revision === seen.revision : !wasSeen) continue
      const [kind, id] = partsOf(key)
      const what = seen === null ? 'removed' : wasSeen ? 'changed' : 'created'
      newest.delete(key)
      newest.set(key, { seq, time, kind, id, key, what, revision: seen?.revision ?? null })
      listed = null
    }
  }

  let stop = (): void => {}
  /** The states behind the last are needed while the journal is read, and given back afterwards. */
  const read = async (): Promise<void> => {
    let late: Entry[] | null = []
    stop()
    stop = onEntry((entry) => {
      if (late) late.push(entry)
      else note(entry, (key) => state.records.get(key))
    })
    const records = new Map<RecordKey, Kept>()
    let reached = 0
    const fold = (entry: Entry): void => {
      if (entry.seq <= reached) return
      reached = entry.seq
      for (const [at, change] of entry.changes.entries()) {
        const key = keysOf(entry.changes)[at]!
        const kept = keptAfter(records.get(key), change, entry)
        if (kept) records.set(key, kept)
        else records.delete(key)
      }
      note(entry, (key) => records.get(key))
    }
    for await (const entry of journal.replay()) {
      fold(entry)
      if (entry.seq % PACE === 0) await breathe()
    }
    for (const entry of late) fold(entry)
    late = null
  }

  let reading: Promise<void> | null = null
  return {
    after: async (position, upTo) => {
      reading ??= read()
      await reading.catch((error: unknown) => {
        reading = null
        throw error
      })
      listed ??= [...newest.values()]
      const all = listed
      const begin = firstWhere(all, (one) => isBehind(one, position))
      return all.slice(
        begin,
        Math.max(
          begin,
          firstWhere(all, (one) => one.seq > upTo),
        ),
      )
    },
    stop: () => stop(),
  }
}
