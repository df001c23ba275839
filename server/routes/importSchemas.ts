import { z } from '@hono/zod-openapi'
import {
  IMPORT_FIELDS,
  IMPORT_FORMATS,
  type ImportAnswer,
  type ImportChoices,
  type ImportCommit,
  type ImportCommitted,
  type ImportCounts,
  type ImportRow,
  type ImportRows,
  type ImportSummary,
  ROW_STATES,
  type RowChange,
  type RowChanged,
  type RowFinding,
} from '../../data/model/importing.ts'
import { id, list, words } from './schemas.ts'
import { twin } from './workSchemas.ts'

const whole = z.number().int()
const text = z.string()
const field = z.enum(IMPORT_FIELDS)
const rowState = z.enum(ROW_STATES)
const texts = z.record(text, text)

const counts: z.ZodType<ImportCounts> = z
  .object({ good: whole, faulty: whole, asked: whole, left: whole, done: whole, updates: whole })
  .openapi('ImportCounts')

export const importSummary: z.ZodType<ImportSummary> = z
  .object({ id, file: text, created: text.describe('ISO, UTC'), counts, fault: words.nullable() })
  .openapi('ImportSummary')

const question = z.object({
  name: z.enum(['layer', 'encoding', 'numbers', 'dates', 'crs', 'codes', 'unit', 'swapped', 'repeated']),
  words,
  options: list(z.object({ value: text, words, example: text })),
  guess: text.nullable().describe('What it is when nobody answers; null must be answered'),
  affects: whole.describe('Rows that hang on it'),
})

const detected = z.object({
  format: z.enum(IMPORT_FORMATS),
  layer: text.nullable(),
  layers: list(text),
  encoding: text,
  separator: text.nullable(),
  numbers: z.enum(['id', 'en']).nullable(),
  dates: z.enum(['dmy', 'mdy', 'ymd']).nullable(),
  crs: text.nullable().describe('Such as EPSG:32749; positions are told in WGS 84'),
  codes: z.enum(['kemendagri', 'bps']).nullable(),
  hasHxl: z.boolean(),
  headerRow: whole.nullable(),
  rows: whole,
})

const choices: z.ZodType<ImportChoices> = z
  .object({
    mapping: z.record(text, field.nullable()),
    answers: texts,
    defaults: z.object({
      theme: text.exactOptional(),
      status: text.exactOptional(),
      organisation: text.exactOptional(),
      visibility: text.exactOptional(),
      period: text.exactOptional().describe('Such as 2026, or 2024-2026'),
    }),
  })
  .openapi('ImportChoices')

export const importAnswer: z.ZodType<ImportAnswer> = z
  .object({
    id,
    file: text,
    created: text.describe('ISO, UTC'),
    state: z.enum(['reading', 'asking', 'ready', 'committing', 'done', 'failed']),
    progress: z.object({ done: whole, of: whole }),
    fault: words.nullable(),
    detected: detected.nullable(),
    columns: list(z.object({ name: text, examples: list(text), guess: field.nullable(), isRemembered: z.boolean() })),
    questions: list(question),
    choices,
    counts,
    operation: text.nullable(),
  })
  .openapi('Import')

const rowFinding: z.ZodType<RowFinding> = z
  .object({
    field: text,
    severity: z.enum(['error', 'warning', 'question']),
    name: text,
    words,
    column: text.nullable(),
    remedies: list(z.object({ words, given: texts })),
  })
  .openapi('RowFinding')

const importRow: z.ZodType<ImportRow> = z
  .object({
    row: whole,
    given: texts,
    activity: z.custom<ImportRow['activity']>().openapi({ type: ['object', 'null'] }),
    reaches: list(text).describe('Names of the places its sites reach'),
    findings: list(rowFinding),
    state: rowState,
    joins: whole.nullable(),
    updates: id.nullable(),
    record: id.nullable(),
    twins: list(twin),
  })
  .openapi('ImportRow')

export const importRows: z.ZodType<ImportRows> = z
  .object({
    rows: list(importRow),
    next: whole.nullable(),
    features: list(z.custom<ImportRows['features'][number]>().openapi({ type: 'object' })),
  })
  .openapi('ImportRows')

export const rowChanged: z.ZodType<RowChanged> = z.object({ row: importRow, counts }).openapi('RowChanged')

export const importCommitted: z.ZodType<ImportCommitted> = z
  .object({ operation: text, seq: whole, added: whole, updated: whole, kept: whole })
  .openapi('ImportCommitted')

/** Bodies are read by hand, so that each fault is told in words. */
export const choicesAsked = z.custom<ImportChoices>().openapi('ImportChoicesAsked', {
  type: 'object',
  properties: {
    mapping: { type: 'object', description: 'Field by column; null leaves a column out' },
    answers: { type: 'object', description: 'Answer by the name of the question' },
    defaults: {
      type: 'object',
      description: 'theme, status, organisation, visibility, period where no column says them',
    },
  },
})
export const rowChangeAsked = z.custom<RowChange>().openapi('RowChange', {
  type: 'object',
  properties: {
    given: { type: 'object', description: 'Text by column; @title and so on write a field that no column fills' },
    state: { type: 'string', enum: ['left', 'open'] },
  },
})
export const commitAsked = z.custom<ImportCommit>().openapi('ImportCommit', {
  type: 'object',
  required: ['operation'],
  properties: { operation: { type: 'string', format: 'uuid' }, submit: { type: 'boolean' } },
})
