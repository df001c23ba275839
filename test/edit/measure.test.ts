import type { Position } from 'geojson'
import { expect, test } from 'vitest'
import { hectares } from '../../server/engine/equal_area.ts'
import { areaHaOf, circleAround, circleIn, lengthMOf } from '../../web/edit/measure.ts'

const ring = (west: number, south: number, side: number): Position[] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
]

test('what the screen measures while drawing is what the server measures afterwards, to a thousandth of a percent', () => {
  const shape = { type: 'Polygon' as const, coordinates: [ring(111.4, -1.6, 0.1), ring(111.42, -1.58, 0.01)] }
  const several = { type: 'MultiPolygon' as const, coordinates: [shape.coordinates, [ring(112, 0.3, 0.02)]] }
  for (const geometry of [shape, several]) expect(areaHaOf(geometry) / hectares(geometry)).toBeCloseTo(1, 5)
})

test('a point and a line have no hectares; a degree along the equator is 111.319 km, along a meridian there 110.574 km', () => {
  expect(areaHaOf({ type: 'Point', coordinates: [111, 0] })).toBe(0)
  expect(
    areaHaOf({
      type: 'LineString',
      coordinates: [
        [111, 0],
        [112, 0],
      ],
    }),
  ).toBe(0)
  expect(
    lengthMOf([
      [111, 0],
      [112, 0],
    ]),
  ).toBeCloseTo(111_319.49, 1)
  expect(
    lengthMOf([
      [111, -0.5],
      [111, 0.5],
    ]) / 110_574.3,
  ).toBeCloseTo(1, 5)
})

test('a circle of 500 m is as wide on the ground as it says, and tells its radius again', () => {
  const circle = circleAround([111.5, -1.5], 500)
  for (const [lng = 0, lat = 0] of circle.coordinates[0]!)
    expect(
      lengthMOf([
        [111.5, -1.5],
        [lng, lat],
      ]),
    ).toBeCloseTo(500, 0)
  const { centre, radiusM } = circleIn(circle)
  expect(centre).toEqual([expect.closeTo(111.5, 9), expect.closeTo(-1.5, 9)])
  expect(radiusM).toBeCloseTo(500, 0)
  expect(areaHaOf(circle)).toBeCloseTo(78.4, 0)
})
