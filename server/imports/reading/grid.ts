import { fieldOf } from '../headings.ts'
import { isTagRow } from '../hxl.ts'
import { LIMITS } from './limits.ts'
import { refuse } from './refusal.ts'
import type { RawRow } from './table.ts'

/** One line of a sheet. `row` is counted as the sheet counts it, from 1. */
export type Line = { readonly row: number; readonly cells: readonly string[]; readonly numeric: readonly number[] }

export type Grid = {
  readonly columns: readonly string[]
  readonly hxl: readonly string[] | null
  readonly headerRow: number | null
  readonly rows: readonly RawRow[]
}

/** Titles, dates and blanks may stand above the headings, but not more than this. */
const ABOVE = 25

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** As it can be shown and kept: no control characters, no blanks at the ends, no book in one cell. */
export const cleanCell = (text: string): string => text.replace(CONTROLS, '').trim().slice(0, LIMITS.cellCharacters)

const filled = (cells: readonly string[]): number => cells.filter((cell) => cell !== '').length
const recognised = (cells: readonly string[]): number =>
  new Set(cells.flatMap((cell) => (cell === '' ? [] : (fieldOf(cell) ?? [])))).size

/** So many known names make a line the headings, or two of them where most of the line is known. */
const SURE = 3
const namesKnown = ({ cells }: Line): number => {
  const known = recognised(cells)
  return known >= SURE || (known === SURE - 1 && 2 * known > filled(cells)) ? known : 0
}

/** The line of the headings: the first with most of what we know, else the first with more than a title. */
const findHeader = (lines: readonly Line[]): Line | null => {
  const first = lines.slice(0, ABOVE)
  const most = Math.max(0, ...first.map(namesKnown))
  const best = most > 0 ? first.find((line) => namesKnown(line) === most) : undefined
  return best ?? first.find(({ cells }) => filled(cells) > 1) ?? first[0] ?? null
}

/** A name for every column, no two alike; `__proto__` and blanks are no names. */
const nameColumns = (headings: readonly string[], width: number): readonly string[] => {
  const taken = new Set<string>()
  return Array.from({ length: width }, (_, at) => {
    const heading = (headings[at] ?? '').replace(/\s+/g, ' ').slice(0, 120)
    const name = heading === '' || heading === '__proto__' ? `Kolom ${at + 1}` : heading
    let own = name
    for (let again = 2; taken.has(own); again += 1) own = `${name} (${again})`
    taken.add(own)
    return own
  })
}

const rowOf = ({ row, cells, numeric }: Line, width: number): RawRow => ({
  row,
  cells: Array.from({ length: width }, (_, at) => cells[at] ?? ''),
  numeric,
  sites: [],
  fault: null,
})

const EMPTY = [
  'Berkas ini kosong: tidak ada baris data di bawah judul kolom. Isi lalu unggah lagi.',
  'This file is empty: no rows of data stand under its headings. Fill it in, then upload it again.',
] as const

/** Headings, hashtags and data told apart; refuses a sheet without data. Blank lines are left out, their numbers are not. */
export const readGrid = (all: readonly Line[]): Grid => {
  const lines = all.filter(({ cells }) => filled(cells) > 0)
  const tagsAt = lines.slice(0, ABOVE).findIndex(({ cells }) => isTagRow(cells))
  const tags = tagsAt < 0 ? null : lines[tagsAt]!
  const header = tags ? (lines[tagsAt - 1] ?? tags) : findHeader(lines)
  const data = lines.filter(({ row }) => row > (tags ?? header ?? { row: 0 }).row)
  if (!header || data.length === 0) return refuse(...EMPTY)
  const width = lines.reduce((most, { cells }) => Math.max(most, cells.findLastIndex((cell) => cell !== '') + 1), 0)
  if (width > LIMITS.columns)
    return refuse(
      `Tabel ini punya ${width} kolom; paling banyak ${LIMITS.columns}. Hapus kolom yang tidak perlu.`,
      `This table has ${width} columns; at most ${LIMITS.columns} are taken. Remove those that are not needed.`,
    )
  if (data.length > LIMITS.features) return refuse(...tooMany(data.length))
  return {
    columns: nameColumns(header.cells, width),
    hxl: tags ? Array.from({ length: width }, (_, at) => tags.cells[at] ?? '') : null,
    headerRow: header.row,
    rows: data.map((line) => rowOf(line, width)),
  }
}

export const tooMany = (count: number): readonly [string, string] => [
  `Berkas ini berisi ${count} baris; paling banyak ${LIMITS.features}. Bagi menjadi beberapa berkas.`,
  `This file holds ${count} rows; at most ${LIMITS.features} are taken. Divide it into several files.`,
]
