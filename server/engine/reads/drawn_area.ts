import Flatbush from 'flatbush'
import type { MultiPolygon, Polygon, Position } from 'geojson'
import { toUnits } from '../grid.ts'
import type { UnitBox } from '../site_index.ts'
import { rayOn, segmentsMeet } from './segments.ts'

/** An area that somebody drew, its edges indexed so that thousands of shapes can be held against it. Everything is in units. */
export type DrawnArea = {
  readonly box: UnitBox
  /** x1, y1, x2, y2 of each edge. */
  readonly edges: Int32Array
  /** In the area or on its edge. */
  holds(x: number, y: number): boolean
  /** Whether an edge of the area meets a segment. */
  crosses(x1: number, y1: number, x2: number, y2: number): boolean
  /** One position of each of its polygons. */
  readonly corners: readonly (readonly [x: number, y: number])[]
}

const unitsOf = (ring: readonly Position[]): (readonly [number, number])[] =>
  ring.map(([lng, lat]) => [toUnits(lng!), toUnits(lat!)] as const)

const indexOf = (edges: Int32Array): Flatbush => {
  const tree = new Flatbush(edges.length / 4, 16, Int32Array)
  for (let at = 0; at < edges.length; at += 4)
    tree.add(
      Math.min(edges[at]!, edges[at + 2]!),
      Math.min(edges[at + 1]!, edges[at + 3]!),
      Math.max(edges[at]!, edges[at + 2]!),
      Math.max(edges[at + 1]!, edges[at + 3]!),
    )
  tree.finish()
  return tree
}

/** Whether a ray towards the north is likely to meet fewer edges than one towards the east. */
const isCombed = (edges: Int32Array, { minX, minY, maxX, maxY }: Flatbush): boolean => {
  let [widths, heights] = [0, 0]
  for (let at = 0; at < edges.length; at += 4) {
    widths += Math.abs(edges[at + 2]! - edges[at]!)
    heights += Math.abs(edges[at + 3]! - edges[at + 1]!)
  }
  return widths * (maxY - minY) < heights * (maxX - minX)
}

/** Null for an area without positions. A ring that is not closed is; where one crosses itself, what is enclosed twice is outside. */
export const drawnArea = (area: Polygon | MultiPolygon): DrawnArea | null => {
  const polygons = (area.type === 'Polygon' ? [area.coordinates] : area.coordinates).map((rings) =>
    rings.filter(({ length }) => length > 0).map(unitsOf),
  )
  const numbers: number[] = []
  const partOf: number[] = []
  for (const [part, rings] of polygons.entries())
    for (const ring of rings)
      for (const [index, [x, y]] of ring.entries()) {
        const [nextX, nextY] = ring[(index + 1) % ring.length]!
        if (x === nextX && y === nextY && ring.length > 1) continue
        numbers.push(x, y, nextX, nextY)
        partOf.push(part)
      }
  if (partOf.length === 0) return null

  const edges = Int32Array.from(numbers)
  const tree = indexOf(edges)
  const isNorthward = isCombed(edges, tree)
  /** By polygon: whether the ray has crossed it an odd number of times. Polygons that lie over each other stay one area. */
  const isOdd = new Uint8Array(polygons.length)
  let odd = 0
  let [rayX, rayY] = [0, 0]
  const meetRay = (edge: number): boolean => {
    const at = 4 * edge
    const ray = isNorthward
      ? rayOn(rayY, rayX, edges[at + 1]!, edges[at]!, edges[at + 3]!, edges[at + 2]!)
      : rayOn(rayX, rayY, edges[at]!, edges[at + 1]!, edges[at + 2]!, edges[at + 3]!)
    if (ray === 'crosses') {
      const part = partOf[edge]!
      isOdd[part] = isOdd[part]! ^ 1
      odd += isOdd[part] === 1 ? 1 : -1
    }
    return ray === 'on'
  }
  return {
    box: [tree.minX, tree.minY, tree.maxX, tree.maxY],
    edges,
    holds(x, y) {
      isOdd.fill(0)
      odd = 0
      rayX = x
      rayY = y
      const onEdge = isNorthward
        ? tree.collides(x, y, x, tree.maxY, meetRay)
        : tree.collides(x, y, tree.maxX, y, meetRay)
      return onEdge || odd > 0
    },
    crosses: (x1, y1, x2, y2) =>
      tree.collides(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2), (edge) => {
        const at = 4 * edge
        return segmentsMeet(x1, y1, x2, y2, edges[at]!, edges[at + 1]!, edges[at + 2]!, edges[at + 3]!)
      }),
    corners: polygons.flatMap((rings) => (rings[0]?.[0] ? [rings[0][0]] : [])),
  }
}
