import fc from 'fast-check'
import type { FeatureCollection } from 'geojson'
import { describe, expect, test } from 'vitest'
import type { Activity } from '../data/model/activity.ts'
import { UNITS_PER_DEGREE } from '../server/engine/grid.ts'
import { createBytes } from '../server/engine/reads/bytes.ts'
import { featuresGeojson, viewportGeojson } from '../server/engine/reads/index.ts'
import { gather } from '../server/features.ts'
import { engineWith } from './asking.ts'
import { ASAM, activity, at, line, point, rectangle } from './world.ts'

const everything = () => true
const WORLD = [100, -10, 120, 10] as const
const read = (bytes: Buffer) => JSON.parse(bytes.toString('utf8')) as FeatureCollection

describe('a position as text', () => {
  const units = fc.oneof(
    fc.integer({ min: -180 * UNITS_PER_DEGREE, max: 180 * UNITS_PER_DEGREE }),
    fc.integer({ min: -180, max: 180 }).map((degrees) => degrees * UNITS_PER_DEGREE),
    fc.integer({ min: -20_000, max: 20_000 }),
  )
  test('is the shortest decimal of its units, whatever they are', () => {
    const bytes = createBytes()
    const degrees = (n: number) =>
      `${n < 0 ? '-' : ''}${Math.abs(n / UNITS_PER_DEGREE).toFixed(7)}`.replace(/\.?0+$/, '')
    fc.assert(
      fc.property(units, units, (lng, lat) => {
        bytes.clear()
        bytes.path(Int32Array.of(lng, lat, lat, lng), 0, 4)
        const [a, b] = [degrees(lng), degrees(lat)]
        expect(Buffer.from(bytes.written()).toString()).toBe(`[[${a},${b}],[${b},${a}]]`)
      }),
      { numRuns: 3000 },
    )
  })

  test('stays whole when there is far more of it than room at first', () => {
    const bytes = createBytes()
    const far = Int32Array.from({ length: 40_000 }, (_, index) => -1_791_234_567 + index)
    bytes.text('{"word":"Désa 🌴","path":')
    bytes.path(far, 0, far.length)
    bytes.text('}')
    const { word, path } = JSON.parse(Buffer.from(bytes.written()).toString('utf8'))
    expect(word).toBe('Désa 🌴')
    expect(path.flat().map((degrees: number) => Math.round(degrees * UNITS_PER_DEGREE))).toEqual([...far])
  })
})

describe('a viewport as GeoJSON', () => {
  const holed = {
    type: 'Polygon' as const,
    coordinates: [
      rectangle(0, 0, 0.02, 0.02).coordinates[0]!,
      [
        [0.005, 0.005],
        [0.005, 0.015],
        [0.015, 0.015],
        [0.015, 0.005],
        [0.005, 0.005],
      ].map(([x, y]) => at(x!, y!)),
    ],
  }
  const islands = {
    type: 'MultiPolygon' as const,
    coordinates: [rectangle(0, 0, 0.01, 0.01).coordinates, rectangle(0.02, 0, 0.03, 0.01).coordinates],
  }
  const path = line([0, 0], [0.01, 0.015])
  const ACTIVITIES: readonly Activity[] = [
    activity('a-01', ['akar'], [point(0.0123456, -0.5)]),
    activity('a-02', ['akar'], [path]),
    activity('a-03', ['akar'], [holed]),
    activity('a-04', ['akar'], [islands]),
    activity('a-05', ['akar'], [point(0.01, 0.01), ASAM, point(0.02, 0.01)]),
    activity('a-06', ['akar'], [path, line([0.5, 0.5], [0.6, 0.5])]),
    activity('a-07', ['akar'], [holed, islands]),
    activity('a-08', ['akar'], [point(0.01, 0.01), path, islands]),
  ]

  test('holds the sites of each activity as one geometry, the same as the listing', async () => {
    const engine = await engineWith(...ACTIVITIES)
    const title = (slot: number) => JSON.stringify({ title: `Désa ${engine.register.idOf(slot)}` })
    const { type, features } = read(viewportGeojson(WORLD, everything, 100, title, engine))
    expect(type).toBe('FeatureCollection')
    const byId = new Map(features.map((feature) => [feature.id, feature]))
    expect([...byId.keys()].sort()).toEqual(ACTIVITIES.map(({ id }) => id))
    for (const { id, sites } of ACTIVITIES)
      expect(byId.get(id)).toEqual({
        type: 'Feature',
        id,
        geometry: gather(sites.flatMap((site) => ('geometry' in site ? [site.geometry] : []))),
        properties: { title: `Désa ${id}` },
      })
  })

  test('holds no more than asked for, the same each time, and only what passes and meets the box', async () => {
    const engine = await engineWith(...ACTIVITIES)
    const bytes = Buffer.from('{"a":1}')
    const idsOf = (limit: number, sieve = everything as (slot: number) => boolean, box = WORLD as readonly number[]) =>
      read(viewportGeojson(box as typeof WORLD, sieve, limit, () => bytes, engine)).features.map(({ id }) => id)
    expect(idsOf(3)).toHaveLength(3)
    expect(idsOf(3)).toEqual(idsOf(8).slice(0, 3))
    expect(idsOf(8, (slot) => engine.register.idOf(slot) === 'a-04')).toEqual(['a-04'])
    expect(idsOf(8, everything, [110.4, 0.4, 110.5, 0.5])).toEqual(['a-06'])
    expect(idsOf(0)).toEqual([])
    expect(idsOf(8, everything, [0, 0, 1, 1])).toEqual([])
  })

  test('work that only names places has no geometry', async () => {
    const engine = await engineWith(activity('a-code', ['akar'], [ASAM]), activity('a-none', ['akar'], []))
    const { features } = read(featuresGeojson(engine.register.slots(), engine, () => '{}'))
    expect(features.map(({ id, geometry }) => [id, geometry])).toEqual([
      ['a-code', null],
      ['a-none', null],
    ])
  })
})
