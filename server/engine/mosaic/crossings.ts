import type { Edges } from './edges.ts'
import type { Frame } from './frame.ts'
import { splitAtMeeting, splitOrJoin } from './meeting.ts'
import { createNeighbours } from './neighbours.ts'
import { clearSplits, createSplits, splitEdges } from './splits.ts'
import type { Vertices } from './vertices.ts'

/**
 * Rounding a crossing bends two edges by less than a square of the grid, which may make them cross others. Nearly always
 * the second pass finds nothing; the worst that shapes made for it needed is nine.
 */
const MOST_PASSES = 64
/** Borders drawn twice with rounding between would be joined one corner a pass: from here on all are looked at again. */
const PATIENCE = 3

/** Splits edges where they cross or touch, until they meet in vertices only. */
export const createCrossings = () => {
  const splits = createSplits()
  const neighbours = createNeighbours()

  const find = (vertices: Vertices, edges: Edges, frame: Frame, pass: number): void => {
    clearSplits(splits, edges.count)
    if (pass === PATIENCE) edges.isNew.fill(1, 0, edges.count)
    const split = pass === 0 ? splitAtMeeting : splitOrJoin
    neighbours.each(vertices, edges, frame, (one, other) => split(vertices, edges, one, other, splits))
  }

  /** The edges that are left stand in one of the two. */
  return (vertices: Vertices, drawn: Edges, spare: Edges, frame: Frame): Edges => {
    let edges = drawn
    let next = spare
    for (let pass = 0; pass < MOST_PASSES; pass += 1) {
      find(vertices, edges, frame, pass)
      if (pass > 0 && splits.count === 0) return edges
      splitEdges(splits, vertices, edges, next)
      if (!splits.isAnyBent) return next
      ;[edges, next] = [next, edges]
    }
    throw new Error('Edges that are bent to the grid cross each other again and again')
  }
}
