import { grown } from '../arena.ts'
import { UNITS_PER_DEGREE } from '../grid.ts'
import type { Plane } from './frame.ts'
import type { NearestSearch } from './nearest_search.ts'
import { createPlaneMeasure } from './plane_measure.ts'
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
  plane: Plane,
  numbers: Int32Array,
  sheet: SiteSheet,
): NearestSearch => {
  const exact = createPlaneMeasure(lng, lat, plane, numbers, sheet)
  const [x, y] = [lng * UNITS_PER_DEGREE, lat * UNITS_PER_DEGREE]
  const acrossM = plane.eastM / UNITS_PER_DEGREE
  const alongM = plane.northM / UNITS_PER_DEGREE
  const slack2 = ((1 + plane.roughness) / (1 - plane.roughness)) ** 2
  /** Rivals of one site by where their edges begin, and twice the square of how near each may come at least. */
  let rivals = new Int32Array(256)
  let rivalsTwice2 = new Float64Array(256)
  let count = 0
  /** Up to what squared distance they are rivals; in an array, because a number of its own would be made anew each time. */
  const most2 = new Float64Array(1)

  const makeRoom = (corners: number): void => {
    rivals = grown(rivals, count + corners)
    rivalsTwice2 = grown(rivalsTwice2, count + corners)
  }

  /**
   * Looks at every corner and at the edge before it: an edge comes nearer than its ends where the foot lies between them,
   * then by no more than their dot product says. A branch for each case would be guessed wrong too often: so the lesser of
   * both is found without, and only what may be nearer than all before it is noted.
   */
  const survey = (from: number, to: number, x0: number): void => {
    // What stands outside the function would be looked up for every corner.
    const all = numbers
    const [edges, edgesTwice2] = [rivals, rivalsTwice2]
    const y0 = y
    const eastM = acrossM
    const northM = alongM
    const twiceSlack2 = 2 * slack2
    let noted = count
    let ax = (all[from]! - x0) * eastM
    let ay = (all[from + 1]! - y0) * northM
    const first2 = ax * ax + ay * ay
    let limit = Math.min(2 * most2[0]!, first2 * twiceSlack2 + 2 * SPECK2)
    // Only the first edge ends at the first corner.
    edges[noted] = from
    edgesTwice2[noted++] = 2 * first2
    for (let at = from + 2; at < to; at += 2) {
      const bx = (all[at]! - x0) * eastM
      const by = (all[at + 1]! - y0) * northM
      const corner2 = bx * bx + by * by
      const dot = ax * bx + ay * by
      const twice2 = corner2 + dot - Math.abs(corner2 - dot)
      if (twice2 <= limit) {
        edges[noted] = at - 2
        edgesTwice2[noted++] = twice2
        const least = corner2 * twiceSlack2 + 2 * SPECK2
        if (least < limit) limit = least
      }
      ax = bx
      ay = by
    }
    count = noted
    most2[0] = limit / 2
  }

  return {
    begin(mostM) {
      count = 0
      most2[0] = (mostM * (1 + plane.roughness)) ** 2 + SPECK2
      exact.begin()
    },
    look(from, to) {
      if (to - from === 2) return exact.corner(from)
      if (rivals.length < count + (to - from) / 2) makeRoom((to - from) / 2)
      // Behind the date line the position is a turn away; a path never crosses it.
      const x0 = x + Math.round((numbers[from]! - x) / TURN) * TURN
      survey(from, to, x0)
    },
    reachM: () => Math.sqrt(most2[0]!),
    end(place) {
      const limit = 2 * most2[0]!
      for (let rival = 0; rival < count; rival += 1) if (rivalsTwice2[rival]! <= limit) exact.edge(rivals[rival]!)
      exact.end(place)
    },
  }
}
