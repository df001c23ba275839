import { grown } from '../arena.ts'
import { UNITS_PER_DEGREE } from '../grid.ts'
import { createExactSearch } from './exact_search.ts'
import type { Frame, Plane } from './frame.ts'
import type { NearestSearch } from './nearest_search.ts'
import type { SiteSheet } from './site_sheet.ts'

const TURN = 360 * UNITS_PER_DEGREE
/** A square centimetre, for what rounding does to distances of nothing. */
const SPECK2 = 1e-4

/**
 * A rough look at every edge, an exact one at those that may have the nearest point: where all degrees are as long as at
 * the position most edges are told apart.
 */
export const createPlaneSearch = (
  lng: number,
  lat: number,
  frame: Frame,
  plane: Plane,
  numbers: Int32Array,
  sheet: SiteSheet,
): NearestSearch => {
  const exact = createExactSearch(frame, numbers, sheet)
  const [x, y] = [lng * UNITS_PER_DEGREE, lat * UNITS_PER_DEGREE]
  const acrossM = plane.eastM / UNITS_PER_DEGREE
  const alongM = plane.northM / UNITS_PER_DEGREE
  const slack2 = ((1 + plane.roughness) / (1 - plane.roughness)) ** 2
  /** Twice the square of how near each corner, or the edge before it, may come at least. */
  let twice2 = new Float64Array(256)
  /** Rivals of one site by where their edges begin, and their squared distances. */
  let rivals = new Int32Array(256)
  let rivals2 = new Float64Array(256)
  let count = 0
  /** Up to what squared distance they are rivals; in an array, because a number of its own would be made anew each time. */
  const most2 = new Float64Array(1)

  const makeRoom = (corners: number): void => {
    twice2 = grown(twice2, corners)
    rivals = grown(rivals, count + corners)
    rivals2 = grown(rivals2, count + corners)
  }

  /**
   * Looks at every corner and at the edge before it, and returns the square of the least distance of a corner. An edge
   * comes nearer than its ends where the foot lies between them: then by no more than their dot product says. A branch
   * that is guessed wrong would take longer than the rest: so the lesser of both is found without.
   */
  const survey = (from: number, to: number, x0: number): number => {
    // What stands outside the function would be looked up for every corner.
    const all = numbers
    const own2 = twice2
    const y0 = y
    const eastM = acrossM
    const northM = alongM
    let ax = (all[from]! - x0) * eastM
    let ay = (all[from + 1]! - y0) * northM
    let least2 = ax * ax + ay * ay
    for (let at = from + 2, corner = 1; at < to; at += 2, corner += 1) {
      const bx = (all[at]! - x0) * eastM
      const by = (all[at + 1]! - y0) * northM
      const corner2 = bx * bx + by * by
      const dot = ax * bx + ay * by
      own2[corner] = corner2 + dot - Math.abs(corner2 - dot)
      if (corner2 < least2) least2 = corner2
      ax = bx
      ay = by
    }
    return least2
  }

  const corner2At = (at: number, x0: number): number =>
    ((numbers[at]! - x0) * acrossM) ** 2 + ((numbers[at + 1]! - y) * alongM) ** 2

  const note = (from: number, to: number, x0: number): void => {
    const own2 = twice2
    const limit = 2 * most2[0]!
    // The first edge is the only one to end at the first corner.
    own2[1] = Math.min(own2[1]!, 2 * corner2At(from, x0))
    for (let at = from, corner = 1; at + 2 < to; at += 2, corner += 1) {
      if (own2[corner]! > limit) continue
      rivals[count] = at
      rivals2[count++] = own2[corner]!
    }
  }

  return {
    begin(mostM) {
      count = 0
      most2[0] = (mostM * (1 + plane.roughness)) ** 2 + SPECK2
      exact.begin(mostM)
    },
    look(from, to) {
      if (to - from === 2) return exact.look(from, to)
      if (twice2.length < (to - from) / 2 || rivals.length < count + (to - from) / 2) makeRoom((to - from) / 2)
      // Behind the date line the position is a turn away; a path never crosses it.
      const x0 = x + Math.round((numbers[from]! - x) / TURN) * TURN
      most2[0] = Math.min(most2[0]!, survey(from, to, x0) * slack2 + SPECK2)
      note(from, to, x0)
    },
    reachM: () => Math.sqrt(most2[0]!),
    end(place) {
      const limit = 2 * most2[0]!
      for (let rival = 0; rival < count; rival += 1) {
        if (rivals2[rival]! > limit) continue
        const from = rivals[rival]!
        while (rival + 1 < count && rivals[rival + 1] === rivals[rival]! + 2 && rivals2[rival + 1]! <= limit) rival += 1
        exact.look(from, rivals[rival]! + 4)
      }
      exact.end(place)
    },
  }
}
