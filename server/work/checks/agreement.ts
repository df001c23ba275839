import { type Party, refusalOf } from '../../../data/model/agreement_kind.ts'
import type { AnyRecord } from '../../../data/model/record.ts'
import type { Finding } from '../../../data/model/work.ts'
import { fault } from '../faults.ts'
import { findKept } from '../find.ts'
import type { Room } from '../room.ts'

const partiesOf = (ids: readonly { readonly id: string }[], room: Room): readonly Party[] =>
  ids.flatMap(({ id }) => {
    const kept = findKept(room, 'organisation', id)
    return kept?.kind === 'organisation' ? [kept.record] : []
  })

/** A legal form that its parties may not choose. */
export const agreementOf = (entry: AnyRecord, room: Room): readonly Finding[] => {
  if (entry.kind !== 'agreement') return []
  const { kind, parties } = entry.record
  const refusal = refusalOf(kind, partiesOf(parties, room))
  return refusal ? [fault('kind', 'kind_refused', refusal)] : []
}
