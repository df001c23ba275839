import type { Language } from '../../../data/model/words.ts'
import { LOCALES } from '../../text/index.ts'

/** As exact as it matters for a distance on the map: 3.42, 34.2, 342. */
export const formatKm = (km: number, language: Language): string =>
  km.toLocaleString(LOCALES[language], { maximumSignificantDigits: 3 })

/** Below a kilometre in metres. */
export const lengthWords = (lengthM: number, language: Language): string =>
  lengthM < 1000 ? `${formatKm(lengthM, language)} m` : `${formatKm(lengthM / 1000, language)} km`

/** A rough figure looks rough: two digits count, the rest are noughts. */
export const formatRoughHa = (areaHa: number, language: Language): string =>
  areaHa.toLocaleString(LOCALES[language], { maximumSignificantDigits: 2 })
