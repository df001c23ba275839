import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Area, formatArea, MOST_POINTS, type Point, parseArea, parseBuffer } from '../web/area/area.ts'
import { requestOf } from '../web/area/request.ts'
import { areaOf, kmBetween, ringOf, roughHa, simplified } from '../web/area/shape.ts'

const lng = fc.integer({ min: -18_000_000, max: 18_000_000 }).map((value) => value / 1e5)
const lat = fc.integer({ min: -8_500_000, max: 8_500_000 }).map((value) => value / 1e5)
const km = fc.integer({ min: 1, max: 500_000 }).map((value) => value / 1000)
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

test('a buffer is a number of kilometres from 0 to 50, as the server takes it', () => {
  expect(['2.5', '0', '50'].map(parseBuffer)).toEqual([2.5, 0, 50])
  expect(['', '-1', '50.1', 'x', 'NaN'].map(parseBuffer)).toEqual([null, null, null, null, null])
})

test('a circle wider than any buffer is asked for as a polygon', () => {
  const request = requestOf({ kind: 'circle', centre: [111, 0], radiusKm: 48 }, 3, '2026')
  expect(request).toMatchObject({ geometry: { type: 'Polygon' }, bufferKm: 3 })
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

test('a degree of the equator is 111.19 km, and a square of it 1,236,400 ha, on the sphere', () => {
  expect(kmBetween([111, 0], [112, 0])).toBeCloseTo(111.195, 2)
  const square = ringOf({ kind: 'box', bbox: [111, 0, 112, 1] }) ?? []
  expect(roughHa(square) / 1e5).toBeCloseTo(12.364, 2)
  expect(roughHa(square.toReversed())).toBeCloseTo(roughHa(square), 6)
})

test('a circle drawn and told again by its box keeps its centre and radius', () => {
  const asked: Area = { kind: 'circle', centre: [110.2, -1.6], radiusKm: 12.5 }
  const ring = ringOf(asked) ?? []
  for (const [x = 0, y = 0] of ring) expect(kmBetween(asked.centre, [x, y])).toBeCloseTo(12.5, 1)
  const told = areaOf('circle', { type: 'Polygon', coordinates: [[...ring]] })
  expect(told).toMatchObject({ kind: 'circle', radiusKm: expect.closeTo(12.5, 6) })
})

test('a shape of too many points keeps its corners: the flattest points go first', () => {
  const square: Point[] = [
    [111, 0],
    [112, 0],
    [112, 1],
    [111, 1],
  ]
  const fine = square.flatMap(([x, y], side): Point[] => {
    const [toX, toY] = square[(side + 1) % 4] as Point
    return Array.from({ length: 80 }, (_, step): Point => [x + ((toX - x) * step) / 80, y + ((toY - y) * step) / 80])
  })
  expect(simplified(fine, 4)).toEqual(square)
  const drawn = areaOf('polygon', {
    type: 'Polygon',
    coordinates: [[...fine, fine[0] as Point].map((point) => [...point])],
  })
  expect(drawn.kind === 'polygon' && drawn.ring.length).toBe(MOST_POINTS)
  expect(parseArea(formatArea(drawn))).not.toBeNull()
})
