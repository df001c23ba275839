import { gunzipSync } from 'node:zlib'
import type { FeatureCollection } from 'geojson'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LAYERS } from '../../data/layers/index.ts'
import type { Problem } from '../../data/model/answers.ts'
import { layerDataset } from '../../server/exports/layer_dataset.ts'
import { commit, serve } from '../served.ts'
import { asRecord } from '../work/desk.ts'

let served: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  served = await serve()
})
afterAll(() => served.world.close())

const read = async (path: string) =>
  (await served.get(path)).json() as Promise<FeatureCollection & { [key: string]: unknown }>
const QUESTION = 'region=99.01&theme=stunting&period=2026'

describe('layers and answers as files', () => {
  test('every layer holds what its list holds, in the same order', async () => {
    for (const { id, family } of LAYERS) {
      const query = family === 'analysis' ? '?theme=stunting&period=2026' : ''
      const listed = await read(`/api/features/${id}${query}`)
      const file = await read(`/api/export/${id}.geojson${query}`)
      expect([id, file.features]).toEqual([id, listed.features])
      expect([id, file.asOf, file.numberMatched]).toEqual([id, listed.asOf, listed.numberMatched])
      expect(file.numberTotal as number, id).toBeGreaterThanOrEqual(file.numberMatched as number)
    }
  })

  test('filters apply, and are told with the count and its denominator', async () => {
    for (const query of [
      'within=99.01',
      'theme=stunting',
      'bbox=110,0,110.05,0.1',
      'organisation=akar',
      'status=ongoing',
    ]) {
      const listed = await read(`/api/features/activities?${query}`)
      const file = await read(`/api/export/activities.geojson?${query}`)
      expect([query, file.features]).toEqual([query, listed.features])
      const about = await read(`/api/export/activities.json?${query}`)
      expect(about).toMatchObject({
        numberMatched: listed.features.length,
        numberTotal: served.world.everyone.all('activity').length,
        filters: Object.fromEntries([query.split('=')]),
        license: 'CC-BY-4.0',
      })
    }
  })

  test('verdicts, gap ground and overlap ground are those of their own addresses', async () => {
    const coverage = await read(`/api/coverage.geojson?${QUESTION}`)
    const verdicts = await read(`/api/export/answers/coverage.geojson?${QUESTION}`)
    expect(verdicts.features.map(({ id, geometry, properties }) => [id, geometry, properties!.verdict])).toEqual(
      coverage.features.map(({ id, geometry, properties }) => [id, geometry, properties!.verdict]),
    )
    for (const [kind, region] of [
      ['gap', '99.01'],
      ['overlap', '99.02'],
    ]) {
      const theme = kind === 'gap' ? 'stunting' : 'restoration'
      const question = `region=${region}&theme=${theme}&period=2026`
      const own = await read(`/api/${kind}s.geojson?${question}`)
      const file = await read(`/api/export/answers/${kind}-ground.geojson?${question}`)
      expect(own.features.length, kind).toBeGreaterThan(0)
      expect(file.features.map(({ geometry, properties }) => [geometry, properties!.areaHa])).toEqual(
        own.features.map(({ geometry, properties }) => [geometry, properties!.areaHa]),
      )
    }
  })

  test('a file is named after what, where, which theme and when; a plain CSV is described at another address', async () => {
    const { headers } = await served.get('/api/export/activities.csv?within=99.01&theme=stunting&geometry=none')
    expect(headers.get('Content-Disposition')).toMatch(
      /filename="bentang-lokasi-kegiatan-mitra_\w+_stunting_\d{4}-\d{2}-\d{2}\.csv"/,
    )
    expect(headers.get('Link')).toBe(
      '</api/export/activities.json?within=99.01&theme=stunting>; rel="describedby"; type="application/json"',
    )
    const zipped = await served.get('/api/export/targets.shp.zip', { method: 'HEAD' })
    expect(zipped.headers.get('Link')).toContain('</api/export/targets.json>')
    expect([zipped.status, await zipped.text()]).toEqual([200, ''])
    const letters = await served.get('/api/export/targets.kml', { method: 'HEAD' })
    expect(letters.headers.get('Content-Type')).toBe('application/vnd.google-earth.kml+xml; charset=utf-8')
    const pressed = await served.get('/api/export/villages.csv', { headers: { 'Accept-Encoding': 'br, gzip' } })
    const plain = await served.get('/api/export/villages.csv')
    expect(pressed.headers.get('Content-Encoding')).toBe('gzip')
    expect(gunzipSync(Buffer.from(await pressed.arrayBuffer())).toString()).toBe(await plain.text())
  })

  test('what is not there is refused with what there is', async () => {
    const refusals: Readonly<Record<string, string>> = {
      '/api/export/activites.csv': 'Did you mean activities?',
      '/api/export/activities.dwg': 'gpkg',
      '/api/export/activities': 'gpkg',
      '/api/export/gaps.csv': 'theme=stunting',
      '/api/export/villages.csv?theme=stunting': 'cannot be filtered',
      '/api/export/villages.kml?geometry=wkt': 'CSV only',
      '/api/export/activities.gpkg?organisation=akar&theme=restoration&period=2001&status=cancelled': '.geojson',
      [`/api/export/answers/coverages.csv?${QUESTION}`]: 'Did you mean coverage?',
    }
    for (const [path, words] of Object.entries(refusals)) {
      const response = await served.get(`${path}${path.includes('?') ? '&' : '?'}lang=en`)
      expect([path, response.status >= 400 && response.status < 500]).toEqual([path, true])
      expect(((await response.json()) as Problem).detail, path).toContain(words)
    }
    expect(served.faults).toEqual([])
  })
})

test('what is recorded while a file is written is not in it: all of it is of one position', async () => {
  const { world, store } = served
  const data = await layerDataset(world, 'activities', { within: '99.01' }, 'x')
  const written: string[] = []
  for (const { properties } of data.features()) {
    written.push(properties.title)
    if (written.length > 1) continue
    const changed = world.everyone
      .all('activity')
      .map((record) => asRecord('activity', { ...record, title: 'Diganti' }))
    await commit(store, changed)
    await world.settled()
  }
  expect(written.length).toBe(data.count)
  expect(written).not.toContain('Diganti')
  expect(world.everyone.asOf().seq).toBeGreaterThan(data.asOf.seq)
  const after = await layerDataset(world, 'activities', { within: '99.01' }, 'x')
  expect([...after.features()].every(({ properties }) => properties.title === 'Diganti')).toBe(true)
})
