import type { Activity } from '../../../data/model/activity.ts'
import type { RowFinding, RowRemedy } from '../../../data/model/importing.ts'
import { readPeople, readRupiah } from '../../../data/model/reading/amounts.ts'
import { readDate } from '../../../data/model/reading/dates.ts'
import { foldName, partsOf, readName } from '../../../data/model/reading/names.ts'
import { quoted, type Reading } from '../../../data/model/reading/reading.ts'
import { readStatus, readThemes, readVisibility, STATUS_WORDS } from '../../../data/model/reading/vocabulary.ts'
import type { Words } from '../../../data/model/words.ts'
import { nearMatches } from '../../near.ts'
import type { Cell, RowCells } from './cells.ts'
import type { Known } from './known.ts'
import type { Plan } from './plan.ts'
import { NOTHING, onlyCell, type Settled, say, settled, settleOnly } from './settle.ts'

const NO_TITLE: Words = { id: 'Judul kegiatan kosong. Isi judulnya.', en: 'The activity has no title. Write one.' }
const NO_THEME: Words = {
  id: 'Tema kosong. Pilih paling sedikit satu tema.',
  en: 'No theme is given. Choose at least one.',
}
const NO_STATUS: Words = {
  id: 'Status kosong. Pilih statusnya, atau isi untuk seluruh berkas.',
  en: 'No status is given. Choose one, or one for the whole file.',
}

export const titleOf = (row: RowCells): Settled<string> => {
  const { value, findings } = onlyCell('title', row.of('title'))
  if (value) return settled(value.text)
  return { value: null, findings: findings.length > 0 ? findings : [say('error', 'title', 'missing', NO_TITLE)] }
}

/** The names nearest to one that nobody bears, each as a remedy that replaces it in its list. */
const nearNames = (text: string, column: string, names: readonly string[]): readonly RowRemedy[] => {
  const parts = partsOf(text)
  return parts.flatMap((part, at) =>
    nearMatches(foldName(part), names).map((name) => ({
      words: { id: name, en: name },
      given: { [column]: parts.map((one, own) => (own === at ? name : one)).join('; ') },
    })),
  )
}

export const themesOf = (row: RowCells, { themes, room }: Known, { defaults }: Plan): Settled<readonly string[]> => {
  const cells = row.of('themes')
  if (cells.length === 0)
    return defaults.theme
      ? settled([defaults.theme])
      : { value: null, findings: [say('error', 'themes', 'missing', NO_THEME)] }
  const labels = room.world.themes.map(({ label }) => label.id)
  const joined: Cell = { ...cells[0]!, text: cells.map(({ text }) => text).join('; ') }
  return settleOnly(
    'themes',
    [joined],
    () => (text) => readThemes(text, themes),
    (text, column) => nearNames(text, column, labels),
  )
}

const statusRemedies = (column: string): readonly RowRemedy[] =>
  STATUS_WORDS.map((words) => ({ words, given: { [column]: words.id } }))

export const statusOf = (row: RowCells, { defaults }: Plan): Settled<Activity['status']> => {
  const cells = row.of('status')
  if (cells.length > 0)
    return settleOnly(
      'status',
      cells,
      () => readStatus,
      (_, column) => statusRemedies(column),
    )
  if (defaults.status) return settled(defaults.status)
  return { value: null, findings: [say('error', 'status', 'missing', NO_STATUS, null, statusRemedies('@status'))] }
}

export const visibilityOf = (row: RowCells, { defaults }: Plan): Settled<Activity['visibility']> => {
  const cells = row.of('visibility')
  return cells.length > 0
    ? settleOnly('visibility', cells, () => readVisibility)
    : settled(defaults.visibility ?? 'public')
}

/** Numbers of the file itself are written one way only. */
const styleOf = ({ isNumber, at }: Cell, plan: Plan) => (isNumber ? 'en' : plan.numbersOf(at))

export const budgetOf = (row: RowCells, plan: Plan): Settled<number> =>
  settleOnly(
    'budgetIdr',
    row.of('budgetIdr'),
    (cell) => (text) => readRupiah(text, { style: styleOf(cell, plan), unit: plan.unitOf(cell.at) }),
  )

export const peopleOf = (row: RowCells, plan: Plan): Settled<number> =>
  settleOnly(
    'beneficiaries',
    row.of('beneficiaries'),
    (cell) => (text) =>
      readPeople(text, { style: styleOf(cell, plan), unit: cell.at === null ? null : plan.headingUnitOf(cell.at) }),
  )

const LONGEST_NOTE = 4_000
const noteTooLong: Words = {
  id: `Catatan lebih dari ${LONGEST_NOTE} karakter. Persingkat.`,
  en: `The note is longer than ${LONGEST_NOTE} characters. Shorten it.`,
}

/** The note with what had no other place; nothing that was written is dropped. */
export const noteOf = (row: RowCells, beside: readonly string[]): Settled<string> => {
  const note = [...row.of('note').map(({ text }) => text), ...beside].join('\n')
  if (note === '') return NOTHING
  return note.length > LONGEST_NOTE
    ? { value: null, findings: [say('error', 'note', 'too_long', noteTooLong, row.of('note')[0]?.column ?? null)] }
    : settled(note)
}

export const sourceOf = (row: RowCells, plan: Plan, file: string): Settled<Activity['source']> => {
  const text = row.of('sourceText')[0]?.text ?? `Impor ${file}`
  const url = row.of('sourceUrl')[0]?.text
  const date = settleOnly(
    'source.date',
    row.of('sourceDate'),
    (cell) => (written) => readDate(written, plan.datesOf(cell.at)),
  )
  return settled({ text, ...(url ? { url } : {}), ...(date.value ? { date: date.value.from } : {}) }, date.findings)
}

export const planningDocumentOf = (row: RowCells): Settled<string> => {
  const { value, findings } = onlyCell('planningDocument', row.of('planningDocument'))
  return value ? settled(value.text) : { value: null, findings }
}

/** A number or title that is on record; another is a note, because an agreement must exist before work can stand under it. */
export const agreementOf = (
  row: RowCells,
  { agreements }: Known,
): Settled<string> & { readonly beside: readonly string[] } => {
  const { value: cell, findings } = onlyCell('agreement', row.of('agreement'))
  if (!cell) return { value: null, findings, beside: [] }
  const unknown: Words = {
    id: `Kesepakatan ${quoted(cell.text)} belum tercatat di Bentang; disimpan dalam catatan kegiatan.`,
    en: `The agreement ${quoted(cell.text)} is not on record here; it is kept in the note of the activity.`,
  }
  const reading: Reading<string> = readName(cell.text, agreements, unknown)
  if (reading.kind === 'value') return { ...settled(reading.value), beside: [] }
  const finding: RowFinding = say('warning', 'agreement', 'unknown', unknown, cell.column)
  return { value: null, findings: [finding], beside: [`Kesepakatan: ${cell.text}`] }
}

export const externalIdOf = (row: RowCells): Settled<string> => {
  const { value, findings } = onlyCell('externalId', row.of('externalId'))
  return value ? settled(value.text) : { value: null, findings }
}
