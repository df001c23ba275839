import type { VectorTileLayer } from '@mapbox/vector-tile'
import fc from 'fast-check'
import type { LineString, MultiPolygon, Point, Polygon, Position } from 'geojson'
import { describe, expect, test } from 'vitest'
import { ACTIVITY_STATUSES, type Activity } from '../data/model/activity.ts'
import { activityTile } from '../server/tiles/activity_tile.ts'
import { extentAt, type TileAddress } from '../server/tiles/cut.ts'
import { frameOf } from '../server/tiles/frame.ts'
import { project } from '../server/tiles/project.ts'
import type { ActivityFilter } from '../server/tiles/sieve.ts'
import { thin } from '../server/tiles/thin.ts'
import { addressAt, faultsOf, featuresOf, idsOf, polygonsOf, readTile, registered, ringArea } from './mvt.ts'
import { activity } from './world.ts'

type Site = Point | LineString | Polygon | MultiPolygon
const square = (lng: number, lat: number, side: number): Position[] => [
  [lng, lat],
  [lng + side, lat],
  [lng + side, lat + side],
  [lng, lat + side],
  [lng, lat],
]
const polygon = (...rings: Position[][]): Polygon => ({ type: 'Polygon', coordinates: rings })
const point = (lng: number, lat: number): Point => ({ type: 'Point', coordinates: [lng, lat] })
const one = (site: Site, given: Partial<Activity> = {}) => activity('a', ['mitra'], [site], given)

const cut = async (
  activities: readonly Activity[],
  address: TileAddress,
  filter: ActivityFilter = {},
  aggregate = true,
): Promise<Readonly<Record<string, VectorTileLayer>>> => {
  const bytes = activityTile(await registered(activities), address, filter, { aggregate })
  expect(faultsOf(bytes)).toEqual([])
  return readTile(bytes)
}

/** A tile of zoom 12 is 0.0879 degrees wide; this one begins at 110.478516 east. */
const HERE = addressAt(110.5, 0.02, 12)
const EXTENT = 4096

describe('an area in a tile', () => {
  test('keeps its hole, whichever way its rings were drawn', async () => {
    const [outer, hole] = [square(110.49, 0.01, 0.03), square(110.5, 0.02, 0.01)]
    for (const rings of [
      [outer, hole],
      [outer.toReversed(), hole.toReversed()],
    ]) {
      const layers = await cut([one(polygon(...rings))], HERE)
      const [feature] = featuresOf(layers.activities)
      const [[shell, inner] = []] = polygonsOf(feature!)
      expect(ringArea(shell!) / -ringArea(inner!)).toBeCloseTo(9, 1)
      expect(featuresOf(layers['activities-lines'])[0]!.loadGeometry()).toHaveLength(2)
    }
  })

  test('of two parts is one feature of two polygons', async () => {
    const parts: MultiPolygon = {
      type: 'MultiPolygon',
      coordinates: [[square(110.49, 0.01, 0.01)], [square(110.52, 0.01, 0.01), square(110.523, 0.013, 0.004)]],
    }
    const layers = await cut([one(parts)], HERE)
    expect(featuresOf(layers.activities)).toHaveLength(1)
    expect(polygonsOf(featuresOf(layers.activities)[0]!).map((rings) => rings.length)).toEqual([1, 2])
  })

  test('that covers the whole tile fills it and its buffer, and draws no outline there', async () => {
    const layers = await cut([one(polygon(square(109, -1, 3)))], HERE)
    const [[shell] = []] = polygonsOf(featuresOf(layers.activities)[0]!)
    expect(ringArea(shell!)).toBe((EXTENT + 256) ** 2)
    expect(Object.keys(layers)).toEqual(['activities'])
  })

  test('whose hole holds the whole tile leaves nothing in it', async () => {
    const layers = await cut([one(polygon(square(109, -1, 3), square(110, -0.5, 1)))], HERE)
    expect(layers).toEqual({})
  })

  test('that the tile cuts has an outline without the edges of the tile', async () => {
    const layers = await cut([one(polygon(square(110.5, 0.02, 1)))], HERE)
    expect(featuresOf(layers.activities)).toHaveLength(1)
    const [line, ...more] = featuresOf(layers['activities-lines'])[0]!.loadGeometry()
    expect(more).toEqual([])
    // Down the western side and along the southern one; the corner between them is the south-western one.
    expect(line).toHaveLength(3)
  })

  test('smaller than a pixel is drawn as one', async () => {
    for (const z of [8, 11]) {
      const layers = await cut([one(polygon(square(110.5, 0.02, 1e-5)))], addressAt(110.5, 0.02, z))
      const [[shell] = []] = polygonsOf(featuresOf(layers.activities)[0]!)
      expect(ringArea(shell!)).toBe((extentAt(z, 'fine') / 512) ** 2)
      expect(idsOf(layers['activities-lines'])).toEqual(['a'])
    }
  })

  test('too narrow to fill is still a line', async () => {
    const lath = polygon([
      [110.4, 0.02],
      [110.6, 0.020001],
      [110.6, 0.02],
      [110.4, 0.02],
    ])
    const layers = await cut([one(lath)], addressAt(110.5, 0.02, 8))
    expect(Object.keys(layers)).toEqual(['activities-lines'])
  })
})

