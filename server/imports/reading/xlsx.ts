import { zipSync } from 'fflate'
import readXlsxFile from 'read-excel-file/universal'
import { fieldOf } from '../headings.ts'
import { cleanCell, type Line, readGrid } from './grid.ts'
import { LIMITS } from './limits.ts'
import { FileRefusal, refuse } from './refusal.ts'
import type { RawFile, ReadChoices } from './table.ts'
import { refuseDoctype } from './xml.ts'
import type { Part } from './zip.ts'

/** A number as the sheet holds it, kept apart from text that looks like one. */
class NumberCell {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Cell = string | boolean | Date | NumberCell | null
type Sheet = { readonly sheet: string; readonly data: readonly (readonly Cell[])[] }

/** Sheets keep fifteen digits; what stands behind them is noise of the binary fraction. */
const DIGITS = 15

const plain = (text: string): string => {
  const value = Number(Number(text).toPrecision(DIGITS))
  return Number.isFinite(value)
    ? value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: DIGITS })
    : text
}

/** Half a second: times are fractions of a day, and a midnight may come out a hair before it. */
const HALF_SECOND_MS = 500
const isoOf = (date: Date): string => {
  const time = date.getTime() + HALF_SECOND_MS
  return Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : ''
}

const textOf = (cell: Cell): string => {
  if (cell === null) return ''
  if (cell instanceof NumberCell) return plain(cell.text)
  if (cell instanceof Date) return isoOf(cell)
  return typeof cell === 'boolean' ? (cell ? 'ya' : 'tidak') : cleanCell(cell)
}

const lineOf = (cells: readonly Cell[], at: number): Line => ({
  row: at + 1,
  cells: cells.map(textOf),
  numeric: cells.flatMap((cell, column) => (cell instanceof NumberCell ? [column] : [])),
})

const FORMULA_WITHOUT_RESULT = /<c\b([^<>]*)>\s*<f\b[^<>]*>([^<]*)<\/f>\s*(?:<v\s*\/>|<v>\s*<\/v>)?\s*<\/c>/g
const ERROR_CELL = /(<c\b[^<>]*\bt=")e(")/g

/** Errors such as #REF! and formulas never computed would be read as blanks; as texts they are seen and asked about. */
const tellErrors = (xml: string): string =>
  xml.replace(ERROR_CELL, '$1str$2').replace(FORMULA_WITHOUT_RESULT, (_, attributes: string, formula: string) => {
    const own = attributes.replace(/\bt="[^"]*"/, '')
    return `<c${own} t="str"><v>=${formula}</v></c>`
  })

const EMPTY_CELL = /<c\b[^<>]*\/>/g
const EMPTY_ROW = /<row\b[^<>]*\/>/g
const ADDRESS = /<c\b[^<>]*\br="([A-Z]{1,3})(\d{1,7})"/g
/** Blank columns may stand between those that hold something. */
const FARTHEST_COLUMN = 5 * LIMITS.columns

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0)

/** Sheets are read as far as their last cell: one at the end of the world would make a million blank rows. */
const refuseFar = (xml: string): void => {
  for (const [, letters = '', row = ''] of xml.matchAll(ADDRESS))
    if (Number(row) > 2 * LIMITS.features || columnOf(letters) > FARTHEST_COLUMN)
      refuse(
        `Lembar ini berisi sel jauh di ${letters}${row}. Hapus isi di luar tabel, simpan, lalu unggah lagi.`,
        `This sheet holds a cell as far as ${letters}${row}. Remove what stands outside the table, save, then upload it again.`,
      )
}

/** The cells that hold something, as they can be read. */
const tidySheet = (xml: string): string => {
  const filled = xml.replace(EMPTY_CELL, '').replace(EMPTY_ROW, '')
  refuseFar(filled)
  return tellErrors(filled)
}

/** The parts that hold data, looked at once, packed again without compression: what was counted is what is read. */
const repack = (parts: readonly Part[]): ArrayBuffer => {
  const encoder = new TextEncoder()
  const xmls = parts.filter(({ name }) => /\.(?:xml|rels)$/i.test(name))
  const files = xmls.map(({ name, bytes }) => {
    const xml = new TextDecoder().decode(bytes())
    refuseDoctype(xml)
    return [name, encoder.encode(/worksheets\//i.test(name) ? tidySheet(xml) : xml)] as const
  })
  return zipSync(Object.fromEntries(files), { level: 0 }).buffer as ArrayBuffer
}

const UNREADABLE = new FileRefusal({
  id: 'Buku kerja XLSX ini tidak dapat dibaca. Buka di Excel atau LibreOffice, simpan lagi sebagai .xlsx, lalu unggah ulang.',
  en: 'This XLSX workbook cannot be read. Open it in Excel or LibreOffice, save it again as .xlsx, then upload it.',
})

const readSheets = async (parts: readonly Part[]): Promise<readonly Sheet[]> => {
  try {
    const sheets = await readXlsxFile<NumberCell>(repack(parts), { parseNumber: (text) => new NumberCell(text) })
    return sheets as unknown as readonly Sheet[]
  } catch (error) {
    throw error instanceof FileRefusal ? error : UNREADABLE
  }
}

const headingsIn = ({ data }: Sheet): number =>
  data
    .slice(0, 25)
    .reduce(
      (most, cells) =>
        Math.max(most, cells.filter((cell) => typeof cell === 'string' && fieldOf(cell) !== null).length),
      0,
    )

/** The sheet that looks most like a table of activities stands first. */
const byHeadings = (sheets: readonly Sheet[]): readonly Sheet[] =>
  sheets.filter(({ data }) => data.length > 1).sort((a, b) => headingsIn(b) - headingsIn(a))

export const readXlsx = async (parts: readonly Part[], { layer }: ReadChoices): Promise<RawFile> => {
  const sheets = byHeadings(await readSheets(parts))
  const chosen = sheets.find(({ sheet }) => sheet === layer) ?? sheets[0]
  if (!chosen)
    return refuse(
      'Buku kerja ini tidak berisi tabel. Isi lembar pertama dengan judul kolom dan baris data, lalu unggah lagi.',
      'This workbook holds no table. Fill its first sheet with headings and rows of data, then upload it again.',
    )
  const rivals = sheets.filter((sheet) => headingsIn(sheet) === headingsIn(sheets[0]!))
  const { rows, ...grid } = readGrid(chosen.data.map(lineOf))
  return {
    table: {
      ...grid,
      format: 'xlsx',
      layer: chosen.sheet,
      layers: sheets.map(({ sheet }) => sheet),
      mustChooseLayer: layer === undefined && rivals.length > 1,
      encoding: 'utf-8',
      encodings: [],
      separator: null,
      crs: null,
      mustChooseCrs: false,
    },
    rows,
  }
}
