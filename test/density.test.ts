import fc from 'fast-check'
import { Geodesic } from 'geographiclib-geodesic'
import type { Point, Polygon } from 'geojson'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ACTIVITY_STATUSES } from '../data/model/activity.ts'
import {
  classesOf,
  classOf,
  countByMonth,
  countIn,
  fullestMonth,
  hexagonAt,
  hexagonsIn,
  MOST_CLASSES,
  OPEN_MONTH,
  outlineOfHexagon,
  placesOfSites,
  spansOf,
} from '../data/model/density.ts'
import { formatMonth, type Months, monthOfDay, monthsOfYears, parseMonth } from '../data/model/month.ts'
import type { PointsAnswer } from '../data/model/points.ts'
import { HEXAGONS_KM, parseDensity } from '../data/view/analyses.ts'
import { densityColours } from '../styles/density.ts'
import { PALETTES } from '../styles/palette.ts'
import { MIDDLE, SECRETS, serveWorld } from './access/worlds.ts'
import { addressAt, featuresOf, readTile } from './mvt.ts'
import { commit, serve } from './served.ts'
import { asRecord, type Served } from './work/desk.ts'
import { activity, BAKAU, point, rectangle } from './world.ts'

const FROM = 12 * 2024
const dayOf = (month: number) => Date.UTC(Math.floor(month / 12), month % 12, 15) / 86_400_000

type Row = {
  readonly start: number
  readonly months: number | null
  readonly at: readonly (readonly [number, number])[]
}

/** Activities of some months from 2024 on, each at some places within a tenth of a degree. */
const rows = (): fc.Arbitrary<readonly Row[]> => {
  const place = fc.tuple(fc.integer({ min: 0, max: 90_000 }), fc.integer({ min: -90_000, max: 90_000 }))
  return fc.array(
    fc.record({
      start: fc.integer({ min: 0, max: 30 }),
      months: fc.option(fc.integer({ min: 0, max: 20 })),
      at: fc.array(place, { maxLength: 4 }),
    }),
    { maxLength: 40 },
  )
}

const answerOf = (given: readonly Row[]): PointsAnswer => ({
  asOf: { seq: 1, time: '2026-01-01T00:00:00Z' },
  region: '61.05',
  theme: null,
  activities: {
    id: given.map((_, row) => `a-${row}`),
    start: given.map(({ start }) => dayOf(FROM + start)),
    end: given.map(({ start, months }) => (months === null ? null : dayOf(FROM + start + months))),
    status: given.map((_, row) => row % ACTIVITY_STATUSES.length),
    organisations: given.map(() => 0),
  },
  sites: {
    activity: given.flatMap(({ at }, row) => at.map(() => row)),
    lng: given.flatMap(({ at }) => at.map(([x]) => 111_500_000 + x)),
    lat: given.flatMap(({ at }) => at.map(([, y]) => y)),
    reached: given.flatMap(({ at }) => at.map(() => 0)),
  },
  organisations: [[]],
  reached: [[]],
  places: [],
})

const grids = fc.record({ km: fc.constantFrom(...HEXAGONS_KM), latitude: fc.integer({ min: -8, max: 5 }) })
const spells = fc
  .tuple(fc.integer({ min: -3, max: 40 }), fc.integer({ min: 0, max: 30 }))
  .map(([from, length]): Months => ({ from: FROM + from, to: FROM + from + length }))

/** Rows under way in some months, found the slow way. */
const underWay = (given: readonly Row[], { from, to }: Months) =>
  given.flatMap((row, at) => {
    const last = row.months === null ? Infinity : FROM + row.start + row.months
    return FROM + row.start <= to && last >= from ? [{ ...row, row: at }] : []
  })

