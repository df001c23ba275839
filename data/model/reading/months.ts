import type { Words } from '../words.ts'

/** Full names in both languages, by which a date is shown; number 1 is January. */
export const MONTH_WORDS: readonly Words[] = [
  { id: 'Januari', en: 'January' },
  { id: 'Februari', en: 'February' },
  { id: 'Maret', en: 'March' },
  { id: 'April', en: 'April' },
  { id: 'Mei', en: 'May' },
  { id: 'Juni', en: 'June' },
  { id: 'Juli', en: 'July' },
  { id: 'Agustus', en: 'August' },
  { id: 'September', en: 'September' },
  { id: 'Oktober', en: 'October' },
  { id: 'November', en: 'November' },
  { id: 'Desember', en: 'December' },
]

/** As people write them: both languages, their short forms and the older spellings. */
const SPELLINGS: readonly string[][] = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'pebruari', 'feb', 'peb'],
  ['maret', 'march', 'mar', 'mrt'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['agustus', 'august', 'agu', 'ags', 'agt', 'agust', 'agus', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nopember', 'nov', 'nop'],
  ['desember', 'december', 'des', 'dec'],
]

const NUMBERS = new Map(SPELLINGS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)))

/** 1 to 12; null for what is no month. */
export const findMonth = (word: string): number | null => NUMBERS.get(word.toLowerCase().replace(/\.$/, '')) ?? null
