import type { Position } from 'geojson'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AreaReportAnswer, AreaReportRequest, Problem } from '../data/model/answers.ts'
import type { AnyRecord } from '../data/model/record.ts'
import { serve } from './served.ts'
import {
  ASAM,
  activity,
  at,
  BAKAU,
  CEMPAKA,
  DAMAR,
  ENAU,
  GAMBIR,
  KARANG_ISLET,
  organisation,
  point,
  rectangle,
  SQUARE_HA,
  target,
} from './world.ts'

const { sites: _, ...authority } = activity('reserve', [], [], { origin: 'sourced' })
const MORE: readonly AnyRecord[] = [
  {
    kind: 'activity',
    record: activity('b-two', ['akar'], [point(0.07, 0.005), point(0.09, 0.005)], {
      budgetIdr: 250_000_000,
      beneficiaries: 40,
      confirmed: '2026-11-12',
    }),
  },
  {
    kind: 'activity',
    record: activity('b-ended', ['akar'], [point(0.07, 0.005)], {
      budgetIdr: 999,
      period: { start: '2020-01-01', end: '2024-12-31' },
    }),
  },
  {
    kind: 'activity',
    record: activity('b-private', ['bina'], [point(0.07, 0.005)], { budgetIdr: 1, visibility: 'partners' }),
  },
  { kind: 'target', record: target('t-2025', [DAMAR], { year: 2025 }) },
  { kind: 'organisation', record: organisation('dana', 'ngo') },
  {
    kind: 'authority',
    record: {
      ...authority,
      name: 'Cagar',
      kind: 'conservation_reserve',
      holder: 'BKSDA',
      region: '99.02',
      geometry: rectangle(0.08, 0, 0.09, 0.02),
    },
  },
]

let served: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  served = await serve(MORE)
})
afterAll(() => served.world.close())

const post = (body: unknown) =>
  served.get('/api/area-report?lang=en', {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  })
const report = async (body: AreaReportRequest | object): Promise<AreaReportAnswer> => {
  const response = await post(body)
  const answer = (await response.json()) as AreaReportAnswer
  expect(answer).toHaveProperty('areaHa')
  return answer
}
const refusal = async (body: unknown): Promise<Problem> => (await (await post(body)).json()) as Problem
const squares = (areaHa: number | null) => areaHa && Number((areaHa / SQUARE_HA).toFixed(3))

/*
 * A rectangle of 0.045 by 0.015 degrees, 6.75 squares: 1.5 of Cempaka, 3.015 of Damar (which lies over Cempaka by 0.01 times
 * 1.5) and 2.25 of Enau. Of restoration there: citra 1 x 1.5, bina 1.5 x 0.5, both 1 x 0.5; together 1.75 of 2.25, 78 %.
 */
const AREA = rectangle(0.05, 0, 0.095, 0.015)

