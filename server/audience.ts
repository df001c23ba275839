import type { AsOf } from '../data/model/answers.ts'
import { type AnyRecord, KINDS, type Kind, type RecordByKind } from '../data/model/record.ts'
import type { Engine, EngineChange } from './engine/engine.ts'
import type { GeometryWorker } from './engine/geometry_worker/index.ts'
import { createGrounds, type Grounds } from './engine/grounds.ts'
import type { Geography } from './geography.ts'
import type { Change, Entry } from './journal/entry.ts'
import { createProjection, type Projection, type Touched } from './projection/projection.ts'
import type { Ground } from './projection/rows.ts'
import { createSearch, type Search } from './search.ts'

export type Held<K extends Kind = Kind> = { readonly record: RecordByKind[K]; readonly revision: number }

/** Everything one group of readers may know, and physically nothing else. */
export type Audience = {
  readonly engine: Engine
  /** The ground behind the engine's verdicts, as polygons. */
  readonly grounds: Grounds['grounds']
  readonly projection: Projection
  readonly search: Search
  find<K extends Kind>(kind: K, id: string): Held<K> | null
  all<K extends Kind>(kind: K): readonly RecordByKind[K][]
  /** The journal position that records, engine and search have reached. */
  asOf(): AsOf
  /** The position that the tables have reached: they follow within milliseconds. */
  tabled(): AsOf
  /** Takes over what this audience may see of an entry; resolves when every part answers from it. */
  apply(entry: Pick<Entry, 'seq' | 'time' | 'changes'>): Promise<void>
  close(): void
}

export type AudienceOptions = {
  readonly geography: Geography
  readonly engine: Engine
  readonly worker: GeometryWorker
  readonly sees: (entry: AnyRecord) => boolean
  /** The state to begin with, and the journal position it stands for. */
  readonly changes: readonly Change[]
  readonly asOf: AsOf
  readonly report: (error: unknown) => void
}

const isReaching = (kind: Kind): kind is Parameters<Engine['reach']>[0] =>
  kind === 'activity' || kind === 'target' || kind === 'zone' || kind === 'authority'

/** The last state of each record named; what the audience may not see is gone for it. */
const lastOf = (changes: readonly Change[], sees: (entry: AnyRecord) => boolean) => {
  const last = new Map(changes.map((change) => [`${change.kind} ${change.id}`, change]))
  return [...last.values()].map(({ kind, id, revision, record }) => {
    const entry = record === null ? null : ({ kind, record } as AnyRecord)
    return { kind, id, revision, entry: entry && sees(entry) ? entry : null }
  })
}

export const createAudience = async (options: AudienceOptions): Promise<Audience> => {
  const { geography, engine, worker, sees } = options
  const { grounds } = createGrounds({ source: engine.grounds, worker })
  const shelves = Object.fromEntries(KINDS.map((kind) => [kind, new Map()])) as { [K in Kind]: Map<string, Held<K>> }
  const shelfOf = (kind: Kind): Map<string, Held> => shelves[kind] as Map<string, Held>
  const search = createSearch(geography)
  let reached = options.asOf
  let tabled = options.asOf

  /** Records, engine and search at once; the tables follow. */
  const take = (changes: readonly Change[]): readonly Touched[] => {
    const touched = lastOf(changes, sees).filter(({ kind, id, entry }) => entry !== null || shelfOf(kind).has(id))
    for (const { kind, id, entry, revision } of touched) {
      if (entry) shelfOf(kind).set(id, { record: entry.record, revision })
      else shelfOf(kind).delete(id)
    }
    engine.apply(
      touched.map(
        ({ kind, id, revision, entry }) => ({ kind, id, revision, record: entry?.record ?? null }) as EngineChange,
      ),
    )
    search.apply(touched)
    return touched
  }

  const entries = (): AnyRecord[] =>
    KINDS.flatMap((kind) => [...shelfOf(kind).values()].map(({ record }) => ({ kind, record }) as AnyRecord))
  const ground: Ground = {
    geometryOf: (code) => geography.find(code)?.geometry ?? null,
    reachOf: ({ kind, record }) => (isReaching(kind) ? engine.reach(kind, record.id) : []),
  }
  take(options.changes)
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
    async apply({ seq, time, changes }) {
      const touched = take(changes)
      reached = { seq, time }
      await projection.apply(touched)
      tabled = { seq, time }
    },
    close: () => projection.close(),
  }
}
