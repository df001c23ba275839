import type { Polygon } from 'geojson'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FeaturesAnswer, Problem } from '../data/model/answers.ts'
import { doMeet } from '../server/area/meeting.ts'
import { drawnArea } from '../server/engine/reads/drawn_area.ts'
import { serve } from './served.ts'
import { at, DAMAR, line, point, rectangle } from './world.ts'

let served: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  served = await serve()
})
afterAll(() => served.world.close())

const read = async <T = FeaturesAnswer>(address: string, init?: RequestInit): Promise<T> =>
  (await (await served.get(address, init)).json()) as T
const post = <T = FeaturesAnswer>(address: string, body: unknown) =>
  read<T>(address, { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } })
const idsOf = ({ features }: FeaturesAnswer) => features.map(({ properties }) => properties.id)

/*
 * A hundredth of a degree along the equator is 1.113195 km. We stand a thousandth (0.110574 km) south of citra's point in
 * Damar and a hundredth west of citra's area; the corner of bina's is a thousandth farther north: sqrt(1.1132^2 + 0.1106^2).
 */
const NEAR = '/api/features/activities?near=110.07,0.009'

describe('activities near a position', () => {
  test('within two kilometres: a point, and two areas by their nearest edge and corner', async () => {
    const { features, numberMatched } = await read(`${NEAR}&withinKm=2`)
    expect(features.map(({ properties }) => [properties.id, properties.distanceKm])).toEqual([
      ['a-damar-citra', 0.111],
      ['a-forest-citra', 1.113],
      ['a-forest-bina', 1.119],
    ])
    expect(numberMatched).toBe(3)
  })

  test('the nearest three, of one theme, of one organisation, or counted only', async () => {
    expect(idsOf(await read(`${NEAR}&nearest=3`))).toEqual(['a-damar-citra', 'a-forest-citra', 'a-forest-bina'])
    expect(idsOf(await read(`${NEAR}&nearest=2&theme=stunting&period=2026`))).toEqual(['a-damar-citra', 'a-enau'])
    expect(idsOf(await read(`${NEAR}&nearest=9&organisation=akar`))).toEqual(['a-enau', 'a-three-sites'])
    expect(idsOf(await read(`${NEAR}&nearest=1&withinKm=0.5`))).toEqual(['a-damar-citra'])
    expect(await read(`${NEAR}&withinKm=2&hits=true`)).toMatchObject({
      numberMatched: 3,
      numberReturned: 0,
      features: [],
    })
  })

  test.each([
    ['/api/features/activities?near=110.07,0.01', '"near" needs "withinKm" or "nearest"'],
    ['/api/features/activities?nearest=3', 'Add "near"'],
    ['/api/features/villages?near=110.07,0.01&nearest=3', 'layer villages has none'],
    [`${NEAR}&nearest=3&bbox=110,0,111,1`, '"bbox" has no use here'],
    ['/api/features/activities?near=110.07&nearest=3', 'Write lng,lat in degrees'],
    ['/api/features/activities?near=0.01,110.07&nearest=3', 'Write lng,lat in degrees'],
    [`${NEAR}&nearest=0`, 'Give a whole number from 1 to 1000'],
  ])('%s is refused and told what to write', async (address, words) => {
    const { status, detail } = await read<Problem>(`${address}&lang=en`)
    expect([status, detail]).toEqual([400, expect.stringContaining(words)])
  })
})

/* Below the diagonal of Damar: citra's point at 0.07, 0.01 lies in its box and above it. */
const TRIANGLE: Polygon = {
  type: 'Polygon',
  coordinates: [[at(0.062, 0), at(0.078, 0), at(0.078, 0.016), at(0.062, 0)]],
}

describe('features that share ground with a drawn area', () => {
  test('a point in the box of the area and not in the area stays out, work in the whole village is in', async () => {
    expect(idsOf(await read('/api/features/activities?bbox=110.062,0,110.078,0.016'))).toContain('a-damar-citra')
    expect(idsOf(await post('/api/features/activities', TRIANGLE))).toEqual(['a-damar-bina'])
  })

  test('places, targets and verdicts are held against the same area', async () => {
    expect(idsOf(await post('/api/features/villages', TRIANGLE))).toEqual([DAMAR])
    expect(idsOf(await post('/api/features/targets', { type: 'Feature', properties: {}, geometry: TRIANGLE }))).toEqual(
      ['t-health'],
    )
    expect(idsOf(await post('/api/features/gaps?theme=stunting&period=2026', TRIANGLE))).toEqual([])
    const gap = rectangle(0.05, 0.01, 0.051, 0.011)
    expect(idsOf(await post('/api/features/gaps?theme=stunting&period=2026', gap))).toEqual(['99.01.02.2001'])
  })

  test('filters hold, pages follow, and a count sends nothing', async () => {
    const all = rectangle(0, 0, 0.1, 0.02)
    const first = await post('/api/features/activities?theme=stunting&limit=2', all)
    expect([idsOf(first), first.numberMatched]).toEqual([['a-bakau', 'a-cancelled'], 6])
    const next = new URL(first.links.find(({ rel }) => rel === 'next')!.href)
    expect(idsOf(await post(`${next.pathname}${next.search}`, all))).toEqual(['a-damar-bina', 'a-damar-citra'])
    const count = await post('/api/features/activities?theme=stunting&hits=true', all)
    expect([count.numberMatched, count.features]).toEqual([6, []])
    expect((await read('/api/features/villages?hits=true')).numberMatched).toBe(6)
  })

  test.each([
    [point(0, 0), 'Send a Polygon or MultiPolygon'],
    [{ type: 'Polygon', coordinates: [] }, 'The shape is empty'],
    [{ geometry: TRIANGLE }, 'cannot be used'],
  ])('%o is refused and told what to send', async (body, words) => {
    const { status, detail } = await post<Problem>('/api/features/activities?lang=en', body)
    expect([status, detail]).toEqual([400, expect.stringContaining(words)])
  })
})

describe('a geometry and an area', () => {
  const area = drawnArea(rectangle(0.02, 0.02, 0.04, 0.04))!

  test('meet where a line only passes through, where one lies inside the other, and where they touch', () => {
    expect(doMeet(area, line([0, 0.03], [0.1, 0.03]))).toBe(true)
    expect(doMeet(area, rectangle(0, 0, 0.1, 0.1))).toBe(true)
    expect(doMeet(area, rectangle(0.03, 0.03, 0.031, 0.031))).toBe(true)
    expect(doMeet(area, rectangle(0.04, 0.02, 0.06, 0.04))).toBe(true)
    expect(doMeet(area, { type: 'GeometryCollection', geometries: [point(0.5, 0.5), point(0.02, 0.02)] })).toBe(true)
  })

  test('do not meet beside each other, past a corner, or in a hole', () => {
    expect(doMeet(area, rectangle(0.05, 0.02, 0.06, 0.04))).toBe(false)
    expect(doMeet(area, line([0.02, 0.05], [0.05, 0.04]))).toBe(false)
    const [shell] = rectangle(0, 0, 0.1, 0.1).coordinates
    const [hole] = rectangle(0.01, 0.01, 0.05, 0.05).coordinates
    expect(doMeet(area, { type: 'Polygon', coordinates: [shell!, hole!] })).toBe(false)
  })
})
