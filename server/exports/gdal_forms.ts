import type { ExportEnding } from '../../data/model/export_format.ts'
import { escaped as xmlText } from '../pages/html.ts'
import type { Dataset } from './dataset.ts'
import { factsOf, factsText } from './facts.ts'
import type { Part } from './parts.ts'
import { shortNames } from './short_names.ts'
import { tableName } from './vrt.ts'

export type GdalEnding = Extract<ExportEnding, 'gpkg' | 'shp.zip' | 'fgb' | 'kml' | 'pmtiles' | 'pdf'>

/** One call of ogr2ogr: its options, and what the file it makes is called before its ending. */
export type GdalRun = { readonly options: readonly string[]; readonly output: string }

/** Features that a FlatGeobuf is sorted by an index with; larger ones are read from their beginning. */
const MOST_INDEXED = 20_000

/** How GDAL is asked for a form. */
export type GdalForm = {
  /** Into tables of one type each; else all stand in one. */
  readonly isDivided: boolean
  readonly isStyled: boolean
  nameOf(data: Dataset): (column: string) => string
  runs(data: Dataset, parts: readonly Part[]): readonly GdalRun[]
  /** Texts that go into the archive with what was made. */
  beside?(data: Dataset): Readonly<Record<string, string>>
  /** Text of the made file, and what is put behind it. */
  insert?(data: Dataset): { readonly after: string; readonly text: string }
}

const RESULT = 'result'
const asGiven = () => (column: string) => column
const one = (options: readonly string[]): readonly GdalRun[] => [{ options, output: RESULT }]
const option = (kind: '-dsco' | '-lco', name: string, value: string): readonly string[] => [kind, `${name}=${value}`]
const hasPlace = ({ holds }: Part): boolean => holds !== 'table'
const placed = (data: Dataset, parts: readonly Part[]) => parts.filter(hasPlace).map((part) => tableName(data, part))

const shortOf = ({ fields }: Dataset) => shortNames(fields.map(({ name }) => name))

/** What a shapefile cannot say itself. */
const shapefileKey = (data: Dataset): string => {
  const short = shortOf(data)
  const columns = data.fields.map(({ name, label }) => `${short.get(name)} = ${name}: ${label.id} / ${label.en}`)
  const note =
    'Teks di atas 254 bita terpotong dalam bentuk ini. / Text beyond 254 bytes is cut off in this form; GeoPackage keeps it whole.'
  return [...factsOf(data).map(({ id, en, value }) => `${id} / ${en}: ${value}`), '', ...columns, '', note, ''].join(
    '\r\n',
  )
}

/** Only signs that the standard letters of a PDF have, and none that end its text. */
const pdfText = (text: string): string => text.replace(/[^\x20-\x7e]/g, '?').replace(/[\\()]/g, (sign) => `\\${sign}`)

const pdfFoot = (data: Dataset): string => {
  const { title, count, of, asOf, attribution, license } = data
  const lines = [
    `${title.id} / ${title.en}: ${count} dari / of ${of}, ${asOf.time.slice(0, 10)} (entri / entry ${asOf.seq})`,
    `${attribution}. ${license}`,
  ]
  return lines
    .map((line, at) => `BT 0 0 0 rg /FHelvetica 1 Tf 7 0 0 7 12 ${24 - 10 * at} Tm (${pdfText(line)}) Tj ET`)
    .join(' ')
}

/** An index that would take more memory is built in the file. */
const INDEX_BYTES = 16_000_000

export const GDAL_FORMS: { readonly [E in GdalEnding]: GdalForm } = {
  gpkg: {
    isDivided: true,
    isStyled: true,
    nameOf: asGiven,
    runs: () =>
      one([
        ...['--config', 'OGR_GPKG_MAX_RAM_USAGE_RTREE', `${INDEX_BYTES}`],
        ...['-f', 'GPKG', '-nlt', 'PROMOTE_TO_MULTI', '-gt', '20000', ...option('-lco', 'GEOMETRY_NAME', 'geom')],
      ]),
  },
  'shp.zip': {
    isDivided: true,
    isStyled: false,
    nameOf: (data) => {
      const short = shortOf(data)
      return (column) => short.get(column)!
    },
    runs: (data, parts) =>
      parts.map((part) => {
        const output = tableName(data, part)
        const promoted = part.holds === 'table' ? [] : ['-nlt', 'PROMOTE_TO_MULTI']
        return {
          options: ['-f', 'ESRI Shapefile', ...promoted, ...option('-lco', 'ENCODING', 'UTF-8'), output],
          output,
        }
      }),
    beside: (data) => ({ 'BACA-README.txt': shapefileKey(data) }),
  },
  fgb: {
    isDivided: false,
    isStyled: false,
    nameOf: asGiven,
    runs: (data, [part]) => {
      // Its index has no place for what has none, and is made of all features at once: GDAL holds up to 100 MB of them for it.
      const isIndexed = part?.isWhole && data.count <= MOST_INDEXED
      const index = isIndexed ? [] : option('-lco', 'SPATIAL_INDEX', 'NO')
      return one(['-f', 'FlatGeobuf', ...index, tableName(data, part!)])
    },
  },
  kml: {
    isDivided: false,
    isStyled: false,
    nameOf: asGiven,
    runs: () => one(['-f', 'KML', ...option('-dsco', 'NameField', 'title')]),
    insert: (data) => ({
      after: '<Document id="root_doc">',
      text: `<name>${xmlText(data.title.id)}</name><description>${xmlText(factsText(data))}</description>`,
    }),
  },
  pmtiles: {
    isDivided: true,
    isStyled: false,
    nameOf: asGiven,
    runs: (data, parts) =>
      one([
        ...['-f', 'PMTiles', ...option('-dsco', 'MINZOOM', '0'), ...option('-dsco', 'MAXZOOM', '11')],
        ...[...option('-dsco', 'NAME', data.title.id), ...option('-dsco', 'DESCRIPTION', factsText(data))],
        ...placed(data, parts),
      ]),
  },
  pdf: {
    isDivided: true,
    isStyled: false,
    nameOf: asGiven,
    runs: (data, parts) =>
      one([
        ...['-f', 'PDF', ...option('-dsco', 'MARGIN', '36'), ...option('-dsco', 'DPI', '150')],
        ...option('-dsco', 'OGR_DISPLAY_FIELD', 'title'),
        ...[...option('-dsco', 'TITLE', data.title.id), ...option('-dsco', 'SUBJECT', data.attribution)],
        ...[...option('-dsco', 'CREATOR', 'Bentang'), ...option('-dsco', 'EXTRA_STREAM', pdfFoot(data))],
        ...placed(data, parts),
      ]),
  },
}
