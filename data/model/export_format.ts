import type { Words } from './words.ts'

/** Where a file of this form is opened; a list of downloads is read in these groups, in this order. */
export const FORMAT_GROUPS = ['table', 'gis', 'web', 'print'] as const
export type FormatGroup = (typeof FORMAT_GROUPS)[number]

/**
 * `streamed`: written while it is read. `made`: a whole file is made first, by GDAL or DuckDB. `most` features are what a maker
 * takes in reasonable time and memory.
 */
export type ExportFormat = {
  readonly ending: string
  readonly type: string
  readonly group: FormatGroup
  readonly way: 'streamed' | 'made'
  readonly most?: number
  readonly name: string
  readonly lead: Words
}

export const EXPORT_FORMATS = [
  {
    ending: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    group: 'table',
    way: 'streamed',
    // A sheet has 1,048,576 rows, the first of which holds the names.
    most: 1_048_575,
    name: 'XLSX',
    lead: {
      id: 'Lembar kerja dengan angka dan tanggal asli; keterangan kolom di lembar kedua.',
      en: 'A workbook with true numbers and dates; a second sheet explains the columns.',
    },
  },
  {
    ending: 'csv',
    type: 'text/csv; charset=utf-8',
    group: 'table',
    way: 'streamed',
    name: 'CSV',
    lead: { id: 'Tabel polos untuk program apa pun, UTF-8.', en: 'A plain table for any program, in UTF-8.' },
  },
  {
    ending: 'gpkg',
    type: 'application/geopackage+sqlite3',
    group: 'gis',
    way: 'made',
    name: 'GeoPackage',
    lead: {
      id: 'Untuk QGIS: satu berkas, warna legenda ikut terbawa.',
      en: 'For QGIS: one file that brings the colours of the legend.',
    },
  },
  {
    ending: 'shp.zip',
    type: 'application/zip',
    group: 'gis',
    way: 'made',
    name: 'Shapefile',
    lead: {
      id: 'Untuk program lama; nama kolom dipendekkan, kuncinya ada di dalam.',
      en: 'For older programs; column names are shortened, with a key inside.',
    },
  },
  {
    ending: 'parquet',
    type: 'application/vnd.apache.parquet',
    group: 'gis',
    way: 'made',
    name: 'GeoParquet',
    lead: { id: 'Untuk analisis besar: DuckDB, Sedona, Trino.', en: 'For large analyses: DuckDB, Sedona, Trino.' },
  },
  {
    ending: 'geojson',
    type: 'application/geo+json',
    group: 'web',
    way: 'streamed',
    name: 'GeoJSON',
    lead: { id: 'Untuk peta web dan program sendiri.', en: 'For web maps and programs of your own.' },
  },
  {
    ending: 'geojsons',
    type: 'application/geo+json-seq',
    group: 'web',
    way: 'streamed',
    name: 'GeoJSON Text Sequence',
    lead: {
      id: 'Satu fitur tiap rekaman, dengan pemisah RS (RFC 8142).',
      en: 'One feature a record, with the separators of RFC 8142.',
    },
  },
  {
    ending: 'geojsonl',
    type: 'application/x-ndjson',
    group: 'web',
    way: 'streamed',
    name: 'GeoJSON Lines',
    lead: { id: 'Satu fitur tiap baris, tanpa pemisah RS.', en: 'One feature a line, without separators.' },
  },
  {
    ending: 'fgb',
    type: 'application/flatgeobuf',
    group: 'web',
    way: 'made',
    name: 'FlatGeobuf',
    lead: {
      id: 'Berindeks: peta web mengambil hanya bagian yang terlihat.',
      en: 'Indexed: a web map fetches only what is in view.',
    },
  },
  {
    ending: 'pmtiles',
    type: 'application/vnd.pmtiles',
    group: 'web',
    way: 'made',
    most: 20_000,
    name: 'PMTiles',
    lead: { id: 'Ubin vektor dalam satu berkas.', en: 'Vector tiles in one file.' },
  },
  {
    ending: 'kml',
    type: 'application/vnd.google-earth.kml+xml; charset=utf-8',
    group: 'web',
    way: 'made',
    name: 'KML',
    lead: { id: 'Untuk Google Earth.', en: 'For Google Earth.' },
  },
  {
    ending: 'pdf',
    type: 'application/pdf',
    group: 'print',
    way: 'made',
    most: 20_000,
    name: 'GeoPDF',
    lead: {
      id: 'Peta bergeoreferensi; fitur dan atributnya dapat diklik.',
      en: 'A georeferenced map whose features tell their attributes.',
    },
  },
] as const satisfies readonly ExportFormat[]

export type ExportEnding = (typeof EXPORT_FORMATS)[number]['ending']

export const formatOf = (ending: ExportEnding): ExportFormat => EXPORT_FORMATS.find((one) => one.ending === ending)!

/** What is counted and drawn beside the layers, each for one question. */
export const EXPORT_ANSWERS = ['coverage', 'gap-ground', 'overlap-ground'] as const
export type ExportAnswer = (typeof EXPORT_ANSWERS)[number]

/** How places stand in a CSV: the middle as two numbers, the whole shape as text (WKT), both, or not at all. */
export const CSV_PLACES = ['lnglat', 'wkt', 'both', 'none'] as const
export type CsvPlaces = (typeof CSV_PLACES)[number]
