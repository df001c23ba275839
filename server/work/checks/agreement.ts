import type { Agreement } from '../../../data/model/agreement.ts'
import { type Party, refusalOf } from '../../../data/model/agreement_kind.ts'
import type { AnyRecord } from '../../../data/model/record.ts'
import type { Finding } from '../../../data/model/work.ts'
import { quote } from '../../problems.ts'
import { fault } from '../faults.ts'
import { findKept } from '../find.ts'
import type { Room } from '../room.ts'

const partiesOf = (ids: readonly { readonly id: string }[], room: Room): readonly Party[] =>
  ids.flatMap(({ id }) => {
    const kept = findKept(room, 'organisation', id)
    return kept?.kind === 'organisation' ? [kept.record] : []
  })

/** A step that the board does not have in that stage. */
const unknownStep = ({ stage, step }: Agreement, { world }: Room): Finding[] => {
  const own = world.agreementStages.filter((one) => one.stage === stage)
  if (step === undefined || own.some(({ id }) => id === step)) return []
  const known = own.map(({ id }) => id).join(', ')
  return [
    fault('step', 'step_unknown', {
      id: `Papan kesepakatan tidak punya langkah ${quote(step)} pada tahap ini. Pilih: ${known}, atau kosongkan.`,
      en: `The board of agreements has no step ${quote(step)} in this stage. Choose ${known}, or leave it out.`,
    }),
  ]
}

/** A legal form that its parties may not choose, or a step that is not on the board. */
export const agreementOf = (entry: AnyRecord, room: Room): readonly Finding[] => {
  if (entry.kind !== 'agreement') return []
  const { kind, parties } = entry.record
  const refusal = refusalOf(kind, partiesOf(parties, room))
  return [...(refusal ? [fault('kind', 'kind_refused', refusal)] : []), ...unknownStep(entry.record, room)]
}
