import { completenessOf } from '../../data/model/completeness.ts'
import { type AnyRecord, freshnessDays, type Kind, keeperOf } from '../../data/model/record.ts'
import { stepsFor } from '../../data/model/review.ts'
import { standingVersion } from '../../data/model/standing.ts'
import type { WorkRecord } from '../../data/model/work.ts'
import type { Member } from '../access/caller.ts'
import { keyOf } from '../journal/state.ts'
import { openRecord } from './find.ts'
import type { Room } from './room.ts'

/** A record as this caller may work on it; who is not of its keeper sees what stands, and of its making nothing. */
export const viewRecord = (room: Room, caller: Member, kind: Kind, id: string): WorkRecord => {
  const { kept, seen, side, isNewest } = openRecord(room, caller, kind, id)
  const entry = { kind, record: seen.record } as AnyRecord
  const standing = isNewest ? standingVersion<Kind>(kept) : null
  return {
    kind,
    record: seen.record,
    revision: seen.revision,
    changed: {
      time: seen.time,
      actor: isNewest ? kept.actor : '',
      name: isNewest ? room.people.nameOf(kept.actor) : null,
    },
    standing: standing && standing.revision !== seen.revision ? standing.record : null,
    keeper: keeperOf(entry),
    steps: isNewest ? stepsFor(entry, side) : [],
    canSave: isNewest && side !== 'nobody' && seen.record.verification !== 'archived',
    completeness: completenessOf(entry),
    freshnessDays: freshnessDays(seen.record, room.today()),
    claim: isNewest ? room.claims.find(keyOf(kept)) : null,
  }
}
