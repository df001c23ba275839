import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type ServerType, serve } from '@hono/node-server'
import type { Feature, FeatureCollection, MultiPolygon } from 'geojson'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LAYERS } from '../data/layers/index.ts'
import { COLLECTION_IDS } from '../server/ogc/collections.ts'
import { hasGdal } from './imports/gdal.ts'
import { openSampleApp, type SampleApp } from './sample_app.ts'

const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'bentang-ogc-'))
let sample: SampleApp
let server: ServerType
let source = ''
/** The addresses that were asked for. */
const asked: URL[] = []

beforeAll(async () => {
  if (!hasGdal) return
  sample = await openSampleApp()
  const address = await new Promise<AddressInfo>((ready) => {
    const answer = (request: Request) => {
      asked.push(new URL(request.url))
      return sample.app.fetch(request)
    }
    server = serve({ fetch: answer, port: 0, hostname: '127.0.0.1' }, ready)
  })
  source = `OAPIF:http://127.0.0.1:${address.port}/ogc`
}, 60_000)
afterAll(() => {
  server?.close()
  sample?.close()
  rmSync(folder, { recursive: true, force: true })
})

const read = async (...options: readonly string[]): Promise<FeatureCollection> => {
  const file = join(folder, `${Math.random()}.geojson`)
  await run('ogr2ogr', ['-f', 'GeoJSON', file, source, ...options])
  return JSON.parse(readFileSync(file, 'utf8')) as FeatureCollection
}
const given = async (path: string): Promise<FeatureCollection & { numberMatched: number }> =>
  (await sample.app.request(`http://127.0.0.1/ogc/collections/${path}`)).json() as never
const idsOf = ({ features }: FeatureCollection) => features.map(({ properties }) => `${properties!.id}`).sort()

describe.skipIf(!hasGdal)('GDAL, a client of OGC API - Features', () => {
  test('lists every collection with its type and its number of features', async () => {
    const { stdout } = await run('ogrinfo', ['-ro', '-al', '-so', source])
    for (const id of COLLECTION_IDS) {
      const about = stdout.split(/\nLayer name: /).find((part) => part.startsWith(`${id}\n`))!
      const { numberMatched } = await given(`${id}/items?limit=1`)
      expect([id, Number(/Feature Count: (\d+)/.exec(about)![1])]).toEqual([id, numberMatched])
      const isArea = ['regencies', 'districts', 'villages'].includes(id)
      if (isArea) expect([id, /Geometry: (.*)/.exec(about)![1]]).toEqual([id, 'Multi Polygon'])
    }
    expect(COLLECTION_IDS).toEqual(LAYERS.map(({ id }) => id))
  }, 60_000)

  test('reads the same features, whole and in a box', async () => {
    for (const id of ['villages', 'activities'] as const)
      expect(idsOf(await read(id))).toEqual(idsOf(await given(`${id}/items?limit=10000`)))
    const inBox = await read('villages', '-spat', '111.2', '-0.4', '112.1', '0.3')
    expect(idsOf(inBox)).toEqual(idsOf(await given('villages/items?limit=1000&bbox=111.2,-0.4,112.1,0.3')))
    expect(inBox.features.length).toBeGreaterThan(20)
  }, 60_000)

  test.each([
    ['activities', "status = 'ongoing' AND budgetIdr > 1000000000", "status = 'ongoing' AND budgetIdr > 1000000000"],
    ['activities', "status = 'planned' OR status = 'suspended'", "status IN ('planned', 'suspended')"],
    [
      'activities',
      "start >= '2025/01/01' AND title ILIKE '%air%'",
      "start >= DATE('2025-01-01') AND title ILIKE '%air%'",
    ],
    ['villages', 'areaHa BETWEEN 5000 AND 9000', 'areaHa BETWEEN 5000 AND 9000'],
    ['targets', "year = 2026 AND NOT (measure = 'area')", "year = 2026 AND NOT (measure = 'area')"],
    ['gaps', "theme = 'stunting'", "theme = 'stunting'"],
  ])('%s where %s: the server filters', async (id, where, filter) => {
    asked.length = 0
    const theirs = idsOf(await read(id, '-where', where))
    const own = await given(`${id}/items?limit=10000&filter=${encodeURIComponent(filter)}`)
    expect(theirs).toEqual(idsOf(own))
    expect(theirs.length).toBeGreaterThan(0)
    const filtered = asked.filter(({ searchParams }) => searchParams.has('filter'))
    expect(filtered.map(({ searchParams }) => searchParams.get('filter-lang'))).toContain('cql-text')
  })

  test.each([
    ['regencies', 8],
    ['villages', 10],
    ['islands', 10],
    ['zones', 9],
    ['authority', 9],
  ] as const)('reads %s from the tiles at zoom %i: the features that the collection lists', async (id, zoom) => {
    const root = source.replace('OAPIF:', '').replace('/ogc', '')
    const file = join(folder, `tiles-${id}.geojson`)
    const tiles = [`MVT:${root}/tiles/${id}/${zoom}`, id, '-oo', `METADATA_FILE=${root}/tiles/${id}.json`]
    await run('ogr2ogr', ['-f', 'GeoJSON', '-t_srs', 'EPSG:4326', file, ...tiles])
    const { features } = JSON.parse(readFileSync(file, 'utf8')) as FeatureCollection
    const read = new Set(features.map(({ properties }) => `${properties!.code ?? properties!.id}`))
    expect([...read].sort()).toEqual(idsOf(await given(`${id}/items?limit=10000`)))
  })

  test('comes to the same metres as the answer in metres', async () => {
    const crs = encodeURIComponent('http://www.opengis.net/def/crs/EPSG/0/32749')
    const own = await given(`villages/items?limit=10000&crs=${crs}`)
    const theirs = await read(
      'villages',
      '-t_srs',
      'EPSG:32749',
      '-lco',
      'RFC7946=NO',
      '-lco',
      'COORDINATE_PRECISION=3',
    )
    const byId = new Map(theirs.features.map((one) => [`${one.properties!.id}`, one]))
    const ringOf = (feature: Feature) => (feature.geometry as MultiPolygon).coordinates[0]![0]!
    let worstM = 0
    for (const feature of own.features) {
      const other = ringOf(byId.get(`${feature.properties!.id}`)!)
      for (const [at, [x, y]] of ringOf(feature).entries())
        worstM = Math.max(worstM, Math.hypot(x! - other[at]![0]!, y! - other[at]![1]!))
    }
    console.log(`UTM 49S against GDAL over ${own.features.length} villages: at most ${(worstM * 100).toFixed(1)} cm.`)
    expect(worstM).toBeLessThan(0.1)
  }, 60_000)
})

if (!hasGdal) console.log('OGC API - Features was not tried with GDAL: it is not on PATH (apt-get install gdal-bin).')
