import type { Kind } from './record.ts'
import type { Language, Words } from './words.ts'

/** A value as it is read, the record it names, and the part that plays here. */
export type FactValue = {
  readonly text: string
  readonly role?: string
  readonly to?: { readonly kind: Kind; readonly id: string }
}

/** What records name by id or code, in the reader's language. */
export type Names = {
  readonly language: Language
  organisation(id: string): string
  place(code: string): string
  theme(id: string): string
  urusan(id: string): string
}

const LOCALES: { readonly [L in Language]: string } = { id: 'id-ID', en: 'en-GB' }
/** No-break space: a figure and its unit stay on one line. */
const NBSP = '\u00a0'
const SIGNS: Readonly<Record<string, string>> = { km2: 'km²', m2: 'm²', m3: 'm³' }

export const said = (words: Words, { language }: Pick<Names, 'language'>): string => words[language]

/** Figures and dates as a language writes them; dates are read as UTC, so that everybody reads the same day. */
export const textOf = (language: Language) => {
  const locale = LOCALES[language]
  const number = (value: number) => value.toLocaleString(locale, { maximumFractionDigits: 2 })
  return {
    count: (value: number) => value.toLocaleString(locale),
    money: (rupiah: number) => `Rp${NBSP}${rupiah.toLocaleString(locale, { maximumFractionDigits: 0 })}`,
    measured: (value: number, unit: string) =>
      unit === '%' && language === 'en' ? `${number(value)}%` : `${number(value)}${NBSP}${SIGNS[unit] ?? unit}`,
    share: (share: number) =>
      `${(share * 100).toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })}${language === 'id' ? NBSP : ''}%`,
    date: (iso: string) =>
      new Date(iso).toLocaleDateString(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
  }
}
