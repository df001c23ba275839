import { MONTHS } from '../../data/model/month.ts'
import type { Language } from '../../data/model/words.ts'
import { LOCALES } from '../text/index.ts'

/** "Maret 2026", or "Mar 2026" */
export const monthName = (month: number, language: Language, length: 'long' | 'short' = 'long'): string =>
  new Intl.DateTimeFormat(LOCALES[language], { month: length, year: 'numeric', timeZone: 'UTC' }).format(
    Date.UTC(Math.floor(month / MONTHS), month % MONTHS),
  )
