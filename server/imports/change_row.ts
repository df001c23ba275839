import { OWN_COLUMNS, type RowChange } from '../../data/model/importing.ts'
import { badRequest, quote } from '../problems.ts'
import { isFields } from '../work/form.ts'
import type { OpenImport } from './open_import.ts'
import { cleanCell } from './reading/grid.ts'
import { LIMITS } from './reading/limits.ts'

const NO_CHANGE = {
  id: 'Kirim { "given": { "kolom": "isi" } } untuk memperbaiki baris, atau { "state": "left" } untuk menyimpannya bagi nanti.',
  en: 'Send { "given": { "column": "text" } } to mend the row, or { "state": "left" } to keep it for later.',
}
const noColumn = (name: string) =>
  badRequest({
    id: `Baris ini tidak punya kolom ${quote(name)}. Pakai nama kolom berkas, atau ${OWN_COLUMNS.slice(0, 3).join(', ')} dan seterusnya.`,
    en: `This row has no column ${quote(name)}. Use the names of the file, or ${OWN_COLUMNS.slice(0, 3).join(', ')} and so on.`,
  })
const tooLong = (name: string) =>
  badRequest({
    id: `Isi kolom ${quote(name)} harus teks, paling banyak ${LIMITS.cellCharacters} karakter.`,
    en: `What stands in ${quote(name)} must be text of at most ${LIMITS.cellCharacters} characters.`,
  })

const readGiven = (given: unknown, columns: readonly string[]): { readonly [column: string]: string } => {
  if (!isFields(given)) throw badRequest(NO_CHANGE)
  for (const [name, text] of Object.entries(given)) {
    if (!columns.includes(name) && !OWN_COLUMNS.includes(name)) throw noColumn(name)
    if (typeof text !== 'string' || text.length > LIMITS.cellCharacters) throw tooLong(name)
  }
  return Object.fromEntries(Object.entries(given).map(([name, text]) => [name, cleanCell(String(text))]))
}

/** What somebody writes over a row, or that it is to wait. */
export const readRowChange = (body: unknown, columns: readonly string[]): RowChange => {
  if (!isFields(body) || (body.given === undefined && body.state === undefined)) throw badRequest(NO_CHANGE)
  const { state } = body
  if (state !== undefined && state !== 'left' && state !== 'open') throw badRequest(NO_CHANGE)
  return {
    ...(body.given === undefined ? {} : { given: readGiven(body.given, columns) }),
    ...(state === undefined ? {} : { state }),
  }
}

/** What is accepted is added to what was accepted before. */
const accepting = (before: string | undefined, given: { readonly [column: string]: string }) =>
  given['@accepts']
    ? { '@accepts': [...new Set(`${before ?? ''} ${given['@accepts']}`.trim().split(/\s+/))].join(' ') }
    : {}

export const writeOver = (job: OpenImport, row: number, { given, state }: RowChange): void => {
  const { edits, left } = job.stored
  const before = edits[row] ?? {}
  job.stored = {
    ...job.stored,
    edits: given ? { ...edits, [row]: { ...before, ...given, ...accepting(before['@accepts'], given) } } : edits,
    left: state === 'left' ? [...new Set([...left, row])] : state === 'open' ? left.filter((one) => one !== row) : left,
  }
}
