import { grown } from '../arena.ts'
import { toUnits, UNITS_PER_DEGREE } from '../grid.ts'
import { AREA } from '../packed.ts'
import type { Register } from '../register.ts'
import type { Frame } from './frame.ts'
import { isInPacked, someRing } from './packed_area.ts'

/** The point of a site that is nearest to a position: metres in the frame, and where it is. */
export type NearestPoint = { awayM: number; lng: number; lat: number }

/** An edge straight in degrees is bent in the frame, by no more than this for each square metre of its squared length. */
const BEND_PER_M2 = 4e-8
const LONGEST_PIECE_DEGREES = 0.1

/** The plane of the rough look has one scale for all: within 100 km and 30 degrees it is wrong by less than this share. */
const ROUGH_SHARE = 0.03

let rough2 = new Float64Array(2048)
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

/** Looks at one site after the other from the same position; what is returned is good until the next one. */
export const createNearestPoint = (
  lng: number,
  lat: number,
  frame: Frame,
  { columns, geometry }: Register,
): ((site: number) => NearestPoint) => {
  const { kind, boxes } = columns
  const numbers = geometry.numbers()
  const [x, y] = [toUnits(lng), toUnits(lat)]
  const best: NearestPoint = { awayM: Infinity, lng, lat }
  const shrink = Math.cos((lat * Math.PI) / 180)
  const foot = new Float64Array(2)
  const footM = new Float64Array(3)

  const offer = (index: number, along: number): void => {
    const at = 2 * index
    foot[0] = degrees[at]!
    foot[1] = degrees[at + 1]!
    if (along > 0) {
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

  const walk = (from: number, to: number): false => {
    const count = unfold(numbers, from, to)
    frame.place(degrees, count, metres)
    offer(0, 0)
    let leastM = best.awayM
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
      const reachM = leastM + lengthM2 * BEND_PER_M2
      if (px * px + py * py + pz * pz >= reachM * reachM) continue
      offer(index, along)
      leastM = best.awayM
    }
    return false
  }

  /** Squared lengths in a plane of units whose degrees are all as long as here; one for each edge, and the least of them. */
  const squint = (from: number, to: number): number => {
    rough2 = grown(rough2, (to - from) / 2)
    let least2 = Infinity
    let ax = (numbers[from]! - x) * shrink
    let ay = numbers[from + 1]! - y
    for (let at = from + 2, edge = 0; at < to; at += 2, edge += 1) {
      const bx = (numbers[at]! - x) * shrink
      const by = numbers[at + 1]! - y
      const dx = bx - ax
      const dy = by - ay
      const length2 = dx * dx + dy * dy
      const along = length2 === 0 ? 0 : -(ax * dx + ay * dy) / length2
      const share = along < 0 ? 0 : along > 1 ? 1 : along
      const px = ax + share * dx
      const py = ay + share * dy
      const away2 = px * px + py * py
      rough2[edge] = away2
      if (away2 < least2) least2 = away2
      ax = bx
      ay = by
    }
    return least2
  }

  /** A rough look at every edge, an exact one at those that may be the nearest. */
  const look = (from: number, to: number): false => {
    if (frame.doubt === null || to - from <= 4) return walk(from, to)
    const most2 = squint(from, to) * (1 + ROUGH_SHARE) ** 4
    for (let at = from, edge = 0; at + 2 < to; at += 2, edge += 1) if (rough2[edge]! <= most2) walk(at, at + 4)
    return false
  }

  const isIn = (site: number): boolean =>
    x >= boxes[4 * site]! &&
    x <= boxes[4 * site + 2]! &&
    y >= boxes[4 * site + 1]! &&
    y <= boxes[4 * site + 3]! &&
    isInPacked(numbers, geometry.start(site), x, y)

  return (site) => {
    const start = geometry.start(site)
    best.awayM = Infinity
    if (kind[site] !== AREA) look(start, geometry.end(site))
    else if (isIn(site)) {
      best.awayM = 0
      best.lng = lng
      best.lat = lat
    } else someRing(numbers, start, look)
    return best
  }
}
