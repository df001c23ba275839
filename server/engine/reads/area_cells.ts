import { type AreaGrid, gridOf, INSIDE, OUTSIDE, UNKNOWN } from './area_grid.ts'
import type { DrawnArea } from './drawn_area.ts'
import { segmentsMeet } from './segments.ts'

export type AreaCells = {
  knownAt(x: number, y: number): number
  /** Of what touches every side of a box, as a site does with its own: one side within the area is enough. */
  knownOf(west: number, south: number, east: number, north: number): number
  /** Whether a path, the numbers from `from` to `to`, meets an edge of the area or comes into one of its inner cells. */
  meetsPath(numbers: Int32Array, from: number, to: number): boolean
}

/** Where more edges than these crowd in a row of cells, the index of the area finds the right one sooner. */
const MOST_EDGES = 64

/** Whether an edge that comes near one of a box of cells meets a segment. */
const createEdgeMeeting = ({ edges, crosses }: DrawnArea, { side, column, row, near, starts }: AreaGrid) => {
  return (x1: number, y1: number, x2: number, y2: number): boolean => {
    const west = x1 < x2 ? x1 : x2
    const south = y1 < y2 ? y1 : y2
    const east = x1 < x2 ? x2 : x1
    const north = y1 < y2 ? y2 : y1
    const left = column(west)
    const right = column(east)
    const high = row(north)
    for (let r = row(south); r <= high; r += 1) {
      const to = starts[r * side + right + 1]!
      let index = starts[r * side + left]!
      if (to - index > MOST_EDGES) return crosses(x1, y1, x2, y2)
      for (; index < to; index += 1) {
        const at = near[index]!
        const u1 = edges[at]!
        const v1 = edges[at + 1]!
        const u2 = edges[at + 2]!
        const v2 = edges[at + 3]!
        if ((u1 > east && u2 > east) || (u1 < west && u2 < west)) continue
        if ((v1 > north && v2 > north) || (v1 < south && v2 < south)) continue
        if (segmentsMeet(x1, y1, x2, y2, u1, v1, u2, v2)) return true
      }
    }
    return false
  }
}

/** Cuts the box of an area into cells: those that no edge comes near are wholly inside or outside, and so is everything that meets only them. */
export const cellsOf = (area: DrawnArea, side: number): AreaCells => {
  const [west, south, east, north] = area.box
  const grid = gridOf(area, side)
  const { column, row, states, sums } = grid
  const meetsEdge = createEdgeMeeting(area, grid)

  const cellAt = (x: number, y: number): number => row(y) * side + column(x)
  const unknownsIn = (left: number, low: number, right: number, high: number): number => {
    const above = (high + 1) * (side + 1)
    const below = low * (side + 1)
    return sums[above + right + 1]! - sums[below + right + 1]! - sums[above + left]! + sums[below + left]!
  }
  const isInner = (left: number, low: number, right: number, high: number): boolean =>
    states[low * side + left] === INSIDE && unknownsIn(left, low, right, high) === 0
  /** On which sides of the box of the area a position lies, a bit each; 0 in the box. */
  const besideOf = (x: number, y: number): number =>
    (x < west ? 1 : x > east ? 2 : 0) | (y < south ? 4 : y > north ? 8 : 0)
  const meetsSegment = (x1: number, y1: number, x2: number, y2: number): boolean => {
    const c1 = column(x1)
    const r1 = row(y1)
    const c2 = column(x2)
    const r2 = row(y2)
    const known = states[r2 * side + c2]
    if (known === INSIDE) return true
    if (c1 === c2 && r1 === r2 && known === OUTSIDE) return false
    const unknowns = unknownsIn(c1 < c2 ? c1 : c2, r1 < r2 ? r1 : r2, c1 < c2 ? c2 : c1, r1 < r2 ? r2 : r1)
    return unknowns > 0 && meetsEdge(x1, y1, x2, y2)
  }

  return {
    knownAt: (x, y) => states[cellAt(x, y)]!,
    knownOf(x1, y1, x2, y2) {
      if ((besideOf(x1, y1) & besideOf(x2, y2)) !== 0) return OUTSIDE
      const left = column(x1)
      const low = row(y1)
      const right = column(x2)
      const high = row(y2)
      // Where no cell is unknown, all are alike.
      if (unknownsIn(left, low, right, high) === 0) return states[low * side + left]!
      const isHeld =
        isInner(left, low, left, high) ||
        isInner(right, low, right, high) ||
        isInner(left, low, right, low) ||
        isInner(left, high, right, high)
      return isHeld ? INSIDE : UNKNOWN
    },
    meetsPath(numbers, from, to) {
      let x1 = numbers[from]!
      let y1 = numbers[from + 1]!
      let beside1 = besideOf(x1, y1)
      if (states[cellAt(x1, y1)] === INSIDE) return true
      for (let at = from + 2; at < to; at += 2) {
        const x2 = numbers[at]!
        const y2 = numbers[at + 1]!
        const beside2 = besideOf(x2, y2)
        if ((beside1 & beside2) === 0 && meetsSegment(x1, y1, x2, y2)) return true
        x1 = x2
        y1 = y2
        beside1 = beside2
      }
      return false
    },
  }
}
