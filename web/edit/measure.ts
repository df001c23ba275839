import type { Polygon, Position } from 'geojson'
import type { SiteGeometry } from '../../data/model/activity.ts'

// WGS 84 (EPSG:7030).
const SEMI_MAJOR_M = 6_378_137
const FLATTENING = 1 / 298.257223563
const ECCENTRICITY2 = FLATTENING * (2 - FLATTENING)
const ECCENTRICITY = Math.sqrt(ECCENTRICITY2)
const RADIANS = Math.PI / 180
const M2_PER_HA = 10_000

/** Proportional to the ground between the equator and a latitude (Snyder 1987, 3-12). */
const authalic = (lat: number): number => {
  const sine = Math.sin(lat * RADIANS)
  return (
    (1 - ECCENTRICITY2) * (sine / (1 - ECCENTRICITY2 * sine * sine) + Math.atanh(ECCENTRICITY * sine) / ECCENTRICITY)
  )
}

const ringHa = (ring: readonly Position[]): number => {
  const twice = ring.slice(1).reduce((sum, [lng = 0, lat = 0], index) => {
    const [lng0 = 0, lat0 = 0] = ring[index] ?? []
    return sum + (lng - lng0) * RADIANS * (authalic(lat) + authalic(lat0))
  }, 0)
  return (SEMI_MAJOR_M ** 2 * Math.abs(twice)) / 4 / M2_PER_HA
}

const polygonHa = ([shell = [], ...holes]: readonly (readonly Position[])[]): number =>
  ringHa(shell) - holes.reduce((sum, hole) => sum + ringHa(hole), 0)

/** Hectares on the ellipsoid; 0 for points and lines. The report of the server measures a ring that crosses itself, this does not. */
export const areaHaOf = (geometry: SiteGeometry): number => {
  if (geometry.type === 'Polygon') return polygonHa(geometry.coordinates)
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.reduce((sum, rings) => sum + polygonHa(rings), 0)
  return 0
}

/** Metres between two positions on the ellipsoid; good to a millionth over 50 km. */
export const metresBetween = ([lng1 = 0, lat1 = 0]: Position, [lng2 = 0, lat2 = 0]: Position): number => {
  const middle = ((lat1 + lat2) / 2) * RADIANS
  const bend = 1 - ECCENTRICITY2 * Math.sin(middle) ** 2
  const north = (SEMI_MAJOR_M * (1 - ECCENTRICITY2) * (lat2 - lat1) * RADIANS) / bend ** 1.5
  const east = (SEMI_MAJOR_M * Math.cos(middle) * (lng2 - lng1) * RADIANS) / Math.sqrt(bend)
  return Math.hypot(north, east)
}

export const lengthMOf = (path: readonly Position[]): number =>
  path.slice(1).reduce((sum, position, index) => sum + metresBetween(path[index] ?? position, position), 0)

const CIRCLE_STEPS = 64

/** Everything within so many metres of a position, as a ring of 64 sides. */
export const circleAround = ([lng = 0, lat = 0]: Position, radiusM: number): Polygon => {
  const metresNorth = metresBetween([lng, lat - 0.5], [lng, lat + 0.5])
  const metresEast = metresBetween([lng - 0.5, lat], [lng + 0.5, lat])
  const ring = Array.from({ length: CIRCLE_STEPS + 1 }, (_, at): Position => {
    const angle = ((at % CIRCLE_STEPS) / CIRCLE_STEPS) * 2 * Math.PI
    return [lng + (radiusM * Math.cos(angle)) / metresEast, lat + (radiusM * Math.sin(angle)) / metresNorth]
  })
  return { type: 'Polygon', coordinates: [ring] }
}

/** Centre and radius of a ring that was drawn as a circle. */
export const circleIn = ({ coordinates }: Polygon): { readonly centre: Position; readonly radiusM: number } => {
  const ring = coordinates[0] ?? []
  const lngs = ring.map(([lng = 0]) => lng)
  const lats = ring.map(([, lat = 0]) => lat)
  const [south, north] = [Math.min(...lats), Math.max(...lats)]
  const centre: Position = [(Math.min(...lngs) + Math.max(...lngs)) / 2, (south + north) / 2]
  return { centre, radiusM: metresBetween([centre[0] ?? 0, south], [centre[0] ?? 0, north]) / 2 }
}
