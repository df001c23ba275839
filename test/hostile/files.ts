import { deflateRawSync } from 'node:zlib'
import { zipSync } from 'fflate'

/** A file that nobody means well, or that broke on its way. */
export type Hostile = {
  readonly name: string
  readonly bytes: () => Uint8Array
  /** A word that its refusal must hold; without it the file may also be read, row by row. */
  readonly says?: RegExp
  /** Read to its end: so many rows, none of them good. */
  readonly rows?: number
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const text = (name: string, content: string | (() => string), says?: RegExp): Hostile => ({
  name,
  bytes: () => utf8(typeof content === 'string' ? content : content()),
  ...(says ? { says } : {}),
})
const read = (name: string, content: string | (() => string), rows: number): Hostile => ({
  ...text(name, content),
  rows,
})
const zip = (name: string, parts: () => Record<string, Uint8Array | string>, says?: RegExp): Hostile => ({
  name,
  bytes: () =>
    zipSync(
      Object.fromEntries(
        Object.entries(parts()).map(([part, content]) => [part, typeof content === 'string' ? utf8(content) : content]),
      ),
    ),
  ...(says ? { says } : {}),
})
const bytes = (name: string, make: () => Uint8Array, says?: RegExp): Hostile => ({
  name,
  bytes: make,
  ...(says ? { says } : {}),
})

const random = (seed: number, length: number): Uint8Array => {
  let state = seed
  return Uint8Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state >> 16
  })
}
const starting = (mark: string, rest: Uint8Array = random(7, 4_000)): Uint8Array =>
  Uint8Array.from([...[...mark].map((letter) => letter.charCodeAt(0)), ...rest])
const wide = (content: string): Uint8Array =>
  Uint8Array.from([...content].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]))

/** An archive whose directory says what it likes. */
const archive = (
  parts: readonly {
    readonly name: string
    readonly data: Uint8Array
    readonly says?: number
    readonly flags?: number
    readonly at?: number
  }[],
  count = parts.length,
): Uint8Array => {
  const locals: number[] = []
  const entries: number[] = []
  const two = (value: number) => [value & 255, (value >> 8) & 255]
  const four = (value: number) => [...two(value & 0xffff), ...two(value >>> 16)]
  for (const { name, data, says = data.length, flags = 0, at } of parts) {
    const packed = deflateRawSync(data)
    const begin = at ?? locals.length
    const common = [
      ...two(20),
      ...two(flags),
      ...two(8),
      ...four(0),
      ...four(0),
      ...four(packed.length),
      ...four(says),
      ...two(name.length),
      ...two(0),
    ]
    if (at === undefined) locals.push(...four(0x04034b50), ...common, ...utf8(name), ...packed)
    entries.push(
      ...four(0x02014b50),
      ...two(20),
      ...common,
      ...two(0),
      ...two(0),
      ...two(0),
      ...four(0),
      ...four(begin),
      ...utf8(name),
    )
  }
  return Uint8Array.from([
    ...locals,
    ...entries,
    ...four(0x06054b50),
    ...two(0),
    ...two(0),
    ...two(count),
    ...two(count),
    ...four(entries.length),
    ...four(locals.length),
    ...two(0),
  ])
}

