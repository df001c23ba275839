import { grown } from '../arena.ts'
import { NONE } from './vertices.ts'

/**
 * Straight edges between vertices, each pair of vertices once, whoever drew it. An edge runs from its low to its high
 * vertex; an entry says by how much a source is deeper on its left than on its right: 1 where its ground lies there.
 */
export type Edges = {
  count: number
  low: Int32Array
  high: Int32Array
  /** Not yet held against the others. */
  isNew: Uint8Array
  entry: Int32Array
  entries: number
  source: Int32Array
  deeper: Int32Array
  nextEntry: Int32Array
  /** Half an edge is 2 * edge where it leaves its low vertex, one more where it leaves its high one; by vertex and onwards. */
  half: Int32Array
  nextHalf: Int32Array
  /** So many vertices have a `half`. */
  vertices: number
}

export const createEdges = (): Edges => ({
  count: 0,
  low: new Int32Array(1024),
  high: new Int32Array(1024),
  isNew: new Uint8Array(1024),
  entry: new Int32Array(1024),
  entries: 0,
  source: new Int32Array(1024),
  deeper: new Int32Array(1024),
  nextEntry: new Int32Array(1024),
  half: new Int32Array(1024),
  nextHalf: new Int32Array(2048),
  vertices: 0,
})

export const clearEdges = (all: Edges): void => {
  all.count = all.entries = all.vertices = 0
}

/** Vertices up to that many, without edges so far. */
export const admitVertices = (all: Edges, vertices: number): void => {
  if (vertices <= all.vertices) return
  all.half = grown(all.half, vertices)
  while (all.vertices < vertices) all.half[all.vertices++] = NONE
}

/** The vertex that half an edge leads to. */
export const headOf = ({ low, high }: Edges, half: number): number => (half & 1 ? low[half >> 1]! : high[half >> 1]!)

const find = (all: Edges, low: number, high: number): number => {
  for (let half = all.half[low]!; half !== NONE; half = all.nextHalf[half]!)
    if (headOf(all, half) === high) return half >> 1
  return NONE
}

const create = (all: Edges, low: number, high: number): number => {
  const edge = all.count++
  if (edge >= all.low.length) {
    all.low = grown(all.low, all.count)
    all.high = grown(all.high, all.count)
    all.isNew = grown(all.isNew, all.count)
    all.entry = grown(all.entry, all.count)
    all.nextHalf = grown(all.nextHalf, 2 * all.low.length)
  }
  all.low[edge] = low
  all.high[edge] = high
  all.entry[edge] = NONE
  all.isNew[edge] = 0
  all.nextHalf[2 * edge] = all.half[low]!
  all.half[low] = 2 * edge
  all.nextHalf[2 * edge + 1] = all.half[high]!
  all.half[high] = 2 * edge + 1
  return edge
}

const lay = (all: Edges, edge: number, source: number, deeper: number): void => {
  for (let entry = all.entry[edge]!; entry !== NONE; entry = all.nextEntry[entry]!)
    if (all.source[entry] === source) {
      all.deeper[entry] = all.deeper[entry]! + deeper
      return
    }
  const entry = all.entries++
  if (entry >= all.source.length) {
    all.source = grown(all.source, all.entries)
    all.deeper = grown(all.deeper, all.entries)
    all.nextEntry = grown(all.nextEntry, all.entries)
  }
  all.source[entry] = source
  all.deeper[entry] = deeper
  all.nextEntry[entry] = all.entry[edge]!
  all.entry[edge] = entry
}

/** Lays the edge between two different vertices and returns it; `deeper` is meant on the way from the one to the other. */
export const addEdge = (all: Edges, from: number, to: number, source: number, deeper: number): number => {
  const [low, high] = from < to ? [from, to] : [to, from]
  admitVertices(all, high + 1)
  const known = find(all, low, high)
  const edge = known === NONE ? create(all, low, high) : known
  lay(all, edge, source, from < to ? deeper : -deeper)
  return edge
}

/** What lies on its two sides is the same: two areas side by side meet there. */
export const isIdle = ({ entry, deeper, nextEntry }: Edges, edge: number): boolean => {
  for (let at = entry[edge]!; at !== NONE; at = nextEntry[at]!) if (deeper[at] !== 0) return false
  return true
}
