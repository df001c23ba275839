import type { Target } from '../../../data/model/target.ts'
import { THEMES } from '../../../data/model/theme.ts'
import { createEngine, type Engine, type EngineChange, type Place } from '../../../server/engine/index.ts'
import { benchOrganisations } from '../seed.ts'
import { numberOf } from './load.ts'
import type { Answer } from './question.ts'
import { FEW_THEME_YEARS, THEME_COUNT, type ThemeYear, themeYears } from './questions.ts'

export type CellAnswer = { readonly servedHa: number; readonly overlapHa: number; readonly ids: string }

/** Every one of them is asked by the comparison; each answers what PostGIS answers under the same name. */
export type EngineSide = {
  /** Works out whatever of the cube is still missing. */
  fillCube(): void
  gap(
    regency: string,
    theme: number,
    year: number,
  ): readonly { readonly code: string; readonly servedHa: number; readonly unserved: boolean }[]
  overlap(regency: string, theme: number, year: number): Answer
  pairs(theme: number, year: number): Answer
  /** By village code: who works there, ids as PostGIS joins them, and the hectares. */
  cells(theme: number, year: number): Iterable<readonly [code: string, answer: CellAnswer]>
}

export const THEME_IDS = THEMES.map(({ id }) => id).slice(0, THEME_COUNT)
/** A share no work can reach, so that every village with work says how many hectares are served. */
const OUT_OF_REACH = 1.1

const inYear = (theme: number, year: number) =>
  ({ theme: THEME_IDS[theme]!, period: { from: year, to: year }, level: 'village' }) as const

export const openEngine = async (places: readonly Place[]): Promise<Engine> => {
  const engine = await createEngine({ places, areaThreshold: OUT_OF_REACH })
  engine.apply(benchOrganisations().map((record): EngineChange => ({ kind: 'organisation', id: record.id, record })))
  return engine
}

/** All of the given provinces, to be served in one year. */
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

export const engineSide = (engine: Engine, villages: readonly Place[]): EngineSide => {
  const provinces = [...new Set(villages.map(({ code }) => code.slice(0, 2)))]
  const villagesOf = (regency: string) => villages.filter(({ code }) => code.startsWith(`${regency}.`))
  const aim = (asked: readonly ThemeYear[]) =>
    engine.apply(
      asked.map((each) => targetOf(each, provinces)).map((record) => ({ kind: 'target', id: record.id, record })),
    )
  aim(FEW_THEME_YEARS)

  const findings = (region: string, theme: number, year: number) =>
    engine.coverage({ ...inYear(theme, year), region }).map(({ code, verdict, activities }) => ({
      code,
      servedHa: verdict.kind === 'partial' ? verdict.servedHa : 0,
      activities,
    }))

  return {
    fillCube: () => {
      for (const theme of THEME_IDS.keys())
        for (const region of provinces) engine.overlapHa({ ...inYear(theme, 2024), region })
    },
    gap: (regency, theme, year) =>
      findings(regency, theme, year).map(({ code, servedHa, activities }) => ({
        code,
        servedHa,
        unserved: activities.length === 0,
      })),
    overlap: (regency, theme, year) =>
      new Map(
        villagesOf(regency).map(({ code }) => [code, engine.overlapHa({ ...inYear(theme, year), region: code })]),
      ),
    pairs: (theme, year) => {
      const sums = new Map<string, number>()
      for (const region of provinces)
        for (const { a, b, areaHa } of engine.overlaps({ ...inYear(theme, year), region })) {
          const key = [numberOf(a), numberOf(b)].sort((left, right) => left - right).join(' ')
          sums.set(key, (sums.get(key) ?? 0) + areaHa)
        }
      return sums
    },
    *cells(theme, year) {
      if (theme === 0) aim(themeYears.filter((each) => each.year === year))
      for (const region of provinces)
        for (const { code, servedHa, activities } of findings(region, theme, year)) {
          const ids = activities
            .map(numberOf)
            .sort((a, b) => a - b)
            .join(' ')
          yield [code, { servedHa, overlapHa: engine.overlapHa({ ...inYear(theme, year), region: code }), ids }]
        }
    },
  }
}
