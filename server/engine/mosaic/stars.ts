import { grown } from '../arena.ts'
import { turnOf } from '../reads/segments.ts'
import { type Edges, headOf } from './edges.ts'
import { NONE, type Vertices } from './vertices.ts'

/** The halves of edges that leave a vertex, in a circle. */
export type Stars = {
  /** By half: the next one to the left, and to the right. */
  left: Int32Array
  right: Int32Array
  /** By vertex: the one to begin with, the first to the left of straight down; NONE where no edge is. */
  first: Int32Array
  /** Those of one vertex. */
  halves: Int32Array
}

export const createStars = (): Stars => ({
  left: new Int32Array(2048),
  right: new Int32Array(2048),
  first: new Int32Array(1024),
  halves: new Int32Array(16),
})

/** Whether a way from the vertex comes before another, turning left from straight down, which is the last of all. */
const isBefore = ({ x, y }: Vertices, vertex: number, one: number, other: number): boolean => {
  const [x0, y0] = [x[vertex]!, y[vertex]!]
  const [x1, y1, x2, y2] = [x[one]!, y[one]!, x[other]!, y[other]!]
  const isEast = x1 > x0 || (x1 === x0 && y1 > y0)
  const isOtherEast = x2 > x0 || (x2 === x0 && y2 > y0)
  return isEast === isOtherEast ? turnOf(x0, y0, x1, y1, x2, y2) > 0 : isEast
}

const sortAround = (stars: Stars, vertices: Vertices, edges: Edges, vertex: number): number => {
  let count = 0
  for (let half = edges.half[vertex]!; half !== NONE; half = edges.nextHalf[half]!) {
    if (count === stars.halves.length) stars.halves = grown(stars.halves, count + 1)
    const { halves } = stars
    let at = count++
    for (; at > 0 && isBefore(vertices, vertex, headOf(edges, half), headOf(edges, halves[at - 1]!)); at -= 1)
      halves[at] = halves[at - 1]!
    halves[at] = half
  }
  return count
}

export const orderStars = (stars: Stars, vertices: Vertices, edges: Edges): void => {
  stars.left = grown(stars.left, 2 * edges.count)
  stars.right = grown(stars.right, 2 * edges.count)
  stars.first = grown(stars.first, edges.vertices)
  for (let vertex = 0; vertex < edges.vertices; vertex += 1) {
    const count = sortAround(stars, vertices, edges, vertex)
    const { left, right, halves } = stars
    stars.first[vertex] = count === 0 ? NONE : halves[0]!
    for (let at = 0; at < count; at += 1) {
      const next = halves[at + 1 === count ? 0 : at + 1]!
      left[halves[at]!] = next
      right[next] = halves[at]!
    }
  }
}
