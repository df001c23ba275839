import { zipSync } from 'fflate'
import { archive } from './archive.ts'
import { bytes, type Hostile, random, starting, utf8, zip } from './hostile.ts'

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

export const ARCHIVES: readonly Hostile[] = [
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
  bytes(
    'parts that lie over each other',
    () =>
      archive([
        { name: 'doc.kml', data: random(3, 60_000) },
        ...Array.from({ length: 150 }, (_, at) => ({ name: `p${at}.kml`, data: random(3, 60_000), at: 0 })),
      ]),
    /damaged/,
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
  bytes(
    'a name with a zero and ways up',
    () => archive([{ name: '../../etc/passwd\u0000', data: utf8('a,b\n1,2\n') }]),
    /no table or map/,
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
  workbook(
    'a cell at the end of the world',
    `${TITLES}<row r="1048576">${inline('XFD1048576', 'x')}</row>`,
    /XFD1048576/,
  ),
  workbook(
    'cells with impossible names',
    `${TITLES}<row r="2">${inline('A0', 'x')}${inline('0', 'y')}${inline('', 'z')}</row>`,
    /cannot be read/,
  ),
  workbook(
    'a text that is not in the list',
    `${TITLES}<row r="2"><c r="A2" t="s"><v>999999</v></c></row>`,
    /cannot be read/,
  ),
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
