import type { LineString, MultiPolygon, Point, Polygon, Position } from 'geojson'
import { distanceM, whereIn } from '../server/engine/locate.ts'

export type Outline = Point | LineString | Polygon | MultiPolygon

/** Metres to an edge straight in degrees: halved where it is nearer until nothing changes, the geodesic for every step. */
const edgeM = (lng: number, lat: number, [x1, y1]: Position, [x2, y2]: Position): number => {
  const awayM = (share: number) => distanceM(lng, lat, x1! + (x2! - x1!) * share, y1! + (y2! - y1!) * share)
  let [low, high] = [0, 1]
  for (let step = 0; step < 40; step += 1) {
    const [a, b] = [low + (high - low) * 0.382, low + (high - low) * 0.618]
    if (awayM(a) < awayM(b)) high = b
    else low = a
  }
  return Math.min(awayM(0), awayM(1), awayM((low + high) / 2))
}

/** Leaves out edges that are too far away for their length; a degree may be 1 % longer than the geodesic between its ends. */
const pathM = (lng: number, lat: number, path: readonly Position[]): number => {
  const corners = path.map(([x, y]) => distanceM(lng, lat, x!, y!))
  let leastM = Math.min(...corners)
  for (let edge = 0; edge + 1 < path.length; edge += 1) {
    const [from, to] = [path[edge]!, path[edge + 1]!]
    const lengthM = 1.01 * distanceM(from[0]!, from[1]!, to[0]!, to[1]!)
    if ((corners[edge]! + corners[edge + 1]! - lengthM) / 2 < leastM)
      leastM = Math.min(leastM, edgeM(lng, lat, from, to))
  }
  return leastM
}

const areaM = (lng: number, lat: number, polygons: readonly (readonly Position[][])[]): number => {
  const flat = polygons.map((rings) => rings.map((ring) => Float64Array.from(ring.flat())))
  if (whereIn(flat, lng, lat) !== 'outside') return 0
  return Math.min(...polygons.flat().map((ring) => pathM(lng, lat, ring)))
}

/** Metres along the geodesic to the nearest point of an outline, 0 inside, with nothing of the engine but the geodesic. */
export const outlineM = (lng: number, lat: number, { type, coordinates }: Outline): number => {
  if (type === 'Point') return distanceM(lng, lat, coordinates[0]!, coordinates[1]!)
  if (type === 'LineString') return pathM(lng, lat, coordinates)
  return areaM(lng, lat, type === 'Polygon' ? [coordinates] : coordinates)
}