describe('counting', () => {
  test('the figure is what a plain look at every record finds: activities once, sites each', () => {
    fc.assert(
      fc.property(rows(), spells, (given, months) => {
        const answer = answerOf(given)
        const here = underWay(given, months)
        const drawn = here.filter(({ at }) => at.length > 0)
        expect(countIn(answer, spansOf(answer.activities), months)).toEqual({
          activities: here.length,
          drawn: drawn.length,
          sites: here.flatMap(({ at }) => at).length,
          byStatus: ACTIVITY_STATUSES.map((_, status) => drawn.filter(({ row }) => row % 5 === status).length),
        })
      }),
    )
  })

  test('every site lies in one hexagon and every hexagon counts an activity once: sums and sets agree', () => {
    fc.assert(
      fc.property(rows(), spells, grids, (given, months, grid) => {
        const answer = answerOf(given)
        const spans = spansOf(answer.activities)
        const hexagons = hexagonsIn(answer, placesOfSites(answer, grid), spans, months)
        const counted = countIn(answer, spans, months)
        const sites = hexagons.flatMap((one) => one.sites)
        expect(sites.length).toBe(counted.sites)
        expect(new Set(sites).size).toBe(sites.length)
        for (const { activities, sites: own } of hexagons)
          expect(activities).toBe(new Set(own.map((site) => answer.sites.activity[site])).size)
        const sum = hexagons.reduce((total, { activities }) => total + activities, 0)
        const pairs = new Set(
          underWay(given, months).flatMap(({ at, row }) =>
            at.map(([x, y]) => {
              const { q, r } = hexagonAt((111_500_000 + x) / 1e6, y / 1e6, grid)
              return `${row} ${q} ${r}`
            }),
          ),
        )
        expect(sum).toBe(pairs.size)
        expect(sum).toBeGreaterThanOrEqual(counted.drawn)
      }),
    )
  })

  test('a month of the line of months, and the fullest hexagon of any month, are those of that month alone', () => {
    fc.assert(
      fc.property(rows(), spells, grids, (given, months, grid) => {
        const answer = answerOf(given)
        const spans = spansOf(answer.activities)
        const placed = placesOfSites(answer, grid)
        const each = Array.from({ length: months.to - months.from + 1 }, (_, at) => ({
          from: months.from + at,
          to: months.from + at,
        }))
        expect([...countByMonth(answer, spans, months)]).toEqual(
          each.map((month) => countIn(answer, spans, month).drawn),
        )
        expect(fullestMonth(answer, placed, spans, months)).toBe(
          Math.max(0, ...each.map((month) => hexagonsIn(answer, placed, spans, month)[0]?.activities ?? 0)),
        )
      }),
      { numRuns: 40 },
    )
  })

  test('a month is under way from its first day to its last, an open end for good', () => {
    const days = ['2026-02-28', '2026-03-01'].map((day) => Date.parse(day) / 86_400_000)
    expect(days.map(monthOfDay).map(formatMonth)).toEqual(['2026-02', '2026-03'])
    expect(monthsOfYears({ from: 2024, to: 2026 })).toEqual({ from: parseMonth('2024-01'), to: parseMonth('2026-12') })
    expect(spansOf({ id: [], start: [0], end: [null], status: [], organisations: [] }).last[0]).toBe(OPEN_MONTH)
    expect(['2026-13', '2026-00', '1999-05', '2026', ''].map(parseMonth)).toEqual([null, null, null, null, null])
  })
})

describe('a hexagon', () => {
  const spots = fc.tuple(
    fc.double({ min: 95, max: 141, noNaN: true }),
    fc.double({ min: -10.9, max: 5.9, noNaN: true }),
  )
  const middleOf = (outline: readonly (readonly [number, number])[]) =>
    [0, 1].map((axis) => (outline[0]![axis]! + outline[3]![axis]!) / 2) as [number, number]

  test('holds the points nearest to its middle: none of the six beside it is nearer', () => {
    fc.assert(
      fc.property(spots, grids, ([lng, lat], grid) => {
        const { q, r } = hexagonAt(lng, lat, grid)
        const flat = (degrees: number) => Math.asinh(Math.tan((degrees * Math.PI) / 180)) * (180 / Math.PI)
        const away = (place: { q: number; r: number }) => {
          const [x, y] = middleOf(outlineOfHexagon(place, grid).map(([a, b]) => [a, flat(b)]))
          return Math.hypot(x - lng, y - flat(lat))
        }
        const beside = [
          [1, 0],
          [-1, 0],
          [0, 1],
          [0, -1],
          [1, -1],
          [-1, 1],
        ].map(([dq, dr]) => away({ q: q + dq!, r: r + dr! }))
        expect(away({ q, r })).toBeLessThanOrEqual(Math.min(...beside) + 1e-9)
      }),
    )
  })

  test('is as wide as it says: to the middle of the next it is so many kilometres along the ground, within a hundredth', () => {
    for (const km of HEXAGONS_KM)
      for (const latitude of [-3, 0, 1]) {
        const { q, r } = hexagonAt(111.5, latitude + 0.3, { km, latitude })
        const grid = { km, latitude }
        const [from, east, north] = [
          { q, r },
          { q: q + 1, r },
          { q, r: r + 1 },
        ].map((place) => middleOf(outlineOfHexagon(place, grid)))
        for (const to of [east!, north!]) {
          const { s12 } = Geodesic.WGS84.Inverse(from![1], from![0], to[1], to[0]) as { s12: number }
          expect(Math.abs(s12 / 1000 / km - 1)).toBeLessThan(0.01)
        }
      }
  })
})

