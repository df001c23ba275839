import type { Polygon, Position } from 'geojson'
import { type Area, MOST_POINTS, MOST_RADIUS_KM, type Point } from './area.ts'

/** Mean radius of the earth: good to half a percent, for what is said while the hand still moves. */
const EARTH_KM = 6371.0088
const RADIANS = Math.PI / 180
const CIRCLE_STEPS = 64

export const kmBetween = ([lng1, lat1]: Point, [lng2, lat2]: Point): number => {
  const across = Math.sin(((lng2 - lng1) * RADIANS) / 2) ** 2
  const up = Math.sin(((lat2 - lat1) * RADIANS) / 2) ** 2
  return 2 * EARTH_KM * Math.asin(Math.sqrt(up + Math.cos(lat1 * RADIANS) * Math.cos(lat2 * RADIANS) * across))
}

/** Hectares of a closed ring on the sphere; a rough figure, the report has the exact one. */
export const roughHa = (ring: readonly Position[]): number => {
  const twice = ring.slice(1).reduce((sum, [lng = 0, lat = 0], index) => {
    const [lng0 = 0, lat0 = 0] = ring[index] ?? []
    return sum + (lng - lng0) * RADIANS * (Math.sin(lat * RADIANS) + Math.sin(lat0 * RADIANS))
  }, 0)
  return (Math.abs(twice) / 2) * EARTH_KM ** 2 * 100
}

const circleRing = ([lng, lat]: Point, radiusKm: number): readonly Position[] =>
  Array.from({ length: CIRCLE_STEPS + 1 }, (_, step): Position => {
    const angle = ((step % CIRCLE_STEPS) / CIRCLE_STEPS) * 2 * Math.PI
    const up = radiusKm / EARTH_KM / RADIANS
    return [lng + (up * Math.cos(angle)) / Math.cos(lat * RADIANS), lat + up * Math.sin(angle)]
  })

/** The closed ring of a drawn area; null for a list of units, whose shape only the server knows. */
export const ringOf = (area: Area): readonly Position[] | null => {
  if (area.kind === 'units') return null
  if (area.kind === 'circle') return circleRing(area.centre, area.radiusKm)
  if (area.kind === 'polygon') return [...area.ring, ...area.ring.slice(0, 1)].map(([lng, lat]) => [lng, lat])
  const [west, south, east, north] = area.bbox
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
}

const boxOf = (ring: readonly Position[]): readonly [number, number, number, number] => {
  const lngs = ring.map(([lng = 0]) => lng)
  const lats = ring.map(([, lat = 0]) => lat)
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)]
}

/** Twice the area of the corner at `at`, in square degrees: what the ring loses without that point. */
const cornerOf = (ring: readonly Point[], at: number): number => {
  const [[x0, y0], [x1, y1], [x2, y2]] = [at - 1, at, at + 1].map((index) =>
    ring.at(index % ring.length),
  ) as Point[] as [Point, Point, Point]
  return Math.abs((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0))
}

/** The ring with its least corners left out until so many points remain. */
export const simplified = (ring: readonly Point[], most = MOST_POINTS): readonly Point[] => {
  let kept = ring
  while (kept.length > most) {
    const corners = kept.map((_, at) => cornerOf(kept, at))
    kept = kept.toSpliced(corners.indexOf(Math.min(...corners)), 1)
  }
  return kept
}

export type DrawnKind = Exclude<Area['kind'], 'units'>

/** What the hand may take up: a lasso draws a polygon in one go, a line measures and leaves nothing. */
export type Tool = DrawnKind | 'lasso' | 'line'

/** What the hand drew, as an area of its kind; a circle is told by its box, a polygon that is too long is simplified. */
export const areaOf = (kind: DrawnKind, { coordinates }: Polygon): Area => {
  const ring = coordinates[0] ?? []
  const bbox = boxOf(ring)
  if (kind === 'box') return { kind, bbox }
  if (kind === 'polygon')
    return { kind, ring: simplified(ring.slice(0, -1).map(([lng = 0, lat = 0]): Point => [lng, lat])) }
  const [west, south, east, north] = bbox
  const centre: Point = [(west + east) / 2, (south + north) / 2]
  return { kind, centre, radiusKm: Math.min(MOST_RADIUS_KM, kmBetween(centre, [centre[0], north])) }
}
