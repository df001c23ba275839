import type { Words } from '../words.ts'
import { type Angle, type Axis, parseAngle, parseCoordinates } from './coordinates.ts'
import { numbersIn } from './numbers.ts'
import { type Meaning, quoted, type Reading, read, unread } from './reading.ts'

export type LngLat = { readonly lng: number; readonly lat: number }

const AXIS_WORDS: { readonly [A in Axis]: Words } = {
  lng: { id: 'bujur, misalnya 111,4951 atau 111°29\'42" BT', en: 'longitude, such as 111.4951 or 111°29\'42" E' },
  lat: { id: 'lintang, misalnya -0,0695 atau 0°04\'10" LS', en: 'latitude, such as -0.0695 or 0°04\'10" S' },
}

const noAngle = (text: string, axis: Axis): Words => ({
  id: `${quoted(text)} bukan derajat. Tulis ${AXIS_WORDS[axis].id}.`,
  en: `${quoted(text)} is not in degrees. Write a ${AXIS_WORDS[axis].en}.`,
})
const noPosition = (text: string): Words => ({
  id: `${quoted(text)} bukan posisi. Tulis lintang lalu bujur, misalnya -0,0695; 111,4951.`,
  en: `${quoted(text)} is not a position. Write the latitude, then the longitude, such as -0.0695; 111.4951.`,
})
const whichOrder = (text: string): Words => ({
  id: `${quoted(text)} tidak menyebut mana lintang dan mana bujur. Pilih yang dimaksud.`,
  en: `${quoted(text)} does not say which is the latitude and which the longitude. Choose what is meant.`,
})

/** One column's degrees. The axis is null where the text names none; it may name the other one. */
export const readAngle = (text: string, axis: Axis): Reading<Angle> => {
  const angle = parseAngle(text)
  return angle ? read(angle) : unread(noAngle(text, axis))
}

/** Written so that no order can be mistaken. */
export const plainPosition = ({ lng, lat }: LngLat): string =>
  `${Math.abs(lat)} ${lat < 0 ? 'LS' : 'LU'} ${Math.abs(lng)} ${lng < 0 ? 'BB' : 'BT'}`

const positionWords = ({ lng, lat }: LngLat): Words => ({
  id: `lintang ${lat}, bujur ${lng}`.replaceAll('.', ','),
  en: `latitude ${lat}, longitude ${lng}`,
})
const meaning = (place: LngLat): Meaning<LngLat> => ({
  value: place,
  text: plainPosition(place),
  words: positionWords(place),
})

/** A pair in one text; which number is which must be said, or follow because no latitude exceeds 90. */
export const readPosition = (text: string): Reading<LngLat> => {
  const found = parseCoordinates(text)
  if (!found) return unread(noPosition(text))
  const { lng, lat, order } = found
  if (order !== 'assumed' || lng === lat) return read({ lng, lat })
  return {
    kind: 'ambiguous',
    readings: [meaning({ lng, lat }), meaning({ lng: lat, lat: lng })],
    words: whichOrder(text),
  }
}

const MOST_DEGREES = 180

/**
 * Two numbers too large for degrees, both written in one style: metres of a projection, or digits whose decimal mark was lost.
 * Where both styles can be read the larger is meant: 555,092 is no half kilometre, because no grid begins so near.
 */
export const findMetres = (x: string, y: string): readonly [x: number, y: number] | null => {
  const [xs, ys] = [numbersIn(x), numbersIn(y)]
  return (
    xs
      .flatMap((a) => ys.filter(({ style }) => style === a.style).map((b) => [a.value, b.value] as const))
      .filter(([a, b]) => Math.abs(a) > MOST_DEGREES && Math.abs(b) > MOST_DEGREES)
      .sort(([a], [b]) => Math.abs(b) - Math.abs(a))[0] ?? null
  )
}
