import { expect, test } from 'vitest'
import { stampOf } from '../web/multiples/shapes.ts'
import { sketchOf } from '../web/sketch/projection.ts'

/** One degree square on the equator is a hundred pixels. */
const sketch = sketchOf([0, 0, 1, 1], 100, 100)
const square = (west: number, south: number, side: number) => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
]

test('an area is drawn to half a pixel: corners nearer to each other than that are one', () => {
  const withNotch = [
    [0, 0],
    [0.5, 0],
    [0.501, 0.001],
    [0.5, 0.5],
    [0, 0.5],
    [0, 0],
  ]
  expect(stampOf({ type: 'Polygon', coordinates: [withNotch] }, sketch)).toBe('M0 100L50 100L50 50L0 50L0 100Z')
})

test('every part and every hole of an area is drawn', () => {
  const path = stampOf(
    { type: 'MultiPolygon', coordinates: [[square(0, 0, 0.5), square(0.1, 0.1, 0.2)], [square(0.6, 0.6, 0.3)]] },
    sketch,
  )
  expect(path.match(/M/g)).toHaveLength(3)
  expect(path.match(/Z/g)).toHaveLength(3)
})

test('an area too small to be drawn, and a point, are a dot of two pixels, so that no unit is lost', () => {
  const dot = 'M49 49h2v2h-2Z'
  expect(stampOf({ type: 'Polygon', coordinates: [square(0.5, 0.5, 0.0001)] }, sketch)).toBe(dot)
  expect(stampOf({ type: 'Point', coordinates: [0.5, 0.5] }, sketch)).toBe(dot)
})
