import type { Language } from '../../data/model/words.ts'

const LOCALE: { readonly [L in Language]: string } = { id: 'id-ID', en: 'en-GB' }

export const numberText = (value: number, language: Language, digits = 0): string =>
  new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: digits }).format(value)

/** `22 November 2026`, of the day in UTC. */
export const dateText = (iso: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALE[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(iso),
  )

export const percentText = (part: number, whole: number, language: Language): string =>
  whole > 0 ? `${numberText((100 * part) / whole, language, part / whole < 0.1 ? 1 : 0)}\u00a0%` : '-'
