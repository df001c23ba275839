import type { BoundaryStatus } from '../data/model/answers.ts'
import { type AnyRecord, isPublic } from '../data/model/record.ts'
import type { Theme } from '../data/model/theme.ts'
import type { Urusan } from '../data/model/urusan.ts'
import type { Words } from '../data/model/words.ts'
import { type Audience, createAudience } from './audience.ts'
import { createEngine } from './engine/index.ts'
import { createGeography, type Geography } from './geography.ts'
import type { Change } from './journal/entry.ts'
import type { RecordStore } from './journal/store.ts'
import type { PlaceSet } from './places/index.ts'

/** Everything the routes answer from. */
export type World = {
  readonly geography: Geography
  readonly context: PlaceSet['context']
  readonly boundaries: BoundaryStatus
  readonly themes: readonly Theme[]
  readonly urusan: readonly Urusan[]
  readonly store: Pick<RecordStore, 'asOf' | 'reasons'>
  /** `public` physically holds public records only; `full` holds all and answers nobody without a right to it. */
  readonly audiences: { readonly public: Audience; readonly full: Audience }
  /** Resolves when both audiences answer from everything committed so far. */
  settled(): Promise<void>
  close(): void
}

export type WorldOptions = {
  readonly places: PlaceSet
  readonly store: RecordStore
  readonly themes: readonly Theme[]
  readonly urusan: readonly Urusan[]
  readonly report?: (error: unknown) => void
}

/** Assembles the world over a store and follows it from then on. */
export const createWorld = async (options: WorldOptions): Promise<World> => {
  const { places, store, themes, urusan, report = console.error } = options
  const geography = createGeography(places)
  const changes: readonly Change[] = [...store.state.records.values()]
  const asOf = store.asOf()
  const open = async (sees: (entry: AnyRecord) => boolean): Promise<Audience> => {
    const engine = await createEngine({ places: places.places })
    return createAudience({ geography, engine, sees, changes, asOf })
  }
  const [everyone, all] = await Promise.all([open(({ record }) => isPublic(record)), open(() => true)])

  let following: Promise<unknown> = Promise.resolve()
  const unfollow = store.onEntry((entry) => {
    const applying = Promise.all([everyone.apply(entry), all.apply(entry)])
    following = Promise.all([following, applying.catch(report)])
  })

  return {
    geography,
    context: places.context,
    boundaries: places.status,
    themes,
    urusan,
    store,
    audiences: { public: everyone, full: all },
    settled: async () => {
      await following
    },
    close: () => {
      unfollow()
      everyone.close()
      all.close()
    },
  }
}

/** What an operator should know now; empty while all is well. */
export const reasonsOf = ({ store, audiences, boundaries }: World): readonly Words[] => [
  ...store.reasons(),
  ...(audiences.public.projection.state() === 'ready'
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
