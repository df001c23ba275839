import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Area, formatArea, MOST_POINTS, parseArea, parseKm, requestOf } from '../web/area/area.ts'

const lng = fc.integer({ min: -18_000_000, max: 18_000_000 }).map((value) => value / 1e5)
const lat = fc.integer({ min: -8_500_000, max: 8_500_000 }).map((value) => value / 1e5)
const km = fc.integer({ min: 1, max: 200_000 }).map((value) => value / 1000)
const area: fc.Arbitrary<Area> = fc.oneof(
  fc
    .array(fc.tuple(lng, lat), { minLength: 3, maxLength: MOST_POINTS })
    .map((ring): Area => ({ kind: 'polygon', ring })),
  fc.tuple(lng, lat, km).map(([x, y, radiusKm]): Area => ({ kind: 'circle', centre: [x, y], radiusKm })),
  fc.constant<Area>({ kind: 'box', bbox: [111.2, -0.5, 111.9, 0.25] }),
  fc.constant<Area>({ kind: 'units', codes: ['61.05.01.2007', '61.11.40034', '61.05'] }),
  fc.constant<Area>({ kind: 'units', codes: [] }),
)

test('an area read back from its link is the same area', () => {
  fc.assert(
    fc.property(area, (asked) => {
      expect(parseArea(formatArea(asked))).toEqual(asked)
    }),
  )
})

test('the longest polygon a link may hold stays below 3,200 characters', () => {
  const ring = Array.from({ length: MOST_POINTS }, (): [number, number] => [-111.11111, -10.11111])
  expect(formatArea({ kind: 'polygon', ring }).length).toBeLessThan(3200)
})

test('what is no area is refused: too few points, half a point, outside the earth, an empty box, no radius, a bare code', () => {
  const damaged = [
    'polygon:1,2,3,4',
    'polygon:1,2,3,4,5',
    'polygon:1,2,3,4,500,6',
    'polygon:1,2,3,,5,6',
    `polygon:${Array.from({ length: MOST_POINTS + 1 }, () => '1,2')}`,
    'box:3,1,2,4',
    'box:1,1,2',
    'circle:1,2,0',
    'circle:1,2,9999',
    'units:6105',
    'hexagon:1,2,3',
    'polygon',
    '',
  ]
  expect(damaged.filter((text) => parseArea(text) !== null)).toEqual([])
})

test('a buffer is a number of kilometres from 0 to 200', () => {
  expect(['2.5', '0', '200'].map(parseKm)).toEqual([2.5, 0, 200])
  expect(['', '-1', '201', 'x', 'NaN'].map(parseKm)).toEqual([null, null, null, null, null])
})

test('the server is asked for a closed ring, for a centre with its radius, or for units; never for an empty list', () => {
  const ring = [
    [111, 0],
    [112, 0],
    [112, 1],
  ] as const
  expect(requestOf({ kind: 'polygon', ring }, 2, '2026')).toEqual({
    geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]]] },
    bufferKm: 2,
    period: '2026',
  })
  expect(requestOf({ kind: 'circle', centre: [111, 0], radiusKm: 5 }, 1.5, '2026')).toEqual({
    geometry: { type: 'Point', coordinates: [111, 0] },
    bufferKm: 6.5,
    period: '2026',
  })
  expect(requestOf({ kind: 'units', codes: ['61.05'] }, 0, '2026')).toEqual({ units: ['61.05'], period: '2026' })
  expect(requestOf({ kind: 'units', codes: [] }, 3, '2026')).toBeNull()
})
