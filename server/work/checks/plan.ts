import { isModerating } from '../../../data/model/person.ts'
import { findingsOf } from '../../../data/model/plan_checks.ts'
import type { AnyRecord } from '../../../data/model/record.ts'
import type { Finding } from '../../../data/model/work.ts'
import type { Member } from '../../access/caller.ts'
import { quote } from '../../problems.ts'
import { fault } from '../faults.ts'
import { findKept, seenByMember } from '../find.ts'
import type { Room } from '../room.ts'

/** A zone has one plan: two would contradict each other and its own actions. */
const doubled = (id: string, zone: string | undefined, room: Room, caller: Member): Finding[] => {
  if (zone === undefined) return []
  const other = [...room.store.state.records.values()].find(
    (kept) =>
      kept.kind === 'plan' &&
      kept.id !== id &&
      kept.record.zone === zone &&
      kept.record.verification !== 'archived' &&
      seenByMember(caller, kept, room) !== null,
  )
  if (other?.kind !== 'plan') return []
  return [
    fault('zone', 'taken', {
      id: `Zona ini sudah punya rencana: ${quote(other.record.name)}. Ubah rencana itu.`,
      en: `This zone has a plan already: ${quote(other.record.name)}. Change that one.`,
    }),
  ]
}

/** Whoever is not Sekber plans for a zone of its own. */
const strange = (zone: string | undefined, room: Room, caller: Member): Finding[] => {
  const kept = zone === undefined || isModerating(caller.role) ? null : findKept(room, 'zone', zone)
  if (kept?.kind !== 'zone' || kept.record.owner === caller.organisation) return []
  return [
    fault('zone', 'organisation', {
      id: 'Zona ini milik lembaga lain. Minta Sekber atau lembaga itu menyusun rencananya.',
      en: 'This zone belongs to another organisation. Ask Sekber or that organisation to plan for it.',
    }),
  ]
}

/** What makes a plan contradict itself; what is only unwise is told on screen and kept. */
export const planOf = ({ kind, record }: AnyRecord, room: Room, caller: Member): readonly Finding[] =>
  kind === 'plan'
    ? [
        ...findingsOf(record).filter(({ severity }) => severity === 'error'),
        ...doubled(record.id, record.zone, room, caller),
        ...strange(record.zone, room, caller),
      ]
    : []
