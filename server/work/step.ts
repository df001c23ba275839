import { z } from '@hono/zod-openapi'
import { ACTIVITY_STATUSES } from '../../data/model/activity.ts'
import type { AnyRecord, Kind, RecordBase, Return } from '../../data/model/record.ts'
import { afterStep, type By, mayStep, sideOf, stepsFor } from '../../data/model/review.ts'
import type { Words } from '../../data/model/words.ts'
import { type Accepted, STEPS, type Step, type StepAsked } from '../../data/model/work.ts'
import { forbidden, type Member } from '../access/caller.ts'
import type { Change } from '../journal/entry.ts'
import { keyOf, revisionOf } from '../journal/state.ts'
import { badRequest, notFound, quote, Refusal } from '../problems.ts'
import { acceptedOf, acceptOne, changedMeanwhile, findAnswered } from './accept.ts'
import { noRecord, openRecord, seesNewest } from './find.ts'
import { requireOperation } from './form.ts'
import { refuseUnready } from './ready.ts'
import type { Room } from './room.ts'

const LONGEST_REASON = 1_000
const MOST_REASONS = 50
const reason = z.string().trim().min(1).max(LONGEST_REASON)

const asked = z.object({
  status: z.enum(ACTIVITY_STATUSES).exactOptional(),
  returned: z
    .object({
      note: reason.exactOptional(),
      fields: z
        .array(z.object({ field: z.string().max(200), reason }))
        .max(MOST_REASONS)
        .default([]),
    })
    .exactOptional(),
  revision: z.number().int().positive().exactOptional(),
})

const NOT_READ: Words = {
  id: 'Langkah ini belum jelas. Kirim "status", "returned" (catatan atau alasan per isian), atau "revision" sesuai langkahnya.',
  en: 'This step is not clear. Send a "status", "returned" (a note or reasons by field), or a "revision" as the step needs.',
}
const NO_REASON: Words = {
  id: 'Sebut alasannya: satu catatan, atau alasan pada isian yang perlu diperbaiki.',
  en: 'Give the reason: a note, or reasons at the fields to be corrected.',
}
const NO_STATUS: Words = {
  id: `Sebut status barunya: ${ACTIVITY_STATUSES.join(', ')}.`,
  en: `Name the new status: ${ACTIVITY_STATUSES.join(', ')}.`,
}
const NO_VERSION: Words = {
  id: 'Sebut "revision" yang dipulihkan; riwayat catatan memuat daftarnya.',
  en: 'Name the "revision" to restore; the history of the record lists them.',
}

export const requireStep = (text: string): Step => {
  const step = STEPS.find((one) => one === text)
  if (step) return step
  throw notFound({
    id: `Langkah ${quote(text)} tidak ada. Yang ada: ${STEPS.join(', ')}.`,
    en: `There is no step ${quote(text)}. Available: ${STEPS.join(', ')}.`,
  })
}

const readStep = (body: unknown): StepAsked => {
  const operation = requireOperation(body)
  const read = asked.safeParse(body)
  if (!read.success) throw badRequest(NOT_READ)
  return { operation, ...read.data }
}

const requireReason = ({ returned }: StepAsked): Return => {
  if (!returned || (returned.note === undefined && returned.fields.length === 0)) throw badRequest(NO_REASON)
  return returned
}

const refuseStep = (step: Step, { verification }: RecordBase, by: By): Refusal =>
  by.side === 'nobody'
    ? forbidden()
    : new Refusal('conflict', {
        id: `Langkah "${step}" tidak terbuka dari keadaan "${verification}" untuk Anda. Muat ulang catatannya.`,
        en: `The step "${step}" is not open from the state "${verification}" for you. Load the record again.`,
      })

/** Another moderator who is deciding right now goes first. */
const refuseClaimed = (room: Room, caller: Member, kind: Kind, id: string): void => {
  const claim = room.claims.find(keyOf({ kind, id }))
  if (!claim || claim.person === caller.person) return
  throw new Refusal('conflict', {
    id: `${claim.name} sedang meninjau catatan ini. Tunggu sebentar, atau tinjau yang lain dahulu.`,
    en: `${claim.name} is reviewing this record. Wait a moment, or review another one first.`,
  })
}

