import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { GroundAnswer } from '../data/model/answers.ts'
import { hectares } from '../server/engine/equal_area.ts'
import { commit, serve } from './served.ts'
import { activity, CEMPAKA, ENAU, SQUARE_HA } from './world.ts'

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

describe('tiles of gaps and overlaps', () => {
  const TILE = '12/3300/2047'
  const layersOf = async (response: Response) => {
    const { layers } = new VectorTile(new PbfReader(new Uint8Array(await response.arrayBuffer())))
    return layers
  }

  test('the gap of Cempaka is an area and, apart from it, an outline', async () => {
    const response = await served.get(`/tiles/gaps/${TILE}?theme=stunting&period=2026`)
    expect(response.status).toBe(200)
    const layers = await layersOf(response)
    expect(Object.keys(layers).sort()).toEqual(['gaps', 'gaps-lines'])
    for (const [id, type] of [
      ['gaps', 3],
      ['gaps-lines', 2],
    ] as const) {
      expect(layers[id]!.length).toBe(1)
      const feature = layers[id]!.feature(0)
      expect(feature.type).toBe(type)
      expect(feature.properties).toEqual({
        code: CEMPAKA,
        name: 'Cempaka',
        kind: 'gap',
        areaHa: 492,
        unitHa: 492,
        organisations: '',
      })
    }
  })

  test('the outline has no edge where the tile cuts the area', async () => {
    // The southwestern quarter of Cempaka.
    const response = await served.get('/tiles/gaps/15/26400/16383?theme=stunting&period=2026')
    const layers = await layersOf(response)
    const lines = layers['gaps-lines']!.feature(0).loadGeometry()
    const extent = layers['gaps-lines']!.extent
    expect(lines.flat().length).toBeGreaterThan(2)
    // An edge cut by the tile would run along the rim of its buffer.
    for (const line of lines)
      for (const [at, position] of line.slice(1).entries()) {
        const before = line[at]!
        for (const rim of [-extent / 32, extent + extent / 32]) {
          expect(position.x === rim && before.x === rim).toBe(false)
          expect(position.y === rim && before.y === rim).toBe(false)
        }
      }
  })

  test('the overlap of Enau names its organisations', async () => {
    const layers = await layersOf(await served.get(`/tiles/overlaps/${TILE}?theme=restoration&period=2026`))
    expect(layers.overlaps!.feature(0).properties).toMatchObject({
      code: ENAU,
      organisations: 'bina,citra',
      areaHa: 123,
    })
  })

  test('a region leaves the others out, and far away nothing is', async () => {
    const path = `/tiles/gaps/${TILE}?theme=stunting&period=2026`
    expect((await served.get(`${path}&region=99.01`)).status).toBe(200)
    expect((await served.get(`${path}&region=99.02`)).status).toBe(204)
    expect((await served.get('/tiles/gaps/12/100/100?theme=stunting&period=2026')).status).toBe(204)
    expect((await served.get('/tiles/gaps/2/3/1?theme=stunting&period=2026')).status).toBe(204)
  })

  test('without a theme or a period they are refused in words, and so is a region elsewhere', async () => {
    const detailOf = async (path: string) => {
      const response = await served.get(path)
      return [response.status, ((await response.json()) as { detail: string }).detail]
    }
    expect(await detailOf(`/tiles/gaps/${TILE}?period=2026`)).toEqual([
      400,
      'Parameter "theme" belum ada. Tambahkan lalu coba lagi.',
    ])
    expect(await detailOf(`/tiles/overlaps/${TILE}?theme=stunting`)).toEqual([
      400,
      'Parameter "period" belum ada. Tambahkan lalu coba lagi.',
    ])
    expect(await detailOf('/tiles/gaps.json')).toEqual([400, 'Parameter "theme" belum ada. Tambahkan lalu coba lagi.'])
    expect((await detailOf('/tiles/villages/8/206/127?region=99.01'))[0]).toBe(400)
  })

  test('change with the records: they are asked for again after every entry', async () => {
    const path = `/tiles/gaps/${TILE}?theme=stunting&period=2026`
    const before = (await served.get(path)).headers.get('ETag')
    await commit(served.store, [{ kind: 'activity', record: activity('a-late', ['akar'], [CEMPAKA]) }])
    await served.world.settled()
    const after = await served.get(path)
    expect(after.status).toBe(204)
    expect(after.headers.get('ETag')).not.toBe(before)
  })
})
