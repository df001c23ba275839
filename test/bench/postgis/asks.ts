export type ThemeYear = { readonly theme: number; readonly year: number }

export const THEME_COUNT = 24
export const FIRST_YEAR = 2019
export const YEARS = 10

/** Every theme and year once, in an order that jumps about. */
export const THEME_YEARS: readonly ThemeYear[] = Array.from({ length: THEME_COUNT * YEARS }, (_, at) => ({
  theme: (at * 7) % THEME_COUNT,
  year: FIRST_YEAR + ((at * 3 + Math.floor(at / THEME_COUNT)) % YEARS),
}))

/** Asked again and again: the facts are there, as they are after a write. */
export const FEW_THEME_YEARS = THEME_YEARS.slice(0, 8)

/** Asked once each, because the ground of a gap is kept. */
export const SHAPED_THEME_YEARS = THEME_YEARS.slice(100, 113)
