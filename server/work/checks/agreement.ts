import { type Party, refusalOf } from '../../../data/model/agreement_kind.ts'
import type { AnyRecord } from '../../../data/model/record.ts'
import type { Finding } from '../../../data/model/work.ts'
import { quote } from '../../problems.ts'
import { fault } from '../faults.ts'
import { findKept } from '../find.ts'
import type { Room } from '../room.ts'

const isWebAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)

const partiesOf = (ids: readonly { readonly id: string }[], room: Room): readonly Party[] =>
  ids.flatMap(({ id }) => {
    const kept = findKept(room, 'organisation', id)
    return kept?.kind === 'organisation' ? [kept.record] : []
  })

/** A legal form that its parties may not choose, and documents that lead nowhere. */
export const agreementOf = (entry: AnyRecord, room: Room): readonly Finding[] => {
  if (entry.kind !== 'agreement') return []
  const { kind, parties, documents = [] } = entry.record
  const refusal = refusalOf(kind, partiesOf(parties, room))
  return [
    ...(refusal ? [fault('kind', 'kind_refused', refusal)] : []),
    ...documents.flatMap(({ url }, index) =>
      isWebAddress(url)
        ? []
        : [
            fault(`documents.${index}.url`, 'address', {
              id: `${quote(url)} bukan alamat web. Tulis lengkap, misalnya https://sintang.go.id/naskah.pdf.`,
              en: `${quote(url)} is no web address. Write it whole, such as https://sintang.go.id/text.pdf.`,
            }),
          ],
    ),
  ]
}
