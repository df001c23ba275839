import { grown } from '../arena.ts'
import { UNITS_PER_DEGREE } from '../grid.ts'
import type { Space } from './frame.ts'
import type { NearestSearch } from './nearest_search.ts'
import type { SiteSheet } from './site_sheet.ts'

/** An edge straight in degrees is bent in the frame, by no more than this for each square metre of its squared length. */
const BEND_PER_M2 = 4e-8
/** An edge straight in degrees is measured in pieces no longer than this. */
export const LONGEST_PIECE_DEGREES = 0.1

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

const lengthOf = (x: number, y: number, z: number): number => Math.sqrt(x * x + y * y + z * z)

/** Measures every edge in the frame. */
export const createExactSearch = (frame: Space, numbers: Int32Array, sheet: SiteSheet): NearestSearch => {
  const best = { awayM: Infinity, lng: 0, lat: 0 }
  let mostM = Infinity
  const foot = new Float64Array(2)
  const footM = new Float64Array(3)

  const offer = (lengthM: number, toLng: number, toLat: number): void => {
    if (lengthM >= best.awayM) return
    best.awayM = lengthM
    best.lng = toLng
    best.lat = toLat
  }

  const offerCorner = (corner: number): void => {
    const at = 3 * corner
    offer(lengthOf(metres[at]!, metres[at + 1]!, metres[at + 2]!), degrees[2 * corner]!, degrees[2 * corner + 1]!)
  }

  /** The point at a share of the edge that begins at a corner. */
  const offerFoot = (corner: number, share: number): void => {
    const at = 2 * corner
    foot[0] = degrees[at]! + share * (degrees[at + 2]! - degrees[at]!)
    foot[1] = degrees[at + 1]! + share * (degrees[at + 3]! - degrees[at + 1]!)
    frame.place(foot, 1, footM)
    offer(lengthOf(footM[0]!, footM[1]!, footM[2]!), foot[0]!, foot[1]!)
  }

  return {
    begin(farthestM) {
      mostM = farthestM
      best.awayM = Infinity
    },
    look(from, to) {
      const count = unfold(numbers, from, to)
      frame.place(degrees, count, metres)
      offerCorner(0)
      for (let corner = 0; corner + 1 < count; corner += 1) {
        const at = 3 * corner
        const ax = metres[at]!
        const ay = metres[at + 1]!
        const az = metres[at + 2]!
        const dx = metres[at + 3]! - ax
        const dy = metres[at + 4]! - ay
        const dz = metres[at + 5]! - az
        const length2 = dx * dx + dy * dy + dz * dz
        const along = -(ax * dx + ay * dy + az * dz)
        offerCorner(corner + 1)
        if (along <= 0 || along >= length2) continue
        const share = along / length2
        const reachM = best.awayM + length2 * BEND_PER_M2
        if (lengthOf(ax + share * dx, ay + share * dy, az + share * dz) < reachM) offerFoot(corner, share)
      }
    },
    reachM: () => Math.min(mostM, best.awayM),
    end(place) {
      sheet.awayM[place] = best.awayM
      sheet.points[2 * place] = best.lng
      sheet.points[2 * place + 1] = best.lat
    },
  }
}
