import { ACTIVITY_STATUSES } from '../../data/model/activity.ts'
import { type ColumnMapping, IMPORT_FIELDS, type ImportChoices, type ImportField } from '../../data/model/importing.ts'
import type { Days } from '../../data/model/reading/days.ts'
import { readSpan } from '../../data/model/reading/spans.ts'
import { VISIBILITIES, type Visibility } from '../../data/model/record.ts'
import { badRequest, quote } from '../problems.ts'
import { isFields } from '../work/form.ts'
import type { Known } from './judging/known.ts'
import type { Defaults } from './judging/plan.ts'
import type { ReadChoices } from './reading/table.ts'

const isField = (value: unknown): value is ImportField => (IMPORT_FIELDS as readonly unknown[]).includes(value)

const noColumn = (name: string) =>
  badRequest({
    id: `Berkas ini tidak punya kolom ${quote(name)}. Pakai nama kolom seperti pada "columns".`,
    en: `This file has no column ${quote(name)}. Use the names in "columns".`,
  })
const noField = (column: string, value: unknown) =>
  badRequest({
    id: `Kolom ${quote(column)} tidak dapat mengisi ${quote(String(value))}. Pilih salah satu: ${IMPORT_FIELDS.join(', ')}; atau null.`,
    en: `The column ${quote(column)} cannot fill ${quote(String(value))}. Choose one of: ${IMPORT_FIELDS.join(', ')}; or null.`,
  })
const noChoice = (what: string, given: unknown, choices: readonly string[]) =>
  badRequest({
    id: `${what} ${quote(String(given))} tidak dikenal. Pilih salah satu: ${choices.slice(0, 40).join(', ')}.`,
    en: `${what} ${quote(String(given))} is not known. Choose one of: ${choices.slice(0, 40).join(', ')}.`,
  })
const NO_CHOICES = {
  id: 'Kirim pilihan sebagai { "mapping": {...}, "answers": {...}, "defaults": {...} }.',
  en: 'Send the choices as { "mapping": {...}, "answers": {...}, "defaults": {...} }.',
}

const readMapping = (value: unknown, columns: readonly string[]): ColumnMapping => {
  if (!isFields(value)) throw badRequest(NO_CHOICES)
  const foreign = Object.keys(value).find((name) => !columns.includes(name))
  if (foreign !== undefined) throw noColumn(foreign)
  return Object.fromEntries(
    columns.map((column) => {
      const field = Object.hasOwn(value, column) ? value[column] : null
      if (field !== null && !isField(field)) throw noField(column, field)
      return [column, field]
    }),
  )
}

const MOST_ANSWERS = 20
const LONGEST = 200

const readTexts = (value: unknown): { readonly [name: string]: string } => {
  if (value === undefined) return {}
  if (!isFields(value)) throw badRequest(NO_CHOICES)
  const texts = Object.entries(value).filter(([, text]) => text !== null && text !== '')
  if (texts.length > MOST_ANSWERS || texts.some(([, text]) => typeof text !== 'string' || text.length > LONGEST))
    throw badRequest(NO_CHOICES)
  return Object.fromEntries(texts) as { readonly [name: string]: string }
}

const requireOne = (what: string, given: string | undefined, choices: readonly string[]): void => {
  if (given !== undefined && !choices.includes(given)) throw noChoice(what, given, choices)
}

const requirePeriod = (given: string | undefined): void => {
  const reading = given === undefined ? null : readSpan(given)
  if (reading && reading.kind !== 'value') throw badRequest(reading.words)
}

/** What a person chose for a whole file; refuses what it cannot mean. */
export const readChoices = (
  body: unknown,
  columns: readonly string[],
  { room, organisations }: Known,
): ImportChoices => {
  if (!isFields(body)) throw badRequest(NO_CHOICES)
  const defaults: ImportChoices['defaults'] = readTexts(body.defaults)
  requireOne(
    'theme',
    defaults.theme,
    room.world.themes.map(({ id }) => id),
  )
  requireOne('status', defaults.status, ACTIVITY_STATUSES)
  requireOne('visibility', defaults.visibility, VISIBILITIES)
  requireOne(
    'organisation',
    defaults.organisation,
    [...organisations.values()].flat().map(({ value }) => value),
  )
  requirePeriod(defaults.period)
  return { mapping: readMapping(body.mapping, columns), answers: readTexts(body.answers), defaults }
}

const periodIn = (given: string | undefined): Days | null => {
  const reading = given === undefined ? null : readSpan(given)
  return reading?.kind === 'value' ? reading.value : null
}

export const defaultsOf = ({ defaults }: ImportChoices): Defaults => ({
  theme: defaults.theme ?? null,
  status: ACTIVITY_STATUSES.find((status) => status === defaults.status) ?? null,
  organisation: defaults.organisation ?? null,
  period: periodIn(defaults.period),
  visibility: (VISIBILITIES.find((one) => one === defaults.visibility) as Visibility | undefined) ?? null,
})

/** The answers that the file has to be read by; metres in columns are turned while rows are judged. */
export const readChoicesOf = (choices: Pick<ImportChoices, 'answers'> | null): ReadChoices => {
  const { layer, encoding, crs } = choices?.answers ?? {}
  return { ...(layer ? { layer } : {}), ...(encoding ? { encoding } : {}), ...(crs ? { crs } : {}) }
}
