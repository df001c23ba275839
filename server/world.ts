import { type BoardStage, DEFAULT_BOARD } from '../data/model/agreement_stages.ts'
import type { BoundaryStatus } from '../data/model/answers.ts'
import { type AwardWeights, awardWeightsIn, type RegencyAwardWeights } from '../data/model/award_weights.ts'
import type { Code } from '../data/model/codes.ts'
import type { Coarsening } from '../data/model/disclosure.ts'
import { type MatchWeights, type RegencyWeights, weightsOf } from '../data/model/match_weights.ts'
import { type Seen, seenBy } from '../data/model/seen.ts'
import type { Theme } from '../data/model/theme.ts'
import type { Urusan } from '../data/model/urusan.ts'
import type { Words } from '../data/model/words.ts'
import { type Audience, createAudience, type SeenChange, type SeenEntry } from './audience.ts'
import { followCrowds } from './crowds.ts'
import { createGeometryWorker, type GeometryWorker } from './engine/geometry_worker/index.ts'
import { createEngine, type Facts } from './engine/index.ts'
import { createGeography, type Geography } from './geography.ts'
import { followHidden, type Hidden } from './hidden.ts'
import type { Entry, Journal } from './journal/entry.ts'
import { type Kept, keysOf, partsOf, type RecordKey } from './journal/state.ts'
import type { RecordStore } from './journal/store.ts'
import type { KeptFacts } from './kept_facts.ts'
import { officialPoints, type PlaceSet } from './places/index.ts'
import { createPress, type Press } from './sheet/press/index.ts'

/** Everything the routes answer from. */
export type World = {
  readonly geography: Geography
  readonly context: PlaceSet['context']
  readonly boundaries: BoundaryStatus
  /** Files of boundaries that could not be used. */
  readonly boundaryFaults: readonly Words[]
  readonly themes: readonly Theme[]
  readonly urusan: readonly Urusan[]
  /** How matches are weighed in a region. */
  readonly weightsOf: (region: Code | undefined) => MatchWeights
  /** How the award is weighed there. */
  readonly awardWeightsOf: (region: Code | undefined) => AwardWeights
  /** The journal holds what nobody may see: who replays it picks out what was public. */
  readonly store: Pick<RecordStore, 'asOf' | 'reasons'> & { readonly journal: Pick<Journal, 'replay'> }
  /** What places are made coarser by. */
  readonly coarsening: Coarsening
  /** What is not for everyone today, to leave it out of the past. */
  readonly hidden: Hidden
  /** The columns of the board of agreements. */
  readonly agreementStages: readonly BoardStage[]
  /** What everyone may see: physically holds the versions that stand, generalised where they must be, and nothing else. */
  readonly everyone: Audience
  /** Polygon work that would hold everybody up, for all audiences. */
  readonly geometry: GeometryWorker
  /** Where drawings become pictures and documents. */
  readonly press: Press
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
  /** Weights of a match that regencies set for themselves. */
  readonly matchWeights?: RegencyWeights
  /** And of the award. */
  readonly awardWeights?: RegencyAwardWeights
  /** Columns of the board of agreements that were set for this place. */
  readonly agreementStages?: readonly BoardStage[]
  /** Facts of an earlier run; without them everything is found anew. */
  readonly keptFacts?: KeptFacts
  /** Turns drawings into pictures and documents; a thread of its own unless given. */
  readonly press?: Press
  readonly report?: (error: unknown) => void
}

/** Below this many activities finding the facts anew takes less than a second. */
const WORTH_KEEPING = 2_000

/** What an audience sees of a record as it is now. */
type See = (kept: Kept) => Seen | null
type Follower = { readonly audience: Audience; readonly see: See }

const seenAs = (key: RecordKey, kept: Kept | undefined, see: See): SeenChange => {
  if (kept) return { kind: kept.kind, id: kept.id, seen: see(kept) }
  const [kind, id] = partsOf(key)
  return { kind, id, seen: null }
}

const seeAll: See = ({ revision, record, seq, time }) => ({ revision, record, seq, time, isWhole: true })

/** Assembles the world over a store and follows it from then on. */
export const createWorld = async (options: WorldOptions): Promise<World> => {
  const {
    places,
    store,
    themes,
    urusan,
    matchWeights = {},
    awardWeights = {},
    agreementStages = DEFAULT_BOARD,
    keptFacts,
    report = console.error,
    press = createPress({ report }),
  } = options
  const geography = createGeography(places)
  const geometry = createGeometryWorker({ report })
  // Before anybody else listens: they look at an entry with the cells as they stand after it.
  const crowds = followCrowds(store, officialPoints(places))
  const followers: Follower[] = []
  let following: Promise<unknown> = Promise.resolve()
  const tellOne = (audience: Audience, entry: SeenEntry) => {
    following = Promise.all([following, audience.apply(entry).catch(report)])
  }
  const seenIn = (entry: Entry, see: See): SeenChange[] =>
    Array.from(new Set([...keysOf(entry.changes), ...crowds.stirredBy(entry)]), (key) =>
      seenAs(key, store.state.records.get(key), see),
    )
  const hidden = followHidden(store, crowds)
  // Looked at now, as the store stands after this very entry: an audience may take it in later.
  const unfollow = store.onEntry((entry) => {
    for (const { audience, see } of followers) tellOne(audience, { ...entry, changes: seenIn(entry, see) })
  })

  const follow = async (see: See, facts: Facts | null): Promise<Audience> => {
    const engine = await createEngine({ places: places.places, facts })
    const late: SeenEntry[] = []
    const stop = store.onEntry((entry) => late.push({ ...entry, changes: seenIn(entry, see) }))
    const changes = [...store.state.records].map(([key, kept]) => seenAs(key, kept, see))
    const audience = await createAudience({
      geography,
      engine,
      worker: geometry,
      changes,
      asOf: store.asOf(),
      report,
    })
    stop()
    followers.push({ audience, see })
    for (const entry of late) tellOne(audience, entry)
    return audience
  }

  const known = (await keptFacts?.load()) ?? null
  const everyone = await follow((kept) => seenBy('everyone', kept, crowds), known)
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
    boundaryFaults: places.faults ?? [],
    themes,
    urusan,
    weightsOf: (region) => weightsOf(region, matchWeights),
    agreementStages,
    awardWeightsOf: (region) => awardWeightsIn(region, awardWeights),
    store,
    coarsening: crowds,
    hidden,
    everyone,
    geometry,
    press,
    members: () => {
      all ??= follow(seeAll, null)
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
      crowds.stop()
      void geometry.close()
      void press.close()
      for (const { audience } of followers) audience.close()
    },
  }
}

/** What an operator should know now; empty while all is well. */
export const reasonsOf = ({ store, everyone, boundaries, boundaryFaults }: World): readonly Words[] => [
  ...store.reasons(),
  ...boundaryFaults,
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
