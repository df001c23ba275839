import fc from 'fast-check'
import type { MultiPolygon, Polygon, Position } from 'geojson'
import { describe, expect, test } from 'vitest'
import { UNITS_PER_DEGREE } from '../server/engine/grid.ts'
import { createEngine } from '../server/engine/index.ts'
import { orderOf } from '../server/engine/reads/order.ts'
import { isInPacked } from '../server/engine/reads/packed_area.ts'
import { isInParts, partsOf } from '../server/engine/reads/path_parts.ts'
import { seeded } from './frozen/random.ts'
import { blob, corridor } from './frozen/rings.ts'
import { nearest, within } from './nearness.ts'
import { type Outline, outlineM } from './outline_distance.ts'
import { activity, enter, point, rectangle } from './world.ts'

const everything = () => true
type Work = readonly Outline[]
const engineOf = async (works: readonly Work[]) => {
  const engine = await createEngine({ places: [] })
  engine.apply(enter(...works.map((sites, index) => activity(`a-${index}`, ['akar'], sites))))
  return engine
}

/** A ragged outline of some hundred corners with a lake in it. */
const lagoon = ([lng, lat]: Position, radius: number, random: () => number): Position[][] => [
  blob([lng!, lat!], radius, 0.3, 100 + Math.floor(200 * random()), random),
  blob([lng!, lat!], radius * 0.5, 0.3, 20 + Math.floor(100 * random()), random),
]

const REGIONS = [
  { name: 'near the equator', lng: 110, lat: 0.5, spread: 0.3 },
  { name: 'at 11 degrees south', lng: 122, lat: -11, spread: 0.3 },
  { name: 'on both sides of the date line', lng: 180, lat: -8, spread: 0.4 },
  { name: 'at 60 degrees', lng: 20, lat: 60, spread: 0.4 },
] as const

describe.each(REGIONS)('long outlines with lakes, parts and several sites, $name', ({ lng, lat, spread }) => {
  const random = seeded(Math.round(10 * (lng + lat + spread)))
  const size = spread / 4
  const round = (degrees: number) => (degrees > 180 ? degrees - 360 : degrees)
  const somewhere = (): Position => [round(lng + (random() - 0.5) * 2 * spread), lat + (random() - 0.5) * 2 * spread]
  /** No outline crosses the date line. */
  const middle = (): Position => {
    const [x, y] = somewhere() as [number, number]
    return [Math.max(-180 + 2 * size, Math.min(180 - 2 * size, x)), y]
  }
  const polygon = (): Polygon => ({ type: 'Polygon', coordinates: lagoon(middle(), size * random(), random) })
  const site = (): Outline => {
    const kind = random()
    if (kind < 0.2) return { type: 'Point', coordinates: middle() }
    if (kind < 0.4)
      return { type: 'LineString', coordinates: corridor(middle(), size / 60, 0, 60, random).slice(0, 61) }
    if (kind < 0.7) return polygon()
    const far = Array.from({ length: 2 }, () => lagoon(middle(), size / 8, random))
    return { type: 'MultiPolygon', coordinates: far } satisfies MultiPolygon
  }
  const works: Work[] = Array.from({ length: 24 }, () => Array.from({ length: 1 + Math.floor(2.2 * random()) }, site))

  test('are as far as the geodesic to their nearest point, an activity as its nearest site', async () => {
    const engine = await engineOf(works)
    for (let turn = 0; turn < 6; turn += 1) {
      const [fromLng, fromLat] = somewhere() as [number, number]
      const awayKm = works.map((sites) => Math.min(...sites.map((one) => outlineM(fromLng, fromLat, one))) / 1000)
      const inOrder = awayKm.toSorted((a, b) => a - b)
      const limitKm = (inOrder[11]! + inOrder[12]!) / 2
      for (const found of [
        nearest(fromLng, fromLat, 12, everything, engine),
        within(fromLng, fromLat, limitKm, everything, engine),
      ]) {
        expect(found).toHaveLength(12)
        for (const [rank, { id, distanceKm }] of found.entries()) {
          expect(Math.abs(distanceKm - awayKm[Number(id.slice(2))]!)).toBeLessThan(1e-5 * distanceKm + 1e-6)
          expect(Math.abs(distanceKm - inOrder[rank]!)).toBeLessThan(1e-5 * distanceKm + 1e-6)
        }
      }
    }
  })
})

