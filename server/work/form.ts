import { z } from '@hono/zod-openapi'
import type { Kind, RecordByKind } from '../../data/model/record.ts'
import type { Words } from '../../data/model/words.ts'
import type { Finding, Save, Written } from '../../data/model/work.ts'
import { nearMatches } from '../near.ts'
import { badRequest, quote } from '../problems.ts'
import { RECORD_OBJECTS } from '../routes/recordSchemas.ts'
import { fault, refuseFor } from './faults.ts'
import { limitsOf } from './limits.ts'

/** What a sender decides about a record of a kind. */
export type Given<K extends Kind = Kind> = Omit<RecordByKind[K], Written>

const WRITTEN = { enteredBy: true, origin: true, verification: true, returned: true, awaitsReview: true } as const

const schemaOf = (kind: Kind): z.ZodType<Given> => {
  // Every kind is an object with the base fields; their union has no one type that could be picked from.
  const object = RECORD_OBJECTS[kind] as (typeof RECORD_OBJECTS)['figure']
  return object
    .omit(WRITTEN)
    .extend({ id: z.string().default('') })
    .strict() as unknown as z.ZodType<Given>
}

export const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const unknownField = (key: string, kind: Kind): Words => {
  const near = nearMatches(key, Object.keys(RECORD_OBJECTS[kind].shape), 1)[0]
  return {
    id: `Isian ${quote(key)} tidak ada pada ${kind}. ${near ? `Maksud Anda ${quote(near)}?` : 'Hapus lalu kirim lagi.'}`,
    en: `There is no field ${quote(key)} in ${kind}. ${near ? `Did you mean ${quote(near)}?` : 'Remove it and send again.'}`,
  }
}

const misshapen = (field: string, isMissing: boolean): Words =>
  isMissing
    ? {
        id: `Isian ${quote(field)} belum ada. Tambahkan lalu kirim lagi.`,
        en: `Field ${quote(field)} is missing. Add it and send again.`,
      }
    : {
        id: `Isian ${quote(field)} bentuknya salah. Lihat bentuk yang diminta di /docs.`,
        en: `Field ${quote(field)} has the wrong form. See what is asked for at /docs.`,
      }

const findingsOf = (issues: readonly z.core.$ZodIssue[], kind: Kind): Finding[] =>
  issues.flatMap((issue) => {
    const field = issue.path.join('.')
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => fault(key, 'unknown', unknownField(key, kind)))
    return [fault(field, 'form', misshapen(field, issue.message.endsWith('received undefined')))]
  })

const trimmed = (value: unknown): unknown => {
  if (typeof value === 'string') return value.trim()
  if (Array.isArray(value)) return value.map(trimmed)
  if (!isFields(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, name === 'geometry' ? one : trimmed(one)]),
  )
}

/** Reads the fields of a record that somebody sent; what the server writes itself is left aside, what nobody knows is refused. */
export const readGiven = <K extends Kind>(kind: K, value: unknown): Given<K> => {
  if (!isFields(value)) throw refuseFor([fault('record', 'form', misshapen('record', value === undefined))])
  const sent = Object.fromEntries(Object.entries(value).filter(([name]) => !Object.hasOwn(WRITTEN, name)))
  const read = schemaOf(kind).safeParse(sent)
  if (!read.success) throw refuseFor(findingsOf(read.error.issues, kind))
  const given = trimmed(read.data) as Given<K>
  const beyond = limitsOf(given)
  if (beyond.length > 0) throw refuseFor(beyond)
  return given
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

const NO_OPERATION = {
  id: 'Sertakan "operation", sebuah UUID buatan Anda. Mengirim ulang dengan UUID yang sama tidak mengubah apa pun dua kali.',
  en: 'Send an "operation", a UUID that you make. Sending again with the same UUID changes nothing twice.',
}

/** Refuses a body without an operation of its own: it makes sending again harmless. */
export const requireOperation = (body: unknown): string => {
  const operation = isFields(body) ? body.operation : undefined
  if (typeof operation !== 'string' || !UUID.test(operation)) throw badRequest(NO_OPERATION)
  return operation.toLowerCase()
}

/** The body of a save. */
export const readSave = <K extends Kind>(kind: K, body: unknown): Required<Save<K>> => {
  const operation = requireOperation(body)
  const { record, submit } = body as Record<string, unknown>
  return { operation, record: readGiven(kind, record), submit: submit === true }
}