test('a line that leaves the tile and comes back is two lines of one feature', async () => {
  const path: LineString = {
    type: 'LineString',
    coordinates: [
      [110.5, 0.01],
      [110.7, 0.01],
      [110.7, 0.03],
      [110.5, 0.03],
    ],
  }
  const layers = await cut([one(path)], HERE)
  expect(Object.keys(layers)).toEqual(['activities-lines'])
  expect(featuresOf(layers['activities-lines'])[0]!.loadGeometry()).toHaveLength(2)
})

test('an outline strays by no more than the quarter of a pixel from what was drawn', () => {
  const wave = fc.array(fc.integer({ min: -40_000, max: 40_000 }), { minLength: 3, maxLength: 200 })
  fc.assert(
    fc.property(wave, fc.integer({ min: 500, max: 100_000 }), (heights, step) => {
      const frame = frameOf(addressAt(110.5, 0, 9), 4096)
      const units = Int32Array.from(heights.flatMap((height, at) => [1_105_000_000 + at * step, height]))
      const all = new Float64Array(units.length)
      project(units, 0, units.length, frame, null, all)
      const path = all.slice()
      const kept = path.subarray(0, thin(path, path.length, frame.tolerance))
      expect([...kept.slice(0, 2), ...kept.slice(-2)]).toEqual([...all.slice(0, 2), ...all.slice(-2)])
      for (let i = 0; i < all.length; i += 2) {
        let nearest = Infinity
        for (let j = 2; j < kept.length; j += 2) {
          const [dx, dy] = [kept[j]! - kept[j - 2]!, kept[j + 1]! - kept[j - 1]!]
          const [px, py] = [all[i]! - kept[j - 2]!, all[i + 1]! - kept[j - 1]!]
          const share = Math.min(1, Math.max(0, (px * dx + py * dy) / (dx * dx + dy * dy || 1)))
          nearest = Math.min(nearest, Math.hypot(px - share * dx, py - share * dy))
        }
        expect(nearest).toBeLessThanOrEqual(frame.tolerance * 1.0001)
      }
    }),
    { numRuns: 500 },
  )
})

describe('at the edges of the world', () => {
  test('positions near the antimeridian and the poles are drawn or left out, never thrown over', async () => {
    const far = [
      one(polygon(square(179.5, -0.2, 0.5)), { id: 'east' }),
      one(polygon(square(-180, -0.2, 0.5)), { id: 'west' }),
      one(point(180, 0), { id: 'antimeridian' }),
      one(point(0, 90), { id: 'north' }),
      one(point(0, -90), { id: 'south' }),
      one(polygon(square(10, 84.9, 1)), { id: 'beyond' }),
    ]
    for (const z of [0, 1, 5, 8, 12])
      for (const [lng, lat] of [
        [179.99, -0.1],
        [-179.99, -0.1],
        [0.01, 85.05],
        [0.01, -85.05],
        [10.5, 85],
      ] as const)
        for (const aggregate of [true, false]) await cut(far, addressAt(lng, lat, z), {}, aggregate)
    expect(idsOf((await cut(far, addressAt(179.99, -0.1, 8))).activities)).toEqual(['antimeridian', 'east'])
    expect(idsOf((await cut(far, addressAt(-179.99, -0.1, 8))).activities)).toEqual(['west'])
  })

  test('nothing is null: neither an empty tile nor one whose only site is a village by its code', async () => {
    const engine = await registered([activity('a', ['mitra'], ['61.05.01.2007'])])
    for (const z of [0, 8]) expect(activityTile(engine, addressAt(110.5, 0.02, z), {}, { aggregate: true })).toBeNull()
  })
})

