import type { Geometry, Position } from 'geojson'
import type { Code } from '../../data/model/codes.ts'
import type { FlowPlace } from '../../data/model/flows.ts'
import { stampOf } from '../multiples/shapes.ts'
import { type Bbox, frameOf, sketchOf } from '../sketch/projection.ts'
import type { Node, Room } from './layout.ts'
import { middleOf } from './middle.ts'

export type Shapes = ReadonlyMap<Code, Geometry>

export type Drawing = {
  /** Every place that has a shape, with the middle of it. */
  readonly nodes: readonly Node[]
  /** As the `d` of a path, to be moved by `move`. */
  readonly paths: ReadonlyMap<Code, string>
  /** Land under and around the places, where they do not cover it. */
  readonly ground: string
  readonly move: string
}

const positionsOf = (geometry: Geometry): readonly Position[] => {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates]
    case 'Polygon':
      return geometry.coordinates.flat()
    case 'MultiPolygon':
      return geometry.coordinates.flat(2)
    default:
      return []
  }
}

const boxOf = (geometries: Iterable<Geometry>): Bbox | null => {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const geometry of geometries)
    for (const [lng = 0, lat = 0] of positionsOf(geometry)) {
      west = Math.min(west, lng)
      south = Math.min(south, lat)
      east = Math.max(east, lng)
      north = Math.max(north, lat)
    }
  return west <= east ? [west, south, east, north] : null
}

/** The places as a sketch map in its part of the room; null where none has a shape. */
export const drawPlaces = (
  places: readonly FlowPlace[],
  shapes: Shapes,
  ground: Iterable<Geometry>,
  { map }: Room,
): Drawing | null => {
  const shaped = places.flatMap((place) => {
    const geometry = shapes.get(place.code)
    return geometry ? [{ place, geometry }] : []
  })
  const box = boxOf(shaped.map(({ geometry }) => geometry))
  if (!box) return null
  const sketch = sketchOf(frameOf(box), map.width, map.height)
  const top = map.top + Math.round((map.height - sketch.height) / 2)
  const nodes = shaped.flatMap(({ place: { code, name, partners }, geometry }): Node[] => {
    const middle = middleOf(geometry)
    if (!middle) return []
    const [x, y] = sketch.point(middle)
    return [{ code, name, spot: [map.left + x, top + y], partners }]
  })
  return {
    nodes,
    paths: new Map(shaped.map(({ place, geometry }) => [place.code, stampOf(geometry, sketch)])),
    ground: Array.from(ground, (geometry) => stampOf(geometry, sketch)).join(''),
    move: `translate(${map.left} ${top})`,
  }
}
