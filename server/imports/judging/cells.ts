import { type ImportField, OWN_COLUMNS } from '../../../data/model/importing.ts'
import { isBlank } from '../../../data/model/reading/reading.ts'
import type { RawRow } from '../reading/table.ts'

/** What somebody wrote over a row, by column. */
export type Edits = { readonly [column: string]: string }

/** One cell that says something. `isNumber` is true where the file held a number, which no style can read otherwise. */
export type Cell = {
  readonly column: string
  readonly text: string
  readonly isNumber: boolean
  readonly at: number | null
}

/** A row as its fields: cells of the file, with what was written over them. */
export type RowCells = {
  readonly raw: RawRow
  /** The cells that fill a field, blanks left out. */
  of(field: ImportField): readonly Cell[]
  /** Findings that somebody said are right as they are. */
  readonly accepts: ReadonlySet<string>
  /** What became of the shape that came with the row. */
  readonly shape: 'given' | 'swapped' | 'none'
}

/** Which columns fill which field. */
export type Fields = ReadonlyMap<ImportField, readonly number[]>

const shapeOf = (said: string | undefined): RowCells['shape'] =>
  said === 'swapped' || said === 'none' ? said : 'given'

export const openRow = (raw: RawRow, edits: Edits, columns: readonly string[], fields: Fields): RowCells => {
  const own = (column: string): string | undefined => (Object.hasOwn(edits, column) ? edits[column] : undefined)
  const cellAt = (at: number): Cell => {
    const column = columns[at]!
    const written = own(column)
    return {
      column,
      text: written ?? raw.cells[at] ?? '',
      isNumber: written === undefined && raw.numeric.includes(at),
      at,
    }
  }
  return {
    raw,
    of(field) {
      const column = `@${field}`
      const written = own(column)
      const cells =
        written === undefined
          ? (fields.get(field) ?? []).map(cellAt)
          : [{ column, text: written, isNumber: false, at: null }]
      return cells.filter(({ text }) => !isBlank(text))
    },
    accepts: new Set((own('@accepts') ?? '').split(' ')),
    shape: shapeOf(own('@sites')),
  }
}

/** A row as it is shown: every column with what stands in it now, and what was written beside them. */
export const givenOf = (
  raw: RawRow,
  edits: Edits,
  columns: readonly string[],
): { readonly [column: string]: string } => {
  const beside = OWN_COLUMNS.flatMap((column) =>
    Object.hasOwn(edits, column) ? [[column, edits[column]!] as const] : [],
  )
  const cells = columns.map(
    (column, at) => [column, (Object.hasOwn(edits, column) ? edits[column] : raw.cells[at]) ?? ''] as const,
  )
  return Object.fromEntries([...cells, ...beside])
}
