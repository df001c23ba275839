import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { AnyRecord } from '../../data/model/record.ts'
import type { Change, Entry } from './entry.ts'
import { keyOf, revisionOf, type State } from './state.ts'
import type { RecordStore } from './store.ts'

/** Who enters what ships with a release. */
const SEEDER = 'bentang'
const FIRST_SOURCED = 'seed:sourced:v1'
const FIRST_SAMPLE = 'seed:sample:v1'

const enter = (state: State, { kind, record }: AnyRecord): Change => {
  const key = keyOf({ kind, id: record.id })
  return { kind, id: record.id, revision: revisionOf(state, key) + 1, record } as Change
}

const commit = (store: RecordStore, operation: string, changes: readonly Change[]): Promise<Entry> =>
  store.commit({ actor: SEEDER, organisation: null, operation, changes })

/** A release's record is news when it was never here, or when nobody but an earlier release has touched it since. */
const isNews = (state: State, { kind, record }: AnyRecord): boolean => {
  const key = keyOf({ kind, id: record.id })
  const kept = state.records.get(key)
  if (!kept) return !state.removed.has(key)
  return kept.actor === SEEDER && !isDeepStrictEqual(kept.record, JSON.parse(JSON.stringify(record)))
}

const updateOf = (changes: readonly Change[]): string =>
  `seed:sourced:${createHash('sha256').update(JSON.stringify(changes)).digest('hex').slice(0, 16)}`

/** Whether the journal is still to be given its sample: a crash between the two first entries leaves nothing but seeds. */
export const awaitsSample = ({ operations }: State): boolean =>
  !operations.has(FIRST_SAMPLE) && [...operations.keys()].every((operation) => operation.startsWith('seed:'))

/**
 * Fills an empty journal with the sourced records and the sample programme. Later it only brings in what a release
 * changed in its sourced records; a sample that was removed stays away, and nobody's own edit is overwritten.
 */
export const seedStore = async (
  store: RecordStore,
  { sourced, sample }: { readonly sourced: readonly AnyRecord[]; readonly sample: readonly AnyRecord[] },
): Promise<void> => {
  const { operations } = store.state
  const wanted = awaitsSample(store.state)
  const news = sourced.filter((each) => isNews(store.state, each)).map((each) => enter(store.state, each))
  if (news.length > 0) await commit(store, operations.size === 0 ? FIRST_SOURCED : updateOf(news), news)
  if (wanted && sample.length > 0)
    await commit(
      store,
      FIRST_SAMPLE,
      sample.map((each) => enter(store.state, each)),
    )
}

/** Brings the sample programme (back) in; null when all of it is there already. */
export const addSample = async (store: RecordStore, sample: readonly AnyRecord[]): Promise<Entry | null> => {
  const missing = sample.filter(({ kind, record }) => !store.state.records.has(keyOf({ kind, id: record.id })))
  if (missing.length === 0) return null
  const changes = missing.map((each) => enter(store.state, each))
  return commit(store, `sample:add:${store.state.seq + 1}`, changes)
}

/** Takes every sample record away in one entry; null when there is none. */
export const removeSample = async (store: RecordStore): Promise<Entry | null> => {
  const changes = [...store.state.records.values()]
    .filter(({ record }) => record.origin === 'sample')
    .map(({ kind, id, revision }): Change => ({ kind, id, revision: revision + 1, record: null }))
  return changes.length > 0 ? commit(store, `sample:remove:${store.state.seq + 1}`, changes) : null
}
