import type { DrawnArea } from './drawn_area.ts'

/** What is known of a position or a box by the cells it meets: no edge of the area is near, or one is. */
export const OUTSIDE = 0
export const INSIDE = 1
export const UNKNOWN = 2

/** The box of an area cut into side x side cells, counted row by row from the south-west. */
type Grid = {
  readonly side: number
  /** The column of a position; one beside the box is in the nearest. */
  column(x: number): number
  row(y: number): number
  /** West and south of a column and a row. */
  westOf(column: number): number
  southOf(row: number): number
}

const gridOver = ([west, south, east, north]: DrawnArea['box'], side: number): Grid => {
  // One unit wider than the box, so that its own east and north edge lie in the last cell.
  const perColumn = side / (east - west + 1)
  const perRow = side / (north - south + 1)
  return {
    side,
    column: (x) => (x <= west ? 0 : x >= east ? side - 1 : ((x - west) * perColumn) | 0),
    row: (y) => (y <= south ? 0 : y >= north ? side - 1 : ((y - south) * perRow) | 0),
    westOf: (column) => west + column / perColumn,
    southOf: (row) => south + row / perRow,
  }
}

/** Which cells an edge comes near, with a unit more on every side: what only touches a cell, or is rounded, is near it too. */
const eachNear = (grid: Grid, edges: Int32Array, at: number, visit: (cell: number) => void): void => {
  const [x1, y1, x2, y2] = [edges[at]!, edges[at + 1]!, edges[at + 2]!, edges[at + 3]!]
  const [low, high] = [Math.min(y1, y2), Math.max(y1, y2)]
  const slope = y1 === y2 ? 0 : (x2 - x1) / (y2 - y1)
  for (let row = grid.row(low - 1); row <= grid.row(high + 1); row += 1) {
    const from = Math.min(high, Math.max(low, grid.southOf(row) - 1))
    const to = Math.max(low, Math.min(high, grid.southOf(row + 1) + 1))
    const [a, b] = y1 === y2 ? [x1, x2] : [x1 + (from - y1) * slope, x1 + (to - y1) * slope]
    const last = grid.column(Math.max(a, b) + 1)
    for (let column = grid.column(Math.min(a, b) - 1); column <= last; column += 1) visit(row * grid.side + column)
  }
}

const nearEdges = (grid: Grid, edges: Int32Array): Pick<AreaGrid, 'near' | 'starts'> => {
  const cells: number[] = []
  const found: number[] = []
  const starts = new Int32Array(grid.side * grid.side + 1)
  for (let at = 0; at < edges.length; at += 4)
    eachNear(grid, edges, at, (cell) => {
      cells.push(cell)
      found.push(at)
      starts[cell + 1]! += 1
    })
  for (let cell = 1; cell < starts.length; cell += 1) starts[cell]! += starts[cell - 1]!
  const near = new Int32Array(cells.length)
  const next = starts.slice()
  for (const [index, cell] of cells.entries()) near[next[cell]!++] = found[index]!
  return { near, starts }
}

const statesOf = ({ side, westOf, southOf }: Grid, starts: Int32Array, holds: DrawnArea['holds']): Uint8Array => {
  const states = new Uint8Array(side * side)
  const isInside = (column: number, row: number): boolean =>
    holds(Math.round(westOf(column + 0.5)), Math.round(southOf(row + 0.5)))
  for (let row = 0; row < side; row += 1)
    for (let column = 0; column < side; column += 1) {
      const cell = row * side + column
      if (starts[cell + 1]! > starts[cell]!) states[cell] = UNKNOWN
      // No edge lies between two cells in a row that no edge comes near.
      else if (column > 0 && states[cell - 1] !== UNKNOWN) states[cell] = states[cell - 1]!
      else states[cell] = isInside(column, row) ? INSIDE : OUTSIDE
    }
  return states
}

const unknownSums = (states: Uint8Array, side: number): Int32Array => {
  const sums = new Int32Array((side + 1) * (side + 1))
  for (let row = 0; row < side; row += 1) {
    let here = 0
    for (let column = 0; column < side; column += 1) {
      if (states[row * side + column] === UNKNOWN) here += 1
      const at = (row + 1) * (side + 1) + column + 1
      sums[at] = sums[at - side - 1]! + here
    }
  }
  return sums
}

export type AreaGrid = Grid & {
  /** The edges that come near cell `c`, as where their numbers begin: `near[starts[c]]` to `near[starts[c + 1] - 1]`. */
  readonly near: Int32Array
  readonly starts: Int32Array
  /** What is known of each cell: no edge comes near those that are known. */
  readonly states: Uint8Array
  /** How many unknown cells lie below and left of each corner of cells; four of these tell how many lie in any box. */
  readonly sums: Int32Array
}

export const gridOf = ({ box, edges, holds }: DrawnArea, side: number): AreaGrid => {
  const grid = gridOver(box, side)
  const { near, starts } = nearEdges(grid, edges)
  const states = statesOf(grid, starts, holds)
  return { ...grid, near, starts, states, sums: unknownSums(states, side) }
}
