import { grown } from '../arena.ts'
import { turnOf } from '../reads/segments.ts'
import type { Below } from './below.ts'
import { type Edges, headOf } from './edges.ts'
import { beyond, type Frame } from './frame.ts'
import type { Stars } from './stars.ts'
import { NONE, type Vertices } from './vertices.ts'

/** Sources of edges: the unit, the part of it that is asked about, and from the third on the parties who work there. */
export const UNIT = 0
export const WITHIN = 1
export const FIRST_PARTY = 2

/** Ground is wanted in the unit, and in the part if there is one, where so many parties are. */
export type Wanted = { readonly hasPart: boolean; readonly least: number; readonly most: number }

/** On which sides of the edges wanted ground lies, and how much of it each party has. */
export type Sides = {
  /** By half: 1 where the ground on its left is wanted. */
  isWanted: Uint8Array
  /** By source, square metres. */
  m2: Float64Array
  /** How deep the present place lies in each source, and in how many parties. */
  depth: Int32Array
  sources: number
  parties: number
  /** The way of the walk: at which half each vertex was begun, and which is next. */
  begun: Int32Array
  next: Int32Array
  isVisited: Uint8Array
}

/** Edges that meet in vertices only, the circles around these, and where they matter. */
export type Mosaic = {
  readonly frame: Frame
  readonly vertices: Vertices
  readonly edges: Edges
  readonly below: Below
  readonly stars: Stars
}

export const createSides = (): Sides => ({
  isWanted: new Uint8Array(2048),
  m2: new Float64Array(64),
  depth: new Int32Array(64),
  sources: 0,
  parties: 0,
  begun: new Int32Array(1024),
  next: new Int32Array(1024),
  isVisited: new Uint8Array(1024),
})

const isHere = ({ depth, parties }: Sides, { hasPart, least, most }: Wanted): 0 | 1 =>
  depth[UNIT]! > 0 && (!hasPart || depth[WITHIN]! > 0) && parties >= least && parties <= most ? 1 : 0

const sink = (sides: Sides, source: number, by: number): void => {
  const before = sides.depth[source]!
  const after = before + by
  sides.depth[source] = after
  if (source >= FIRST_PARTY) sides.parties += (after > 0 ? 1 : 0) - (before > 0 ? 1 : 0)
}

/** Goes over half an edge to its left, or back. */
const cross = (sides: Sides, edges: Edges, half: number, by: 1 | -1): void => {
  const sign = half & 1 ? -by : by
  for (let entry = edges.entry[half >> 1]!; entry !== NONE; entry = edges.nextEntry[entry]!)
    sink(sides, edges.source[entry]!, sign * edges.deeper[entry]!)
}

/** From far below up to just beside the vertex, to the right of straight down. */
const climbTo = (sides: Sides, vertex: number, { vertices, edges, below }: Mosaic): void => {
  const { x, y } = vertices
  const atX = x[vertex]!
  const atY = y[vertex]!
  sides.depth.fill(0, 0, sides.sources)
  sides.parties = 0
  for (let at = 0; at < below.count; at += 1)
    if (below.west[at]! <= atX && atX < below.east[at]!) sink(sides, below.source[at]!, below.deeper[at]!)
  for (let edge = 0; edge < edges.count; edge += 1) {
    const low = edges.low[edge]!
    const high = edges.high[edge]!
    const lowX = x[low]!
    const highX = x[high]!
    if (lowX <= atX) {
      if (highX > atX && low !== vertex && turnOf(lowX, y[low]!, highX, y[high]!, atX, atY) > 0)
        cross(sides, edges, 2 * edge, 1)
    } else if (highX <= atX && high !== vertex && turnOf(highX, y[high]!, lowX, y[low]!, atX, atY) > 0)
      cross(sides, edges, 2 * edge, -1)
  }
}

/** Adds what the edge bounds of each party's wanted ground: on its left to it, on its right away from it. */
const tally = (sides: Sides, { eastM, northM }: Vertices, from: number, to: number, sign: 1 | -1): void => {
  const twice =
    (eastM[from]! - eastM[0]!) * (northM[to]! - northM[0]!) - (eastM[to]! - eastM[0]!) * (northM[from]! - northM[0]!)
  for (let source = FIRST_PARTY; source < sides.sources; source += 1)
    if (sides.depth[source]! > 0) sides.m2[source] = sides.m2[source]! + (sign * twice) / 2
}

/** Goes round every vertex of the frame, over each edge and along it to the next: a full circle ends where it began. */
const walkFrom = (sides: Sides, first: number, { vertices, edges, stars }: Mosaic, wanted: Wanted): void => {
  const { isWanted, begun, next, isVisited } = sides
  let top = 0
  begun[0] = next[0] = stars.first[first]!
  isVisited[first] = 1
  while (top >= 0) {
    const half = next[top]!
    if (half === NONE) {
      top -= 1
      continue
    }
    const isRight = isHere(sides, wanted)
    if (isRight === 1 && (half & 1) === 0) tally(sides, vertices, edges.low[half >> 1]!, edges.high[half >> 1]!, -1)
    cross(sides, edges, half, 1)
    const isLeft = isHere(sides, wanted)
    if (isLeft === 1 && (half & 1) === 0) tally(sides, vertices, edges.low[half >> 1]!, edges.high[half >> 1]!, 1)
    isWanted[half ^ 1] = isRight
    isWanted[half] = isLeft
    const following = stars.left[half]!
    next[top] = following === begun[top] ? NONE : following
    const head = headOf(edges, half)
    if (isVisited[head] === 1) continue
    isVisited[head] = 1
    top += 1
    begun[top] = next[top] = half ^ 1
  }
}

/** Depths are counted once for each set of edges that hang together in the frame, and carried along them. */
export const tellSides = (sides: Sides, sources: number, mosaic: Mosaic, wanted: Wanted): void => {
  const { vertices, edges, frame, stars } = mosaic
  sides.isWanted = grown(sides.isWanted, 2 * edges.count)
  sides.m2 = grown(sides.m2, sources)
  sides.depth = grown(sides.depth, sources)
  sides.isVisited = grown(sides.isVisited, edges.vertices)
  sides.begun = grown(sides.begun, edges.vertices)
  sides.next = grown(sides.next, edges.vertices)
  sides.sources = sources
  sides.isWanted.fill(0, 0, 2 * edges.count)
  sides.m2.fill(0, 0, sources)
  // Beyond the frame edges were left out: nothing leads through there.
  for (let vertex = 0; vertex < edges.vertices; vertex += 1)
    sides.isVisited[vertex] = beyond(frame, vertices.x[vertex]!, vertices.y[vertex]!) === 0 ? 0 : 1
  for (let vertex = 0; vertex < edges.vertices; vertex += 1) {
    if (sides.isVisited[vertex] === 1 || stars.first[vertex] === NONE) continue
    climbTo(sides, vertex, mosaic)
    walkFrom(sides, vertex, mosaic, wanted)
  }
}
