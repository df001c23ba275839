import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import type { Code } from '../../../data/model/codes.ts'
import { type Bounds, boundsOf, meet } from '../../bounds.ts'
import { flatten } from '../../engine/equal_area.ts'
import { courseOf, localPlane, nearestM } from '../../engine/nearness.ts'
import type { Geography } from '../../geography.ts'
import { LAND, type SituatedPlace } from '../../places/index.ts'
import type { World } from '../../world.ts'

/** Twelve nautical miles: the sea this close to an island or a coast counts as that regency's. */
export const WATERS_KM = 22.2
/** Boundaries are indicative: what is this close on land is a matter of the boundary, not of the place. */
const EDGE_KM = 1
const KM_PER_DEGREE = 110.5

/** Where a position lies that no village holds. */
export type Whereabouts =
  | { readonly kind: 'waters' | 'edge'; readonly place: SituatedPlace; readonly regency: Code; readonly awayKm: number }
  | { readonly kind: 'sea' }
  /** On land; `name` of a neighbouring regency where that is known. */
  | { readonly kind: 'elsewhere'; readonly name: string | null }

const ringHolds = (ring: readonly Position[], x: number, y: number): boolean => {
  let inside = false
  for (let i = 1; i < ring.length; i += 1) {
    const [x1 = 0, y1 = 0] = ring[i - 1]!
    const [x2 = 0, y2 = 0] = ring[i]!
    if (y1 > y !== y2 > y && x < x1 + ((x2 - x1) * (y - y1)) / (y2 - y1)) inside = !inside
  }
  return inside
}

const holds = ({ type, coordinates }: Polygon | MultiPolygon, [x = 0, y = 0]: Position): boolean =>
  (type === 'Polygon' ? [coordinates] : coordinates).some(
    ([shell, ...holes]) => shell && ringHolds(shell, x, y) && !holes.some((hole) => ringHolds(hole, x, y)),
  )

const boxes = new WeakMap<object, Bounds | null>()
const boxOf = (geometry: Geometry): Bounds | null => {
  const known = boxes.get(geometry)
  if (known !== undefined) return known
  const box = boundsOf([geometry])
  boxes.set(geometry, box)
  return box
}

const at = ([lng = 0, lat = 0]: Position): Bounds => [lng, lat, lng, lat]
const findHolder = <F extends { readonly geometry: Polygon | MultiPolygon }>(
  features: readonly F[],
  position: Position,
): F | undefined =>
  features.find(({ geometry }) => {
    const box = boxOf(geometry)
    return box !== null && meet(box, at(position)) && holds(geometry, position)
  })

const pathsOf = (geometry: Geometry): Float64Array[] => {
  switch (geometry.type) {
    case 'Point':
      return [flatten([geometry.coordinates, geometry.coordinates])]
    case 'Polygon':
      return geometry.coordinates.map(flatten)
    case 'MultiPolygon':
      return geometry.coordinates.flat().map(flatten)
    default:
      return []
  }
}

/** The nearest of our villages and islands within the waters; an island before the village that holds it. */
const findNearest = ([lng = 0, lat = 0]: Position, { places }: Pick<Geography, 'places'>) => {
  const reach = (WATERS_KM / KM_PER_DEGREE) * 1.05
  const around: Bounds = [lng - reach, lat - reach, lng + reach, lat + reach]
  const plane = localPlane(lat)
  const here = courseOf([Float64Array.of(lng, lat, lng, lat)], plane)
  let nearest: { readonly place: SituatedPlace; readonly awayKm: number } | null = null
  for (const place of places) {
    if (place.level !== 'village' && place.level !== 'island') continue
    const box = boxOf(place.geometry)
    if (!box || !meet(box, around)) continue
    const mostM = (nearest?.awayKm ?? WATERS_KM) * 1000
    const awayM = nearestM(here, courseOf(pathsOf(place.geometry), plane), plane, mostM)
    if (awayM === null || (nearest && awayM / 1000 === nearest.awayKm && place.level !== 'island')) continue
    nearest = { place, awayKm: awayM / 1000 }
  }
  return nearest
}

/** The coast is known this far. */
const COAST = boundsOf(LAND.features.map(({ geometry }) => geometry))

const regencyOf = (code: Code): Code => code.split('.').slice(0, 2).join('.')

/** Where a position is that none of our villages and islands holds: in their waters, at sea, or on other land. */
export const whereaboutsOf = (
  position: Position,
  { geography, context }: Pick<World, 'geography' | 'context'>,
): Whereabouts => {
  const neighbour = findHolder(context.features, position)
  if (neighbour) return { kind: 'elsewhere', name: neighbour.properties.name }
  const isLand = findHolder(LAND.features, position) !== undefined
  const nearest = findNearest(position, geography)
  if (nearest && (!isLand || nearest.awayKm <= EDGE_KM))
    return { kind: isLand ? 'edge' : 'waters', regency: regencyOf(nearest.place.code), ...nearest }
  const isCharted = COAST !== null && meet(COAST, at(position))
  return isLand || !isCharted ? { kind: 'elsewhere', name: null } : { kind: 'sea' }
}
