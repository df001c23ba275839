import { grown } from '../arena.ts'
import { UNITS_PER_DEGREE } from '../grid.ts'
import type { Frame } from './frame.ts'

/** The point of a site that is nearest to a position: metres in the frame, and where it is. */
export type NearestPoint = { awayM: number; lng: number; lat: number }

/** An edge straight in degrees is bent in the frame, by no more than this for each square metre of its squared length. */
const BEND_PER_M2 = 4e-8
const LONGEST_PIECE_DEGREES = 0.1

let degrees = new Float64Array(4096)
let metres = new Float64Array(6144)

/** Writes a path of units as degrees into `degrees`, long edges in pieces, with room in `metres`; returns how many positions. */
const unfold = (units: Int32Array, from: number, to: number): number => {
  let count = 0
  for (let at = from; at < to; at += 2) {
    const lng = units[at]! / UNITS_PER_DEGREE
    const lat = units[at + 1]! / UNITS_PER_DEGREE
    const width = count === 0 ? 0 : lng - degrees[2 * count - 2]!
    const height = count === 0 ? 0 : lat - degrees[2 * count - 1]!
    const longest = Math.max(Math.abs(width), Math.abs(height))
    const pieces = longest <= LONGEST_PIECE_DEGREES ? 1 : Math.ceil(longest / LONGEST_PIECE_DEGREES)
    if (degrees.length < 2 * (count + pieces)) degrees = grown(degrees, 2 * (count + pieces))
    for (let left = pieces - 1; left > 0; left -= 1) {
      degrees[2 * count] = lng - (width * left) / pieces
      degrees[2 * count + 1] = lat - (height * left) / pieces
      count += 1
    }
    degrees[2 * count] = lng
    degrees[2 * count + 1] = lat
    count += 1
  }
  metres = grown(metres, 3 * count)
  return count
}

export type ExactWalk = {
  /** The nearest point so far. */
  readonly best: NearestPoint
  /** Follows a path of units. */
  walk(from: number, to: number): void
}

export const createExactWalk = (lng: number, lat: number, frame: Frame, numbers: Int32Array): ExactWalk => {
  const best: NearestPoint = { awayM: Infinity, lng, lat }
  const foot = new Float64Array(2)
  const footM = new Float64Array(3)

  const offer = (index: number, along: number): void => {
    const at = 2 * index
    foot[0] = degrees[at]!
    foot[1] = degrees[at + 1]!
    if (along === 1) {
      foot[0] = degrees[at + 2]!
      foot[1] = degrees[at + 3]!
    } else if (along > 0) {
      foot[0] += along * (degrees[at + 2]! - degrees[at]!)
      foot[1] += along * (degrees[at + 3]! - degrees[at + 1]!)
    }
    frame.place(foot, 1, footM)
    const awayM = Math.sqrt(footM[0]! * footM[0]! + footM[1]! * footM[1]! + footM[2]! * footM[2]!)
    if (awayM >= best.awayM) return
    best.awayM = awayM
    best.lng = foot[0]!
    best.lat = foot[1]!
  }

  const walk = (from: number, to: number): void => {
    const count = unfold(numbers, from, to)
    frame.place(degrees, count, metres)
    offer(0, 0)
    let nearestM = best.awayM
    for (let index = 0; index + 1 < count; index += 1) {
      const at = 3 * index
      const ax = metres[at]!
      const ay = metres[at + 1]!
      const az = metres[at + 2]!
      const dx = metres[at + 3]! - ax
      const dy = metres[at + 4]! - ay
      const dz = metres[at + 5]! - az
      const lengthM2 = dx * dx + dy * dy + dz * dz
      const along = lengthM2 === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy + az * dz) / lengthM2))
      const px = ax + along * dx
      const py = ay + along * dy
      const pz = az + along * dz
      const reachM = nearestM + lengthM2 * BEND_PER_M2
      if (px * px + py * py + pz * pz >= reachM * reachM) continue
      offer(index, along)
      nearestM = best.awayM
    }
  }

  return { best, walk }
}
