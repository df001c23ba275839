import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import type { Place } from '../../server/engine/engine.ts'
import type { FlatArea } from '../../server/engine/equal_area.ts'
import { rounded } from '../frozen/rings.ts'

export const shapeless = (geometry: Geometry): boolean =>
  geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon'

const positionsOf = (geometry: Polygon | MultiPolygon): Position[] =>
  geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.coordinates.flat(2)

/** For each village the indices of those that share a position of its border. */
export const neighboursOf = (villages: readonly Place[]): readonly (readonly number[])[] => {
  const holders = new Map<string, number[]>()
  const beside = villages.map(() => new Set<number>())
  for (const [at, { geometry }] of villages.entries())
    for (const position of positionsOf(geometry as Polygon | MultiPolygon)) {
      const key = position.join(' ')
      const others = holders.get(key)
      if (!others) holders.set(key, [at])
      else if (!others.includes(at)) {
        for (const other of others) {
          beside[other]!.add(at)
          beside[at]!.add(other)
        }
        others.push(at)
      }
    }
  return beside.map((found) => [...found].sort((a, b) => a - b))
}

const positions = (ring: Float64Array): Position[] =>
  Array.from({ length: ring.length / 2 }, (_, at) => rounded(ring[2 * at]!, ring[2 * at + 1]!))

/** GeoJSON of a flat area in degrees, rounded to 1e-7; null for no polygon at all. */
export const areaOf = (area: FlatArea): Polygon | MultiPolygon | null => {
  const polygons = area.map((rings) => rings.map(positions))
  if (polygons.length === 0) return null
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0]! }
    : { type: 'MultiPolygon', coordinates: polygons }
}
