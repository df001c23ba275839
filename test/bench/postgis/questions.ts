import type { EngineSide } from './engine_side.ts'
import type { Answer, Question } from './question.ts'

const THEME_COUNT = 24
const FIRST_YEAR = 2019
const YEARS = 10

type ThemeYear = { readonly theme: number; readonly year: number }

/** Every theme and year once, in an order that jumps about. */
const themeYears: readonly ThemeYear[] = Array.from({ length: THEME_COUNT * YEARS }, (_, at) => ({
  theme: (at * 7) % THEME_COUNT,
  year: FIRST_YEAR + ((at * 3 + Math.floor(at / THEME_COUNT)) % YEARS),
}))
const FEW = 8

const small = (value: number) => `${value}::smallint`

const byKey = (rows: readonly (readonly string[])[]): Answer =>
  new Map(rows.map(([key, value]) => [key!, Number(value)]))

export const questionsFor = (ours: EngineSide, regency: string) => {
  const overlap: Question<ThemeYear> = {
    title: 'overlap hectares per village of a regency',
    required: { 100000: 25, 1000000: 12 },
    asks: themeYears.slice(0, FEW),
    call: ({ theme, year }) => `overlap('${regency}', ${small(theme)}, ${small(year)})`,
    read: byKey,
    ask: ({ theme, year }) => ours.overlap(regency, theme, year),
    answer: ({ theme, year }) => ours.overlap(regency, theme, year),
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
  return [overlap, pairs] as const
}
