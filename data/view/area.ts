import { type Code, parseCode } from '../model/codes.ts'

/** Longitude, latitude in degrees. */
export type Point = readonly [lng: number, lat: number]

/** What a report is asked about; the ring of a polygon is open, its first point is not repeated. */
export type Area =
  | { readonly kind: 'polygon'; readonly ring: readonly Point[] }
  | { readonly kind: 'box'; readonly bbox: readonly [west: number, south: number, east: number, north: number] }
  | { readonly kind: 'circle'; readonly centre: Point; readonly radiusKm: number }
  | { readonly kind: 'units'; readonly codes: readonly Code[] }

/** More would make an address that some programs cut off; a hand seldom sets so many. */
export const MOST_POINTS = 150
export const MOST_UNITS = 120
/** A wider buffer is refused by the server; a wider circle is asked for as a polygon. */
export const MOST_BUFFER_KM = 50
export const MOST_RADIUS_KM = 500

/** 5 decimals of a degree are a metre, 3 decimals of a kilometre too. */
const degrees = (value: number): number => Number(value.toFixed(5))
const metres = (km: number): number => Number(km.toFixed(3))

const isPoint = ([lng, lat]: readonly number[]): boolean =>
  lng !== undefined && lat !== undefined && Math.abs(lng) <= 180 && Math.abs(lat) <= 85

const pairsOf = (numbers: readonly number[]): readonly Point[] =>
  Array.from({ length: numbers.length / 2 }, (_, at): Point => [numbers[2 * at] ?? 0, numbers[2 * at + 1] ?? 0])

const parsePolygon = (numbers: readonly number[]): Area | null => {
  const ring = pairsOf(numbers)
  const whole = numbers.length % 2 === 0 && ring.length >= 3 && ring.length <= MOST_POINTS
  return whole && ring.every(isPoint) ? { kind: 'polygon', ring } : null
}

const parseBox = (numbers: readonly number[]): Area | null => {
  const [west = 0, south = 0, east = 0, north = 0] = numbers
  const sound = numbers.length === 4 && isPoint([west, south]) && isPoint([east, north]) && west < east && south < north
  return sound ? { kind: 'box', bbox: [west, south, east, north] } : null
}

const parseCircle = (numbers: readonly number[]): Area | null => {
  const [lng = 0, lat = 0, radiusKm = 0] = numbers
  const sound = numbers.length === 3 && isPoint([lng, lat]) && radiusKm > 0 && radiusKm <= MOST_RADIUS_KM
  return sound ? { kind: 'circle', centre: [lng, lat], radiusKm } : null
}

const parseUnits = (text: string): Area | null => {
  const codes = text === '' ? [] : text.split(',')
  return codes.length <= MOST_UNITS && codes.every((code) => parseCode(code) !== null)
    ? { kind: 'units', codes: [...new Set(codes)] }
    : null
}

/** `polygon:lng,lat,…`, `box:west,south,east,north`, `circle:lng,lat,km` or `units:code,…`; null when damaged. */
export const parseArea = (text: string): Area | null => {
  const at = text.indexOf(':')
  const kind = text.slice(0, at)
  const rest = text.slice(at + 1)
  if (kind === 'units') return parseUnits(rest)
  const numbers = rest.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  if (at < 0 || !numbers.every(Number.isFinite)) return null
  if (kind === 'polygon') return parsePolygon(numbers)
  if (kind === 'box') return parseBox(numbers)
  return kind === 'circle' ? parseCircle(numbers) : null
}

export const formatArea = (area: Area | null): string => {
  switch (area?.kind) {
    case 'polygon':
      return `polygon:${area.ring.flat().map(degrees)}`
    case 'box':
      return `box:${area.bbox.map(degrees)}`
    case 'circle':
      return `circle:${[...area.centre.map(degrees), metres(area.radiusKm)]}`
    case 'units':
      return `units:${area.codes}`
    default:
      return ''
  }
}

/** 0 up to `most` kilometres, to the metre. */
export const parseKm = (text: string, most: number): number | null => {
  const km = text.trim() === '' ? Number.NaN : Number(text)
  return km >= 0 && km <= most ? metres(km) : null
}

export const parseBuffer = (text: string): number | null => parseKm(text, MOST_BUFFER_KM)
