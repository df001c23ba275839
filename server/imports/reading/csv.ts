import Papa from 'papaparse'
import { cleanCell, type Line, readGrid } from './grid.ts'
import { refuse } from './refusal.ts'
import type { RawFile, ReadChoices } from './table.ts'
import { decodeLoosely, decodeText, OTHER_ENCODINGS } from './text.ts'

const SEPARATORS = [',', ';', '\t', '|']

/** The first text that the encodings write differently, as each of them reads it. */
const examplesOf = (bytes: Uint8Array): readonly { readonly encoding: string; readonly example: string }[] => {
  const at = bytes.findIndex((byte) => byte >= 0x80)
  const around = bytes.subarray(Math.max(0, at - 20), at + 20)
  return OTHER_ENCODINGS.map((encoding) => ({
    encoding,
    example: cleanCell(decodeLoosely(around, encoding).replace(/[\r\n]+/g, ' ')),
  }))
}

/** Spreadsheets may say in a first line what parts the cells: `sep=;`. */
const SAID = /^sep=(.)\r?\n/i

export const readCsv = (bytes: Uint8Array, { encoding: chosen }: ReadChoices): RawFile => {
  const { text, encoding, isSure } = decodeText(bytes, chosen ?? null)
  const said = SAID.exec(text)
  const { data, errors, meta } = Papa.parse<string[]>(said ? text.slice(said[0].length) : text, {
    delimiter: said?.[1] ?? '',
    delimitersToGuess: SEPARATORS,
    skipEmptyLines: false,
  })
  const broken = errors.find(({ type }) => type === 'Quotes')
  if (broken)
    refuse(
      `Tanda kutip pada baris ${(broken.row ?? 0) + 1} tidak berpasangan, sehingga batas sel tidak jelas. Perbaiki baris itu, lalu unggah lagi.`,
      `The quotes in row ${(broken.row ?? 0) + 1} do not pair, so where its cells end is unclear. Mend that row, then upload it again.`,
    )
  const before = said ? 2 : 1
  const lines = data.map((cells, at): Line => ({ row: at + before, cells: cells.map(cleanCell), numeric: [] }))
  const { rows, ...grid } = readGrid(lines)
  return {
    table: {
      ...grid,
      format: 'csv',
      layer: null,
      layers: [],
      mustChooseLayer: false,
      encoding,
      encodings: isSure ? [] : examplesOf(bytes),
      separator: meta.delimiter,
      crs: null,
      mustChooseCrs: false,
    },
    rows,
  }
}
