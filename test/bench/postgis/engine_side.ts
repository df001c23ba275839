import type { Target } from '../../../data/model/target.ts'
import { THEMES } from '../../../data/model/theme.ts'
import type { GeometryWorker } from '../../../server/engine/geometry_worker/index.ts'
import { createGrounds } from '../../../server/engine/grounds.ts'
import { createEngine, type Engine, type EngineChange, type Place } from '../../../server/engine/index.ts'
import { writeGrounds } from '../../../server/formats/ground_geojson.ts'
import { benchOrganisations } from '../seed.ts'
import { THEME_COUNT, type ThemeYear } from './asks.ts'
import { numberOf } from './load.ts'

export type VillageHectares = ReturnType<Engine['hectares']>[number]

/** One function a question, each answering what PostGIS answers under the same name. */
export type EngineSide = {
  /** Served and overlapping hectares of every village of a region, from the cube. */
  hectares(region: string, asked: ThemeYear): readonly VillageHectares[]
  /** The same swept anew, as any question with a filter of its own is: here a filter that lets the same work through. */
  swept(region: string, asked: ThemeYear): readonly VillageHectares[]
  /** Who works in each village. */
  present(
    region: string,
    asked: ThemeYear,
  ): readonly { readonly code: string; readonly activities: readonly string[] }[]
  /** Hectares by pair of organisations, as the two numbers of PostGIS, over all villages. */
  pairs(asked: ThemeYear): ReadonlyMap<string, number>
  /** What nobody serves, as GeoJSON text; only where a target was set before. */
  gapShape(region: string, asked: ThemeYear): Promise<Uint8Array>
  /** Every village is to be served wholly in these years. */
  aim(asked: readonly ThemeYear[]): void
  readonly provinces: readonly string[]
}

export const THEME_IDS = THEMES.map(({ id }) => id).slice(0, THEME_COUNT)
const COUNTING = ['planned', 'ongoing', 'completed'] as const

const inYear = ({ theme, year }: ThemeYear, region: string) =>
  ({ theme: THEME_IDS[theme]!, period: { from: year, to: year }, level: 'village', region }) as const

export const openEngine = async (places: readonly Place[]): Promise<Engine> => {
  // A share no work can reach, so that whatever is left of a village is a gap that can be shown.
  const engine = await createEngine({ places, areaThreshold: 1.1 })
  engine.apply(benchOrganisations().map((record): EngineChange => ({ kind: 'organisation', id: record.id, record })))
  return engine
}

const targetOf = ({ theme, year }: ThemeYear, provinces: readonly string[]): Target => ({
  id: `bench-target-${theme}-${year}`,
  origin: 'sample',
  source: { text: 'Benchmark' },
  enteredBy: 'bench',
  confirmed: '2026-01-01',
  verification: 'verified',
  visibility: 'public',
  title: 'Benchmark',
  organisation: 'bench-opd',
  theme: THEME_IDS[theme]!,
  indicator: 'ha',
  unit: 'ha',
  value: 0,
  year,
  area: { codes: provinces },
  measure: 'area',
  document: { kind: 'RPJMD', title: 'Benchmark' },
})

const HEAD = { asOf: { seq: 0, time: '2026-01-01T00:00:00Z' }, kind: 'gap', nameOf: (code: string) => code } as const

export const engineSide = (engine: Engine, villages: readonly Place[], worker: GeometryWorker): EngineSide => {
  const provinces = [...new Set(villages.map(({ code }) => code.slice(0, 2)))]
  const { grounds } = createGrounds({ source: engine.grounds, worker })
  return {
    provinces,
    hectares: (region, asked) => engine.hectares(inYear(asked, region)),
    swept: (region, asked) => engine.hectares({ ...inYear(asked, region), statuses: COUNTING }),
    present: (region, asked) => engine.coverage(inYear(asked, region)),
    pairs: (asked) => {
      const sums = new Map<string, number>()
      for (const region of provinces)
        for (const { a, b, areaHa } of engine.overlaps(inYear(asked, region))) {
          const [low, high] = [numberOf(a), numberOf(b)].sort((left, right) => left - right)
          const key = `${low} ${high}`
          sums.set(key, (sums.get(key) ?? 0) + areaHa)
        }
      return sums
    },
    gapShape: async (region, asked) =>
      writeGrounds(await grounds(inYear(asked, region), 'gap'), HEAD, new AbortController().signal),
    aim: (asked) =>
      engine.apply(
        asked
          .map((each) => targetOf(each, provinces))
          .map((record): EngineChange => ({ kind: 'target', id: record.id, record })),
      ),
  }
}
