import { grown } from '../arena.ts'
import { type Ray, rayOn } from '../reads/segments.ts'
import { type Edges, headOf } from './edges.ts'
import type { Mosaic, Sides } from './sides.ts'
import type { Stars } from './stars.ts'
import { NONE, type Vertices } from './vertices.ts'

/** Vertices of a closed way, the first not repeated: outer rings anticlockwise, holes clockwise. */
export type Ring = readonly number[]
export type Polygon = { readonly shell: Ring; readonly holes: Ring[] }

export type Tracing = { isTraced: Uint8Array; place: Int32Array }
export const createTracing = (): Tracing => ({ isTraced: new Uint8Array(2048), place: new Int32Array(1024) })

const isBorder = ({ isWanted }: Sides, half: number): boolean => isWanted[half] === 1 && isWanted[half ^ 1] === 0

/** The next border along the ground on the left. */
const following = (sides: Sides, stars: Stars, half: number): number => {
  let next = stars.right[half ^ 1]!
  while (!isBorder(sides, next)) next = stars.right[next]!
  return next
}

/** The way round one piece of ground, taken apart where it comes back to a vertex: no ring touches itself. */
const trace = (tracing: Tracing, first: number, edges: Edges, stars: Stars, sides: Sides): number[][] => {
  const { isTraced, place } = tracing
  const rings: number[][] = []
  const way: number[] = []
  let half = first
  do {
    isTraced[half] = 1
    const head = headOf(edges, half)
    const known = place[head]!
    if (known === NONE) {
      place[head] = way.length
      way.push(head)
    } else {
      const ring = way.splice(known)
      for (const vertex of ring) place[vertex] = NONE
      rings.push(ring)
      place[head] = way.length
      way.push(head)
    }
    half = following(sides, stars, half)
  } while (half !== first)
  for (const vertex of way) place[vertex] = NONE
  rings.push(way)
  return rings
}

/** Twice the area to the left, in square units. */
const turnOfRing = (ring: Ring, { x, y }: Vertices): number => {
  const [x0, y0] = [x[ring[0]!]!, y[ring[0]!]!]
  let doubled = 0
  for (let at = 1; at + 1 < ring.length; at += 1) {
    const [one, other] = [ring[at]!, ring[at + 1]!]
    doubled += (x[one]! - x0) * (y[other]! - y0) - (x[other]! - x0) * (y[one]! - y0)
  }
  return doubled
}

const rayTo = (ring: Ring, { x, y }: Vertices, vertex: number): Ray | 'inside' => {
  let isInside = false
  for (let at = 0; at < ring.length; at += 1) {
    const [one, other] = [ring[at]!, ring[at + 1 === ring.length ? 0 : at + 1]!]
    const ray = rayOn(x[vertex]!, y[vertex]!, x[one]!, y[one]!, x[other]!, y[other]!)
    if (ray === 'on') return ray
    if (ray === 'crosses') isInside = !isInside
  }
  return isInside ? 'inside' : 'passes'
}

/** Rings touch each other in single vertices at most, so one vertex that is not on the shell tells. */
const holds = (shell: Ring, ring: Ring, vertices: Vertices): boolean => {
  for (const vertex of ring) {
    const ray = rayTo(shell, vertices, vertex)
    if (ray !== 'on') return ray === 'inside'
  }
  return false
}

type Shell = Polygon & { readonly size: number }

/** A hole that touches no shell lies in the smallest that holds it. */
const putInto = (shells: readonly Shell[], hole: Ring, vertices: Vertices): void => {
  let smallest: Shell | null = null
  for (const shell of shells)
    if ((!smallest || shell.size < smallest.size) && holds(shell.shell, hole, vertices)) smallest = shell
  smallest?.holes.push(hole)
}

/** The wanted ground as valid polygons. */
export const polygonsOf = (tracing: Tracing, { vertices, edges, stars }: Mosaic, sides: Sides): readonly Polygon[] => {
  tracing.isTraced = grown(tracing.isTraced, 2 * edges.count)
  tracing.place = grown(tracing.place, edges.vertices)
  tracing.isTraced.fill(0, 0, 2 * edges.count)
  tracing.place.fill(NONE, 0, edges.vertices)
  const shells: Shell[] = []
  const free: Ring[] = []
  for (let half = 0; half < 2 * edges.count; half += 1) {
    if (tracing.isTraced[half] === 1 || !isBorder(sides, half)) continue
    const rings = trace(tracing, half, edges, stars, sides).map((ring) => ({ ring, size: turnOfRing(ring, vertices) }))
    const shell = rings.find(({ size }) => size > 0)
    const holes = rings.filter((one) => one !== shell).map(({ ring }) => ring)
    if (shell) shells.push({ shell: shell.ring, holes, size: shell.size })
    else free.push(...holes)
  }
  for (const hole of free) putInto(shells, hole, vertices)
  return shells
}