test('over the date line as by hand: 0.03 degrees on the equator are 3,339.585 m', async () => {
  const engine = await engineOf([
    [
      {
        type: 'Polygon',
        coordinates: [
          [
            [179.9, -1],
            [179.98, -1],
            [179.98, 1],
            [179.9, 1],
            [179.9, -1],
          ],
        ],
      },
    ],
  ])
  expect(within(-179.99, 0, 3.4, everything, engine)[0]?.distanceKm).toBeCloseTo(3.339585, 5)
  expect(nearest(-179.99, 0, 1, everything, engine)[0]?.distanceKm).toBeCloseTo(3.339585, 5)
})

test('what is drawn anew in place of a long outline is measured as it is now', async () => {
  const random = seeded(5)
  const outline = (lng: number): Polygon => ({ type: 'Polygon', coordinates: [blob([lng, 0.5], 0.1, 0, 300, random)] })
  const engine = await engineOf([[outline(110)]])
  const askedKm = () => nearest(111, 0.5, 1, everything, engine)[0]!.distanceKm
  expect(askedKm()).toBeCloseTo(outlineM(111, 0.5, outline(110)) / 1000, 5)
  engine.apply(enter(activity('a-0', ['akar'], [outline(111.6)])))
  expect(askedKm()).toBeCloseTo(outlineM(111, 0.5, outline(111.6)) / 1000, 5)
})

test('as far is in order of ids, be it nothing or a border that is shared', async () => {
  const engine = await createEngine({ places: [] })
  const names = Array.from({ length: 60 }, (_, index) => `a-${(index * 37) % 60}`)
  engine.apply(
    enter(
      ...names.map((id, index) => activity(id, ['akar'], [rectangle(index % 2 === 0 ? 0 : 0.02, 0, 0.04, 0.02)])),
      activity('b', ['akar'], [point(0.01, 0.05)]),
    ),
  )
  const around = names.filter((_, index) => index % 2 === 0).sort()
  const beside = names.filter((_, index) => index % 2 === 1).sort()
  const wanted = [...around, ...beside, 'b']
  expect(within(110.01, 0.01, 10, everything, engine).map(({ id }) => id)).toEqual(wanted)
  expect(nearest(110.01, 0.01, 61, everything, engine).map(({ id }) => id)).toEqual(wanted)
  expect(nearest(110.01, 0.01, 35, everything, engine).map(({ id }) => id)).toEqual(wanted.slice(0, 35))
})

test('a position is in an area by its parts where it is by all its edges, corners and edges themselves included', async () => {
  const random = seeded(9)
  for (let turn = 0; turn < 10; turn += 1) {
    const rings = lagoon([110, 0.5], 0.001, random)
    const { register } = await engineOf([[{ type: 'Polygon', coordinates: rings }]])
    const [numbers, start, boxes] = [register.geometry.numbers(), register.geometry.start(0), partsOf(register)(0)]
    const corners = rings.flat().map(([x, y]) => [Math.round(x! * UNITS_PER_DEGREE), Math.round(y! * UNITS_PER_DEGREE)])
    const beside = corners.flatMap(([x, y]) => [-1, 0, 1].map((step) => [x! + step, y!]))
    const anywhere = Array.from({ length: 500 }, () => [
      1.1e9 + (random() - 0.5) * 2.2e4,
      5e6 + (random() - 0.5) * 2.2e4,
    ])
    for (const [x, y] of [...beside, ...anywhere.map((one) => one.map(Math.round))])
      expect(isInParts(numbers, start, boxes, x!, y!)).toBe(isInPacked(numbers, start, x!, y!))
  }
})

test('values are put in order whatever they are, equals as they came', () => {
  const value = fc.oneof(
    fc.double({ min: 0, max: 1e9, noNaN: true }),
    fc.constantFrom(0, 1, 1 + 2 ** -52, 1e-300),
    fc.nat(3),
  )
  fc.assert(
    fc.property(fc.array(value, { maxLength: 200 }), (values) => {
      const wanted = values.map((_, place) => place).sort((a, b) => values[a]! - values[b]! || a - b)
      expect([...orderOf(Float64Array.from(values))]).toEqual(wanted)
    }),
    { seed: 1, numRuns: 300 },
  )
})