describe('classes', () => {
  test('begin at one, rise, end at the fullest or below, and hold every count once', () => {
    expect([0, 1, 2, 5, 100].map(classesOf)).toEqual([[], [1], [1, 2], [1, 2, 3, 4, 5], [1, 3, 7, 16, 40]])
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (most) => {
        const limits = classesOf(most)
        expect(limits.length).toBeLessThanOrEqual(MOST_CLASSES)
        expect(limits.toSorted((a, b) => a - b)).toEqual([...new Set(limits)])
        for (const count of [1, Math.ceil(most / 2), most]) {
          const at = classOf(count, limits)
          expect(limits[at]).toBeLessThanOrEqual(count)
          expect(limits[at + 1] ?? Infinity).toBeGreaterThan(count)
        }
      }),
    )
  })

  test('are told apart by light alone, little being nearest to the land, in every palette', () => {
    const luminance = (channels: readonly number[]) =>
      channels
        .map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4))
        .reduce((sum, value, at) => sum + value * [0.2126, 0.7152, 0.0722][at]!, 0)
    for (const palette of Object.values(PALETTES))
      for (let classes = 1; classes <= MOST_CLASSES; classes += 1) {
        const { land } = palette.ground
        const ground = [1, 3, 5].map((at) => Number.parseInt(land.slice(at, at + 2), 16))
        const lights = [ground, ...densityColours(palette, classes)].map(luminance)
        const rises = lights.at(-1)! > lights[0]!
        for (const [at, light] of lights.slice(1).entries()) {
          const [low, high] = [light, lights[at]!].toSorted((a, b) => a - b) as [number, number]
          expect([palette.name, classes, at, high === light]).toEqual([palette.name, classes, at, rises])
          expect((high + 0.05) / (low + 0.05)).toBeGreaterThan(1.25)
        }
      }
  })
})

test('a density in an address is read whole or not at all', () => {
  expect(parseDensity('5km')).toEqual({ km: 5, allThemes: false, month: null, chosen: null })
  expect(parseDensity('points,all,2026-03')).toEqual({ km: null, allThemes: true, month: 24314, chosen: null })
  const wrong = ['', '3km', 'points,h1.2', '5km,2026-03,all', '5km,2026-13', '5km,h1', '5km,h1.2,h3.4', 'hexagons']
  expect(wrong.map(parseDensity)).toEqual(wrong.map(() => null))
})

const reserve = (region: string, geometry: Polygon) => ({
  ...activity('cagar', [], []),
  name: 'Cagar laut',
  kind: 'marine_reserve',
  holder: 'KKP',
  region,
  geometry,
})

