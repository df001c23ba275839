import { keeperOf } from '../../../data/model/record.ts'
import { type Kept, keyOf, keysOf, type RecordKey } from '../../journal/state.ts'
import type { RecordStore } from '../../journal/store.ts'

/** An activity on record that an import may bring again. */
export type Existing = Extract<Kept, { kind: 'activity' }>

/** By the organisation that keeps it and the number it gave it, or by its own id, as the files we write say it. */
export type FindExisting = (organisation: string, externalId: string) => Existing | null

type Store = Pick<RecordStore, 'state' | 'onEntry'>

const followed = new WeakMap<Store, FindExisting>()

const nameOf = (organisation: string, externalId: string): string => `${organisation}\n${externalId}`

/** Built when first asked for and followed from then on: looking through the whole register again after each entry would hold everybody up. */
export const existingIn = (store: Store): FindExisting => {
  const known = followed.get(store)
  if (known) return known
  const bearers = new Map<string, readonly RecordKey[]>()
  const note = (kept: Kept | undefined): void => {
    if (kept?.kind !== 'activity' || !kept.record.externalId) return
    const keeper = keeperOf(kept)
    if (keeper === null) return
    const [name, key] = [nameOf(keeper, kept.record.externalId), keyOf(kept)]
    const before = bearers.get(name)
    if (!before?.includes(key)) bearers.set(name, before ? [...before, key] : [key])
  }
  const find: FindExisting = (organisation, externalId) => {
    const own = store.state.records.get(`activity/${externalId}`)
    if (own?.kind === 'activity' && keeperOf(own) === organisation) return own
    for (const key of bearers.get(nameOf(organisation, externalId))?.toReversed() ?? []) {
      const kept = store.state.records.get(key)
      // It may have been given another number since, or away.
      if (kept?.kind === 'activity' && kept.record.externalId === externalId && keeperOf(kept) === organisation)
        return kept
    }
    return null
  }
  for (const kept of store.state.records.values()) note(kept)
  store.onEntry(({ changes }) => {
    for (const key of keysOf(changes)) note(store.state.records.get(key))
  })
  followed.set(store, find)
  return find
}
