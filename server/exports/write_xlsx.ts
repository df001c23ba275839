import { strFromU8, unzipSync, Zip, ZipDeflate } from 'fflate'
import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import type { LayerField } from '../../data/layers/layer.ts'
import { plainText } from '../formats/csv.ts'
import { cellOf, middleOf } from '../formats/feature_cells.ts'
import { escaped } from '../pages/html.ts'
import type { Dataset } from './dataset.ts'
import { factsOf } from './facts.ts'
import { pagesOf } from './pages.ts'

type Type = LayerField['type']
type Column = Pick<LayerField, 'name' | 'label' | 'type'>

const PLACE_COLUMNS: readonly Column[] = [
  { name: 'lng', label: { id: 'Bujur tengahnya (derajat)', en: 'Longitude of its middle (degrees)' }, type: 'number' },
  { name: 'lat', label: { id: 'Lintang tengahnya (derajat)', en: 'Latitude of its middle (degrees)' }, type: 'number' },
]

const HEAD = { fontWeight: 'bold', backgroundColor: '#e8eef0' } as const
const DAY = 'yyyy-mm-dd'
const DAY_MS = 86_400_000
/** Day 0 of a spreadsheet. */
const EPOCH_MS = Date.UTC(1899, 11, 30)
const WIDTHS: { readonly [T in Type]: number } = {
  string: 24,
  integer: 10,
  number: 16,
  boolean: 10,
  date: 12,
  strings: 28,
}

/** One cell of each type: the library gives the row its looks, the rows of the data follow it. */
const patternCell = ({ type }: Column): SheetData[number][number] => {
  if (type === 'date') return { value: new Date(0), type: Date, format: DAY }
  if (type === 'integer' || type === 'number') return { value: 0, type: Number }
  return type === 'boolean' ? { value: false, type: Boolean } : { value: 'x', type: String }
}

const aboutSheet = (data: Dataset, columns: readonly Column[]): SheetData => [
  ...factsOf(data).map(({ id, en, value }) => [
    { value: `${id} / ${en}`, type: String, fontWeight: 'bold' as const },
    typeof value === 'number' ? { value, type: Number } : { value: plainText(value), type: String, wrap: true },
  ]),
  [],
  ['Kolom / Column', 'Arti', 'Meaning', 'Jenis / Type', 'Nilai / Values'].map((value) => ({
    value,
    type: String,
    ...HEAD,
  })),
  ...columns.map(({ name, label, type, ...more }) => [
    { value: name, type: String },
    { value: label.id, type: String },
    { value: label.en, type: String },
    { value: type, type: String },
    { value: 'values' in more && Array.isArray(more.values) ? more.values.join('; ') : '', type: String },
  ]),
]

const encoder = new TextEncoder()
const encode = (text: string): Uint8Array => encoder.encode(text)

const STYLES = 'xl/styles.xml'
/** The library counts its formats from 100, where readers such as GDAL know built-in ones; those of a file begin at 164. */
const FORMAT_ID = /numFmtId="1(\d\d)"/g
const DATA_SHEET = 'xl/worksheets/sheet1.xml'

/** The parts of a workbook with heads, one pattern row and the second sheet, by their paths. */
const frameOf = async (data: Dataset, columns: readonly Column[]): Promise<Readonly<Record<string, Uint8Array>>> => {
  const head = columns.map(({ name }) => ({ value: name, type: String, ...HEAD }))
  const sheets = [
    {
      sheet: 'Data',
      data: [head, columns.map(patternCell)],
      columns: columns.map(({ type }) => ({ width: WIDTHS[type] })),
      stickyRowsCount: 1,
    },
    {
      sheet: 'Keterangan',
      data: aboutSheet(data, columns),
      columns: [{ width: 26 }, { width: 48 }, { width: 48 }, { width: 14 }, { width: 48 }],
    },
  ]
  const parts = unzipSync(await writeXlsxFile(sheets).toBuffer())
  return { ...parts, [STYLES]: encode(strFromU8(parts[STYLES]!).replace(FORMAT_ID, (_, id) => `numFmtId="2${id}"`)) }
}

const PATTERN_ROW = /<row r="2"[^>]*>(.*?)<\/row>/s

/** The style that the library gave each cell of the pattern row, as an attribute. */
const stylesIn = (row: string): readonly string[] =>
  [...row.matchAll(/<c ([^>]*)>/g)].map(([, attributes]) => /s="\d+"/.exec(attributes!)?.[0] ?? '')

/** What may not stand in XML, however it is written. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

const cellXml = (value: unknown, type: Type, place: string): string => {
  if (value === null || value === undefined || value === '') return ''
  if (type === 'boolean') return `<c ${place} t="b"><v>${value ? 1 : 0}</v></c>`
  if (typeof value === 'number') return `<c ${place}><v>${value}</v></c>`
  const time = type === 'date' ? Date.parse(`${value}`) : Number.NaN
  if (!Number.isNaN(time)) return `<c ${place}><v>${(time - EPOCH_MS) / DAY_MS}</v></c>`
  const text = plainText(`${cellOf(value)}`).replace(UNWRITABLE, ' ')
  return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
}

const LETTERS = 26
const letterOf = (at: number): string => {
  const last = String.fromCharCode('A'.charCodeAt(0) + (at % LETTERS))
  return at < LETTERS ? last : letterOf(Math.floor(at / LETTERS) - 1) + last
}

async function* rowsOf(
  data: Dataset,
  columns: readonly Column[],
  styles: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<string> {
  const letters = columns.map((_, at) => letterOf(at))
  let row = 1
  for await (const page of pagesOf(data.features(), signal))
    yield page
      .map(({ geometry, properties }) => {
        row += 1
        const held: Readonly<Record<string, unknown>> = { ...properties, ...middleOf(geometry) }
        const cells = columns.map(({ name, type }, at) =>
          cellXml(held[name], type, `r="${letters[at]}${row}" ${styles[at]}`),
        )
        return `<row r="${row}">${cells.join('')}</row>`
      })
      .join('')
}

/** A workbook written row by row: the library makes its frame, and the rows stream into its first sheet. */
export async function* writeXlsx(data: Dataset, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const columns: readonly Column[] = [...data.fields, ...PLACE_COLUMNS]
  const frame = await frameOf(data, columns)
  const written: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    written.push(bytes)
  })
  const add = (path: string): ZipDeflate => {
    const part = new ZipDeflate(path, { level: 4, mem: 5 })
    zip.add(part)
    return part
  }
  for (const [path, bytes] of Object.entries(frame)) if (path !== DATA_SHEET) add(path).push(bytes, true)
  const sheet = strFromU8(frame[DATA_SHEET]!)
  const pattern = PATTERN_ROW.exec(sheet)!
  const rows = add(DATA_SHEET)
  rows.push(encode(sheet.slice(0, pattern.index)))
  for await (const text of rowsOf(data, columns, stylesIn(pattern[1]!), signal)) {
    rows.push(encode(text))
    yield* written.splice(0)
  }
  rows.push(encode(sheet.slice(pattern.index + pattern[0].length)), true)
  zip.end()
  yield* written.splice(0)
}