const HEADER = 'Judul kegiatan,Tema,Desa,Mulai,Status,Anggaran\n'
const TEXTS: readonly Hostile[] = [
  bytes('nothing at all', () => new Uint8Array(), /0 bytes/),
  bytes('one zero byte', () => new Uint8Array(1), /no table or map/),
  bytes('a thousand zero bytes', () => new Uint8Array(1_000), /no table or map/),
  bytes('only a byte order mark', () => Uint8Array.of(0xef, 0xbb, 0xbf), /empty/),
  text('only blanks', ' \n\t\n  \n', /empty/),
  text('headings without rows', HEADER, /empty/),
  ...[1, 2, 3, 4].map((seed) => bytes(`noise ${seed}`, () => random(seed, 10_000))),
  text(
    'a quote that never ends',
    `${HEADER}"Posyandu,stunting,Asam,2024,berjalan,\n${'x,y\n'.repeat(1_000)}`,
    /quotes/,
  ),
  text(
    'ten thousand columns',
    () => `${Array.from({ length: 10_000 }, (_, at) => `k${at}`).join(',')}\n${'1,'.repeat(9_999)}1\n`,
    /columns/,
  ),
  text('sixty thousand rows', () => `${HEADER}${'a,b,c,d,e,f\n'.repeat(60_000)}`, /60000 rows/),
  read('one cell of five megabytes', () => `${HEADER}${'x'.repeat(5_000_000)},stunting,Asam,2024,berjalan,1\n`, 1),
  text('zeros inside names', 'Judul\u0000 kegiatan,Te\u0000ma\nx,y\n', /no table or map/),
  read('zeros far inside cells', () => `${HEADER}${'a,b,c,d,e,f\n'.repeat(500)}a\u0000b,c\u0000d\n`, 501),
  read('formulas', `${HEADER}=cmd|' /C calc'!A0,@SUM(1),+1,-2,=1+1,"=HYPERLINK(""http://x"")"\n`, 1),
  read('names of objects as headings', '__proto__,constructor,toString,hasOwnProperty,valueOf\nx,y,z,a,b\n', 1),
  read(
    'figures without end',
    () => `${HEADER}a,stunting,Asam,${'1/'.repeat(4_000)},berjalan,${'9'.repeat(5_000)}\n`,
    1,
  ),
  read(
    'figures and marks without end',
    () => `${HEADER}a,stunting,Asam,${'8 - '.repeat(2_000)},berjalan,${'1.'.repeat(4_000)}\n`,
    1,
  ),
  read(
    'headings of brackets and hashes',
    () => `${'('.repeat(9_000)},${'#a+'.repeat(3_000)},${'a '.repeat(4_000)}\n1,2,3\n`,
    1,
  ),
  read('a hundred thousand quotes', () => `${HEADER}${'""'.repeat(50_000)},b,c,d,e,f\n`, 1),
  bytes('UTF-16 without a mark', () => wide(`${HEADER}a,b,c,d,e,f\n`)),
  bytes(
    'half a UTF-16 letter',
    () => Uint8Array.from([...Uint8Array.of(0xff, 0xfe), ...wide(HEADER), 0x41]),
    /encoding/,
  ),
  bytes('letters of no encoding', () =>
    Uint8Array.from([...utf8(HEADER), 0xff, 0xfe, 0xc0, 0x80, 0x2c, 0xed, 0xa0, 0x80, 0x0a]),
  ),
]

const collection = (features: string) => `{"type":"FeatureCollection","features":[${features}]}`
const feature = (geometry: string, properties = '{}') =>
  `{"type":"Feature","properties":${properties},"geometry":${geometry}}`
const point = (coordinates: string) => feature(`{"type":"Point","coordinates":${coordinates}}`)
const ring = (count: number) =>
  `[[${Array.from({ length: count }, (_, at) => `[${(110 + 0.01 * Math.cos((6.283 * at) / count)).toFixed(7)},${(0.01 * Math.sin((6.283 * at) / count)).toFixed(7)}]`).join(',')},[110.01,0]]]`

