import { UNITS_PER_DEGREE } from '../grid.ts'
import type { Frame, Plane, Space } from './frame.ts'

const HALF_TURN = 180 * UNITS_PER_DEGREE
/** A degree of latitude is never longer, one of longitude neither. */
const LONGEST_DEGREE_M = 111_700

/** Metres of the frame that a box in units is away at least. */
export type LeastM = (west: number, south: number, east: number, north: number) => number

/** Without a branch, which is hard to guess among boxes on all sides. */
const notNegative = (number: number): number => (number + Math.abs(number)) / 2

const inPlane = (lng: number, lat: number, { eastM, northM, roughness }: Plane): LeastM => {
  const [x, y] = [lng * UNITS_PER_DEGREE, lat * UNITS_PER_DEGREE]
  const acrossM = eastM / UNITS_PER_DEGREE / (1 + roughness)
  const alongM = northM / UNITS_PER_DEGREE / (1 + roughness)
  return (west, south, east, north) => {
    // Around the globe the other way where that is shorter: what lies behind the date line.
    const middle = HALF_TURN - Math.abs(HALF_TURN - Math.abs(x - (west + east) / 2))
    const gap = middle - (east - west) / 2
    const rise = Math.abs(y - (south + north) / 2) - (north - south) / 2
    // A unit less: whether an area holds a position is asked of the position in whole units.
    const across = notNegative(gap - 1) * acrossM
    const along = notNegative(rise - 1) * alongM
    return Math.sqrt(across * across + along * along)
  }
}

const throughTheEarth = ({ place }: Space): LeastM => {
  const middle = new Float64Array(2)
  const metres = new Float64Array(3)
  return (west, south, east, north) => {
    const width = (east - west) / UNITS_PER_DEGREE
    const height = (north - south) / UNITS_PER_DEGREE
    middle[0] = west / UNITS_PER_DEGREE + width / 2
    middle[1] = south / UNITS_PER_DEGREE + height / 2
    place(middle, 1, metres)
    const radiusM = (Math.sqrt(width * width + height * height) / 2) * LONGEST_DEGREE_M
    const [x, y, z] = [metres[0]!, metres[1]!, metres[2]!]
    return Math.max(0, Math.sqrt(x * x + y * y + z * z) - radiusM)
  }
}

export const leastDistance = (lng: number, lat: number, frame: Frame): LeastM =>
  frame.plane ? inPlane(lng, lat, frame.plane) : throughTheEarth(frame)
