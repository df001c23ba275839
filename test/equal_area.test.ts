import { existsSync, readFileSync } from 'node:fs'
import { Geodesic } from 'geographiclib-geodesic'
import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import { expect, test } from 'vitest'
import { eastingOf, hectares, northingOf } from '../server/engine/equal_area.ts'

const VILLAGES = new URL('../../shared/data/boundaries/villages.geojson', import.meta.url)

const STEP_DEGREES = 0.002

/** A geodesic is not the straight lng/lat line of RFC 7946: on a 20 km edge they part by 30 cm, on these pieces by none. */
const inPieces = (from: Position, to: Position): Position[] => {
  const pieces = Math.ceil(Math.max(Math.abs(to[0]! - from[0]!), Math.abs(to[1]! - from[1]!)) / STEP_DEGREES)
  return Array.from({ length: pieces }, (_, piece) =>
    [0, 1].map((axis) => from[axis]! + ((to[axis]! - from[axis]!) * piece) / pieces),
  )
}

/** Hectares by Karney's geodesic polygons, an independent road to the same number. */
const geodesicHectares = ({ type, coordinates }: Polygon | MultiPolygon): number => {
  const ringHa = (ring: Position[]) => {
    const polygon = Geodesic.WGS84.Polygon(false)
    for (const [lng, lat] of ring.slice(1).flatMap((to, index) => inPieces(ring[index]!, to)))
      polygon.AddPoint(lat!, lng!)
    return Math.abs(polygon.Compute(false, true).area!) / 10_000
  }
  const polygons = type === 'Polygon' ? [coordinates] : coordinates
  return polygons
    .map(([outer, ...holes]) => ringHa(outer!) - holes.reduce((sum, hole) => sum + ringHa(hole), 0))
    .reduce((sum, ha) => sum + ha, 0)
}

const rectangle = (west: number, south: number, east: number, north: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
})

test('the projection gives the coordinates published for EPSG:6933', () => {
  // The corners of the EASE-Grid 2.0 global grid: longitude 180 and the latitude of its upper edge.
  expect(eastingOf(180)).toBeCloseTo(17_367_530.45, 2)
  expect(northingOf(85.0445664)).toBeCloseTo(7_314_540.83, 0)
})

test('one hundredth of a degree square at the equator is 123.09 hectares', () => {
  // 0.01 deg of longitude is 1,113.195 m, 0.01 deg of latitude 1,105.743 m: 1,230,908 m2.
  expect(hectares(rectangle(111, 0, 111.01, 0.01))).toBeCloseTo(123.0908, 3)
})

test('a hole is not part of the area', () => {
  const whole = rectangle(111, 0, 111.02, 0.02)
  const hole = rectangle(111.005, 0.005, 111.01, 0.01)
  const holed: Polygon = { type: 'Polygon', coordinates: [...whole.coordinates, ...hole.coordinates] }
  expect(hectares(holed)).toBeCloseTo(hectares(whole) - hectares(hole), 9)
})

test('a rectangle cut along a long slanting edge has the area of its halves', () => {
  const [a, b, c, d] = rectangle(110, -3, 112, 1).coordinates[0]! as [Position, Position, Position, Position]
  const half = (...corners: Position[]): Polygon => ({
    type: 'Polygon',
    coordinates: [[...corners, ...corners.slice(0, 1)]],
  })
  const whole = hectares(rectangle(110, -3, 112, 1))
  expect(hectares(half(a, b, c)) + hectares(half(c, d, a))).toBeCloseTo(whole, 4)
})

test.skipIf(!existsSync(VILLAGES))('every real village agrees with geodesic polygons to one in a million', () => {
  const { features }: FeatureCollection<Polygon | MultiPolygon> = JSON.parse(readFileSync(VILLAGES, 'utf8'))
  const worst = features.map(({ geometry }) => Math.abs(hectares(geometry) / geodesicHectares(geometry) - 1))
  expect(features).toHaveLength(734)
  expect(Math.max(...worst)).toBeLessThan(1e-6)
})
