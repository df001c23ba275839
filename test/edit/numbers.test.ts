import type { Position } from 'geojson'
import { expect, test } from 'vitest'
import { hectares } from '../../server/engine/equal_area.ts'
import { areaHaOf, lengthMOf } from '../../web/edit/measure.ts'
import { parseCount, parseRupiah } from '../../web/edit/rupiah.ts'

test.each([
  ['18,7 miliar', 18_700_000_000],
  ['18.7 miliar', 18_700_000_000],
  ['Rp 18,7 M', 18_700_000_000],
  ['Rp18,7 milyar', 18_700_000_000],
  ['1.173.000.000', 1_173_000_000],
  ['Rp 1.173.000.000', 1_173_000_000],
  ['Rp. 1.173.000.000,-', 1_173_000_000],
  ['Rp 1.173.000.000,00', 1_173_000_000],
  ['1,173,000,000.00', 1_173_000_000],
  ['500 jt', 500_000_000],
  ['500jt', 500_000_000],
  ['1.500 juta', 1_500_000_000],
  ['1,500 juta', 1_500_000],
  ['250 ribu', 250_000],
  ['1,2 triliun', 1_200_000_000_000],
  ['1.500', 1_500],
  ['750000', 750_000],
  ['75.000 rupiah', 75_000],
  ['0', 0],
])('%s is %i rupiah', (text, rupiah) => {
  expect(parseRupiah(text)).toBe(rupiah)
})

test.each(['', 'sekitar 5 juta', '12.34.567', '5 lusin', '-5 juta', '1,2,3', '1.2345', '9 999 triliun triliun'])(
  '%s is no sum, and nothing is guessed',
  (text) => {
    expect(parseRupiah(text)).toBeNull()
  },
)

test('people are counted whole, however the thousands are parted', () => {
  expect(['1.250', '1,250', '1 250', '1250', '12'].map(parseCount)).toEqual([1250, 1250, 1250, 1250, 12])
  expect(['', '12,5', 'dua', '-3', '99999999999'].map(parseCount)).toEqual([null, null, null, null, null])
})

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
