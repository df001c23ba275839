import { grown } from '../arena.ts'
import { createOrder, sortByKey } from '../sweep/order.ts'
import { type Edges, isIdle } from './edges.ts'
import type { Frame } from './frame.ts'
import type { Vertices } from './vertices.ts'

/** Two edges whose boxes meet. */
type Meet = (one: number, other: number) => void

/** About so many edges a row are met from west to east. */
const A_ROW = 50

/** Finds the edges whose boxes meet, at least one of them new: in rows from south to north, in each from west to east. */
export const createNeighbours = () => {
  /** By edge: west, south, east, north, and the first and the last row it is in. */
  let boxes = new Float64Array(4 * 1024)
  let firstRow = new Int32Array(1024)
  let lastRow = new Int32Array(1024)
  let rows = 1
  /** Row `r` holds the edges from `starts[r]` to `starts[r + 1]`. */
  let starts = new Int32Array(64)
  let held = new Int32Array(1024)
  /** Of one row: the edges from west to east, and their boxes. */
  let inOrder = new Int32Array(1024)
  let row = new Float64Array(4 * 1024)
  let wests = new Float64Array(1024)
  const order = createOrder()

  const box = ({ x, y }: Vertices, { low, high, count }: Edges): void => {
    boxes = grown(boxes, 4 * count)
    for (let edge = 0, at = 0; edge < count; edge += 1, at += 4) {
      const x1 = x[low[edge]!]!
      const x2 = x[high[edge]!]!
      const y1 = y[low[edge]!]!
      const y2 = y[high[edge]!]!
      boxes[at] = x1 < x2 ? x1 : x2
      boxes[at + 1] = y1 < y2 ? y1 : y2
      boxes[at + 2] = x1 < x2 ? x2 : x1
      boxes[at + 3] = y1 < y2 ? y2 : y1
    }
  }

  /** Edges that are idle meet nothing and are in no row. */
  const fill = (edges: Edges, [, south, , north]: Frame): void => {
    const { count } = edges
    rows = Math.ceil(count / A_ROW)
    const perUnit = rows / (north - south + 1)
    const rowOf = (y: number): number => Math.max(0, Math.min(rows - 1, Math.floor((y - south) * perUnit)))
    firstRow = grown(firstRow, count)
    lastRow = grown(lastRow, count)
    starts = grown(starts, rows + 2)
    starts.fill(0, 0, rows + 2)
    for (let edge = 0; edge < count; edge += 1) {
      const isOut = isIdle(edges, edge)
      firstRow[edge] = isOut ? 1 : rowOf(boxes[4 * edge + 1]!)
      lastRow[edge] = isOut ? 0 : rowOf(boxes[4 * edge + 3]!)
      for (let row = firstRow[edge]!; row <= lastRow[edge]!; row += 1) starts[row + 2] = starts[row + 2]! + 1
    }
    for (let row = 2; row < rows + 2; row += 1) starts[row] = starts[row]! + starts[row - 1]!
    held = grown(held, starts[rows + 1]!)
    for (let edge = 0; edge < count; edge += 1)
      for (let row = firstRow[edge]!; row <= lastRow[edge]!; row += 1) {
        const to = starts[row + 1]!
        held[to] = edge
        starts[row + 1] = to + 1
      }
  }

  const sortRow = (start: number, count: number, [west, , east]: Frame): void => {
    wests = grown(wests, count)
    row = grown(row, 4 * count)
    inOrder = grown(inOrder, count)
    for (let at = 0; at < count; at += 1) wests[at] = boxes[4 * held[start + at]!]!
    const sorted = sortByKey(order, wests, count, west, east)
    for (let at = 0; at < count; at += 1) {
      const edge = held[start + sorted[at]!]!
      inOrder[at] = edge
      for (let side = 0; side < 4; side += 1) row[4 * at + side] = boxes[4 * edge + side]!
    }
  }

  const eachInRow = (number: number, { isNew }: Edges, frame: Frame, meet: Meet): void => {
    const start = starts[number]!
    const count = starts[number + 1]! - start
    sortRow(start, count, frame)
    for (let at = 0; at < count; at += 1) {
      const one = inOrder[at]!
      const south = row[4 * at + 1]!
      const east = row[4 * at + 2]!
      const north = row[4 * at + 3]!
      for (let next = 4 * at + 4; next < 4 * count && row[next]! <= east; next += 4) {
        if (row[next + 1]! > north || row[next + 3]! < south) continue
        const other = inOrder[next >> 2]!
        if ((isNew[one]! | isNew[other]!) === 0) continue
        // In the first row that both are in, so that each two meet once.
        if (Math.max(firstRow[one]!, firstRow[other]!) === number) meet(one, other)
      }
    }
  }

  return {
    each(vertices: Vertices, edges: Edges, frame: Frame, meet: Meet): void {
      box(vertices, edges)
      fill(edges, frame)
      for (let number = 0; number < rows; number += 1) eachInRow(number, edges, frame, meet)
    },
  }
}
