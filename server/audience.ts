import type { AsOf } from '../data/model/answers.ts'
import { type AnyRecord, KINDS, type Kind, type RecordByKind } from '../data/model/record.ts'
import type { Seen } from '../data/model/seen.ts'
import type { Engine, EngineChange } from './engine/engine.ts'
import type { GeometryWorker } from './engine/geometry_worker/index.ts'
import { createGrounds, type Grounds } from './engine/grounds.ts'
import { createPace } from './engine/pace.ts'
import type { Geography } from './geography.ts'
import type { Entry } from './journal/entry.ts'
import { createProjection, type Projection, type Touched } from './projection/projection.ts'
import type { Ground } from './projection/rows.ts'
import { createSearch, type Search } from './search.ts'

/** What is seen of a record after a change; null where nothing is. */
export type SeenChange = { readonly kind: Kind; readonly id: string; readonly seen: Seen | null }
export type SeenEntry = Pick<Entry, 'seq' | 'time'> & { readonly changes: readonly SeenChange[] }

/** A record as it is seen here, by the revision of that version. */
export type Held<K extends Kind = Kind> = { readonly record: RecordByKind[K]; readonly revision: number }
/** With the moment the journal accepted that version, ISO, UTC. */
export type HeldSince<K extends Kind = Kind> = Held<K> & { readonly time: string }

/** Everything one group of readers may know, and physically nothing else. */
export type Audience = {
  readonly engine: Engine
  /** The ground behind the engine's verdicts, as polygons. */
  readonly grounds: Grounds['grounds']
  readonly projection: Projection
  readonly search: Search
  find<K extends Kind>(kind: K, id: string): HeldSince<K> | null
  all<K extends Kind>(kind: K): readonly RecordByKind[K][]
  /** The journal position that records, engine and search have reached. */
  asOf(): AsOf
  /** The position that the tables have reached: they follow within milliseconds. */
  tabled(): AsOf
  /** Takes over what this audience sees of an entry; resolves when every part answers from it. */
  apply(entry: SeenEntry): Promise<void>
  close(): void
}

export type AudienceOptions = {
  readonly geography: Geography
  readonly engine: Engine
  readonly worker: GeometryWorker
  /** What is seen to begin with, and the journal position it stands for. */
  readonly changes: readonly SeenChange[]
  readonly asOf: AsOf
  readonly report: (error: unknown) => void
}

/** Kinds that the engine knows the ground of. */
export const isReaching = (kind: Kind): kind is Parameters<Engine['reach']>[0] =>
  kind === 'activity' || kind === 'target' || kind === 'zone' || kind === 'authority'

type TouchedHere = Touched & Pick<SeenChange, 'seen'>

const touchedOf = ({ kind, id, seen }: SeenChange): TouchedHere => ({
  kind,
  id,
  entry: seen && ({ kind, record: seen.record } as AnyRecord),
  seen,
})

/** What was made coarser carries no revision: facts kept for that revision are those of the true places. */
export const engineChange = ({ kind, id, seen }: SeenChange): EngineChange =>
  ({ kind, id, record: seen?.record ?? null, ...(seen?.isWhole ? { revision: seen.revision } : {}) }) as EngineChange

/** So many changes are taken in at once; a larger batch is measured ahead, between the requests of others. */
const AT_ONCE = 50

export const createAudience = async (options: AudienceOptions): Promise<Audience> => {
  const { geography, engine, worker } = options
  const { grounds } = createGrounds({ source: engine.grounds, worker })
  const shelves = Object.fromEntries(KINDS.map((kind) => [kind, new Map()])) as {
    [K in Kind]: Map<string, HeldSince<K>>
  }
  const shelfOf = (kind: Kind): Map<string, HeldSince> => shelves[kind] as Map<string, HeldSince>
  const search = createSearch(geography)
  let turn: Promise<void> = Promise.resolve()
  let waiting = 0
  let reached = options.asOf
  let tabled = options.asOf

  /** What differs for these readers: a draft behind a version that stands is nothing to them. */
  const touchedBy = (changes: readonly SeenChange[]): readonly TouchedHere[] =>
    changes.filter(({ kind, id, seen }) => shelfOf(kind).get(id)?.record !== seen?.record).map(touchedOf)

  /** Records and engine at once; search and tables follow. */
  const take = (changes: readonly SeenChange[]): readonly Touched[] => {
    const touched = touchedBy(changes)
    for (const { kind, id, seen } of touched) {
      if (seen) shelfOf(kind).set(id, { record: seen.record, revision: seen.revision, time: seen.time })
      else shelfOf(kind).delete(id)
    }
    engine.apply(touched.map(engineChange))
    return touched
  }

  let indexing: Promise<void> = Promise.resolve()
  let toIndex = 0
  /** A large batch is indexed between the requests of others; what comes after it waits its turn. */
  const index = (touched: readonly Touched[]): void => {
    if (toIndex === 0 && touched.length <= AT_ONCE) {
      search.apply(touched)
      return
    }
    toIndex += 1
    const pace = createPace({ deadlineMs: Number.POSITIVE_INFINITY })
    indexing = indexing.then(async () => {
      for (const one of touched) {
        await pace.step()
        search.apply([one])
      }
      toIndex -= 1
    })
  }

  const file = async ({ seq, time, changes }: SeenEntry): Promise<void> => {
    const touched = take(changes)
    reached = { seq, time }
    index(touched)
    await projection.apply(touched)
    await indexing
    tabled = { seq, time }
  }

  const entries = (): AnyRecord[] =>
    KINDS.flatMap((kind) => [...shelfOf(kind).values()].map(({ record }) => ({ kind, record }) as AnyRecord))
  const ground: Ground = {
    geometryOf: (code) => geography.find(code)?.geometry ?? null,
    reachOf: ({ kind, record }) => (isReaching(kind) ? engine.reach(kind, record.id) : []),
  }
  search.apply(take(options.changes))
  // Kept facts of what is no longer on record for these readers.
  engine.apply(engine.recalled().map((id) => ({ kind: 'activity', id, record: null })))
  const projection = await createProjection({ records: entries, ground, report: options.report })

  return {
    engine,
    grounds,
    projection,
    search,
    find: (kind, id) => shelves[kind].get(id) ?? null,
    all: (kind) => [...shelves[kind].values()].map(({ record }) => record),
    asOf: () => reached,
    tabled: () => tabled,
    async apply(entry) {
      if (waiting === 0 && entry.changes.length <= AT_ONCE) return file(entry)
      waiting += 1
      let filing: Promise<void> = Promise.resolve()
      turn = turn.then(async () => {
        await engine.prepare(touchedBy(entry.changes).map(engineChange))
        waiting -= 1
        filing = file(entry)
      })
      await turn
      await filing
    },
    close: () => projection.close(),
  }
}
