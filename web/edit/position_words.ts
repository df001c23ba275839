import type { Position } from 'geojson'
import type { Language } from '../../data/model/words.ts'
import { LOCALES } from '../text/index.ts'

const SIDES: {
  readonly [L in Language]: { readonly lat: readonly [string, string]; readonly lng: readonly [string, string] }
} = {
  id: { lat: ['LU', 'LS'], lng: ['BT', 'BB'] },
  en: { lat: ['N', 'S'], lng: ['E', 'W'] },
}

/** Ten centimetres, in seconds of arc. */
const SECOND_DECIMALS = 1

const angle = (degrees: number, [above, below]: readonly [string, string], language: Language): string => {
  const tenths = Math.round(Math.abs(degrees) * 3600 * 10 ** SECOND_DECIMALS)
  const seconds = (tenths / 10 ** SECOND_DECIMALS) % 60
  const minutes = Math.floor(tenths / 10 ** SECOND_DECIMALS / 60) % 60
  const whole = Math.floor(tenths / 10 ** SECOND_DECIMALS / 3600)
  const digits = { minimumFractionDigits: SECOND_DECIMALS, maximumFractionDigits: SECOND_DECIMALS }
  const told = seconds.toLocaleString(LOCALES[language], digits)
  return `${whole}°${String(minutes).padStart(2, '0')}′${seconds < 10 ? '0' : ''}${told}″ ${degrees < 0 ? below : above}`
}

/** "0°04′10,2″ LS 111°29′42,0″ BT" or "0°04′10.2″ S 111°29′42.0″ E". */
export const inMinutes = ([lng = 0, lat = 0]: Position, language: Language): string =>
  `${angle(lat, SIDES[language].lat, language)} ${angle(lng, SIDES[language].lng, language)}`

/** "-0.06950, 111.49500": as it can be typed into any map. */
export const inDegrees = ([lng = 0, lat = 0]: Position): string => `${lat.toFixed(5)}, ${lng.toFixed(5)}`
