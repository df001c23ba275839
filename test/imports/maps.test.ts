import { unzipSync, zipSync } from 'fflate'
import type { Geometry } from 'geojson'
import { describe, expect, test } from 'vitest'
import { apartM } from './apart.ts'
import { collection, hasGdal, writtenByGdal } from './gdal.ts'
import { asObjects, readWhole } from './reading.ts'

/** Around the border of zones 49 and 50 south, at 114 degrees east. */
const GEOMETRIES: readonly Geometry[] = [
  { type: 'Point', coordinates: [111.4951, -0.0695] },
  {
    type: 'LineString',
    coordinates: [
      [111.4, -0.1],
      [111.5, -0.2],
      [111.6, -0.15],
    ],
  },
  {
    type: 'Polygon',
    coordinates: [
      [
        [113.9, -2.5],
        [114.1, -2.5],
        [114.1, -2.3],
        [113.9, -2.3],
        [113.9, -2.5],
      ],
      [
        [113.95, -2.45],
        [114, -2.45],
        [114, -2.4],
        [113.95, -2.45],
      ],
    ],
  },
  {
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [108.9, -1.6],
          [108.95, -1.6],
          [108.95, -1.55],
          [108.9, -1.6],
        ],
      ],
      [
        [
          [109, -1.7],
          [109.05, -1.7],
          [109.05, -1.65],
          [109, -1.7],
        ],
      ],
    ],
  },
]
const POINTS = GEOMETRIES.slice(0, 1)
const AREAS = GEOMETRIES.slice(2)

describe.runIf(hasGdal)('files written by GDAL', () => {
  test.each<[string, string, readonly string[], readonly Geometry[], string]>([
    ['a GeoPackage in UTM 49S', 'gpkg', ['-t_srs', 'EPSG:32749'], GEOMETRIES, 'EPSG:32749'],
    ['a Shapefile in UTM 49S', 'shp', ['-t_srs', 'EPSG:32749'], AREAS, 'EPSG:32749'],
    ['a Shapefile in UTM 50S', 'shp', ['-t_srs', 'EPSG:32750'], AREAS, 'EPSG:32750'],
    ['a Shapefile in the national TM-3 zone 49.1', 'shp', ['-t_srs', 'EPSG:23834'], AREAS, 'EPSG:23834'],
    ['a FlatGeobuf in degrees', 'fgb', [], GEOMETRIES, 'EPSG:4326'],
    ['a KML', 'kml', ['-f', 'KML'], GEOMETRIES, 'EPSG:4326'],
    ['a GPX of waypoints', 'gpx', ['-f', 'GPX', '-dsco', 'GPX_USE_EXTENSIONS=YES'], POINTS, 'EPSG:4326'],
    ['a GeoJSON', 'geojson', [], GEOMETRIES, 'EPSG:4326'],
    [
      'an older GeoJSON in UTM 49S',
      'geojson',
      ['-t_srs', 'EPSG:32749', '-lco', 'RFC7946=NO'],
      GEOMETRIES,
      'EPSG:32749',
    ],
  ])('%s gives the same places within 0.1 m', async (_name, ending, options, geometries, crs) => {
    const { rows, table } = await readWhole(writtenByGdal(collection(geometries), ending, options))
    expect([table.crs, table.mustChooseCrs, rows.map(({ fault }) => fault)]).toEqual([
      crs,
      false,
      geometries.map(() => null),
    ])
    const byTitle = new Map(
      asObjects({ rows, table }).map((row, at) => [row.judul ?? row.name ?? `Kegiatan ${at}`, rows[at]!]),
    )
    for (const [at, meant] of geometries.entries()) {
      const { sites } = byTitle.get(`Kegiatan ${at}`) ?? rows[at]!
      expect(sites.map(({ fault }) => fault)).toEqual([null])
      expect(sites[0]!.geometry.type).toBe(meant.type)
      expect(apartM(sites[0]!.geometry, meant)).toBeLessThan(0.1)
    }
  })

  test('a Shapefile in metres that does not say which is asked about, and right once it is said', async () => {
    const zip = writtenByGdal(collection(POINTS), 'shp', ['-t_srs', 'EPSG:32749', '-lco', 'ENCODING=UTF-8'])
    const { 'out.prj': _, ...bare } = unzipSync(zip)
    const unsaid = await readWhole(zipSync(bare))
    expect([unsaid.table.crs, unsaid.table.mustChooseCrs]).toEqual([null, true])
    const said = await readWhole(zipSync(bare), { crs: 'EPSG:32749' })
    expect(said.table.mustChooseCrs).toBe(false)
    expect(apartM(said.rows[0]!.sites[0]!.geometry, POINTS[0]!)).toBeLessThan(0.1)
  })

  test('letters of a Shapefile without .cpg are read as Windows-1252 and shown in each encoding', async () => {
    const zip = writtenByGdal(
      collection(POINTS, () => ({ judul: 'Sekolah René' })),
      'shp',
      ['-lco', 'ENCODING=CP1252'],
    )
    const { 'out.cpg': _, ...bare } = unzipSync(zip)
    const { table, rows } = await readWhole(zipSync(bare))
    expect([table.encoding, rows[0]!.cells]).toEqual(['windows-1252', ['Sekolah René']])
    expect(table.encodings.map(({ encoding }) => encoding)).toEqual(['windows-1252', 'utf-8'])
  })

  test('several layers of a GeoPackage must be chosen from, and all of them say which they were', async () => {
    const two = zipSync({
      ...Object.fromEntries(
        Object.entries(unzipSync(writtenByGdal(collection(POINTS), 'shp'))).map(([name, bytes]) => [
          name.replace('out', 'titik'),
          bytes,
        ]),
      ),
      ...Object.fromEntries(
        Object.entries(unzipSync(writtenByGdal(collection(AREAS), 'shp'))).map(([name, bytes]) => [
          name.replace('out', 'bidang'),
          bytes,
        ]),
      ),
    })
    const { table } = await readWhole(two)
    expect([table.layers, table.mustChooseLayer]).toEqual([['titik', 'bidang'], true])
    const { rows } = await readWhole(two, { layer: 'bidang' })
    expect(rows.length).toBe(2)
  })
})

