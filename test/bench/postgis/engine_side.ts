import { THEMES } from '../../../data/model/theme.ts'
import { createEngine, type Engine, type EngineChange, type Place } from '../../../server/engine/index.ts'
import { benchOrganisations } from '../seed.ts'
import { numberOf } from './load.ts'
import type { Answer } from './question.ts'

/** Every one of them is asked by the comparison; each answers what PostGIS answers under the same name. */
export type EngineSide = {
  overlap(regency: string, theme: number, year: number): Answer
  pairs(theme: number, year: number): Answer
}

export const THEME_IDS = THEMES.map(({ id }) => id)

const inYear = (theme: number, year: number) =>
  ({ theme: THEME_IDS[theme]!, period: { from: year, to: year }, level: 'village' }) as const

export const openEngine = async (places: readonly Place[]): Promise<Engine> => {
  const engine = await createEngine({ places })
  engine.apply(benchOrganisations().map((record): EngineChange => ({ kind: 'organisation', id: record.id, record })))
  return engine
}

export const engineSide = (engine: Engine, villages: readonly Place[]): EngineSide => {
  const provinces = [...new Set(villages.map(({ code }) => code.slice(0, 2)))]
  const villagesOf = (regency: string) => villages.filter(({ code }) => code.startsWith(`${regency}.`))
  return {
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
  }
}
