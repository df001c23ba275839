import { unitIn } from '../../../data/model/unit.ts'
import type { Language } from '../../../data/model/words.ts'
import { LOCALES } from '../../text/index.ts'

/** No-break space: a figure and its unit stay on one line. */
const NBSP = '\u00a0'

/** Two decimals at most: 18313.91 -> "18.313,91" or "18,313.91". */
export const formatNumber = (value: number, language: Language, least = 0): string =>
  value.toLocaleString(LOCALES[language], { minimumFractionDigits: least, maximumFractionDigits: 2 })

/** Hectares by the size of the thing: whole from a hundred on, two decimals below. */
export const formatHa = (areaHa: number, language: Language): string =>
  areaHa.toLocaleString(LOCALES[language], { maximumFractionDigits: areaHa >= 100 ? 0 : 2 })

/** 24.1, "%" -> "24,1 %" or "24.1%"; 282.97, "km2" -> "282,97 km²"; 9, "pulau" -> "9 islands" in English. */
export const formatWithUnit = (value: number, unit: string, language: Language, least = 0): string => {
  const number = formatNumber(value, language, least)
  return unit === '%' && language === 'en' ? `${number}%` : `${number}${NBSP}${unitIn(unit, value, language)}`
}

export const formatRupiah = (rupiah: number, language: Language): string =>
  `Rp${NBSP}${rupiah.toLocaleString(LOCALES[language], { maximumFractionDigits: 0 })}`
