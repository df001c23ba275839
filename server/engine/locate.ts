import geodesic from 'geographiclib-geodesic'
import type { FlatArea } from './equal_area.ts'

// A CommonJS package: Node finds no named exports in it, only what it hands out as a whole.
const { WGS84, DISTANCE } = geodesic.Geodesic

/** west, south, east, north in the coordinates of the path or area. */
export type Box = readonly [west: number, south: number, east: number, north: number]

export const boxOf = (paths: Iterable<Float64Array>): Box => {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const path of paths)
    for (let i = 0; i + 1 < path.length; i += 2) {
      west = Math.min(west, path[i]!)
      east = Math.max(east, path[i]!)
      south = Math.min(south, path[i + 1]!)
      north = Math.max(north, path[i + 1]!)
    }
  return [west, south, east, north]
}

export const boxesMeet = (a: Box, b: Box): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]

type Where = 'inside' | 'boundary' | 'outside'

/**
 * Where a point lies. Each edge is always measured from its lower end, so two neighbours that share an edge get the same
 * number for it and a point can never fall on the inner side of both.
 */
export const whereIn = (area: FlatArea, x: number, y: number): Where => {
  let inside = false
  for (const rings of area)
    for (const ring of rings)
      for (let i = 0; i + 3 < ring.length; i += 2) {
        const rising = ring[i + 1]! < ring[i + 3]! || (ring[i + 1]! === ring[i + 3]! && ring[i]! <= ring[i + 2]!)
        const low = rising ? i : i + 2
        const high = rising ? i + 2 : i
        const [x1, y1, x2, y2] = [ring[low]!, ring[low + 1]!, ring[high]!, ring[high + 1]!]
        if (y < y1 || y > y2) continue
        const turn = (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)
        if (turn === 0 && x >= Math.min(x1, x2) && x <= Math.max(x1, x2)) return 'boundary'
        if (y < y2 && turn > 0) inside = !inside
      }
  return inside ? 'inside' : 'outside'
}

/** Metres along the geodesic between two positions. */
export const distanceM = (fromLng: number, fromLat: number, toLng: number, toLat: number): number =>
  WGS84.Inverse(fromLat, fromLng, toLat, toLng, DISTANCE).s12!

/** Metres along a flat path of degrees. */
export const lengthM = (degrees: Float64Array): number => {
  let sum = 0
  for (let i = 2; i + 1 < degrees.length; i += 2)
    sum += distanceM(degrees[i - 2]!, degrees[i - 1]!, degrees[i]!, degrees[i + 1]!)
  return sum
}
