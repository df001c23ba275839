import type { Feature, Geometry, Position } from 'geojson'

type Box = readonly [west: number, south: number, east: number, north: number]

/** Neighbours and their waters are still on the map. */
const MARGIN_DEGREES = 1

const positionsIn = (coordinates: unknown): readonly Position[] =>
  Array.isArray(coordinates)
    ? typeof coordinates[0] === 'number'
      ? [coordinates as Position]
      : coordinates.flatMap(positionsIn)
    : []

const positionsOf = (geometry: Geometry | null): readonly Position[] => {
  if (!geometry) return []
  return geometry.type === 'GeometryCollection'
    ? geometry.geometries.flatMap(positionsOf)
    : positionsIn(geometry.coordinates)
}

const around =
  ([west, south, east, north]: Box) =>
  ([lng = 0, lat = 0]: Position): boolean =>
    lng >= west - MARGIN_DEGREES &&
    lng <= east + MARGIN_DEGREES &&
    lat >= south - MARGIN_DEGREES &&
    lat <= north + MARGIN_DEGREES

/** Those in or around our regencies: a pair that is swapped, which its row tells of, would shrink all others to a dot. */
export const within = <F extends Feature<Geometry | null>>(features: readonly F[], regencies: readonly Box[]) => {
  const here = regencies.map(around)
  return features.filter(({ geometry }) => positionsOf(geometry).every((position) => here.some((is) => is(position))))
}

/** West, south, east, north around all of them; null where none has a place. */
export const boundsOf = (features: readonly Feature<Geometry | null>[]): Box | null => {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { geometry } of features)
    for (const [lng = 0, lat = 0] of positionsOf(geometry)) {
      box[0] = Math.min(box[0], lng)
      box[1] = Math.min(box[1], lat)
      box[2] = Math.max(box[2], lng)
      box[3] = Math.max(box[3], lat)
    }
  return box[0] <= box[2] ? box : null
}