describe('what is asked of the server', () => {
  let served: Served
  beforeAll(async () => {
    served = await serve([
      asRecord('authority', reserve('99.02', rectangle(0.3, 0, 0.32, 0.02))),
      asRecord('activity', activity('laut', ['bina'], [point(0.31, 0.01)])),
      asRecord('activity', activity('jauh', ['bina'], [point(0.5, 0.5)])),
      asRecord('activity', activity('luas', ['bina', 'citra'], [rectangle(0.021, 0.001, 0.025, 0.005), BAKAU])),
      asRecord('activity', activity('dana', ['bina', { id: 'dinas', role: 'funder' }], [point(0.03, 0.015)])),
    ])
  })
  afterAll(() => served.world.close())

  const ask = async (query: string) => (await (await served.get(`/api/points?${query}`)).json()) as PointsAnswer
  const idsOf = ({ activities }: PointsAnswer) => activities.id.toSorted()
  const sitesOf = ({ activities, sites }: PointsAnswer) =>
    sites.activity.map((row, at) => [activities.id[row], sites.lng[at]! / 1e6, sites.lat[at]! / 1e6])

  test('every site is one point: the point, or the middle of what has an extent; a code alone is none, and is counted', async () => {
    const answer = await ask('region=99.01')
    expect(idsOf(answer)).toEqual(['a-bakau', 'a-cancelled', 'a-three-sites', 'dana', 'luas'])
    const drawn = sitesOf(answer)
    expect(drawn.filter(([id]) => id === 'a-three-sites')).toEqual([
      ['a-three-sites', 110.005, 0.005],
      ['a-three-sites', 110.015, 0.015],
      ['a-three-sites', 110.03, 0.01],
    ])
    expect(drawn.filter(([id]) => id === 'luas')).toEqual([['luas', 110.023, 0.003]])
    expect(drawn.some(([id]) => id === 'a-cancelled')).toBe(false)
    const row = answer.activities.id.indexOf('luas')
    expect(answer.organisations[answer.activities.organisations[row]!]).toEqual(['bina', 'citra'])
    const site = answer.sites.activity.indexOf(row)
    expect(answer.reached[answer.sites.reached[site]!]!.map((place) => answer.places[place]!.name)).toEqual(['Bakau'])
  })

  test('work at sea belongs to the region of the area it lies in; work outside of everything to none', async () => {
    expect(idsOf(await ask('region=99.02'))).toContain('laut')
    expect(idsOf(await ask('region=99.01'))).not.toContain('laut')
    expect(idsOf(await ask('region=99'))).not.toContain('jauh')
  })

  test('filters are those of the map: theme, status, and organisations that only pay as well', async () => {
    expect(idsOf(await ask('region=99.02&theme=restoration'))).toEqual(['a-forest-bina', 'a-forest-citra'])
    expect(idsOf(await ask('region=99.01&status=cancelled'))).toEqual(['a-cancelled'])
    expect(idsOf(await ask('region=99.01&organisation=dinas'))).toEqual(['dana'])
    expect((await served.get('/api/points?region=99.01&theme=stuntin')).status).toBe(400)
    expect((await served.get('/api/points')).status).toBe(400)
  })

  test('points are where the tiles of the map have them, to a pixel', async () => {
    const { x, y } = addressAt(110.03, 0.01, 12)
    const tile = new Uint8Array(await (await served.get(`/tiles/activities/12/${x}/${y}`)).arrayBuffer())
    const inTile = featuresOf(readTile(tile).activities)
      .filter(({ type }) => type === 1)
      .map((feature) => {
        const { coordinates } = feature.toGeoJSON(x, y, 12).geometry as Point
        return [`${feature.properties.id}`, ...coordinates] as [string, number, number]
      })
    expect(inTile.length).toBeGreaterThan(3)
    const asked = sitesOf(await ask('region=99')) as [string, number, number][]
    for (const [id, lng, lat] of inTile)
      expect(asked.some((one) => one[0] === id && Math.abs(one[1] - lng) < 1e-4 && Math.abs(one[2] - lat) < 1e-4)).toBe(
        true,
      )
  })

  test('an answer is kept by its version: asked again it is not sent again', async () => {
    const first = await served.get('/api/points?region=99.01')
    const etag = first.headers.get('ETag')!
    const again = await served.get('/api/points?region=99.01', { headers: { 'If-None-Match': etag } })
    expect([first.status, again.status]).toEqual([200, 304])
  })
})

test('a coarse place is the middle of its cell, and no true place of what is coarse or hidden is told', async () => {
  const { get, world, store } = await serveWorld({ places: 'here', own: true, members: true })
  // The middle of the cell lies in no village of this world, and what reaches nothing is in no region.
  await commit(store, [asRecord('authority', reserve('99.01', rectangle(0.04, 0.04, 0.06, 0.06)))])
  const text = await (await get('/api/points?region=99')).text()
  const { activities, sites } = JSON.parse(text) as PointsAnswer
  const row = activities.id.indexOf('k-plain')
  const at = sites.activity.indexOf(row)
  expect([sites.lng[at]! / 1e6, sites.lat[at]! / 1e6]).toEqual([...MIDDLE])
  const told = new Set(sites.lng.map((lng, site) => `${lng} ${sites.lat[site]}`))
  for (const [lng, lat] of SECRETS) expect(told.has(`${Math.round(lng * 1e6)} ${Math.round(lat * 1e6)}`)).toBe(false)
  expect(activities.id.filter((id) => /^(t-|m-|h-)/.test(id) && id !== 't-health')).toEqual([])
  world.close()
})
