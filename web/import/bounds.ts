import type { Feature, Geometry } from 'geojson'

type Box = [west: number, south: number, east: number, north: number]

const stretch = (box: Box, coordinates: unknown): void => {
  if (!Array.isArray(coordinates)) return
  if (typeof coordinates[0] !== 'number') {
    for (const inner of coordinates) stretch(box, inner)
    return
  }
  const [lng, lat] = coordinates as [number, number]
  box[0] = Math.min(box[0], lng)
  box[1] = Math.min(box[1], lat)
  box[2] = Math.max(box[2], lng)
  box[3] = Math.max(box[3], lat)
}

const take = (box: Box, geometry: Geometry | null): void => {
  if (!geometry) return
  if (geometry.type === 'GeometryCollection') for (const part of geometry.geometries) take(box, part)
  else stretch(box, geometry.coordinates)
}

/** West, south, east, north around all of them; null where none has a place. */
export const boundsOf = (features: readonly Feature<Geometry | null>[]): Box | null => {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { geometry } of features) take(box, geometry)
  return box[0] <= box[2] ? box : null
}