describe('filters', () => {
  const all = [
    one(point(110.5, 0.02), { id: 'planned', status: 'planned', budgetIdr: 5 }),
    one(point(110.5, 0.02), { id: 'cancelled', status: 'cancelled' }),
    one(point(110.5, 0.02), { id: 'water', themes: ['water', 'stunting'], period: { start: '2020-01-01', end: null } }),
    activity('other', ['lain', { id: 'donor', role: 'funder' }], [point(110.5, 0.02)]),
    one(point(110.5, 0.02), { id: 'untold', themes: [] }),
  ]
  const found = async (filter: ActivityFilter) => idsOf((await cut(all, HERE, filter)).activities)
  const counted = async (filter: ActivityFilter) =>
    featuresOf((await cut(all, addressAt(110.5, 0.02, 6), filter))['activities-clusters'])[0]?.properties.count ?? 0

  test.each<readonly [ActivityFilter, readonly string[]]>([
    [{}, ['cancelled', 'other', 'planned', 'untold', 'water']],
    [{ theme: 'water' }, ['water']],
    [{ theme: 'nobody' }, []],
    [{ period: { from: 2020, to: 2024 } }, ['water']],
    [{ period: { from: 2099, to: 2099 } }, ['water']],
    [{ organisations: ['lain'] }, ['other']],
    [{ organisations: ['nobody'] }, []],
    [{ statuses: ['cancelled', 'planned'] }, ['cancelled', 'planned']],
    [{ budgetIdr: { from: 1, to: 5 } }, ['planned']],
    [{ budgetIdr: { from: 6 } }, []],
    [{ theme: 'stunting', organisations: ['mitra'], statuses: ['ongoing'] }, ['water']],
  ])('%j lets through %j, drawn or counted', async (filter, expected) => {
    expect(await found(filter)).toEqual(expected)
    expect(await counted(filter)).toBe(expected.length)
  })
})

describe('clusters', () => {
  const spread = fc.array(
    fc.record({
      lng: fc.double({ min: 108, max: 114, noNaN: true }),
      lat: fc.double({ min: -3, max: 3, noNaN: true }),
      status: fc.constantFrom(...ACTIVITY_STATUSES),
    }),
    { minLength: 1, maxLength: 60 },
  )
  const children = ({ z, x, y }: TileAddress): TileAddress[] =>
    [0, 1, 2, 3].map((at) => ({ z: z + 1, x: 2 * x + (at % 2), y: 2 * y + (at >> 1) }))
  const totals = (layers: Readonly<Record<string, VectorTileLayer>>) =>
    ['count', ...ACTIVITY_STATUSES].map((name) =>
      featuresOf(layers['activities-clusters']).reduce((sum, { properties }) => sum + Number(properties[name]), 0),
    )

  test('of a tile add up to all activities in it, and to those of the four tiles below it', async () => {
    await fc.assert(
      fc.asyncProperty(spread, async (drawn) => {
        const activities = drawn.map(({ lng, lat, status }, at) => one(point(lng, lat), { id: `a${at}`, status }))
        const world = await cut(activities, { z: 0, x: 0, y: 0 })
        const [count, ...byStatus] = totals(world)
        expect(count).toBe(drawn.length)
        expect(byStatus).toEqual(ACTIVITY_STATUSES.map((status) => drawn.filter((one) => one.status === status).length))
        let addresses: TileAddress[] = [{ z: 0, x: 0, y: 0 }]
        for (let z = 1; z <= 7; z += 1) {
          const below = await Promise.all(
            addresses.flatMap(children).map(async (address) => ({ address, layers: await cut(activities, address) })),
          )
          const full = below.filter(({ layers }) => Object.keys(layers).length > 0)
          const sums = full.map(({ layers }) => totals(layers))
          expect(sums.reduce((sum, own) => sum.map((value, at) => value + own[at]!))).toEqual([count, ...byStatus])
          addresses = full.map(({ address }) => address)
        }
      }),
      { numRuns: 12 },
    )
  })

  test('count an activity with several sites once where they share a cell, and name it when it is alone', async () => {
    const apart = activity('three', ['mitra'], [point(110.5, 0.02), point(110.5001, 0.02), point(112, 0.02)])
    const layers = await cut([apart], addressAt(110.5, 0.02, 6))
    const cells = featuresOf(layers['activities-clusters']).map(({ properties }) => ({ ...properties }))
    const alone = { count: 1, planned: 0, ongoing: 1, completed: 0, suspended: 0, cancelled: 0, id: 'three' }
    expect(cells).toEqual([
      { ...alone, status: 'ongoing' },
      { ...alone, status: 'ongoing' },
    ])
  })

  test('stand at the mean of their members, inside the tile even on its very edge', async () => {
    const { z, x } = addressAt(110.5, 0.02, 7)
    const east = ((x + 1) / 2 ** z) * 360 - 180 - 1e-7
    const layers = await cut([one(point(east, 0.02))], addressAt(110.5, 0.02, 7))
    expect(featuresOf(layers['activities-clusters'])[0]!.loadGeometry()[0]![0]!.x).toBe(2047)
  })

  test('take the place of single sites where these would be too many to send', async () => {
    const crowd = Array.from({ length: 20_001 }, (_, at) =>
      one(point(110.48 + at * 1e-6, 0.02), { id: `a${at}`, status: at === 0 ? 'planned' : 'ongoing' }),
    )
    const engine = await registered(crowd)
    const layersOf = (filter: ActivityFilter, aggregate: boolean) =>
      Object.keys(readTile(activityTile(engine, HERE, filter, { aggregate })))
    expect(layersOf({}, true)).toEqual(['activities-clusters'])
    expect(layersOf({ statuses: ['ongoing'] }, true)).toEqual(['activities'])
    expect(layersOf({}, false)).toEqual(['activities'])
  })
})
