import type { Geometry, Position } from 'geojson'

const pair = ([lng, lat]: Position): string => `${lng} ${lat}`
const path = (positions: readonly Position[]): string => `(${positions.map(pair).join(', ')})`
const paths = (rings: readonly (readonly Position[])[]): string => `(${rings.map(path).join(', ')})`

/** A geometry as well-known text (OGC 06-103r4), longitude first. */
export const wktOf = (geometry: Geometry): string => {
  switch (geometry.type) {
    case 'Point':
      return `POINT (${pair(geometry.coordinates)})`
    case 'MultiPoint':
      return `MULTIPOINT (${geometry.coordinates.map((one) => `(${pair(one)})`).join(', ')})`
    case 'LineString':
      return `LINESTRING ${path(geometry.coordinates)}`
    case 'MultiLineString':
      return `MULTILINESTRING ${paths(geometry.coordinates)}`
    case 'Polygon':
      return `POLYGON ${paths(geometry.coordinates)}`
    case 'MultiPolygon':
      return `MULTIPOLYGON (${geometry.coordinates.map(paths).join(', ')})`
    case 'GeometryCollection':
      return `GEOMETRYCOLLECTION (${geometry.geometries.map(wktOf).join(', ')})`
  }
}
