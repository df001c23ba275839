import type { AnyRecord, Kind } from '../../data/model/record.ts'
import type { Words } from '../../data/model/words.ts'
import type { Accepted, ConflictDetail } from '../../data/model/work.ts'
import type { Member } from '../access/caller.ts'
import type { Change, Entry } from '../journal/entry.ts'
import { RevisionConflict } from '../journal/errors.ts'
import { keyOf, revisionOf } from '../journal/state.ts'
import { badRequest, Refusal } from '../problems.ts'
import { findKept, seesNewest } from './find.ts'
import type { Room } from './room.ts'

const OPERATION_USED: Words = {
  id: 'UUID "operation" ini sudah dipakai untuk perubahan lain. Buat UUID baru lalu kirim lagi.',
  en: 'This "operation" UUID was used for another change already. Make a new one and send again.',
}
const NO_REVISION: Words = {
  id: 'Sebut revisi yang Anda ubah di kepala If-Match, misalnya If-Match: "3". Revisi ada pada ETag catatan.',
  en: 'Name the revision that you change in the If-Match header, such as If-Match: "3". It is the ETag of the record.',
}
const NOT_A_REVISION: Words = {
  id: 'If-Match harus berisi satu nomor revisi dalam tanda kutip, misalnya "3".',
  en: 'If-Match must hold one revision number in quotes, such as "3".',
}

/** The revision that a change was made on. */
export const requireRevision = (ifMatch: string | undefined): number => {
  if (ifMatch === undefined) throw new Refusal('precondition-required', NO_REVISION)
  const revision = /^(?:W\/)?"(\d{1,9})"$/.exec(ifMatch.trim())?.[1]
  if (revision === undefined) throw badRequest(NOT_A_REVISION)
  return Number(revision)
}

const detailOf = (room: Room, caller: Member, kind: Kind, id: string, given: number): ConflictDetail => {
  const kept = findKept(room, kind, id)
  const isSeen = kept !== null && seesNewest(caller, kept as AnyRecord)
  return {
    kind,
    id,
    given,
    current: revisionOf(room.store.state, keyOf({ kind, id })),
    record: isSeen ? kept.record : null,
    by: isSeen ? room.people.nameOf(kept.actor) : null,
  }
}

/** Somebody was faster, or the revision is not the newest: nothing is lost, the screen asks field by field. */
export const changedMeanwhile = (room: Room, caller: Member, kind: Kind, id: string, given: number): Refusal => {
  const conflict = detailOf(room, caller, kind, id, given)
  const { words } = new RevisionConflict({ kind, id, given: given + 1, current: conflict.current })
  return new Refusal('precondition-failed', words, { ETag: `"${conflict.current}"` }, { conflict })
}

const TAKEN: Words = {
  id: 'Id ini sudah dipakai catatan lain, atau pernah dipakai. Buat id baru, atau kirim id kosong.',
  en: 'This id belongs to another record, or once did. Make a new one, or send an empty id.',
}
export const idTaken = (room: Room, caller: Member, kind: Kind, id: string): Refusal => {
  const conflict = detailOf(room, caller, kind, id, 0)
  // Of a record that may not be known, not even how often it was changed.
  return new Refusal('conflict', TAKEN, {}, { conflict: conflict.record ? conflict : { ...conflict, current: 0 } })
}

const requireOwn = (entry: Entry, caller: Member): Entry => {
  if (entry.actor !== caller.person) throw new Refusal('conflict', OPERATION_USED)
  return entry
}

/** The entry that this operation became before; null where it is new. */
export const findAnswered = async (room: Room, caller: Member, operation: string): Promise<Entry | null> => {
  const seq = room.store.state.operations.get(operation)
  return seq === undefined ? null : requireOwn(await room.trail.entry(seq), caller)
}

/** Commits as this caller. */
export const commitAs = async (
  room: Room,
  caller: Member,
  operation: string,
  changes: readonly Change[],
): Promise<Entry> => {
  const { person: actor, organisation } = caller
  return requireOwn(await room.store.commit({ actor, organisation, operation, changes }), caller)
}

/** What an entry says of one record, as the answer to whoever changed it. */
export const acceptedOf = (entry: Entry, kind: Kind, id: string, notes: readonly Words[] = []): Accepted => {
  const change = entry.changes.find((one) => one.kind === kind && one.id === id)
  if (!change?.record) throw new Refusal('conflict', OPERATION_USED)
  return { kind, id, revision: change.revision, verification: change.record.verification, seq: entry.seq, notes }
}

/** One record's next state as one entry; whoever was slower is told what stands now. */
export const acceptOne = async (
  room: Room,
  caller: Member,
  operation: string,
  change: Change,
  notes: readonly Words[] = [],
): Promise<Accepted> => {
  const { kind, id, revision } = change
  try {
    return acceptedOf(await commitAs(room, caller, operation, [change]), kind, id, notes)
  } catch (error) {
    if (error instanceof RevisionConflict)
      throw revision === 1 ? idTaken(room, caller, kind, id) : changedMeanwhile(room, caller, kind, id, revision - 1)
    throw error
  }
}