describe('the report of a drawn area', () => {
  test('villages with their share of the area and its share of them', async () => {
    const { areaHa, villages, bbox, repaired, period } = await report({ geometry: AREA })
    expect([period, repaired]).toEqual(['2026', false])
    expect(squares(areaHa)).toBe(6.75)
    expect(bbox).toEqual([110.05, 0, 110.095, 0.015])
    expect(
      villages.map(({ code, name, within, areaHa: own, share }) => [code, name, within, squares(own), share]),
    ).toEqual([
      [CEMPAKA, 'Cempaka', 'Hilir', 1.5, 0.375],
      [DAMAR, 'Damar', 'Pesisir', 3.015, 0.75],
      [ENAU, 'Enau', 'Pesisir', 2.25, 0.5625],
    ])
  })

  test('work active in the year, once each however many sites it has here, and who does it', async () => {
    const { activities, organisations, budget, beneficiaries, freshness, sample } = await report({ geometry: AREA })
    expect(activities.map(({ id, areaHa }) => [id, squares(areaHa)])).toEqual([
      ['a-damar-bina', null],
      ['a-damar-citra', null],
      ['a-enau', null],
      ['a-forest-bina', 0.75],
      ['a-forest-citra', 1.5],
      ['b-two', null],
    ])
    expect(organisations).toEqual(['akar', 'bina', 'citra'].map((id) => ({ id, name: id, activities: 2 })))
    expect(budget).toEqual({ totalIdr: 250_000_000, known: 1, of: 6 })
    expect(beneficiaries).toEqual({ total: 40, known: 1, of: 6 })
    // Five last confirmed on 1 January, one on 12 November; today is 22 November.
    expect(freshness).toEqual({ medianDays: 325, oldestDays: 325, of: 6 })
    expect(sample).toBe(true)
  })

  test('each theme has the verdict of the area, and those of its villages as a whole', async () => {
    const { themes, targets } = await report({ geometry: AREA })
    expect(targets.map(({ id, measure, areaHa }) => [id, measure, squares(areaHa)])).toEqual([
      ['t-forest', 'area', 2.25],
      ['t-health', 'presence', expect.anything()],
    ])
    const [stunting, restoration] = themes
    expect(stunting).toMatchObject({
      theme: 'stunting',
      verdict: { kind: 'overlap', organisations: ['akar', 'bina', 'citra'] },
      activities: 4,
      targets: 1,
      servedHa: 0,
      villages: { gap: 1, coordinated: 0, overlap: 1, partner_only: 1 },
    })
    expect(restoration).toMatchObject({ theme: 'restoration', verdict: { kind: 'partial' }, activities: 2, targets: 1 })
    expect([restoration!.servedHa, restoration!.overlapHa].map(squares)).toEqual([1.75, 0.5])
    expect(restoration!.villages).toMatchObject({ no_target: 2, partial: 1 })
  })

  test('the authority area inside it, with its share', async () => {
    const [reserve, ...others] = (await report({ geometry: AREA })).authority
    expect(others).toEqual([])
    expect(reserve).toMatchObject({ id: 'reserve', name: 'Cagar', holder: 'BKSDA', origin: 'sourced', share: 0.2222 })
    expect(squares(reserve!.areaHa)).toBe(1.5)
  })

  test('another period has other work', async () => {
    const { activities, targets, period } = await report({ geometry: AREA, period: '2023/2024' })
    expect([period, activities.map(({ id }) => id), targets]).toEqual(['2023/2024', ['b-ended'], []])
  })

  test('a bare geometry, a Feature and a geometry inside a Feature are the same question', async () => {
    const named = await report({ geometry: AREA })
    expect(await report(AREA)).toEqual(named)
    expect(await report({ type: 'Feature', properties: { name: 'x' }, geometry: AREA })).toEqual(named)
    expect(await report({ geometry: { type: 'Feature', properties: null, geometry: AREA } })).toEqual(named)
  })

  test('a bow-tie is mended and that is said; its two wings are one square', async () => {
    const bow = { type: 'Polygon', coordinates: [[at(0, 0), at(0.02, 0.01), at(0.02, 0), at(0, 0.01), at(0, 0)]] }
    const { repaired, areaHa } = await report(bow)
    expect(repaired).toBe(true)
    expect(squares(areaHa)).toBe(1)
  })

  test('the empty sea has an area and nothing in it', async () => {
    const sea = await report(rectangle(5, 5, 5.01, 5.01))
    expect(sea).toMatchObject({ villages: [], activities: [], themes: [], freshness: null, sample: false })
    expect(sea.budget).toEqual({ totalIdr: 0, known: 0, of: 0 })
  })

  test('nothing of it is kept, and what is private is in no byte of it', async () => {
    const response = await post({ geometry: AREA })
    expect(response.headers.has('ETag')).toBe(false)
    expect(await response.text()).not.toContain('b-private')
  })
})

describe('the report of units', () => {
  test('one village is its own shape', async () => {
    const { areaHa, villages, themes } = await report({ units: [ENAU], period: '2026' })
    expect(squares(areaHa)).toBe(4)
    expect(villages).toMatchObject([{ code: ENAU, share: 1 }])
    expect(themes.find(({ theme }) => theme === 'restoration')!.verdict.kind).toBe('partial')
  })

  test('two villages side by side are one area without their common edge, and a district is its villages', async () => {
    const two = await report({ units: [ASAM, BAKAU, ASAM] })
    expect(two.geometry.type).toBe('Polygon')
    expect(two.repaired).toBe(false)
    expect(squares(two.areaHa)).toBe(8)
    expect(await report({ units: ['99.01.01'] })).toEqual(two)
    expect(await report({ units: ['99.01.01', BAKAU] })).toEqual(two)
  })

  test('a village of several parts keeps them; a regency is the ground of its villages, not its own coarse outline', async () => {
    const { geometry, areaHa } = await report({ units: [GAMBIR] })
    expect([geometry.type, squares(areaHa)]).toEqual(['MultiPolygon', 2])
    expect(squares((await report({ units: ['99.01'] })).areaHa)).toBe(12)
  })

  test('an islet known by its position has ground only with a buffer: a circle of 314 hectares', async () => {
    expect((await refusal({ units: [KARANG_ISLET] })).detail).toContain('(Pulau Karang) is known as a point only')
    expect((await refusal({ units: [KARANG_ISLET, ENAU], bufferKm: 1 })).detail).toContain('Ask for it alone')
    const { areaHa } = await report({ units: [KARANG_ISLET], bufferKm: 1 })
    expect(areaHa / 314.159).toBeGreaterThan(0.998)
    expect(areaHa / 314.159).toBeLessThan(1)
  })
})

describe('the ground around a shape', () => {
  test('two kilometres around a point in Damar reach its neighbours', async () => {
    const { villages, repaired } = await report({ geometry: point(0.07, 0.01), bufferKm: 2 })
    expect(villages.map(({ code }) => code)).toEqual([CEMPAKA, DAMAR, ENAU])
    expect(repaired).toBe(false)
  })

  test('a buffer adds what lies around an area', async () => {
    const without = await report({ units: [ENAU] })
    const around = await report({ units: [ENAU], bufferKm: 1 })
    expect(around.villages.map(({ code }) => code)).toEqual([DAMAR, ENAU])
    // Four strips of two squares' length, one kilometre wide, and a circle.
    const strips = 2 * (2.22639 + 2.211486) * 100
    expect(around.areaHa / (without.areaHa + strips + 314.159)).toBeCloseTo(1, 2)
  })
})

