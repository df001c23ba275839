import type { BoundaryStatus } from '../data/model/answers.ts'
import { type AnyRecord, isPublic } from '../data/model/record.ts'
import type { Theme } from '../data/model/theme.ts'
import type { Urusan } from '../data/model/urusan.ts'
import type { Words } from '../data/model/words.ts'
import { type Audience, createAudience } from './audience.ts'
import { createGeometryWorker, type GeometryWorker } from './engine/geometry_worker/index.ts'
import { createEngine, type Facts } from './engine/index.ts'
import { createGeography, type Geography } from './geography.ts'
import { followHidden, type Hidden } from './hidden.ts'
import type { Entry, Journal } from './journal/entry.ts'
import type { RecordStore } from './journal/store.ts'
import type { KeptFacts } from './kept_facts.ts'
import type { PlaceSet } from './places/index.ts'

/** Everything the routes answer from. */
export type World = {
  readonly geography: Geography
  readonly context: PlaceSet['context']
  readonly boundaries: BoundaryStatus
  readonly themes: readonly Theme[]
  readonly urusan: readonly Urusan[]
  /** The journal holds what nobody may see: who replays it picks out what was public. */
  readonly store: Pick<RecordStore, 'asOf' | 'reasons'> & { readonly journal: Pick<Journal, 'replay'> }
  /** What exists and is not for everyone; only its names, to leave it out of the past. */
  readonly hidden: Hidden
  /** What everyone may see: physically holds public records only. */
  readonly everyone: Audience
  /** Polygon work that would hold everybody up, for all audiences. */
  readonly geometry: GeometryWorker
  /** What those see who may see all; opened when the first of them asks. */
  members(): Promise<Audience>
  /** Resolves when the open audiences answer from everything committed so far. */
  settled(): Promise<void>
  /** Keeps the facts for the next start, where that saves time. */
  keepFacts(): Promise<void>
  close(): void
}

export type WorldOptions = {
  readonly places: PlaceSet
  readonly store: RecordStore
  readonly themes: readonly Theme[]
  readonly urusan: readonly Urusan[]
  /** Facts of an earlier run; without them everything is found anew. */
  readonly keptFacts?: KeptFacts
  readonly report?: (error: unknown) => void
}

/** Below this many activities finding the facts anew takes less than a second. */
const WORTH_KEEPING = 2_000

/** Assembles the world over a store and follows it from then on. */
export const createWorld = async (options: WorldOptions): Promise<World> => {
  const { places, store, themes, urusan, keptFacts, report = console.error } = options
  const geography = createGeography(places)
  const geometry = createGeometryWorker({ report })
  const followers: Audience[] = []
  let following: Promise<unknown> = Promise.resolve()
  const tell = (audiences: readonly Audience[], entry: Entry) => {
    const applying = Promise.all(audiences.map((audience) => audience.apply(entry))).catch(report)
    following = Promise.all([following, applying])
  }
  const hidden = followHidden(store)
  const unfollow = store.onEntry((entry) => tell(followers, entry))

  const follow = async (sees: (entry: AnyRecord) => boolean, facts: Facts | null): Promise<Audience> => {
    const engine = await createEngine({ places: places.places, facts })
    const late: Entry[] = []
    const stop = store.onEntry((entry) => late.push(entry))
    const changes = [...store.state.records.values()]
    const audience = await createAudience({
      geography,
      engine,
      worker: geometry,
      sees,
      changes,
      asOf: store.asOf(),
      report,
    })
    stop()
    followers.push(audience)
    for (const entry of late) tell([audience], entry)
    return audience
  }

  const known = (await keptFacts?.load()) ?? null
  const everyone = await follow(({ record }) => isPublic(record), known)
  const { engine } = everyone
  const keepFacts = async () => {
    if (keptFacts && engine.register.size() >= WORTH_KEEPING) await keptFacts.save(everyone.asOf().seq, engine.pack())
  }
  const leaving = new AbortController()
  // What no facts were kept for is swept now, between requests, so that no reader waits for it.
  const sweeping = engine.refresh({ signal: leaving.signal }).then(async () => {
    if (!known) await keepFacts()
  })
  sweeping.catch((error: unknown) => {
    if (!leaving.signal.aborted) report(error)
  })
  let all: Promise<Audience> | null = null
  return {
    geography,
    context: places.context,
    boundaries: places.status,
    themes,
    urusan,
    store,
    hidden,
    everyone,
    geometry,
    members: () => {
      all ??= follow(() => true, null)
      return all
    },
    settled: async () => {
      await following
    },
    keepFacts,
    close: () => {
      leaving.abort()
      unfollow()
      hidden.stop()
      void geometry.close()
      for (const audience of followers) audience.close()
    },
  }
}

/** What an operator should know now; empty while all is well. */
export const reasonsOf = ({ store, everyone, boundaries }: World): readonly Words[] => [
  ...store.reasons(),
  ...(everyone.projection.state() === 'ready'
    ? []
    : [{ id: 'Tabel analisis sedang disusun ulang.', en: 'The analysis tables are being rebuilt.' }]),
  ...(boundaries.remedy
    ? [
        {
          id: `Batas wilayah baru perkiraan. Jalankan: ${boundaries.remedy}`,
          en: `The boundaries are estimates. Run: ${boundaries.remedy}`,
        },
      ]
    : []),
]
