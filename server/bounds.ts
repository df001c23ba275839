import type { Geometry, Position } from 'geojson'

export type Bounds = readonly [west: number, south: number, east: number, north: number]

const positionsOf = function* (geometry: Geometry): Generator<Position> {
  switch (geometry.type) {
    case 'Point':
      yield geometry.coordinates
      return
    case 'MultiPoint':
    case 'LineString':
      yield* geometry.coordinates
      return
    case 'MultiLineString':
    case 'Polygon':
      for (const part of geometry.coordinates) yield* part
      return
    case 'MultiPolygon':
      for (const polygon of geometry.coordinates) for (const ring of polygon) yield* ring
      return
    case 'GeometryCollection':
      for (const part of geometry.geometries) yield* positionsOf(part)
  }
}

/** The box around everything given, in degrees; null around nothing. */
export const boundsOf = (geometries: Iterable<Geometry>): Bounds | null => {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const geometry of geometries)
    for (const [lng, lat] of positionsOf(geometry)) {
      if (lng! < west) west = lng!
      if (lng! > east) east = lng!
      if (lat! < south) south = lat!
      if (lat! > north) north = lat!
    }
  return west <= east ? [west, south, east, north] : null
}

/** The box around boxes; null around none. */
export const uniteBounds = (boxes: Iterable<Bounds | null>): Bounds | null => {
  let around: Bounds | null = null
  for (const box of boxes) {
    if (!box) continue
    const [west, south, east, north]: Bounds = around ?? box
    around = [Math.min(west, box[0]), Math.min(south, box[1]), Math.max(east, box[2]), Math.max(north, box[3])]
  }
  return around
}

/** Boxes that share at least a point. */
export const meet = (a: Bounds, b: Bounds): boolean => a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1]
