import { grown } from '../arena.ts'
import { UNITS_PER_DEGREE } from '../grid.ts'
import type { Plane } from './frame.ts'

const TURN = 360 * UNITS_PER_DEGREE
/** A square centimetre, for what rounding does to distances of nothing. */
const SPECK2 = 1e-4

/** Hands over from where to where a path may hold its point nearest to the position, unless it is farther than `mostM`. */
export type Rivals = (from: number, to: number, mostM: number, run: (from: number, to: number) => void) => void

/** A rough look at paths of units: with degrees that are all as long as at the position most edges are told apart. */
export const createRivals = (lng: number, lat: number, plane: Plane, numbers: Int32Array): Rivals => {
  const [x, y] = [lng * UNITS_PER_DEGREE, lat * UNITS_PER_DEGREE]
  const acrossM = plane.eastM / UNITS_PER_DEGREE
  const alongM = plane.northM / UNITS_PER_DEGREE
  const slack2 = ((1 + plane.roughness) / (1 - plane.roughness)) ** 2
  /** Twice the square of how near each corner, or the edge before it, may come at least. */
  let twice2 = new Float64Array(256)
  /** Rivals by where their edges begin, and their squared distances. */
  let edges = new Int32Array(256)
  let edges2 = new Float64Array(256)
  let count = 0

  const makeRoom = (corners: number): void => {
    twice2 = grown(twice2, corners)
    edges = grown(edges, corners)
    edges2 = grown(edges2, corners)
  }

  /**
   * Looks at every corner and at the edge before it, and returns the square of the least distance of a corner. An edge
   * comes nearer than its ends where the foot lies between them: then by no more than their dot product says. A branch
   * that is guessed wrong would take longer than the rest: so the lesser of both is found without.
   */
  const survey = (from: number, to: number, x0: number): number => {
    const [all, own2] = [numbers, twice2]
    let ax = (all[from]! - x0) * acrossM
    let ay = (all[from + 1]! - y) * alongM
    let least2 = ax * ax + ay * ay
    own2[0] = Infinity
    for (let at = from + 2, corner = 1; at < to; at += 2, corner += 1) {
      const bx = (all[at]! - x0) * acrossM
      const by = (all[at + 1]! - y) * alongM
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

  const edge2At = (at: number, x0: number): number => {
    const ax = (numbers[at]! - x0) * acrossM
    const ay = (numbers[at + 1]! - y) * alongM
    const dx = (numbers[at + 2]! - numbers[at]!) * acrossM
    const dy = (numbers[at + 3]! - numbers[at + 1]!) * alongM
    const length2 = dx * dx + dy * dy
    const share = length2 === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length2))
    return (ax + share * dx) ** 2 + (ay + share * dy) ** 2
  }

  /** Notes the edges that may come as near as `most2`; returns up to what squared distance they still are rivals. */
  const note = (from: number, to: number, x0: number, most2: number): number => {
    let still2 = most2
    count = 0
    // The first edge is the only one to end at the first corner.
    twice2[1] = Math.min(twice2[1]!, 2 * corner2At(from, x0))
    for (let at = from, corner = 1; at + 2 < to; at += 2, corner += 1) {
      if (twice2[corner]! > 2 * most2) continue
      const edge2 = edge2At(at, x0)
      edges[count] = at
      edges2[count++] = edge2
      still2 = Math.min(still2, edge2 * slack2 + SPECK2)
    }
    return still2
  }

  return (from, to, mostM, run) => {
    makeRoom((to - from) / 2)
    // Behind the date line the position is a turn away; a path never crosses it.
    const x0 = x + Math.round((numbers[from]! - x) / TURN) * TURN
    const least2 = survey(from, to, x0)
    const most2 = note(from, to, x0, Math.min((mostM * (1 + plane.roughness)) ** 2, least2 * slack2) + SPECK2)
    for (let at = 0; at < count; at += 1) {
      if (edges2[at]! > most2) continue
      const first = at
      while (at + 1 < count && edges[at + 1] === edges[at]! + 2 && edges2[at + 1]! <= most2) at += 1
      run(edges[first]!, edges[at]! + 4)
    }
  }
}
