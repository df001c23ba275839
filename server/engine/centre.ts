import type { Geometry, Position } from 'geojson'

const meanOf = (positions: readonly Position[]): Position => [
  positions.reduce((sum, [lng]) => sum + lng!, 0) / positions.length,
  positions.reduce((sum, [, lat]) => sum + lat!, 0) / positions.length,
]

/** Twice the signed area, and the centroid weighted by it, measured from the ring's first position to keep digits. */
const weigh = (ring: readonly Position[]): { readonly weight: number; readonly centre: Position | null } => {
  const [lng0, lat0] = ring[0] ?? []
  if (lng0 === undefined || lat0 === undefined) return { weight: 0, centre: null }
  let [weight, lng, lat] = [0, 0, 0]
  for (let i = 1; i + 1 < ring.length; i++) {
    const [x1, y1] = [ring[i]![0]! - lng0, ring[i]![1]! - lat0]
    const [x2, y2] = [ring[i + 1]![0]! - lng0, ring[i + 1]![1]! - lat0]
    const cross = x1 * y2 - x2 * y1
    weight += cross
    lng += (x1 + x2) * cross
    lat += (y1 + y2) * cross
  }
  const centre: Position = weight === 0 ? meanOf(ring) : [lng0 + lng / (3 * weight), lat0 + lat / (3 * weight)]
  return { weight: Math.abs(weight), centre }
}

const middleOf = (geometry: Geometry): Position | null => {
  switch (geometry.type) {
    case 'Point':
      return geometry.coordinates
    case 'LineString':
      return geometry.coordinates[Math.floor(geometry.coordinates.length / 2)] ?? null
    case 'Polygon':
      return weigh(geometry.coordinates[0] ?? []).centre
    case 'MultiPolygon':
      return geometry.coordinates
        .map((polygon) => weigh(polygon[0] ?? []))
        .reduce((largest, part) => (part.weight > largest.weight ? part : largest), weigh([])).centre
    default:
      return null
  }
}

// A village is asked for its centre by every question that measures a distance, and its boundary never changes.
const known = new WeakMap<Geometry, Position | null>()

/** lng, lat in the middle of a point, a line, or the largest part of an area; null for anything else. */
export const findCentre = (geometry: Geometry): Position | null => {
  const found = known.get(geometry)
  if (found !== undefined) return found
  const centre = middleOf(geometry)
  known.set(geometry, centre)
  return centre
}