/** What the step changes besides where the record stands in review. */
const changesOf = (step: Step, { kind }: AnyRecord, body: StepAsked, today: string): Partial<RecordBase> => {
  if (step === 'confirm') return { confirmed: today }
  if (step === 'return') return { returned: requireReason(body) }
  if (step !== 'status') return {}
  if (kind !== 'activity' || body.status === undefined) throw badRequest(NO_STATUS)
  return { confirmed: today, status: body.status } as Partial<RecordBase>
}

/** The record with another standing in review; reasons of an earlier return stay only where it is returned still. */
const withOutcome = (
  { returned, awaitsReview: _, ...record }: RecordBase,
  outcome: Pick<RecordBase, 'verification' | 'awaitsReview'>,
  changes: Partial<RecordBase>,
): RecordBase => ({
  ...record,
  ...(outcome.verification === 'returned' && returned ? { returned } : {}),
  ...outcome,
  ...changes,
})

/** The record after a step; refuses in words what is not open to this caller. */
export const stepped = (room: Room, caller: Member, entry: AnyRecord, step: Step, body: StepAsked): RecordBase => {
  const by: By = { side: sideOf(caller, entry), isTrusted: caller.isTrusted }
  if (!stepsFor(entry, by.side).includes(step)) throw refuseStep(step, entry.record, by)
  if (step === 'verify' || step === 'return') refuseClaimed(room, caller, entry.kind, entry.record.id)
  if (step === 'submit') refuseUnready(room, entry)
  return withOutcome(entry.record, afterStep(step, entry.record, by), changesOf(step, entry, body, room.today()))
}

/** A version of the record put back; also of one that was taken away. */
const restored = async (room: Room, caller: Member, kind: Kind, id: string, body: StepAsked): Promise<RecordBase> => {
  if (body.revision === undefined) throw badRequest(NO_VERSION)
  const key = keyOf({ kind, id })
  const change = await room.trail.change(key, body.revision)
  const now = room.store.state.records.get(key)
  const last = now ?? (await room.trail.change(key, revisionOf(room.store.state, key) - 1))
  if (!last?.record || !seesNewest(caller, last as AnyRecord)) throw noRecord(kind, id)
  if (!change?.record) throw badRequest(NO_VERSION)
  const by: By = { side: sideOf(caller, last as AnyRecord), isTrusted: caller.isTrusted }
  const from = now?.record.verification ?? 'removed'
  if (!mayStep('restore', from, by.side)) throw refuseStep('restore', last.record, by)
  const outcome = afterStep('restore', last.record, by, change.record)
  if (outcome.verification !== 'draft') refuseUnready(room, change as AnyRecord)
  // Whose it is now is not undone by an older version.
  const { owner: _, ...content } = change.record as RecordBase
  const { owner } = last.record as RecordBase
  return withOutcome({ ...content, ...(owner === undefined ? {} : { owner }) }, outcome, {})
}

/** Takes a record one step on, once for each operation. */
export const takeStep = async (
  room: Room,
  caller: Member,
  {
    kind,
    id,
    step,
    revision,
  }: { readonly kind: Kind; readonly id: string; readonly step: Step; readonly revision: number },
  body: unknown,
): Promise<Accepted> => {
  const read = readStep(body)
  const answered = await findAnswered(room, caller, read.operation)
  if (answered) return acceptedOf(answered, kind, id)
  const key = keyOf({ kind, id })
  const isRestore = step === 'restore'
  const opened = isRestore ? null : openRecord(room, caller, kind, id)
  if (opened && !opened.isNewest) throw forbidden()
  const put = isRestore ? await restored(room, caller, kind, id, read) : null
  if (revisionOf(room.store.state, key) !== revision) throw changedMeanwhile(room, caller, kind, id, revision)
  const record = put ?? stepped(room, caller, opened!.kept as AnyRecord, step, read)
  const accepted = await acceptOne(room, caller, read.operation, {
    kind,
    id,
    revision: revision + 1,
    record,
  } as Change)
  room.claims.release(key, caller.person)
  return accepted
}