if (!hasGdal) console.log('Files of GDAL were not tried: ogr2ogr is not on PATH (apt-get install gdal-bin).')

const kml = (body: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document>${body}</Document></kml>`
const PLACEMARK = `<Folder><name>Lokasi &amp; desa</name><Placemark><name>Posyandu</name>
  <description><![CDATA[<table><tr><td>Anggaran</td><td>Rp 5.000.000</td></tr></table><script>x</script>]]></description>
  <ExtendedData><Data name="tema"><value>stunting</value></Data><SchemaData schemaUrl="#s"><SimpleData name="mitra">CU &#x41;</SimpleData></SchemaData></ExtendedData>
  <TimeSpan><begin>2024-05</begin><end>2025</end></TimeSpan>
  <MultiGeometry><Point><coordinates>111.5,-0.1,30</coordinates></Point><LineString><coordinates>111.5,-0.1 111.6,-0.2</coordinates></LineString></MultiGeometry>
</Placemark></Folder>`

describe('KML', () => {
  test('keeps names, folders, times, extended data and every geometry of a placemark', async () => {
    const whole = await readWhole(kml(PLACEMARK))
    expect(asObjects(whole)).toEqual([
      {
        name: 'Posyandu',
        description: 'Anggaran Rp 5.000.000\nx',
        folder: 'Lokasi & desa',
        begin: '2024-05',
        end: '2025',
        tema: 'stunting',
        mitra: 'CU A',
      },
    ])
    expect(whole.rows[0]!.sites.map(({ geometry }) => geometry.type)).toEqual(['Point', 'LineString'])
  })

  test('in a KMZ is the same', async () => {
    const { table } = await readWhole(zipSync({ 'doc.kml': new TextEncoder().encode(kml(PLACEMARK)) }))
    expect([table.format, table.columns[0]]).toEqual(['kmz', 'name'])
  })

  test('that only points elsewhere is refused, and nothing is fetched', async () => {
    await expect(
      readWhole(kml('<NetworkLink><Link><href>http://127.0.0.1:9/</href></Link></NetworkLink>')),
    ).rejects.toThrow('only points to data elsewhere')
  })
})

describe('GeoJSON', () => {
  test('an own __proto__ is dropped, numbers stay numbers, the id of a feature is a column', async () => {
    const { table, rows } = await readWhole(
      '{"type":"Feature","id":7,"properties":{"__proto__":{"role":"admin"},"constructor":"x","dana":1500,"aktif":true,"isi":{"a":1}},"geometry":{"type":"Point","coordinates":[111.5,-0.1,12]}}',
    )
    expect(table.columns).toEqual(['id', 'constructor', 'dana', 'aktif', 'isi'])
    expect(rows[0]).toMatchObject({ cells: ['7', 'x', '1500', 'ya', '{"a":1}'], numeric: [0, 2] })
    expect(rows[0]!.sites[0]!.geometry).toEqual({ type: 'Point', coordinates: [111.5, -0.1] })
    expect(({} as Record<string, unknown>).role).toBeUndefined()
  })

  test('a bow-tie comes mended with a note, a tangle is refused with a remedy, other rows stay', async () => {
    const bow = [
      [111, 0],
      [111.1, 0.1],
      [111.1, 0],
      [111, 0.1],
      [111, 0],
    ]
    const star = Array.from({ length: 4_001 }, (_, at) => [111 + 0.05 * Math.cos(at * 2.5), 0.05 * Math.sin(at * 2.5)])
    const { rows } = await readWhole(
      JSON.stringify(
        collection([
          { type: 'Polygon', coordinates: [bow] },
          { type: 'Polygon', coordinates: [[...star, star[0]!]] },
          POINTS[0]!,
        ]),
      ),
    )
    expect(rows.map(({ sites }) => [sites[0]!.fault?.en ?? null, sites[0]!.note?.en ?? null])).toEqual([
      [null, expect.stringContaining('crosses itself')],
      [expect.stringContaining('too tangled'), null],
      [null, null],
    ])
    expect(rows[0]!.sites[0]!.geometry.type).toBe('MultiPolygon')
  })

  test('latitudes of 111 wait to be asked about; metres without a system are asked about before anything else', async () => {
    const swapped = await readWhole(JSON.stringify(collection([{ type: 'Point', coordinates: [-0.1, 111.5] }])))
    expect([swapped.table.mustChooseCrs, swapped.rows[0]!.sites[0]!.fault]).toEqual([false, null])
    const metres = await readWhole(JSON.stringify(collection([{ type: 'Point', coordinates: [332_000, 9_992_000] }])))
    expect([metres.table.mustChooseCrs, metres.table.crs]).toEqual([true, null])
  })
})
