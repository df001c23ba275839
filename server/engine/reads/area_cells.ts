import type { DrawnArea } from './drawn_area.ts'

/** What is known of a box from the cells it meets: wholly in the area, wholly outside, or an edge may be near. */
export type Known = 'inside' | 'outside' | 'unknown'
export type AreaCells = { knownOf(west: number, south: number, east: number, north: number): Known }

/**
 * Cuts the box of an area into side x side cells and finds out which no edge comes near: they are wholly inside or
 * outside, and so is everything that meets only them. Sums over rows and columns answer for any box in four look-ups.
 */
export const cellsOf = ({ box, edges, holds }: DrawnArea, side: number): AreaCells => {
  const [west, south, east, north] = box
  // Wider by a unit than the box, so that its own east and north edge lie in the last cell.
  const width = (east - west + 1) / side
  const height = (north - south + 1) / side
  const column = (x: number) => Math.max(0, Math.min(side - 1, Math.floor((x - west) / width)))
  const row = (y: number) => Math.max(0, Math.min(side - 1, Math.floor((y - south) / height)))

  const isNear = new Uint8Array(side * side)
  for (let at = 0; at < edges.length; at += 4) {
    const [x1, y1, x2, y2] = [edges[at]!, edges[at + 1]!, edges[at + 2]!, edges[at + 3]!]
    const slope = y1 === y2 ? 0 : (x2 - x1) / (y2 - y1)
    const [low, high] = y1 < y2 ? [y1, y2] : [y2, y1]
    // A unit more on every side, so that what only touches a cell, or is rounded, is near it too.
    for (let r = row(low - 1); r <= row(high + 1); r += 1) {
      const from = Math.min(high, Math.max(low, south + r * height - 1))
      const to = Math.max(low, Math.min(high, south + (r + 1) * height + 1))
      const [a, b] = y1 === y2 ? [x1, x2] : [x1 + (from - y1) * slope, x1 + (to - y1) * slope]
      isNear.fill(1, r * side + column(Math.min(a, b) - 1), r * side + column(Math.max(a, b) + 1) + 1)
    }
  }

  const near = new Int32Array((side + 1) * (side + 1))
  const inside = new Int32Array((side + 1) * (side + 1))
  for (let r = 0; r < side; r += 1) {
    let isInside = false
    let isKnown = false
    let [nearHere, insideHere] = [0, 0]
    for (let c = 0; c < side; c += 1) {
      if (isNear[r * side + c] === 1) {
        nearHere += 1
        isKnown = false
      } else {
        // No edge lies between two cells in a row that no edge comes near.
        if (!isKnown) isInside = holds(Math.round(west + (c + 0.5) * width), Math.round(south + (r + 0.5) * height))
        isKnown = true
        if (isInside) insideHere += 1
      }
      const at = (r + 1) * (side + 1) + c + 1
      near[at] = near[at - side - 1]! + nearHere
      inside[at] = inside[at - side - 1]! + insideHere
    }
  }
  const within = (sums: Int32Array, left: number, low: number, right: number, high: number): number =>
    sums[(high + 1) * (side + 1) + right + 1]! -
    sums[low * (side + 1) + right + 1]! -
    sums[(high + 1) * (side + 1) + left]! +
    sums[low * (side + 1) + left]!

  return {
    knownOf(fromX, fromY, toX, toY) {
      if (toX < west || fromX > east || toY < south || fromY > north) return 'outside'
      const [left, low, right, high] = [column(fromX), row(fromY), column(toX), row(toY)]
      if (within(near, left, low, right, high) > 0) return 'unknown'
      return within(inside, left, low, right, high) > 0 ? 'inside' : 'outside'
    },
  }
}
