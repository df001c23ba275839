import type { Geometry, Position } from 'geojson'
import { distanceM } from '../../server/engine/locate.ts'

const positionsIn = (value: unknown): readonly Position[] =>
  Array.isArray(value) ? (typeof value[0] === 'number' ? [value as Position] : value.flatMap(positionsIn)) : []
const positionsOf = (geometry: Geometry): readonly Position[] =>
  'coordinates' in geometry ? positionsIn(geometry.coordinates) : []

/** Metres from the farthest position of one to the nearest of the other, however rings turn and begin. */
const reachM = (found: Geometry, meant: Geometry): number =>
  Math.max(
    ...positionsOf(found).map(([lng = 0, lat = 0]) =>
      Math.min(...positionsOf(meant).map(([x = 0, y = 0]) => distanceM(lng, lat, x, y))),
    ),
  )

/** Metres that the positions of two geometries lie apart at most, seen from either. */
export const apartM = (found: Geometry, meant: Geometry): number => Math.max(reachM(found, meant), reachM(meant, found))
