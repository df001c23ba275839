import { grown } from '../arena.ts'
import { addEdge, clearEdges, type Edges } from './edges.ts'
import { NONE, type Vertices } from './vertices.ts'

/** At which vertices edges are to be split, and whether that bends them. */
export type Splits = {
  count: number
  first: Int32Array
  vertex: Int32Array
  next: Int32Array
  isBent: Uint8Array
  isAnyBent: boolean
  /** Of one edge, along it. */
  along: Float64Array
  sorted: Int32Array
}

export const createSplits = (): Splits => ({
  count: 0,
  first: new Int32Array(1024),
  vertex: new Int32Array(256),
  next: new Int32Array(256),
  isBent: new Uint8Array(1024),
  isAnyBent: false,
  along: new Float64Array(64),
  sorted: new Int32Array(64),
})

export const clearSplits = (all: Splits, edges: number): void => {
  all.count = 0
  all.isAnyBent = false
  all.first = grown(all.first, edges)
  all.isBent = grown(all.isBent, edges)
  all.first.fill(NONE, 0, edges)
  all.isBent.fill(0, 0, edges)
}

export const addSplit = (all: Splits, edge: number, vertex: number, isBent: boolean): void => {
  const split = all.count++
  all.vertex = grown(all.vertex, all.count)
  all.next = grown(all.next, all.count)
  all.vertex[split] = vertex
  all.next[split] = all.first[edge]!
  all.first[edge] = split
  if (!isBent) return
  all.isBent[edge] = 1
  all.isAnyBent = true
}

/** The vertices at which an edge is split, from its low end on; how many. */
const sortAlong = (all: Splits, { x, y }: Vertices, { low, high }: Edges, edge: number): number => {
  const [from, to] = [low[edge]!, high[edge]!]
  const [width, height] = [x[to]! - x[from]!, y[to]! - y[from]!]
  let count = 0
  for (let split = all.first[edge]!; split !== NONE; split = all.next[split]!) {
    const vertex = all.vertex[split]!
    const along = (x[vertex]! - x[from]!) * width + (y[vertex]! - y[from]!) * height
    all.along = grown(all.along, count + 1)
    all.sorted = grown(all.sorted, count + 1)
    let at = count++
    for (; at > 0 && all.along[at - 1]! > along; at -= 1) {
      all.along[at] = all.along[at - 1]!
      all.sorted[at] = all.sorted[at - 1]!
    }
    all.along[at] = along
    all.sorted[at] = vertex
  }
  return count
}

const copyEdge = (from: Edges, edge: number, start: number, end: number, into: Edges, isNew: 0 | 1): void => {
  if (start === end) return
  for (let entry = from.entry[edge]!; entry !== NONE; entry = from.nextEntry[entry]!) {
    const deeper = from.deeper[entry]!
    if (deeper !== 0) into.isNew[addEdge(into, start, end, from.source[entry]!, deeper)]! |= isNew
  }
}

/** Copies the edges, split; those without a difference between their sides are left out. What was bent is new again. */
export const splitEdges = (all: Splits, vertices: Vertices, from: Edges, into: Edges): void => {
  clearEdges(into)
  for (let edge = 0; edge < from.count; edge += 1) {
    const count = all.first[edge] === NONE ? 0 : sortAlong(all, vertices, from, edge)
    let start = from.low[edge]!
    for (let at = 0; at < count; at += 1) {
      const vertex = all.sorted[at]!
      copyEdge(from, edge, start, vertex, into, all.isBent[edge] as 0 | 1)
      start = vertex
    }
    copyEdge(from, edge, start, from.high[edge]!, into, all.isBent[edge] as 0 | 1)
  }
}
