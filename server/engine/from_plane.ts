import type { MultiPolygon, Polygon, Position } from 'geojson'
import { eastingOf, type FlatArea, northingOf, turnOfRing } from './equal_area.ts'

// WGS 84, as in the projection that is undone here.
const SEMI_MAJOR_M = 6_378_137
const FLATTENING = 1 / 298.257223563
const ECCENTRICITY2 = FLATTENING * (2 - FLATTENING)
const RADIANS = Math.PI / 180
const METRES_PER_DEGREE = eastingOf(1)
const POLE_M = northingOf(90)
/** Metres of northing per radian of latitude on the equator. */
const SLOPE_M = ((SEMI_MAJOR_M ** 2 * RADIANS) / METRES_PER_DEGREE) * (1 - ECCENTRICITY2)
const CLOSE_RADIANS = 1e-15
const MOST_STEPS = 8

/** Degrees of longitude. */
export const lngOf = (easting: number): number => easting / METRES_PER_DEGREE

/** Degrees of latitude, to 1e-12 up to 85 degrees: the nearer the pole, the less the plane tells them apart. */
export const latOf = (northing: number): number => {
  if (Math.abs(northing) >= POLE_M) return Math.sign(northing) * 90
  let radians = Math.asin(northing / POLE_M)
  // Newton: the first guess is off by 0.13 degrees at most, and every step squares what is left.
  for (let step = 0; step < MOST_STEPS; step++) {
    const sine = Math.sin(radians)
    const slopeM = (SLOPE_M * Math.cos(radians)) / (1 - ECCENTRICITY2 * sine * sine) ** 2
    const off = (northingOf(radians / RADIANS) - northing) / slopeM
    radians -= off
    if (Math.abs(off) < CLOSE_RADIANS) break
  }
  return radians / RADIANS
}

/** RFC 7946 asks for no more than seven decimals: a centimetre. */
const STEPS_PER_DEGREE = 1e7
const rounded = (degrees: number): number => Math.round(degrees * STEPS_PER_DEGREE) / STEPS_PER_DEGREE

const reversed = (ring: readonly number[]): number[] => {
  const back: number[] = []
  for (let i = ring.length - 2; i >= 0; i -= 2) back.push(ring[i]!, ring[i + 1]!)
  return back
}

/** A ring of rounded positions that runs `left`, closed, none twice in a row; null when rounding leaves it no area. */
const woundRing = (degrees: Float64Array, left: boolean): Float64Array | null => {
  const ring: number[] = []
  for (let i = 0; i + 1 < degrees.length; i += 2) {
    const [lng, lat] = [rounded(degrees[i]!), rounded(degrees[i + 1]!)]
    if (ring.at(-2) !== lng || ring.at(-1) !== lat) ring.push(lng, lat)
  }
  if (ring[0] !== ring.at(-2) || ring[1] !== ring.at(-1)) ring.push(ring[0]!, ring[1]!)
  const turn = turnOfRing(ring)
  if (ring.length < 8 || turn === 0) return null
  return Float64Array.from(turn > 0 === left ? ring : reversed(ring))
}

/** Seven decimals; outer rings run anticlockwise, holes clockwise (RFC 7946). */
export const wound = (degrees: FlatArea): FlatArea =>
  degrees.flatMap(([shell, ...holes]) => {
    const outer = shell && woundRing(shell, true)
    return outer ? [[outer, ...holes.flatMap((hole) => woundRing(hole, false) ?? [])]] : []
  })

const backPath = (metres: Float64Array): Float64Array =>
  metres.map((value, at) => (at % 2 === 0 ? lngOf(value) : latOf(value)))

/** Metres of the plane become lng, lat as RFC 7946 wants them; rounding may leave a ring that touches itself. */
export const toDegrees = (metres: FlatArea): FlatArea => wound(metres.map((rings) => rings.map(backPath)))

const positionsOf = (ring: Float64Array): Position[] =>
  Array.from({ length: ring.length / 2 }, (_, at) => [ring[2 * at]!, ring[2 * at + 1]!])

/** A flat area in degrees as GeoJSON. */
export const geojsonOf = (degrees: FlatArea): Polygon | MultiPolygon => {
  const coordinates = degrees.map((rings) => rings.map(positionsOf))
  return coordinates.length === 1
    ? { type: 'Polygon', coordinates: coordinates[0]! }
    : { type: 'MultiPolygon', coordinates }
}
