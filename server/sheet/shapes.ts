import type { Geometry, Position } from 'geojson'
import { worldX, worldY } from '../../data/view/mercator.ts'
import type { TileFeature } from '../tiles/cut.ts'
import type { Path } from './display.ts'

export type ShapeType = 'Point' | 'LineString' | 'Polygon'

/** A feature in shares of the world: points as paths of one position, rings wound the same way wherever they come from. */
export type Shape = {
  readonly type: ShapeType
  readonly paths: readonly Path[]
  /** Least x, least y, most x, most y. */
  readonly box: readonly [number, number, number, number]
  readonly properties: TileFeature['properties']
}

const pathOf = (positions: readonly Position[], isRing: boolean): Path => {
  const count = isRing ? positions.length - 1 : positions.length
  const path = new Float64Array(2 * count)
  for (let at = 0; at < count; at += 1) {
    const [lng, lat] = positions[at]!
    path[2 * at] = worldX(lng!)
    path[2 * at + 1] = worldY(Math.max(-85, Math.min(85, lat!)))
  }
  return path
}

const doubleArea = (ring: Path): number => {
  let sum = 0
  for (let at = 0, before = ring.length - 2; at < ring.length; before = at, at += 2)
    sum += ring[before]! * ring[at + 1]! - ring[at]! * ring[before + 1]!
  return sum
}

const reversed = (ring: Path): Path => {
  const turned = new Float64Array(ring.length)
  for (let at = 0; at < ring.length; at += 2) {
    turned[at] = ring[ring.length - 2 - at]!
    turned[at + 1] = ring[ring.length - 1 - at]!
  }
  return turned
}

const polygonPaths = (rings: readonly Position[][]): Path[] =>
  rings.map((positions, at) => {
    const ring = pathOf(positions, true)
    return doubleArea(ring) > 0 === (at === 0) ? ring : reversed(ring)
  })

type Parts = { readonly type: ShapeType; readonly paths: readonly Path[] }

const partsOf = (geometry: Geometry): readonly Parts[] => {
  switch (geometry.type) {
    case 'Point':
      return [{ type: 'Point', paths: [pathOf([geometry.coordinates], false)] }]
    case 'MultiPoint':
      return [{ type: 'Point', paths: geometry.coordinates.map((one) => pathOf([one], false)) }]
    case 'LineString':
      return [{ type: 'LineString', paths: [pathOf(geometry.coordinates, false)] }]
    case 'MultiLineString':
      return [{ type: 'LineString', paths: geometry.coordinates.map((one) => pathOf(one, false)) }]
    case 'Polygon':
      return [{ type: 'Polygon', paths: polygonPaths(geometry.coordinates) }]
    case 'MultiPolygon':
      return [{ type: 'Polygon', paths: geometry.coordinates.flatMap(polygonPaths) }]
    case 'GeometryCollection':
      return geometry.geometries.flatMap(partsOf)
  }
}

const boxOf = (paths: readonly Path[]): Shape['box'] => {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const path of paths)
    for (let at = 0; at < path.length; at += 2) {
      box[0] = Math.min(box[0], path[at]!)
      box[1] = Math.min(box[1], path[at + 1]!)
      box[2] = Math.max(box[2], path[at]!)
      box[3] = Math.max(box[3], path[at + 1]!)
    }
  return box
}

export const shapesOf = (features: readonly TileFeature[]): readonly Shape[] =>
  features.flatMap(({ geometry, properties }) =>
    partsOf(geometry).map((parts) => ({ ...parts, box: boxOf(parts.paths), properties })),
  )
