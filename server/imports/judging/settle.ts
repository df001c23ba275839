import type { RowFinding, RowRemedy } from '../../../data/model/importing.ts'
import { quoted, type Reading } from '../../../data/model/reading/reading.ts'
import type { Words } from '../../../data/model/words.ts'
import type { Finding, Severity } from '../../../data/model/work.ts'
import type { Cell } from './cells.ts'

/** A value, or none, and what has to be said about it. */
export type Settled<T> = { readonly value: T | null; readonly findings: readonly RowFinding[] }

export const NOTHING: Settled<never> = { value: null, findings: [] }
export const settled = <T>(value: T, findings: readonly RowFinding[] = []): Settled<T> => ({ value, findings })

export const say = (
  severity: Severity,
  field: string,
  name: string,
  words: Words,
  column: string | null = null,
  remedies: readonly RowRemedy[] = [],
): RowFinding => ({ field, severity, name, words, column, remedies })

/** A finding of the checks of records, as one of a row. */
export const told = (
  { remedy: _, ...finding }: Finding,
  column: string | null = null,
  remedies: readonly RowRemedy[] = [],
): RowFinding => ({
  ...finding,
  column,
  remedies,
})

/** Nothing but running text is longer; a long cell is not searched for a number. */
const LONGEST = 300

const tooLong = (text: string): Words => ({
  id: `${quoted(text)} terlalu panjang untuk isian ini. Persingkat, atau pindahkan ke catatan.`,
  en: `${quoted(text)} is too long for this field. Shorten it, or move it to the note.`,
})

/** Reads one cell: its value, a question with every meaning as a choice, or an error with what to write instead. */
export const settle = <T>(
  field: string,
  cell: Cell,
  read: (text: string) => Reading<T>,
  offers: (text: string) => readonly RowRemedy[] = () => [],
): Settled<T> => {
  const { column, text } = cell
  if (text.length > LONGEST) return { value: null, findings: [say('error', field, 'too_long', tooLong(text), column)] }
  const reading = read(text)
  if (reading.kind === 'value') return settled(reading.value)
  if (reading.kind === 'unread')
    return { value: null, findings: [say('error', field, 'unread', reading.words, column, offers(text))] }
  const remedies = reading.readings.map(({ text: meant, words }) => ({ words, given: { [column]: meant } }))
  return { value: null, findings: [say('question', field, 'ambiguous', reading.words, column, remedies)] }
}

const twice = (first: Cell, other: Cell): Words => ({
  id: `Kolom "${first.column}" dan "${other.column}" mengisi hal yang sama dengan isi berbeda. Kosongkan salah satu.`,
  en: `The columns "${first.column}" and "${other.column}" fill the same field with different content. Empty one of them.`,
})

/** The one cell of a field that holds one thing; two that differ are asked about. */
export const onlyCell = (field: string, cells: readonly Cell[]): Settled<Cell> => {
  const [first, ...others] = cells
  if (!first) return NOTHING
  const other = others.find(({ text }) => text !== first.text)
  if (!other) return settled(first)
  const keeping = ({ text }: Cell, { column: emptied }: Cell): RowRemedy => ({
    words: { id: `Pakai ${quoted(text)}`, en: `Use ${quoted(text)}` },
    given: { [emptied]: '' },
  })
  return {
    value: null,
    findings: [
      say('question', field, 'twice', twice(first, other), first.column, [
        keeping(first, other),
        keeping(other, first),
      ]),
    ],
  }
}

/** Reads the only cell of a field. */
export const settleOnly = <T>(
  field: string,
  cells: readonly Cell[],
  read: (cell: Cell) => (text: string) => Reading<T>,
  offers?: (text: string, column: string) => readonly RowRemedy[],
): Settled<T> => {
  const { value: cell, findings } = onlyCell(field, cells)
  return cell
    ? settle(field, cell, read(cell), offers && ((text) => offers(text, cell.column)))
    : { value: null, findings }
}
