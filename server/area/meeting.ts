import type { Geometry, Position } from 'geojson'
import { flattenArea } from '../engine/equal_area.ts'
import { toUnits, UNITS_PER_DEGREE } from '../engine/grid.ts'
import { whereIn } from '../engine/locate.ts'
import type { DrawnArea } from '../engine/reads/drawn_area.ts'

const holds = (area: DrawnArea, [lng, lat]: Position): boolean => area.holds(toUnits(lng!), toUnits(lat!))

const isCrossed = (area: DrawnArea, path: readonly Position[]): boolean =>
  path.some((position, index) => {
    const before = path[index - 1]
    if (!before) return false
    return area.crosses(toUnits(before[0]!), toUnits(before[1]!), toUnits(position[0]!), toUnits(position[1]!))
  })

const reachesPath = (area: DrawnArea, path: readonly Position[]): boolean =>
  (path[0] !== undefined && holds(area, path[0])) || isCrossed(area, path)

/** Whether a geometry and a drawn area share at least a point, on the grid of 1e-7 degree. */
export const doMeet = (area: DrawnArea, geometry: Geometry): boolean => {
  switch (geometry.type) {
    case 'Point':
      return holds(area, geometry.coordinates)
    case 'MultiPoint':
      return geometry.coordinates.some((position) => holds(area, position))
    case 'LineString':
      return reachesPath(area, geometry.coordinates)
    case 'MultiLineString':
      return geometry.coordinates.some((path) => reachesPath(area, path))
    case 'Polygon':
    case 'MultiPolygon': {
      const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
      // A hole may hold the whole area without touching it, so its first position proves nothing.
      if (
        polygons.some(
          ([shell = [], ...holes]) => reachesPath(area, shell) || holes.some((hole) => isCrossed(area, hole)),
        )
      )
        return true
      const flat = flattenArea(geometry)
      return area.corners.some(([x, y]) => whereIn(flat, x / UNITS_PER_DEGREE, y / UNITS_PER_DEGREE) !== 'outside')
    }
    case 'GeometryCollection':
      return geometry.geometries.some((part) => doMeet(area, part))
  }
}
