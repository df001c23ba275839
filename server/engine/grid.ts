import { eastingOf, northingOf } from './equal_area.ts'

/** Positions are kept as whole numbers of 1e-7 degree (1.1 cm), so that a border written twice is the same border twice. */
export const UNITS_PER_DEGREE = 1e7

export const toUnits = (degrees: number): number => Math.round(degrees * UNITS_PER_DEGREE)

/** Rounded to the grid, still in degrees. */
export const snap = (degrees: number): number => toUnits(degrees) / UNITS_PER_DEGREE

export const snapPath = (degrees: Float64Array): Float64Array => degrees.map(snap)

const EASTING_PER_UNIT = eastingOf(1) / UNITS_PER_DEGREE
export const eastingOfUnits = (units: number): number => units * EASTING_PER_UNIT

// Northing is smooth: cubic Hermite pieces of a hundredth of a degree differ from it by 4e-8 m at most, and take no sine.
const PIECE_UNITS = 100_000
const PIECES = (90 * UNITS_PER_DEGREE) / PIECE_UNITS
const HALF_STEP_DEGREES = 1e-4

const tabulate = (): Float64Array => {
  const pieces = new Float64Array((PIECES + 1) * 2)
  for (let piece = 0; piece <= PIECES; piece += 1) {
    const lat = (piece * PIECE_UNITS) / UNITS_PER_DEGREE
    pieces[2 * piece] = northingOf(lat)
    pieces[2 * piece + 1] =
      ((northingOf(lat + HALF_STEP_DEGREES) - northingOf(lat - HALF_STEP_DEGREES)) / (2 * HALF_STEP_DEGREES)) *
      (PIECE_UNITS / UNITS_PER_DEGREE)
  }
  return pieces
}
const NORTHINGS = tabulate()

/** Northing in metres of a latitude in units; the equator is 0, the south negative. */
export const northingOfUnits = (units: number): number => {
  const north = units < 0 ? -units : units
  const piece = Math.min(PIECES - 1, Math.floor(north / PIECE_UNITS))
  const t = (north - piece * PIECE_UNITS) / PIECE_UNITS
  const y0 = NORTHINGS[2 * piece]!
  const d0 = NORTHINGS[2 * piece + 1]!
  const y1 = NORTHINGS[2 * piece + 2]!
  const d1 = NORTHINGS[2 * piece + 3]!
  const rise = y1 - y0
  const northing = y0 + t * (d0 + t * (3 * rise - 2 * d0 - d1 + t * (d0 + d1 - 2 * rise)))
  return units < 0 ? -northing : northing
}

const LONGEST_STEP_UNITS = 100_000

/** Room for the metres of a ring of `positions` positions: its long edges are divided (see `projectPath`). */
export const projectUnits = (units: Int32Array, from: number, to: number, into: Float64Array): number => {
  let lng = units[from]!
  let lat = units[from + 1]!
  let at = 0
  into[at++] = eastingOfUnits(lng)
  into[at++] = northingOfUnits(lat)
  for (let i = from + 2; i < to; i += 2) {
    const nextLng = units[i]!
    const nextLat = units[i + 1]!
    const rise = nextLat - lat
    const pieces = Math.ceil(Math.abs(rise) / LONGEST_STEP_UNITS)
    if (pieces > 1) {
      // From the lower end whichever way the edge runs, so that neighbours keep sharing it to the last bit.
      const forward = rise > 0
      const lowLng = forward ? lng : nextLng
      const lowLat = forward ? lat : nextLat
      const widthUnits = forward ? nextLng - lng : lng - nextLng
      const heightUnits = forward ? rise : -rise
      for (let piece = 1; piece < pieces; piece += 1) {
        const share = (forward ? piece : pieces - piece) / pieces
        into[at++] = eastingOfUnits(lowLng + widthUnits * share)
        into[at++] = northingOfUnits(lowLat + heightUnits * share)
      }
    }
    into[at++] = eastingOfUnits(nextLng)
    into[at++] = northingOfUnits(nextLat)
    lng = nextLng
    lat = nextLat
  }
  return at
}

/** How many numbers `projectUnits` will write at most. */
export const roomFor = (units: Int32Array, from: number, to: number): number => {
  let positions = (to - from) / 2
  for (let i = from + 2; i < to; i += 2)
    positions += Math.floor(Math.abs(units[i + 1]! - units[i - 1]!) / LONGEST_STEP_UNITS)
  return 2 * positions
}
