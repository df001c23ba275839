import { type Disclosure, disclosureTo, gridOf } from '../data/model/disclosure.ts'
import type { AnyRecord } from '../data/model/record.ts'
import { type AnyStanding, type Seen, seenBy } from '../data/model/seen.ts'
import type { Crowds } from './crowds.ts'
import type { Entry } from './journal/entry.ts'
import { type Kept, keyOf, keysOf, type RecordKey } from './journal/state.ts'
import type { RecordStore } from './journal/store.ts'

/** What of an earlier state may be shown today: a record taken away, archived or shown less is so for every earlier day. */
export type Hidden = {
  show(then: AnyStanding): Seen | null
  /** Records that everyone sees less of than there is, or nothing. */
  keys(): Iterable<RecordKey>
  /** Grows whenever a record is shown less or more than before. */
  version(): number
}

type Limit = Disclosure | `${number}`

/** How much everyone may see of a record today, with the grid where there is one. */
const limitOf = (kept: Kept | undefined, crowds: Crowds): Limit => {
  if (!kept || !seenBy('everyone', kept, crowds)) return 'nothing'
  const disclosure = disclosureTo('everyone', kept as AnyRecord)
  return disclosure === 'generalised' && kept.kind === 'activity' ? `${gridOf(kept.record)}` : disclosure
}

/** Follows the store. */
export const followHidden = (
  { state, onEntry }: Pick<RecordStore, 'state' | 'onEntry'>,
  crowds: Crowds,
): Hidden & { stop(): void } => {
  const limited = new Map<RecordKey, Limit>()
  let version = 0
  const note = (key: RecordKey): void => {
    const limit = limitOf(state.records.get(key), crowds)
    if (limit === (limited.get(key) ?? 'all')) return
    if (limit === 'all') limited.delete(key)
    else limited.set(key, limit)
    version += 1
  }
  for (const key of [...state.records.keys(), ...state.removed.keys()]) note(key)
  const stop = onEntry(({ changes }: Entry) => {
    for (const key of keysOf(changes)) note(key)
  })
  return {
    show: (then) => {
      const kept = state.records.get(keyOf(then))
      if (!kept || limited.get(keyOf(then)) === 'nothing') return null
      return seenBy('everyone', then, crowds, kept as AnyRecord)
    },
    keys: () => limited.keys(),
    version: () => version + crowds.version(),
    stop,
  }
}
