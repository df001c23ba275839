import { refuseManyMarks } from './positions.ts'
import { refuse } from './refusal.ts'
import { decodeText } from './text.ts'
import { baseName, openZip, type Part } from './zip.ts'

/** What a file is by its content, whatever its name says. */
export type Sniffed =
  | { readonly format: 'csv' | 'geopackage' | 'flatgeobuf'; readonly bytes: Uint8Array }
  | { readonly format: 'geojson' | 'kml' | 'kmz' | 'gpx'; readonly text: string }
  | { readonly format: 'xlsx' | 'shapefile'; readonly parts: readonly Part[] }

const ascii = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length))

const textOf = (bytes: Uint8Array): string => {
  refuseManyMarks(bytes)
  return decodeText(bytes).text
}

/** Beginnings of files that partners do send and that hold no table or map we can read. */
const OTHERS: readonly (readonly [beginning: string, id: string, en: string])[] = [
  [
    '\xd0\xcf\x11\xe0',
    'Ini buku kerja Excel lama (.xls). Buka di Excel atau LibreOffice dan simpan sebagai .xlsx.',
    'This is an old Excel workbook (.xls). Open it in Excel or LibreOffice and save it as .xlsx.',
  ],
  [
    '%PDF',
    'Ini PDF; tabel di dalamnya tidak dapat dibaca. Kirim tabelnya sebagai XLSX atau CSV.',
    'This is a PDF; tables in it cannot be read. Send the table as XLSX or CSV.',
  ],
  [
    '\x00\x00\x27\x0a',
    'Ini .shp tanpa pasangannya. Kirim satu zip berisi .shp, .shx, .dbf dan .prj.',
    'This is a .shp without its companions. Send one zip with the .shp, .shx, .dbf and .prj.',
  ],
  [
    '\x89PNG',
    'Ini gambar, bukan data. Kirim tabel atau petanya sebagai CSV, XLSX atau GeoJSON.',
    'This is a picture, not data. Send the table or map as CSV, XLSX or GeoJSON.',
  ],
  [
    '\xff\xd8\xff',
    'Ini foto, bukan data. Kirim tabel atau petanya sebagai CSV, XLSX atau GeoJSON.',
    'This is a photo, not data. Send the table or map as CSV, XLSX or GeoJSON.',
  ],
  [
    'II*\x00',
    'Ini raster, bukan data titik atau bidang. Kirim petanya sebagai GeoPackage atau zip Shapefile.',
    'This is a raster, not points or areas. Send the map as GeoPackage or a zipped Shapefile.',
  ],
  [
    'Rar!',
    'Ini arsip RAR. Buat arsip zip, lalu unggah ulang.',
    'This is a RAR archive. Make a zip archive and upload that.',
  ],
  [
    '7z\xbc\xaf',
    'Ini arsip 7z. Buat arsip zip, lalu unggah ulang.',
    'This is a 7z archive. Make a zip archive and upload that.',
  ],
  [
    '\x1f\x8b',
    'Ini arsip gzip. Buat arsip zip, lalu unggah ulang.',
    'This is a gzip archive. Make a zip archive and upload that.',
  ],
]

const EMPTY = [
  'Berkas ini kosong, 0 byte. Periksa berkas asalnya, lalu unggah lagi.',
  'This file is empty, 0 bytes. Check the original, then upload it again.',
] as const
const UNKNOWN_ZIP = [
  'Arsip ini tidak berisi tabel atau peta yang kami kenal. Zip berisi Shapefile, KMZ, XLSX, atau satu berkas data.',
  'This archive holds no table or map that we know. Zip a Shapefile, or send KMZ, XLSX or one data file.',
] as const
const ODS = [
  'Ini lembar ODS. Di LibreOffice simpan sebagai .xlsx, lalu unggah ulang.',
  'This is an ODS sheet. Save it in LibreOffice as .xlsx, then upload that.',
] as const
const DOCUMENT = [
  'Ini dokumen, bukan tabel. Salin tabelnya ke XLSX atau CSV, lalu unggah.',
  'This is a document, not a table. Copy its table to XLSX or CSV and upload that.',
] as const
const DATABASE = [
  'Ini basis data SQLite, bukan GeoPackage. Ekspor petanya sebagai GeoPackage (.gpkg).',
  'This is an SQLite database, not a GeoPackage. Export the map as GeoPackage (.gpkg).',
] as const
const OTHER_XML = [
  'Berkas XML ini bukan KML atau GPX. Ekspor petanya sebagai KML, GPX atau GeoJSON.',
  'This XML file is neither KML nor GPX. Export the map as KML, GPX or GeoJSON.',
] as const
const PAGE = [
  'Ini halaman web, bukan data. Unduh berkas datanya, lalu unggah ke sini.',
  'This is a web page, not data. Download the data file itself and upload that.',
] as const

const sniffParts = (parts: readonly Part[]): Sniffed => {
  const has = (pattern: RegExp) => parts.find(({ name }) => pattern.test(name))
  if (has(/^xl\/workbook\.xml$/i)) return { format: 'xlsx', parts }
  if (has(/^content\.xml$/i)) return refuse(...ODS)
  if (has(/^(?:word|ppt)\//i)) return refuse(...DOCUMENT)
  if (has(/\.shp$/i)) return { format: 'shapefile', parts }
  const kml = has(/^doc\.kml$/i) ?? has(/\.kml$/i)
  if (kml) return { format: 'kmz', text: textOf(kml.bytes()) }
  const data = parts.filter(({ name }) => /\.(?:csv|tsv|txt|geojson|json|gpkg|fgb|gpx)$/.test(baseName(name)))
  return data.length === 1 ? sniffPlain(data[0]!.bytes()) : refuse(...UNKNOWN_ZIP)
}

const sniffXml = (text: string): Sniffed => {
  const root = /<(?!\?|!)(?:[\w.-]+:)?([\w.-]+)/.exec(text.slice(0, 10_000))?.[1]?.toLowerCase()
  if (root === 'kml' || root === 'gpx') return { format: root, text }
  return root === 'html' ? refuse(...PAGE) : refuse(...OTHER_XML)
}

const GEOPACKAGE_ID_AT = 68

/** Anything but an archive: an archive in an archive is not opened. */
const sniffPlain = (bytes: Uint8Array): Sniffed => {
  if (bytes.length === 0) refuse(...EMPTY)
  const beginning = ascii(bytes, 0, 16)
  const other = OTHERS.find(([start]) => beginning.startsWith(start))
  if (other) refuse(other[1], other[2])
  if (beginning.startsWith('fgb\x03')) return { format: 'flatgeobuf', bytes }
  if (beginning.startsWith('SQLite format 3\0'))
    return /^GP/.test(ascii(bytes, GEOPACKAGE_ID_AT, 4)) ? { format: 'geopackage', bytes } : refuse(...DATABASE)
  const text = textOf(bytes)
  const first = text.trimStart()[0]
  if (first === '{' || first === '[') return { format: 'geojson', text }
  return first === '<' ? sniffXml(text) : { format: 'csv', bytes }
}

export const sniff = (bytes: Uint8Array): Sniffed =>
  ascii(bytes, 0, 4) === 'PK\x03\x04' ? sniffParts(openZip(bytes)) : sniffPlain(bytes)
