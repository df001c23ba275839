import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import initGeos from 'geos-wasm'
import { geojsonToGeosGeom, geosGeomToGeojson } from 'geos-wasm/helpers'
import type { Bounds } from '../bounds.ts'

export type Area = Polygon | MultiPolygon

/** Polygons of an area, each an outer ring and its holes. */
export const partsOf = (area: Area): Polygon['coordinates'][] =>
  area.type === 'Polygon' ? [area.coordinates] : area.coordinates

/** Null for no polygon at all. */
export const areaOfParts = (parts: readonly Polygon['coordinates'][]): Area | null => {
  const [first] = parts
  if (!first) return null
  return parts.length === 1
    ? { type: 'Polygon', coordinates: first }
    : { type: 'MultiPolygon', coordinates: [...parts] }
}

/** The polygons of any geometry: overlays also leave points and lines where areas only touch. */
const polygonsIn = (geometry: Geometry): Polygon['coordinates'][] => {
  if (geometry.type === 'Polygon') return geometry.coordinates.length ? [geometry.coordinates] : []
  if (geometry.type === 'MultiPolygon') return geometry.coordinates
  return geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(polygonsIn) : []
}

/** An area kept inside GEOS for many questions; release it when done. */
export type Held = {
  /** The whole candidate lies in the area. */
  contains(candidate: Area): boolean
  containsPosition(position: Position): boolean
  /** May be invalid where the box cuts along an edge; overlay it before use. */
  within(box: Bounds): Area | null
  release(): void
}

/** GEOS on coordinates as they are: distances and tolerances are in the unit of the coordinates. */
export type Plane = {
  isValid(area: Area): boolean
  /** Null when nothing of an area is left. */
  repair(area: Area): Area | null
  union(areas: readonly Area[]): Area | null
  intersection(a: Area, b: Area): Area | null
  difference(a: Area, b: Area): Area | null
  buffer(area: Area, distance: number): Area | null
  simplify(area: Area, tolerance: number): Area | null
  /** The middle of the largest circle that fits, where a label has most room. */
  heartOf(area: Area, tolerance: number): Position
  hold(area: Area): Held
}

const QUADRANT_SEGMENTS = 8

/** Every pointer is freed before a call returns, so the heap stays where it started. */
export const openPlane = async (): Promise<Plane> => {
  // GEOS prints where it finds an area invalid; the caller says it in words of the domain.
  const geos = await initGeos({ noticeHandler: () => {} })

  const withAreas = <T>(areas: readonly Area[], use: (...pointers: number[]) => T): T => {
    const pointers = areas.map((area) => geojsonToGeosGeom(area, geos))
    try {
      return use(...pointers)
    } finally {
      for (const pointer of pointers) geos.GEOSGeom_destroy(pointer)
    }
  }
  const taken = <T>(pointer: number, read: (pointer: number) => T): T => {
    if (!pointer) throw new Error('GEOS could not compute this shape; repair its input first.')
    try {
      return read(pointer)
    } finally {
      geos.GEOSGeom_destroy(pointer)
    }
  }
  const areaFrom = (pointer: number): Area | null =>
    taken(pointer, (result) =>
      geos.GEOSisEmpty(result) ? null : areaOfParts(polygonsIn(geosGeomToGeojson(result, geos) as Geometry)),
    )

  return {
    isValid: (area) => withAreas([area], (pointer) => geos.GEOSisValid(pointer!) === 1),
    repair: (area) => withAreas([area], (pointer) => areaFrom(geos.GEOSMakeValid(pointer!))),
    union: (areas) => {
      const whole: MultiPolygon = { type: 'MultiPolygon', coordinates: areas.flatMap(partsOf) }
      return whole.coordinates.length ? withAreas([whole], (pointer) => areaFrom(geos.GEOSUnaryUnion(pointer!))) : null
    },
    intersection: (a, b) => withAreas([a, b], (left, right) => areaFrom(geos.GEOSIntersection(left!, right!))),
    difference: (a, b) => withAreas([a, b], (left, right) => areaFrom(geos.GEOSDifference(left!, right!))),
    buffer: (area, distance) =>
      withAreas([area], (pointer) => areaFrom(geos.GEOSBuffer(pointer!, distance, QUADRANT_SEGMENTS))),
    simplify: (area, tolerance) =>
      withAreas([area], (pointer) => areaFrom(geos.GEOSTopologyPreserveSimplify(pointer!, tolerance))),
    heartOf: (area, tolerance) =>
      withAreas([area], (pointer) =>
        taken(geos.GEOSMaximumInscribedCircle(pointer!, tolerance), (radius) => {
          const line = geosGeomToGeojson(radius, geos) as { coordinates: Position[] }
          return line.coordinates[0]!
        }),
      ),
    hold: (area) => {
      const pointer = geojsonToGeosGeom(area, geos)
      const prepared = geos.GEOSPrepare(pointer)
      return {
        contains: (candidate) => withAreas([candidate], (other) => geos.GEOSPreparedContains(prepared, other!) === 1),
        containsPosition: ([lng, lat]) => geos.GEOSPreparedContainsXY(prepared, lng!, lat!) === 1,
        within: ([west, south, east, north]) => areaFrom(geos.GEOSClipByRect(pointer, west, south, east, north)),
        release: () => {
          geos.GEOSPreparedGeom_destroy(prepared)
          geos.GEOSGeom_destroy(pointer)
        },
      }
    },
  }
}