const JSONS: readonly Hostile[] = [
  text('a million brackets', () => '['.repeat(1_000_000), /nested/),
  text('a hundred thousand braces', () => '{"a":'.repeat(100_000), /nested/),
  text(
    'a deep geometry',
    () => collection(feature(`{"type":"Polygon","coordinates":${'['.repeat(60)}1${']'.repeat(60)}}`)),
    /nested/,
  ),
  read('brackets in a text', () => collection(feature('null', `{"judul":"${'['.repeat(100_000)}"}`)), 1),
  text('cut short', `{"type":"FeatureCollection","features":[{"type":"Feature"`, /damaged/),
  text('features that are none', '{"type":"FeatureCollection","features":null}', /not GeoJSON/),
  text('no feature', collection(''), /nothing for a map/),
  read('features of numbers', collection('1,2,null,"x",[]'), 5),
  read(
    'coordinates of words',
    collection(`${point('["a","b"]')},${point('[]')},${point('[null,1]')},${point('{"0":1}')}`),
    4,
  ),
  read('coordinates beyond numbers', collection(`${point('[1e999,-1e999]')},${point('[111]')}`), 2),
  read(
    'types of other worlds',
    collection(
      `${feature('{"type":"Curve","coordinates":[]}')},${feature('{"type":"constructor","coordinates":[1,2]}')},${feature('7')}`,
    ),
    3,
  ),
  read(
    'areas of nothing',
    collection(
      `${feature('{"type":"Polygon","coordinates":[]}')},${feature('{"type":"Polygon","coordinates":[[[1,1],[1,1],[1,1],[1,1]]]}')},${feature('{"type":"MultiPolygon","coordinates":[[[]]]}')}`,
    ),
    3,
  ),
  read(
    'collections in collections',
    () => collection(feature(`${'{"type":"GeometryCollection","geometries":['.repeat(12)}${']}'.repeat(12)}`)),
    1,
  ),
  read(
    'an area of too many corners',
    () => collection(feature(`{"type":"Polygon","coordinates":${ring(200_001)}}`)),
    1,
  ),
  text(
    'sixty thousand features',
    () => collection(Array.from({ length: 60_000 }, () => point('[110,0]')).join(',')),
    /60000 rows/,
  ),
  text(
    'three hundred attributes',
    () => collection(feature('null', `{${Array.from({ length: 300 }, (_, at) => `"k${at}":1`).join(',')}}`)),
    /attributes/,
  ),
  read('an own __proto__', collection(feature('null', '{"__proto__":{"polluted":true},"judul":"x"}')), 1),
  text('TopoJSON', '{"type":"Topology","objects":{}}', /TopoJSON/),
  text('JSON of ArcGIS', '{"spatialReference":{"wkid":4326},"features":[]}', /ArcGIS/),
  text('plain JSON', '[{"judul":"x"}]', /not GeoJSON/),
  text(
    'a system that is none',
    `{"type":"FeatureCollection","crs":{"properties":{"name":"EPSG:999999"}},"features":[${point('[1,2]')}]}`,
    /damaged/,
  ),
  text(
    'a system with an option in it',
    `{"type":"FeatureCollection","crs":{"properties":{"name":"EPSG:4326 -sql DROP"}},"features":[${point('[110,0]')}]}`,
  ),
]

const kml = (body: string) => `<?xml version="1.0"?><kml><Document>${body}</Document></kml>`
const XMLS: readonly Hostile[] = [
  text(
    'a billion laughs',
    `<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><kml>&b;</kml>`,
    /DOCTYPE/,
  ),
  text(
    'a file of the server',
    '<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]><kml>&x;</kml>',
    /DOCTYPE/,
  ),
  bytes(
    'a document type in UTF-16',
    () => Uint8Array.from([0xff, 0xfe, ...wide('<?xml version="1.0"?><!DOCTYPE kml><kml/>')]),
    /DOCTYPE/,
  ),
  text(
    'a GPX with a document type',
    '<?xml version="1.0"?><!DOCTYPE gpx SYSTEM "http://127.0.0.1:9/x"><gpx/>',
    /DOCTYPE/,
  ),
  text('KML cut short', kml('').slice(0, -12), /damaged/),
  text('KML of ten thousand levels', () => kml(`${'<Folder>'.repeat(10_000)}${'</Folder>'.repeat(10_000)}`), /damaged/),
  text('a comment without end', () => kml('<!--'.repeat(200_000)), /damaged/),
  text('character data without end', kml('<Placemark><name><![CDATA[x</name></Placemark>'), /damaged/),
  text('an attribute of a megabyte', () => kml(`<Placemark a="${'x'.repeat(1_000_000)}"/>`), /damaged/),
  text('tags that cross', kml('<Placemark><name></Placemark></name>'), /damaged/),
  text('brackets in brackets', () => kml('<'.repeat(100_000)), /damaged/),
  text('no placemark', kml(''), /nothing for a map/),
  text('only a link', kml('<NetworkLink><Link><href>http://127.0.0.1:9/</href></Link></NetworkLink>'), /elsewhere/),
  read(
    'coordinates of words in KML',
    kml('<Placemark><Point><coordinates>a,b,c</coordinates></Point></Placemark><Placemark><Polygon/></Placemark>'),
    2,
  ),
  read(
    'scripts in a description',
    kml(
      '<Placemark><name>x</name><description><![CDATA[<script>alert(1)</script><img src=x onerror=alert(1)>]]></description></Placemark>',
    ),
    1,
  ),
  read(
    'a description of half-open tags',
    () => kml(`<Placemark><name>x</name><description>${'&lt;'.repeat(100_000)}</description></Placemark>`),
    1,
  ),
  text('a web page', '<!doctype html><html><body>Unduh</body></html>'),
  text('a drawing', '<svg xmlns="http://www.w3.org/2000/svg"/>', /neither KML nor GPX/),
  text('GPX cut short', '<?xml version="1.0"?><gpx version="1.1"><wpt lat="0" lon="111"><name>x</name>', /damaged/),
]

