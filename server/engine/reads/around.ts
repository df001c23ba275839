import { UNITS_PER_DEGREE } from '../grid.ts'
import type { UnitBox } from '../site_index.ts'

const RADIANS = Math.PI / 180
/** The shortest degree of latitude is 110.574 km; a little less makes the box larger than it has to be, never smaller. */
const KM_PER_DEGREE = 110
const HALF_WAY_ROUND = 180 * UNITS_PER_DEGREE
/** No two positions are farther apart. */
export const FARTHEST_KM = 20_040

/** One box, or two at the date line, around all that lies within `km` of a position. */
export const boxesAround = (lng: number, lat: number, km: number): UnitBox[] => {
  const reach = km / KM_PER_DEGREE
  const [south, north] = [
    Math.max(-90, lat - reach) * UNITS_PER_DEGREE - 1,
    Math.min(90, lat + reach) * UNITS_PER_DEGREE + 1,
  ]
  // A circle around a pole, or over it, meets every meridian.
  if (Math.abs(lat) + reach >= 90) return [[-HALF_WAY_ROUND, south, HALF_WAY_ROUND, north]]
  const width =
    (Math.asin(Math.min(1, Math.sin(reach * RADIANS) / Math.cos(lat * RADIANS))) / RADIANS) * UNITS_PER_DEGREE
  const [west, east] = [lng * UNITS_PER_DEGREE - width - 1, lng * UNITS_PER_DEGREE + width + 1]
  const boxes: UnitBox[] = [[Math.max(west, -HALF_WAY_ROUND), south, Math.min(east, HALF_WAY_ROUND), north]]
  if (west <= -HALF_WAY_ROUND) boxes.push([west + 2 * HALF_WAY_ROUND, south, HALF_WAY_ROUND, north])
  if (east >= HALF_WAY_ROUND) boxes.push([-HALF_WAY_ROUND, south, east - 2 * HALF_WAY_ROUND, north])
  return boxes
}
