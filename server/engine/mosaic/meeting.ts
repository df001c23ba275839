import { turnOf } from '../reads/segments.ts'
import type { Edges } from './edges.ts'
import { addSplit, type Splits } from './splits.ts'
import { type Vertices, vertexAt } from './vertices.ts'

/** A little less than half the diagonal of a square: a diagonal would be near its two other corners, and theirs near it. */
const NEAR = 0.7

const isBefore = ({ x, y }: Vertices, a: number, b: number): boolean =>
  x[a]! < x[b]! || (x[a] === x[b] && y[a]! < y[b]!)

/** The vertex nearest to where edges a-b and c-d cross: the same one however they are named. */
const crossingOf = (vertices: Vertices, a: number, b: number, c: number, d: number): number => {
  if (!isBefore(vertices, a, b)) return crossingOf(vertices, b, a, c, d)
  if (!isBefore(vertices, c, d)) return crossingOf(vertices, a, b, d, c)
  if (isBefore(vertices, c, a)) return crossingOf(vertices, c, d, a, b)
  const { x, y, eastM, northM } = vertices
  const share = (xs: Float64Array, ys: Float64Array): number => {
    const [width, height] = [xs[d]! - xs[c]!, ys[d]! - ys[c]!]
    const from = width * (ys[a]! - ys[c]!) - height * (xs[a]! - xs[c]!)
    const to = width * (ys[b]! - ys[c]!) - height * (xs[b]! - xs[c]!)
    return Math.max(0, Math.min(1, from / (from - to))) || 0
  }
  const along = share(x, y)
  // Drawn in metres they cross a hair elsewhere.
  const alongM = share(eastM, northM)
  return vertexAt(
    vertices,
    Math.round(x[a]! + (x[b]! - x[a]!) * along),
    Math.round(y[a]! + (y[b]! - y[a]!) * along),
    eastM[a]! + (eastM[b]! - eastM[a]!) * alongM,
    northM[a]! + (northM[b]! - northM[a]!) * alongM,
  )
}

/** Whether a vertex on the line of an edge lies between its ends. */
const isAlong = ({ x, y }: Vertices, vertex: number, from: number, to: number): boolean =>
  vertex !== from &&
  vertex !== to &&
  x[vertex]! >= Math.min(x[from]!, x[to]!) &&
  x[vertex]! <= Math.max(x[from]!, x[to]!) &&
  y[vertex]! >= Math.min(y[from]!, y[to]!) &&
  y[vertex]! <= Math.max(y[from]!, y[to]!)

/** Whether an edge comes so near to a vertex, other than with its ends, that rounding may put it on the wrong side. */
const isNear = ({ x, y }: Vertices, vertex: number, from: number, to: number): boolean => {
  if (vertex === from || vertex === to) return false
  const width = x[to]! - x[from]!
  const height = y[to]! - y[from]!
  const aside = x[vertex]! - x[from]!
  const above = y[vertex]! - y[from]!
  const along = width * aside + height * above
  const long = width * width + height * height
  return along > 0 && along < long && (width * above - height * aside) ** 2 <= NEAR ** 2 * long
}

/** Notes where an edge is to be bent to an end of another that it all but touches; false where it does not. */
const bendTo = (vertices: Vertices, { low, high }: Edges, one: number, other: number, splits: Splits): boolean => {
  const isLow = isNear(vertices, low[other]!, low[one]!, high[one]!)
  const isHigh = isNear(vertices, high[other]!, low[one]!, high[one]!)
  if (isLow) addSplit(splits, one, low[other]!, true)
  if (isHigh) addSplit(splits, one, high[other]!, true)
  return isLow || isHigh
}

/** Notes where two edges whose boxes meet are to be split, because they cross or touch. */
export const splitAtMeeting = (vertices: Vertices, edges: Edges, one: number, other: number, splits: Splits): void => {
  const { x, y } = vertices
  const a = edges.low[one]!
  const b = edges.high[one]!
  const c = edges.low[other]!
  const d = edges.high[other]!
  const atC = turnOf(x[a]!, y[a]!, x[b]!, y[b]!, x[c]!, y[c]!)
  const atD = turnOf(x[a]!, y[a]!, x[b]!, y[b]!, x[d]!, y[d]!)
  if (atC * atD > 0) return
  // Those that share a vertex meet there only, unless they lie on one line.
  if ((a === c || a === d || b === c || b === d) && atC !== atD) return
  const atA = turnOf(x[c]!, y[c]!, x[d]!, y[d]!, x[a]!, y[a]!)
  const atB = turnOf(x[c]!, y[c]!, x[d]!, y[d]!, x[b]!, y[b]!)
  if (atA * atB > 0) return
  if (atC * atD < 0 && atA * atB < 0) {
    const vertex = crossingOf(vertices, a, b, c, d)
    if (vertex !== a && vertex !== b) addSplit(splits, one, vertex, true)
    if (vertex !== c && vertex !== d) addSplit(splits, other, vertex, true)
    return
  }
  if (atC === 0 && isAlong(vertices, c, a, b)) addSplit(splits, one, c, false)
  if (atD === 0 && isAlong(vertices, d, a, b)) addSplit(splits, one, d, false)
  if (atA === 0 && isAlong(vertices, a, c, d)) addSplit(splits, other, a, false)
  if (atB === 0 && isAlong(vertices, b, c, d)) addSplit(splits, other, b, false)
}

/**
 * The same for edges that may have been bent. Two that run side by side less than a square apart would cross again in one
 * square after another: where they come near they are joined.
 */
export const splitOrJoin = (vertices: Vertices, edges: Edges, one: number, other: number, splits: Splits): void => {
  const isBent = bendTo(vertices, edges, one, other, splits)
  if (!bendTo(vertices, edges, other, one, splits) && !isBent) splitAtMeeting(vertices, edges, one, other, splits)
}
