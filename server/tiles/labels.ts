import type { MultiPolygon, Polygon, Position } from 'geojson'
import type { World } from '../world.ts'
import type { TileFeature } from './cut.ts'

/** Twice the signed area, in square degrees: only for telling the largest part of a neighbour. */
const twiceArea = (ring: readonly Position[]): number =>
  ring.reduce((sum, [lng, lat], at) => {
    const [nextLng, nextLat] = ring[(at + 1) % ring.length]!
    return sum + lng! * nextLat! - nextLng! * lat!
  }, 0)

/** Centroid of the largest part. Neighbours are coarse and only named, so nothing better is worth its time. */
const middleOf = (geometry: Polygon | MultiPolygon): Position => {
  const shells =
    geometry.type === 'Polygon' ? [geometry.coordinates[0]!] : geometry.coordinates.map(([shell]) => shell!)
  const ring = shells.reduce((largest, shell) =>
    Math.abs(twiceArea(shell)) > Math.abs(twiceArea(largest)) ? shell : largest,
  )
  const [sumLng, sumLat] = ring.reduce<[number, number]>(
    ([lngs, lats], [lng, lat], at) => {
      const [nextLng, nextLat] = ring[(at + 1) % ring.length]!
      const cross = lng! * nextLat! - nextLng! * lat!
      return [lngs + (lng! + nextLng!) * cross, lats + (lat! + nextLat!) * cross]
    },
    [0, 0],
  )
  return [sumLng / (3 * twiceArea(ring)), sumLat / (3 * twiceArea(ring))]
}

const PRIORITY = { regency: 3000, district: 2000, island: 1500, village: 1000 } as const

/** A point for every name; among names of one level the larger place is placed first. */
export const labelsOf = ({ geography, context }: World): TileFeature[] => {
  const largestHa = Math.max(1, ...geography.places.map(({ areaHa }) => areaHa))
  const own = geography.places.map(({ code, name, level, position, areaHa, island }): TileFeature => {
    const rank = level === 'island' ? (island?.populated ? 900 : 0) : Math.round((areaHa / largestHa) * 900)
    return {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [...position] },
      properties: { code, name, level, priority: PRIORITY[level] + rank, context: false },
    }
  })
  const around = context.features.map(
    ({ geometry, properties }): TileFeature => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: middleOf(geometry) },
      properties: { ...properties, level: 'regency', priority: PRIORITY.regency - 500, context: true },
    }),
  )
  return [...own, ...around]
}
