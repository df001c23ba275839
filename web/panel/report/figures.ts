import type { Language } from '../../../data/model/words.ts'
import { LOCALES } from '../../text/index.ts'

/** As exact as it matters for a distance on the map: 3.42, 34.2, 342. */
export const formatKm = (km: number, language: Language): string =>
  km.toLocaleString(LOCALES[language], { maximumSignificantDigits: 3 })

/** A rough figure looks rough: two digits count, the rest are noughts. */
export const formatRoughHa = (areaHa: number, language: Language): string =>
  areaHa.toLocaleString(LOCALES[language], { maximumSignificantDigits: 2 })