const ring = (...positions: readonly (readonly unknown[])[]) => ({ type: 'Polygon', coordinates: [positions] })
const square: readonly Position[] = rectangle(0, 0, 0.01, 0.01).coordinates[0]!

describe('a request that cannot be answered', () => {
  test.each<[string, unknown, string]>([
    ['nothing', {}, 'Send either "geometry" or "units"'],
    ['both', { geometry: AREA, units: [ENAU] }, 'Send either "geometry" or "units"'],
    ['a list', [AREA], 'The body is no JSON object'],
    ['null', null, 'The body is no JSON object'],
    ['a misspelt field', { geometri: AREA }, 'Did you mean "geometry"?'],
    ['many features', { type: 'FeatureCollection', features: [] }, 'Send one Feature'],
    ['a collection', { type: 'GeometryCollection', geometries: [AREA] }, 'A shape "GeometryCollection" cannot be used'],
    ['a type that is no text', { type: { toString: 1 } }, 'cannot be used'],
    ['no coordinates', { type: 'Polygon' }, 'not nested as in a GeoJSON Polygon'],
    ['an empty polygon', { type: 'Polygon', coordinates: [] }, 'The shape is empty'],
    ['an empty ring', { type: 'Polygon', coordinates: [[]] }, 'The shape is empty'],
    ['a point without position', { type: 'Point', coordinates: [] }, 'Position 1 is not two numbers'],
    ['NaN as null', ring([110, 0], [110.1, null], [110.1, 0.1]), 'Position 2 is not two numbers'],
    ['numbers as text', ring(['110', '0'], [110.1, 0], [110.1, 0.1]), 'Position 1 is not two numbers'],
    ['latitude first', ring([0, 110], [0.1, 110], [0.1, 110.1]), 'Position 1 [0, 110] is not on earth'],
    ['a huge number', ring([1e308, 0], [110.1, 0], [110.1, 0.1]), 'is not on earth'],
    ['two corners', ring([110, 0], [110.1, 0], [110, 0]), 'only 2 different positions; a Polygon needs at least 3'],
    [
      'a line of one place',
      {
        geometry: {
          type: 'LineString',
          coordinates: [
            [110, 0],
            [110, 0],
          ],
        },
        bufferKm: 1,
      },
      'needs at least 2',
    ],
    ['no area', ring([110, 0], [110.1, 0], [110.2, 0], [110, 0]), 'encloses no area'],
    ['the date line', ring([179, 0], [-179, 0], [-179, 1], [179, 1], [179, 0]), 'crosses the 180th meridian'],
    ['a point alone', point(0, 0), 'Add "bufferKm"'],
    ['a wide buffer', { geometry: AREA, bufferKm: 51 }, 'from 0 to 50'],
    ['a buffer as text', { geometry: AREA, bufferKm: '5' }, 'from 0 to 50'],
    ['a period as number', { geometry: AREA, period: 2026 }, '"period" must be a year'],
    ['no units', { units: [] }, 'Add at least one'],
    ['units that are no text', { units: [99] }, '"units" must hold place codes'],
    ['an unknown unit', { units: ['61.05'] }, 'is not in this Bentang'],
    ['bare digits', { units: ['6105'] }, 'means different places'],
    ['too many units', { units: Array.from({ length: 2001 }, () => ENAU) }, 'at most 2000'],
  ])('%s is refused and told what to send', async (_name, body, words) => {
    const { status, detail } = await refusal(body)
    expect([status >= 400 && status < 500, detail]).toEqual([true, expect.stringContaining(words)])
  })

  test('an open ring is closed, a third coordinate is ignored', async () => {
    const open = await report(ring(...square.slice(0, 4).map((position) => [...position, 25])))
    expect(squares(open.areaHa)).toBe(1)
  })

  test('what is no JSON, or broken, or not posted, is refused with what to send', async () => {
    const send = async (init: RequestInit) => {
      const response = await served.get('/api/area-report?lang=en', init)
      return [response.status, ((await response.json()) as Problem).detail, response.headers.get('Allow')]
    }
    const body = JSON.stringify(AREA)
    const json = { 'Content-Type': 'application/json' }
    expect(await send({ method: 'POST', body })).toEqual([415, expect.stringContaining('Send the body as JSON'), null])
    expect(await send({ method: 'POST', body: body.slice(1), headers: json })).toEqual([
      400,
      expect.stringContaining('not well-formed JSON'),
      null,
    ])
    expect((await send({ method: 'POST', headers: json }))[0]).toBe(400)
    expect(await send({})).toEqual([405, expect.stringContaining('Use POST with JSON'), 'POST, OPTIONS'])
    expect((await send({ method: 'PUT', body, headers: json }))[0]).toBe(405)
    expect((await send({ method: 'POST', body: ' '.repeat(1_000_001), headers: json }))[0]).toBe(413)
    const geojson = await served.get('/api/area-report', {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/geo+json; charset=utf-8' },
    })
    expect(geojson.status).toBe(200)
  })
})
