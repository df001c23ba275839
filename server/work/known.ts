import type { Kind } from '../../data/model/record.ts'
import type { Member } from '../access/caller.ts'
import { findKept, seenByMember } from './find.ts'
import type { References } from './references.ts'
import type { Room } from './room.ts'

/** What a caller's records may refer to: what they can see themselves, so that a refusal tells nothing they may not know. */
export const knownTo = (room: Room, caller: Member): References => {
  const { world, store } = room
  const sees = (kind: Kind, id: string): boolean => {
    const kept = findKept(room, kind, id)
    return kept !== null && kept.record.verification !== 'archived' && seenByMember(caller, kept, room) !== null
  }
  return {
    themes: world.themes.map(({ id }) => id),
    urusan: world.urusan.map(({ id }) => id),
    geography: world.geography,
    knowsOrganisation: (id) => sees('organisation', id),
    knowsAgreement: (id) => sees('agreement', id),
    knowsActivity: (id) => sees('activity', id),
    knowsZone: (id) => sees('zone', id),
    knowsPhoto: room.photos.has,
    organisations: () =>
      [...store.state.records.values()].flatMap((kept) =>
        kept.kind === 'organisation' && seenByMember(caller, kept, room) ? [kept.id] : [],
      ),
  }
}
