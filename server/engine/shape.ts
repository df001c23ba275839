import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import { type FlatArea, flatten, flattenArea, planeHectares, projectArea } from './equal_area.ts'
import { snap, snapArea, snapPath } from './grid.ts'
import { type Box, boxOf, lengthM } from './locate.ts'
import type { Overlay } from './overlay.ts'

/** A geometry ready to be measured: degrees for points and lines, metres of the equal-area plane for areas. */
export type Shape =
  | PointShape
  | { readonly kind: 'line'; readonly degrees: Float64Array; readonly lengthM: number; readonly box: Box }
  | AreaShape
export type PointShape = { readonly kind: 'point'; readonly lng: number; readonly lat: number; readonly box: Box }
export type AreaShape = {
  readonly kind: 'area'
  readonly degrees: FlatArea
  readonly metres: FlatArea
  readonly areaHa: number
  /** In degrees. */
  readonly box: Box
}

/** Why a geometry cannot be used. */
export type Fault = 'not_finite' | 'out_of_range' | 'too_few_positions' | 'no_area' | 'not_supported' | 'not_measurable'

const faultOf = (positions: readonly Position[], atLeast: number): Fault | null => {
  if (positions.length < atLeast) return 'too_few_positions'
  if (positions.some(([lng, lat]) => !Number.isFinite(lng) || !Number.isFinite(lat))) return 'not_finite'
  return positions.some(([lng, lat]) => Math.abs(lng!) > 180 || Math.abs(lat!) > 90) ? 'out_of_range' : null
}

const isClosed = (ring: readonly Position[]): boolean =>
  ring[0]![0] === ring.at(-1)![0] && ring[0]![1] === ring.at(-1)![1]

const closed = (ring: readonly Position[]): Position[] =>
  ring.length > 0 && !isClosed(ring) ? [...ring, ring[0]!] : [...ring]

// Put on the grid first, because rounding is what makes a valid polygon cross itself; and once more after the repair, whose
// crossings lie off the grid. What still crosses itself by a hair then, or once projected, changes no area that can be told.
const shapeOfArea = (geometry: Polygon | MultiPolygon, overlay: Overlay): AreaShape | Fault => {
  const given = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const coordinates = given.map((rings) => rings.map(closed))
  const fault = coordinates
    .flat()
    .map((ring) => faultOf(ring, 4))
    .find((found) => found !== null)
  if (fault) return fault
  if (coordinates.flat().length === 0) return 'no_area'
  const degrees = snapArea(overlay.repair(snapArea(flattenArea({ type: 'MultiPolygon', coordinates }))))
  const metres = projectArea(degrees)
  const areaHa = planeHectares(metres)
  return areaHa > 0 ? { kind: 'area', degrees, metres, areaHa, box: boxOf(degrees.flat()) } : 'no_area'
}

export const shapeOfPoint = ([lng = 0, lat = 0]: Position): PointShape => ({
  kind: 'point',
  lng: snap(lng),
  lat: snap(lat),
  box: [snap(lng), snap(lat), snap(lng), snap(lat)],
})

const shapeOf = (geometry: Geometry, overlay: Overlay): Shape | Fault => {
  switch (geometry.type) {
    case 'Point': {
      return faultOf([geometry.coordinates], 1) ?? shapeOfPoint(geometry.coordinates)
    }
    case 'LineString': {
      const fault = faultOf(geometry.coordinates, 2)
      if (fault) return fault
      const degrees = snapPath(flatten(geometry.coordinates))
      return { kind: 'line', degrees, lengthM: lengthM(degrees), box: boxOf([degrees]) }
    }
    case 'Polygon':
    case 'MultiPolygon':
      return shapeOfArea(geometry, overlay)
    default:
      return 'not_supported'
  }
}

/** Repairs what can be repaired and names the fault of what cannot; it never throws, whatever stands in the record. */
export const parseShape = (geometry: Geometry, overlay: Overlay): Shape | Fault => {
  try {
    return shapeOf(geometry, overlay)
  } catch {
    return 'not_measurable'
  }
}
