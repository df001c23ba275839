import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import Papa from 'papaparse'
import { PMTiles } from 'pmtiles'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, describe, expect, test } from 'vitest'
import type { ExportEnding } from '../../data/model/export_format.ts'
import { boundsOf } from '../../server/bounds.ts'
import { createExportDesk } from '../../server/exports/desk.ts'
import { shortNames } from '../../server/exports/short_names.ts'
import { hasGdal } from '../imports/gdal.ts'
import { dataset, FEATURES, FIELDS, FORMULAS } from './sample_data.ts'

const folder = mkdtempSync(join(tmpdir(), 'bentang-exports-'))
const desk = createExportDesk(join(folder, 'desk'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const bytesOf = async (ending: ExportEnding, data = dataset()): Promise<Uint8Array> => {
  const { body } = await desk.send(data, ending, 'both', new AbortController().signal)
  return new Uint8Array(await new Response(body).arrayBuffer())
}
const textOf = async (ending: ExportEnding) => new TextDecoder().decode(await bytesOf(ending))

/** A feature as tables hold it: lists joined, what is not there null. */
const flat = (at: number, name: string): unknown => {
  const value = FEATURES[at]!.properties[name] ?? null
  return Array.isArray(value) ? value.join('; ') : value
}
const ATTRIBUTION = dataset().attribution

/** A geometry as its points: a shapefile winds its rings the other way, and shapes may be single or one of several. */
const pointsOf = (geometry: Geometry | null): string =>
  geometry === null
    ? ''
    : geometry.type === 'GeometryCollection'
      ? geometry.geometries.map(pointsOf).join(' ')
      : JSON.stringify(geometry.coordinates)
          .match(/-?[\d.]+,-?[\d.]+/g)!
          .sort()
          .join(' ')

describe('text forms, read by their own readers', () => {
  test('GeoJSON is the features themselves, with licence, filters, count and denominator as foreign members', async () => {
    const read = JSON.parse(await textOf('geojson')) as FeatureCollection & Record<string, unknown>
    expect(read.features).toEqual(JSON.parse(JSON.stringify(FEATURES)))
    expect(read).toMatchObject({
      attribution: ATTRIBUTION,
      license: 'CC-BY-4.0',
      numberMatched: 7,
      numberTotal: 12,
      asOf: { seq: 7 },
      filters: { theme: 'stunting' },
    })
  })

  test('lines of GeoJSON come with the separators of RFC 8142 or without', async () => {
    const sequence = await textOf('geojsons')
    expect(
      sequence
        .split('\u001e')
        .slice(1)
        .every((one) => one.endsWith('}\n')),
    ).toBe(true)
    expect(sequence.replaceAll('\u001e', '')).toBe(await textOf('geojsonl'))
    const read = (await textOf('geojsonl')).trim().split('\n')
    expect(read.map((line) => JSON.parse(line))).toEqual(JSON.parse(JSON.stringify(FEATURES)))
  })

  test('CSV keeps numbers as numbers, and no cell of it begins like a formula', async () => {
    const { data } = Papa.parse<Record<string, string>>((await textOf('csv')).trim(), { header: true })
    expect(data.map(({ id }) => id)).toEqual(FEATURES.map(({ id }) => id))
    for (const [at, row] of data.entries()) {
      for (const { name } of FIELDS)
        expect([at, name, row[name]]).toEqual([
          at,
          name,
          name === 'title' ? `'${FORMULAS[at]}` : `${flat(at, name) ?? ''}`,
        ])
      for (const [name, cell] of Object.entries(row))
        if (/^[=+\-@\t\r]/.test(cell)) expect([name, Number.isFinite(Number(cell))]).toEqual([name, true])
    }
    expect(data[0]).toMatchObject({ lng: '111.5', lat: '-0.123457', wkt: 'POINT (111.5 -0.123457)' })
  })

  test('XLSX has true numbers, dates and truth values, text that is no formula, and a sheet that explains', async () => {
    const file = Buffer.from(await bytesOf('xlsx'))
    const [first, second] = await readXlsxFile(file)
    const about = second!.data
    const [head, ...read] = first!.data
    expect(head).toEqual([...FIELDS.map(({ name }) => name), 'lng', 'lat'])
    for (const [at, row] of read.entries())
      for (const [column, { name, type }] of FIELDS.entries()) {
        const value = flat(at, name)
        const expected =
          type === 'date' ? new Date(`${value}`) : name === 'title' ? `'${value}` : value === '' ? null : value
        expect([at, name, row[column]]).toEqual([at, name, expected])
      }
    const told = JSON.stringify(about)
    for (const words of ['CC-BY-4.0', 'theme=stunting', 'budgetIdr (id)', 'budgetIdr (en)', 'ongoing; planned'])
      expect(told).toContain(words)
    expect(about).toContainEqual(['Dari seluruhnya / Out of', 12, null, null, null])
    expect(about).toContainEqual(['Atribusi / Attribution', ATTRIBUTION, null, null, null])
  })

  test('GeoParquet has typed columns, the shapes, a box that covers each, and the licence', async () => {
    const bytes = await bytesOf('parquet')
    const file = bytes.buffer as ArrayBuffer
    const told = new Map(parquetMetadata(file).key_value_metadata!.map(({ key, value }) => [key, value!]))
    const geo = JSON.parse(told.get('geo')!)
    expect(geo).toMatchObject({ version: '1.1.0', primary_column: 'geometry' })
    expect(geo.columns.geometry).toMatchObject({
      encoding: 'WKB',
      bbox: [110, -0.123457, 113.6, 1],
      covering: { bbox: { xmin: ['bbox', 'xmin'], ymax: ['bbox', 'ymax'] } },
    })
    expect([told.get('attribution'), told.get('license')]).toEqual([ATTRIBUTION, 'CC-BY-4.0'])
    expect(JSON.parse(told.get('bentang')!)).toMatchObject({ numberMatched: 7, numberTotal: 12, columns: FIELDS })
    const rows = await parquetReadObjects({ file })
    const read = new Map(rows.map((row) => [row.id as string, row]))
    expect(read.size).toBe(FEATURES.length)
    for (const { id, geometry, properties } of FEATURES) {
      const row = read.get(`${id}`)!
      for (const { name, type } of FIELDS) {
        const value = properties[name] ?? null
        expect([id, name, row[name]]).toEqual([id, name, type === 'date' ? new Date(`${value}`) : value])
      }
      expect(row.geometry ?? null).toEqual(geometry)
      const box = (row.bbox ?? null) as Record<string, number> | null
      expect(box && [box.xmin, box.ymin, box.xmax, box.ymax]).toEqual(geometry && boundsOf([geometry]))
    }
  })

  test('PMTiles say what they hold', async () => {
    const bytes = await bytesOf('pmtiles')
    const archive = new PMTiles({
      getKey: () => 'trial',
      getBytes: async (offset, length) => ({ data: bytes.slice(offset, offset + length).buffer as ArrayBuffer }),
    })
    const about = (await archive.getMetadata()) as {
      vector_layers: { id: string; fields: object }[]
      description: string
    }
    expect(about.vector_layers.map(({ id }) => id).sort()).toEqual(['trial_areas', 'trial_lines', 'trial_points'])
    expect(about.description).toContain(ATTRIBUTION)
    expect(await archive.getZxy(0, 0, 0)).toBeDefined()
  })
})

describe.skipIf(!hasGdal)('forms of GIS, read by GDAL', () => {
  const read = (path: string, table?: string): FeatureCollection => {
    const to = join(folder, `read-${Math.random()}.geojson`)
    const options = ['-f', 'GeoJSON', '-lco', 'RFC7946=NO', '-lco', 'COORDINATE_PRECISION=9', to, path]
    execFileSync('ogr2ogr', [...options, ...(table ? [table] : [])])
    return JSON.parse(readFileSync(to, 'utf8')) as FeatureCollection
  }
  const told = (path: string): string => execFileSync('ogrinfo', ['-al', '-so', path], { encoding: 'utf8' })
  const kept = async (ending: ExportEnding): Promise<string> => {
    const path = join(folder, `trial.${ending}`)
    writeFileSync(path, await bytesOf(ending))
    return path
  }

  /** The same ids, values by their declared type, and ground; several tables may hold parts of one feature. */
  const expectSame = (
    features: readonly Feature[],
    nameOf = (name: string) => name,
    dates = (text: string) => text,
  ) => {
    const parts = new Map<string, Feature[]>()
    for (const one of features) {
      const id = `${one.properties!.id}`
      parts.set(id, [...(parts.get(id) ?? []), one])
    }
    expect([...parts.keys()].sort()).toEqual(FEATURES.map(({ id }) => id))
    for (const [at, { id, geometry }] of FEATURES.entries()) {
      const own = parts.get(`${id}`)!
      for (const { properties } of own)
        for (const { name, type } of FIELDS) {
          const value = properties![nameOf(name)] ?? null
          const seen = type === 'date' ? dates(`${value}`) : type === 'boolean' ? Boolean(value) : value
          // An empty text and none are one to some of these forms.
          const expected = flat(at, name)
          expect([id, name, seen === '' ? null : seen]).toEqual([id, name, expected === '' ? null : expected])
        }
      const ground = own.map((one) => pointsOf(one.geometry)).filter(Boolean)
      expect([id, ground.sort().join(' ')]).toEqual([
        id,
        (geometry?.type === 'GeometryCollection' ? geometry.geometries.map(pointsOf) : [pointsOf(geometry)])
          .sort()
          .join(' '),
      ])
    }
  }
  const isoDay = (text: string) => text.slice(0, 10).replaceAll('/', '-')

  test('GeoPackage: a table for each type, types and metadata, and the styles that QGIS looks for', async () => {
    const path = await kept('gpkg')
    const tables = ['trial_points', 'trial_lines', 'trial_areas', 'trial_table']
    expectSame(
      tables.flatMap((table) => read(path, table).features),
      undefined,
      isoDay,
    )
    const about = told(path)
    for (const type of [
      'organisationCount: Integer64',
      'budgetIdr: Real',
      'populated: Integer(Boolean)',
      'start: Date',
    ])
      expect(about).toContain(type)
    expect(about).toContain(`ATTRIBUTION=${ATTRIBUTION}`)
    expect(about).toContain('COUNT=7')
    const styles = read(path, 'layer_styles').features.map(({ properties }) => properties!)
    expect(styles.map(({ f_table_name }) => f_table_name).sort()).toEqual([
      'trial_areas',
      'trial_lines',
      'trial_points',
    ])
    for (const { styleQML, useAsDefault, f_geometry_column } of styles) {
      expect(styleQML).toContain('value="planned" label="Rencana / Planned"')
      expect([Boolean(useAsDefault), f_geometry_column]).toEqual([true, 'geom'])
    }
  })

  test('FlatGeobuf', async () => {
    expectSame(read(await kept('fgb')).features, undefined, isoDay)
  })

  test('Shapefile: an archive of types, with short names, their key, projection and encoding', async () => {
    const path = await kept('shp.zip')
    const entries = unzipSync(readFileSync(path))
    const tables = Object.keys(entries)
      .filter((name) => name.endsWith('.dbf'))
      .map((name) => name.slice(0, -4))
    expect(tables.sort()).toEqual(['trial_areas', 'trial_lines', 'trial_points', 'trial_table'])
    for (const table of tables.filter((name) => name !== 'trial_table')) {
      expect(strFromU8(entries[`${table}.cpg`]!)).toBe('UTF-8')
      expect(strFromU8(entries[`${table}.prj`]!)).toContain('GCS_WGS_1984')
    }
    const short = shortNames(FIELDS.map(({ name }) => name))
    const key = strFromU8(entries['BACA-README.txt']!)
    expect(key).toContain(ATTRIBUTION)
    for (const [name, cut] of short) expect(key).toContain(`${cut} = ${name}: ${name} (id) / ${name} (en)`)
    const features = tables.flatMap(
      (table) => read(`/vsizip/${path}/${table}.${table === 'trial_table' ? 'dbf' : 'shp'}`).features,
    )
    expectSame(features, (name) => short.get(name)!, isoDay)
  })

  test('KML: names, values and the licence in its description', async () => {
    const path = await kept('kml')
    const text = readFileSync(path, 'utf8')
    expect(text).toContain('Catatan uji &quot;Bentang&quot; &amp; kawan')
    expect(text).toContain('<name>Uji coba</name>')
    const { features } = read(path)
    expect(features.map(({ properties }) => properties!.id)).toEqual(FEATURES.map(({ id }) => id))
    expect(features.map(({ geometry }) => pointsOf(geometry))).toEqual(
      FEATURES.map(({ geometry }) => pointsOf(geometry)),
    )
    expect(features.map(({ properties }) => Number(properties!.budgetIdr ?? 'NaN'))).toEqual(
      FEATURES.map(({ properties }) => properties.budgetIdr ?? Number.NaN),
    )
  })

  test('GeoPDF: placed on the ground, with its title and licence', async () => {
    const path = await kept('pdf')
    const about = execFileSync('gdalinfo', ['-json', path], { encoding: 'utf8' })
    const { coordinateSystem, cornerCoordinates, metadata } = JSON.parse(about)
    expect(coordinateSystem.wkt).toContain('WGS 84')
    const [west, north] = cornerCoordinates.upperLeft
    expect([west < 110, west > 108, north > 1, north < 3]).toEqual([true, true, true, true])
    expect(metadata['']).toMatchObject({ TITLE: 'Uji coba', SUBJECT: ATTRIBUTION, CREATOR: 'Bentang' })
  })
})

describe('the desk', () => {
  test('removes every file it made, and ends a thread within a second of its reader leaving', async () => {
    const many = {
      *[Symbol.iterator]() {
        for (let at = 0; at < 60_000; at += 1) yield FEATURES[at % 2]!
      },
    }
    for (const [ending, afterMs] of [
      ['gpkg', 900],
      ['parquet', 150],
    ] as const) {
      const leaving = new AbortController()
      const made = desk.send(dataset(many, 60_000), ending, 'lnglat', leaving.signal)
      await new Promise((later) => setTimeout(later, afterMs))
      const from = performance.now()
      leaving.abort()
      await expect(made).rejects.toThrow()
      expect(performance.now() - from).toBeLessThan(1_000)
    }
    const { body } = await desk.send(dataset(many, 60_000), 'geojson', 'lnglat', new AbortController().signal)
    const reader = body.getReader()
    await reader.read()
    await reader.cancel()
    expect([desk.underWay(), readdirSync(join(folder, 'desk'))]).toEqual([0, []])
  })

  test('makes nothing ahead of its reader', async () => {
    let made = 0
    const endless = {
      *[Symbol.iterator]() {
        for (;;) {
          made += 1
          yield FEATURES[0]!
        }
      },
    }
    const { body } = await desk.send(dataset(endless, 1), 'csv', 'none', new AbortController().signal)
    const reader = body.getReader()
    for (let at = 0; at < 3; at += 1) await reader.read()
    await new Promise((later) => setTimeout(later, 50))
    expect(made).toBeLessThan(2_000)
    await reader.cancel()
  })

  test('refuses the tenth that waits for a made file, and what a form cannot hold', async () => {
    const leaving = new AbortController()
    const asked = Array.from({ length: 12 }, () => desk.send(dataset(), 'parquet', 'none', leaving.signal))
    const ends = await Promise.allSettled(asked)
    const refused = ends.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[]
    expect(refused.length).toBe(3)
    for (const { reason } of refused)
      expect(reason).toMatchObject({ problem: 'too-slow', headers: { 'Retry-After': '60' } })
    for (const end of ends) if (end.status === 'fulfilled') await end.value.body.cancel()
    const signal = leaving.signal
    await expect(desk.send(dataset(FEATURES, 30_000), 'pdf', 'none', signal)).rejects.toMatchObject({
      problem: 'bad-request',
    })
    await expect(desk.send(dataset([], 0), 'gpkg', 'none', signal)).rejects.toMatchObject({ problem: 'not-found' })
    expect([desk.underWay(), readdirSync(join(folder, 'desk'))]).toEqual([0, []])
  })
})

if (!hasGdal) console.log('Exports were not read back with GDAL: it is not on PATH (apt-get install gdal-bin).')
