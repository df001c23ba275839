import { isModerating } from '../../data/model/person.ts'
import { type AnyRecord, type Kind, keeperOf } from '../../data/model/record.ts'
import { type Side, sideOf } from '../../data/model/review.ts'
import { type Seen, seenBy } from '../../data/model/seen.ts'
import type { Member } from '../access/caller.ts'
import { type Kept, keyOf } from '../journal/state.ts'
import { notFound, quote, type Refusal } from '../problems.ts'
import type { Room } from './room.ts'

/** True for those who see the newest state of a record, drafts too: its keeper's people and Sekber. */
export const seesNewest = ({ role, organisation }: Member, entry: AnyRecord): boolean =>
  isModerating(role) || (organisation !== null && keeperOf(entry) === organisation)

/** What a member sees of a record: its keeper and Sekber its newest state, others what stands for members; null where nothing. */
export const seenByMember = (caller: Member, kept: Kept, { world }: Room): Seen | null =>
  seesNewest(caller, kept as AnyRecord) ? { ...kept, isWhole: true } : seenBy('members', kept, world.coarsening)

export const findKept = (room: Room, kind: Kind, id: string): Kept | null =>
  room.store.state.records.get(keyOf({ kind, id })) ?? null

/** The same words whether it never was or may not be known. */
export const noRecord = (kind: Kind, id: string): Refusal =>
  notFound({
    id: `Tidak ada catatan ${kind} ${quote(id)} yang dapat Anda buka. Cari di daftar pekerjaan Anda.`,
    en: `There is no ${kind} record ${quote(id)} that you may open. Look for it in the list of your work.`,
  })

export type Opened = { readonly kept: Kept; readonly seen: Seen; readonly side: Side; readonly isNewest: boolean }

export const openRecord = (room: Room, caller: Member, kind: Kind, id: string): Opened => {
  const kept = findKept(room, kind, id)
  const seen = kept && seenByMember(caller, kept, room)
  if (!kept || !seen) throw noRecord(kind, id)
  const entry = kept as AnyRecord
  return { kept, seen, side: sideOf(caller, entry), isNewest: seesNewest(caller, entry) }
}