const WORKBOOK = {
  '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  'xl/workbook.xml':
    '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Satu" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}
const sheet = (rows: string) =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`
const inline = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`
const TITLES = `<row r="1">${inline('A1', 'Judul kegiatan')}${inline('B1', 'Anggaran')}${inline('C1', 'Tema')}</row>`
const workbook = (name: string, rows: string | (() => string), says?: RegExp): Hostile =>
  zip(name, () => ({ ...WORKBOOK, 'xl/worksheets/sheet1.xml': sheet(typeof rows === 'string' ? rows : rows()) }), says)

const ARCHIVES: readonly Hostile[] = [
  bytes(
    'a hundred and fifty megabytes',
    () => archive([{ name: 'doc.kml', data: random(9, 2_000_000), says: 150_000_000 }]),
    /150 MB/,
  ),
  bytes(
    'a part that swells a thousand times',
    () => archive([{ name: 'doc.kml', data: new Uint8Array(20_000_000) }]),
    /swells/,
  ),
  bytes(
    'a part larger than it says',
    () => archive([{ name: 'doc.kml', data: new Uint8Array(30_000_000), says: 100_000 }]),
    /swells|damaged/,
  ),
  bytes('parts that lie over each other', () =>
    archive([
      { name: 'doc.kml', data: random(3, 60_000) },
      ...Array.from({ length: 150 }, (_, at) => ({ name: `p${at}.kml`, data: random(3, 60_000), at: 0 })),
    ]),
  ),
  zip(
    'three hundred parts',
    () => Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`p${at}.csv`, 'a,b\n1,2\n'])),
    /300 files/,
  ),
  bytes('a locked part', () => archive([{ name: 'data.csv', data: utf8('a,b\n1,2\n'), flags: 1 }]), /password/),
  bytes(
    'an archive without its directory',
    () => archive([{ name: 'data.csv', data: utf8('a,b\n1,2\n') }]).slice(0, 50),
    /damaged/,
  ),
  bytes(
    'a directory that promises more',
    () => archive([{ name: 'data.csv', data: utf8('a,b\n1,2\n') }], 9),
    /damaged/,
  ),
  bytes('names with zeros and ways up', () =>
    archive([{ name: '../../etc/passwd\u0000.csv', data: utf8('a,b\n1,2\n') }]),
  ),
  zip('an archive in an archive', () => ({ 'data.zip': zipSync({ 'data.csv': utf8('a,b\n') }) }), /no table or map/),
  zip('two tables', () => ({ 'a.csv': 'a,b\n1,2\n', 'b.csv': 'a,b\n1,2\n' }), /no table or map/),
  zip('a letter', () => ({ 'word/document.xml': '<x/>' }), /document/),
  zip(
    'an ODS sheet',
    () => ({ 'content.xml': '<x/>', mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
    /ODS/,
  ),
  zip('a workbook of nothing', () => ({ 'xl/workbook.xml': '<workbook/>' }), /cannot be read|no table/),
  zip('a workbook without its sheet', () => WORKBOOK, /cannot be read|no table/),
  zip(
    'a workbook with a document type',
    () => ({ ...WORKBOOK, 'xl/worksheets/sheet1.xml': `<!DOCTYPE x [<!ENTITY a "b">]>${sheet(TITLES)}` }),
    /DOCTYPE/,
  ),
  workbook('a workbook cut short', `${TITLES}<row r="2"><c r="A2"`, /cannot be read|no table/),
  workbook('a cell at the end of the world', `${TITLES}<row r="1048576">${inline('XFD1048576', 'x')}</row>`),
  workbook(
    'cells with impossible names',
    `${TITLES}<row r="2">${inline('A0', 'x')}${inline('0', 'y')}${inline('', 'z')}</row>`,
  ),
  workbook('a text that is not in the list', `${TITLES}<row r="2"><c r="A2" t="s"><v>999999</v></c></row>`),
  workbook('a million open cells', () => `${TITLES}${'<c '.repeat(1_000_000)}`, /cannot be read|no table|swells/),
  {
    ...workbook(
      'formulas that were never computed',
      `${TITLES}<row r="2">${inline('A2', 'x')}<c r="B2"><f>SUM(A1:A9)</f></c></row>`,
    ),
    rows: 1,
  },
  {
    ...workbook('cells in error', `${TITLES}<row r="2">${inline('A2', 'x')}<c r="B2" t="e"><v>#REF!</v></c></row>`),
    rows: 1,
  },
  zip('a shape without its table', () => ({ 'a.shp': starting('\x00\x00\x27\x0a') }), /not whole/),
  zip(
    'a shape of noise',
    () => ({ 'a.shp': random(1, 5_000), 'a.shx': random(2, 500), 'a.dbf': random(3, 5_000) }),
    /damaged/,
  ),
  zip(
    'a table that counts two thousand million',
    () => ({
      'a.shp': starting('\x00\x00\x27\x0a', new Uint8Array(96)),
      'a.shx': starting('\x00\x00\x27\x0a', new Uint8Array(96)),
      'a.dbf': Uint8Array.from([3, 124, 1, 1, 255, 255, 255, 127, 65, 0, 255, 255, ...new Uint8Array(60)]),
    }),
    /damaged|holds nothing/,
  ),
]

const OTHERS: readonly Hostile[] = [
  bytes('an old workbook', () => starting('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), /\.xls/),
  bytes('a PDF', () => starting('%PDF-1.7\n'), /PDF/),
  bytes('a picture called .csv', () => starting('\x89PNG\r\n\x1a\n'), /picture/),
  bytes('a photo', () => starting('\xff\xd8\xff\xe0'), /photo/),
  bytes('a raster', () => starting('II*\x00'), /raster/),
  bytes('a RAR archive', () => starting('Rar!\x1a\x07'), /RAR/),
  bytes('a 7z archive', () => starting('7z\xbc\xaf\x27\x1c'), /7z/),
  bytes('a gzip archive', () => starting('\x1f\x8b\x08'), /gzip/),
  bytes('a program', () => starting('\x7fELF\x02\x01\x01\x00'), /no table or map/),
  bytes('a bare .shp', () => starting('\x00\x00\x27\x0a'), /companions/),
  bytes('a database that is no map', () => starting('SQLite format 3\x00', new Uint8Array(4_000)), /SQLite/),
  bytes(
    'a GeoPackage of noise',
    () => {
      const made = starting('SQLite format 3\x00')
      made.set(utf8('GPKG'), 68)
      return made
    },
    /damaged/,
  ),
  bytes('a FlatGeobuf of noise', () => starting('fgb\x03fgb\x00'), /damaged|holds nothing/),
  bytes('a FlatGeobuf that ends at once', () => starting('fgb\x03fgb\x00', new Uint8Array()), /damaged|holds nothing/),
]

export const HOSTILE_FILES: readonly Hostile[] = [...TEXTS, ...JSONS, ...XMLS, ...ARCHIVES, ...OTHERS]

/** Names under which files arrive. */
export const HOSTILE_NAMES: readonly string[] = [
  '../../../etc/passwd',
  '..\\..\\windows\\system32\\x.csv',
  '%00.csv',
  'a%00b%0d%0aSet-Cookie:%20x=1.csv',
  '%E0%A4%A',
  `${'x'.repeat(4_000)}.csv`,
  '%E2%80%AEvsc.exe',
  '%F0%9F%A6%A7.csv',
  '__proto__',
  '.',
  '%20',
]
