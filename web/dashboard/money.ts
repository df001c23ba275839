import type { Language } from '../../data/model/words.ts'
import { LOCALES } from '../text/index.ts'

/** No-break space: a sum and its unit stay on one line. */
const NBSP = '\u00a0'

const STEPS = [
  { from: 1e12, id: 'triliun', en: 'trillion' },
  { from: 1e9, id: 'miliar', en: 'billion' },
  { from: 1e6, id: 'juta', en: 'million' },
] as const

/** Three digits count: 18_313_000_000 -> "Rp 18,3 miliar" or "Rp 18.3 billion"; the files hold the whole number. */
export const formatRupiahShort = (rupiah: number, language: Language): string => {
  const step = STEPS.find(({ from }) => Math.abs(rupiah) >= from)
  const number = (rupiah / (step?.from ?? 1)).toLocaleString(LOCALES[language], { maximumSignificantDigits: 3 })
  return ['Rp', number, ...(step ? [step[language]] : [])].join(NBSP)
}
