import type { AnyRecord, Kind, RecordByKind } from '../../data/model/record.ts'
import { afterSave, type By, type Situation, sideOf } from '../../data/model/review.ts'
import type { Accepted, Save } from '../../data/model/work.ts'
import { forbidden, type Member } from '../access/caller.ts'
import type { Change } from '../journal/entry.ts'
import { keyOf, revisionOf } from '../journal/state.ts'
import { badRequest } from '../problems.ts'
import { acceptedOf, acceptOne, changedMeanwhile, findAnswered, idTaken } from './accept.ts'
import { agreementOf } from './checks/agreement.ts'
import { convergenceOf } from './checks/convergence.ts'
import { planOf } from './checks/plan.ts'
import { storyOf } from './checks/story.ts'
import { fault, refuseFor } from './faults.ts'
import { openRecord } from './find.ts'
import { type Given, readSave } from './form.ts'
import { takeShapes } from './geometry.ts'
import { knownTo } from './known.ts'
import { refuseUnready } from './ready.ts'
import { referencesOf } from './references.ts'
import type { Room } from './room.ts'
import { valuesOf } from './values.ts'
import { consentNotes, overreach, writeRecord } from './written.ts'

/** Which record a save is of; `revision` 0 begins one. */
type Place = { readonly id: string; readonly revision: number }

const NOT_NOW = {
  id: 'Catatan ini diarsipkan. Pulihkan dahulu, lalu ubah.',
  en: 'This record is archived. Restore it first, then change it.',
}
const NOT_YOURS = {
  id: 'Catatan ini milik lembaga lain. Hubungi lembaga itu atau Sekber.',
  en: 'This record belongs to another organisation. Ask them, or Sekber.',
}
const NOT_THIS_KIND = {
  id: 'Akun Anda tidak mengisi catatan jenis ini. Mintalah kepada Sekber.',
  en: 'Your account does not enter records of this kind. Ask Sekber.',
}
const DECIDED = {
  id: 'Penjodohan diputuskan per target dan mitra: kirim ke /api/work/matches.',
  en: 'Matches are decided by target and partner: send them to /api/work/matches.',
}
const ID_FORM = /^[a-z0-9][a-z0-9._-]{0,79}$/
const UUID_INSIDE = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/
const ID_WORDS = {
  id: 'Id memuat sebuah UUID: huruf kecil, angka, titik atau tanda hubung. Kirim id kosong untuk dibuatkan.',
  en: 'An id holds a UUID: lower case letters, digits, dots or hyphens. Send an empty one to have it made.',
}

/** An id with a UUID in it cannot be guessed, and so tells nobody which records there are. */
const newId = (kind: Kind, id: string, operation: string, side: By['side']): string => {
  if (id === '') return `${kind}-${operation}`
  if (ID_FORM.test(id) && (side === 'sekber' || UUID_INSIDE.test(id))) return id
  throw refuseFor([fault('id', 'form', ID_WORDS)])
}

/** The next state of a record and what was mended on the way, ready to be committed; refuses in words. */
export const prepareSave = async <K extends Kind>(
  room: Room,
  caller: Member,
  kind: K,
  save: Required<Save<K>>,
  { id, revision }: Place,
) => {
  const { given, notes } = await takeShapes(kind, { ...(save.record as Given<K>), id }, room.world)
  const found = revision === 0 ? null : openRecord(room, caller, kind, id)
  const before = (found?.kept.record ?? null) as RecordByKind[K] | null
  const asEntry = (record: unknown) => ({ kind, record }) as unknown as AnyRecord
  const side = before
    ? sideOf(caller, asEntry(before))
    : sideOf(caller, asEntry({ ...given, owner: caller.organisation }))
  if (side === 'nobody') throw forbidden(before ? NOT_YOURS : NOT_THIS_KIND)
  // Whoever comes new is invited by Sekber, which begins the record of the organisation.
  if (!before && side === 'keeper' && kind === 'organisation') throw forbidden(NOT_THIS_KIND)
  const from: Situation = before?.verification ?? 'absent'
  const by: By = { side, isTrusted: caller.isTrusted }
  const outcome = afterSave(from, by, save.submit)
  if (!outcome) throw forbidden(NOT_NOW)
  const written = writeRecord(kind, given as Given<K>, { before, caller, by, outcome })
  const entry = asEntry(written.record)
  const beyond = side === 'keeper' ? overreach(entry, caller) : null
  if (beyond) throw refuseFor([fault(beyond.field, 'organisation', beyond.words)])
  const faults = [
    ...valuesOf(entry, room.now()),
    ...referencesOf(entry, before && asEntry(before), knownTo(room, caller)),
    ...agreementOf(entry, room),
    ...convergenceOf(entry, room, side, caller),
    ...planOf(entry, room, caller),
    ...storyOf(entry),
  ]
  if (faults.length > 0) throw refuseFor(faults)
  if (save.submit) refuseUnready(room, entry)
  return { record: written.record, notes: [...notes, ...written.notes] }
}

const isStale = (room: Room, kind: Kind, { id, revision }: Place): boolean =>
  revisionOf(room.store.state, keyOf({ kind, id })) !== revision

/** Saves a record as its next revision, once for each operation. */
export const saveRecord = async <K extends Kind>(
  room: Room,
  caller: Member,
  kind: K,
  body: unknown,
  given: Place | null,
): Promise<Accepted> => {
  if (kind === 'match') throw badRequest(DECIDED)
  const save = readSave(kind, body)
  const { operation } = save
  const isKeeper = caller.role === 'partner' || caller.role === 'planner'
  const place = given ?? { id: newId(kind, save.record.id, operation, isKeeper ? 'keeper' : 'sekber'), revision: 0 }
  const answered = await findAnswered(room, caller, operation)
  if (answered) {
    const { given: sent, notes } = await takeShapes(kind, save.record as Given<K>, room.world)
    return acceptedOf(answered, kind, place.id, [...notes, ...consentNotes(kind, sent as Given<K>)])
  }
  // Whoever may not change it learns nothing of the revisions that everyone does not see.
  if (given && openRecord(room, caller, kind, place.id).side === 'nobody') throw forbidden(NOT_YOURS)
  if (isStale(room, kind, place))
    throw given ? changedMeanwhile(room, caller, kind, place.id, place.revision) : idTaken(room, caller, kind, place.id)
  const { record, notes } = await prepareSave(room, caller, kind, save, place)
  const change = { kind, id: place.id, revision: place.revision + 1, record } as Change
  return acceptOne(room, caller, operation, change, notes)
}
