import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { GroundAnswer } from '../data/model/answers.ts'
import { hectares } from '../server/engine/equal_area.ts'
import { serve } from './served.ts'
import { CEMPAKA, ENAU, SQUARE_HA } from './world.ts'

let served: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  served = await serve()
})
afterAll(() => served.world.close())

const ask = async (path: string) => {
  const response = await served.get(path)
  return { response, answer: (await response.json()) as GroundAnswer }
}

describe('GET /api/gaps.geojson', () => {
  test('is the villages with a stunting target and no partner, whole', async () => {
    const { response, answer } = await ask('/api/gaps.geojson?region=99.01&theme=stunting&period=2026')
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toBe('application/geo+json')
    expect(response.headers.get('Content-Disposition')).toContain('bentang-lahan-celah_barat_stunting_2026.geojson')
    expect(answer).toMatchObject({ type: 'FeatureCollection', asOf: { seq: 1 } })
    expect(answer.features.map(({ id }) => id)).toEqual([CEMPAKA])
    expect(answer.features[0]!.properties).toEqual({
      code: CEMPAKA,
      name: 'Cempaka',
      kind: 'gap',
      areaHa: expect.closeTo(4 * SQUARE_HA, 2),
      unitHa: expect.closeTo(4 * SQUARE_HA, 2),
      organisations: [],
    })
    expect(hectares(answer.features[0]!.geometry)).toBeCloseTo(4 * SQUARE_HA, 2)
    expect(answer.areaHa).toBe(answer.features[0]!.properties.areaHa)
  })

  test('is the square of Enau that nobody restores; its hectares are those of the verdict', async () => {
    const query = 'region=99.02&theme=restoration&period=2026'
    const { answer } = await ask(`/api/gaps.geojson?${query}`)
    expect(answer.features).toHaveLength(1)
    const [{ geometry, properties }] = answer.features as [GroundAnswer['features'][number]]
    expect(properties).toMatchObject({ code: ENAU, organisations: ['bina', 'citra'] })
    const coverage = await (await served.get(`/api/coverage?${query}`)).json()
    const { verdict } = coverage.units.find(({ code }: { code: string }) => code === ENAU)
    expect(properties.areaHa).toBeCloseTo(verdict.shortHa, 3)
    // The southeastern square, anticlockwise.
    expect(geometry).toEqual({
      type: 'Polygon',
      coordinates: [
        expect.arrayContaining([
          [110.09, 0],
          [110.1, 0],
          [110.1, 0.01],
          [110.09, 0.01],
        ]),
      ],
    })
  })

  test('follows the filter of organisations: without bina two squares are short', async () => {
    const { answer } = await ask('/api/gaps.geojson?region=99.02&theme=restoration&period=2026&organisation=citra')
    expect(answer.areaHa).toBeCloseTo(2 * SQUARE_HA, 2)
  })

  test('is an empty collection where there is none', async () => {
    const { answer } = await ask('/api/gaps.geojson?region=99&theme=stunting&period=2010')
    expect(answer).toMatchObject({ areaHa: 0, features: [] })
  })

  test('a missing theme is refused in words', async () => {
    const { response, answer } = await ask('/api/gaps.geojson?region=99&period=2026')
    expect(response.status).toBe(400)
    expect((answer as unknown as { detail: string }).detail).toContain('"theme" belum ada')
  })
})

describe('GET /api/overlaps.geojson', () => {
  test('is the square of Enau that both restore; its hectares are those of the pairs', async () => {
    const query = 'region=99.02&theme=restoration&period=2026'
    const { response, answer } = await ask(`/api/overlaps.geojson?${query}`)
    expect(response.headers.get('Content-Disposition')).toContain('lahan-tumpang-tindih')
    expect(answer.features.map(({ properties }) => properties)).toEqual([
      {
        code: ENAU,
        name: 'Enau',
        kind: 'overlap',
        areaHa: expect.closeTo(SQUARE_HA, 2),
        unitHa: expect.closeTo(4 * SQUARE_HA, 2),
        organisations: ['bina', 'citra'],
      },
    ])
    const overlaps = await (await served.get(`/api/overlaps?${query}`)).json()
    expect(answer.areaHa).toBeCloseTo(overlaps.areaHa, 3)
  })
})

test('a reader who left is not answered, and nothing of it is a fault', async () => {
  const leaving = new AbortController()
  const path = '/api/gaps.geojson?region=99.02&theme=restoration&period=2026&organisation=bina'
  const asking = served.get(path, { signal: leaving.signal })
  leaving.abort()
  expect((await asking).status).toBe(503)
  expect(served.faults).toEqual([])
})
