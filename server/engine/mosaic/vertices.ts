import { grown } from '../arena.ts'
import { eastingOfUnits, northingOfUnits } from '../grid.ts'

/**
 * Corners on the grid of 1e-7 degree, each position once. Where a corner was rounded, because two edges cross there, its
 * metres of the plane are those before: hectares are measured where the edges really run.
 */
export type Vertices = {
  count: number
  x: Float64Array
  y: Float64Array
  eastM: Float64Array
  northM: Float64Array
  /** Open addressing: a vertex or NONE, a power of two of places. */
  table: Int32Array
}

export const NONE = -1
const FIRST_PLACES = 1024
/** No fuller than this share. */
const FULL = 0.5

export const createVertices = (): Vertices => ({
  count: 0,
  x: new Float64Array(FIRST_PLACES),
  y: new Float64Array(FIRST_PLACES),
  eastM: new Float64Array(FIRST_PLACES),
  northM: new Float64Array(FIRST_PLACES),
  table: new Int32Array(FIRST_PLACES).fill(NONE),
})

export const clearVertices = (all: Vertices): void => {
  all.count = 0
  all.table.fill(NONE)
}

const placeOf = ({ table, x: xs, y: ys }: Vertices, x: number, y: number): number => {
  const last = table.length - 1
  let hash = Math.imul(x | 0, 0x9e3779b1) ^ Math.imul(y | 0, 0x85ebca6b)
  hash ^= hash >>> 15
  let place = hash & last
  for (let known = table[place]!; known !== NONE; known = table[place]!) {
    if (xs[known] === x && ys[known] === y) break
    place = (place + 1) & last
  }
  return place
}

const widen = (all: Vertices): void => {
  all.table = new Int32Array(2 * all.table.length).fill(NONE)
  for (let vertex = 0; vertex < all.count; vertex += 1) all.table[placeOf(all, all.x[vertex]!, all.y[vertex]!)] = vertex
}

const create = (all: Vertices, place: number, x: number, y: number, eastM: number, northM: number): number => {
  const vertex = all.count++
  if (vertex >= all.x.length) {
    all.x = grown(all.x, all.count)
    all.y = grown(all.y, all.count)
    all.eastM = grown(all.eastM, all.count)
    all.northM = grown(all.northM, all.count)
  }
  all.x[vertex] = x
  all.y[vertex] = y
  all.eastM[vertex] = eastM
  all.northM[vertex] = northM
  all.table[place] = vertex
  if (all.count > FULL * all.table.length) widen(all)
  return vertex
}

/** The vertex at a position of the grid; one that is known keeps its metres. */
export const vertexAt = (all: Vertices, x: number, y: number, eastM: number, northM: number): number => {
  const place = placeOf(all, x, y)
  const known = all.table[place]!
  return known === NONE ? create(all, place, x, y, eastM, northM) : known
}

/** The same, its metres where the position is. */
export const cornerAt = (all: Vertices, x: number, y: number): number => {
  const place = placeOf(all, x, y)
  const known = all.table[place]!
  return known === NONE ? create(all, place, x, y, eastingOfUnits(x), northingOfUnits(y)) : known
}
