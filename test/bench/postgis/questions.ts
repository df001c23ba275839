import type { EngineSide } from './engine_side.ts'
import type { Answer, Question } from './question.ts'

export const THEME_COUNT = 24
export const FIRST_YEAR = 2019
export const YEARS = 10

export type ThemeYear = { readonly theme: number; readonly year: number }

/** Every theme and year once, in an order that jumps about. */
export const themeYears: readonly ThemeYear[] = Array.from({ length: THEME_COUNT * YEARS }, (_, at) => ({
  theme: (at * 7) % THEME_COUNT,
  year: FIRST_YEAR + ((at * 3 + Math.floor(at / THEME_COUNT)) % YEARS),
}))
/** What is asked again and again: the facts are there, as they are after a write. */
export const FEW_THEME_YEARS = themeYears.slice(0, 8)

const small = (value: number) => `${value}::smallint`

const byKey = (rows: readonly (readonly string[])[]): Answer =>
  new Map(rows.map(([key, value]) => [key!, Number(value)]))

export const questionsFor = (ours: EngineSide, regency: string) => {
  const overlap: Question<ThemeYear> = {
    title: 'overlap hectares per village of a regency',
    required: { 100000: 25, 1000000: 12 },
    asks: FEW_THEME_YEARS,
    call: ({ theme, year }) => `overlap('${regency}', ${small(theme)}, ${small(year)})`,
    read: byKey,
    ask: ({ theme, year }) => ours.overlap(regency, theme, year),
    answer: ({ theme, year }) => ours.overlap(regency, theme, year),
  }
  const gap: Question<ThemeYear> = {
    title: 'gap of a regency: unserved villages and hectares not served, theme and year',
    required: { 100000: 30, 1000000: 15 },
    asks: FEW_THEME_YEARS,
    call: ({ theme, year }) => `gap('${regency}', ${small(theme)}, ${small(year)})`,
    read: (rows) =>
      new Map(
        rows.flatMap(([code, servedHa, unserved]) => [
          [code!, Number(servedHa)] as const,
          [`${code} unserved`, Number(unserved)] as const,
        ]),
      ),
    ask: ({ theme, year }) => ours.gap(regency, theme, year),
    answer: ({ theme, year }) =>
      new Map(
        ours
          .gap(regency, theme, year)
          .flatMap(({ code, servedHa, unserved }) => [
            [code, servedHa] as const,
            [`${code} unserved`, unserved ? 1 : 0] as const,
          ]),
      ),
  }
  const pairs: Question<ThemeYear> = {
    title: 'pairs of organisations with hectares, one theme and year, all villages',
    required: { 100000: 4, 1000000: 4 },
    asks: themeYears,
    once: true,
    call: ({ theme, year }) => `pairs(${small(theme)}, ${small(year)})`,
    read: byKey,
    ask: ({ theme, year }) => ours.pairs(theme, year),
    answer: ({ theme, year }) => ours.pairs(theme, year),
  }
  return [gap, overlap, pairs] as const
}
