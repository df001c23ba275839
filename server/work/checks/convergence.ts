import { type Code, isWithin } from '../../../data/model/codes.ts'
import { CONVERGENCE_QUESTIONS, type Convergence, isProgramme } from '../../../data/model/convergence.ts'
import type { AnyRecord } from '../../../data/model/record.ts'
import type { Side } from '../../../data/model/review.ts'
import type { Words } from '../../../data/model/words.ts'
import type { Finding } from '../../../data/model/work.ts'
import type { Member } from '../../access/caller.ts'
import { fault } from '../faults.ts'
import { findKept } from '../find.ts'
import type { Room } from '../room.ts'

const NOT_A_PROGRAMME: Words = {
  id: 'Sebut programnya: isi "programme" dengan id program yang ada, misalnya kerapu.',
  en: 'Name the programme: write the id of one that there is as "programme", such as kerapu.',
}
const OUTSIDE: Words = {
  id: 'Tempat ini bukan desa program itu dan bukan pulau di dalamnya. Pilih dari daftar program.',
  en: 'This is no village of that programme and no island in one. Choose from the programme.',
}
const UNLISTED: Words = {
  id: 'Sel ini menyebut tempat atau pihak yang tidak ada di "places" dan "parties". Tambahkan di sana.',
  en: 'This cell names a place or party that is not among "places" and "parties". Add it there.',
}
const EMPTY: Words = {
  id: 'Belum ada jawaban. Isi sekurangnya satu ya atau tidak; "belum ada data" tidak dicatat.',
  en: 'Nothing is answered. Give at least one yes or no; "no data" is not recorded.',
}
const UNDATED: Words = {
  id: 'Isi tanggal dokumennya: yang terbaru yang berlaku.',
  en: 'Give the date of the document: the newest counts.',
}
const NOT_YOURS: Words = {
  id: 'Anda mencatat untuk lembaga sendiri dan pemerintah kabupaten sendiri. Pihak lain dicatat oleh Sekber.',
  en: 'You record for your own organisation and your own regency. Other parties are recorded by Sekber.',
}

const organisationIn = (room: Room, id: string) => {
  const kept = findKept(room, 'organisation', id)
  return kept?.kind === 'organisation' ? kept.record : null
}

const programmeIn = (room: Room, id: string): Convergence | null => {
  const kept = findKept(room, 'convergence', id)
  return kept?.kind === 'convergence' && isProgramme(kept.record) ? kept.record : null
}

const isOf = ({ places }: Convergence, place: Code, { geography }: Room['world']): boolean => {
  const village = geography.find(place)?.village ?? place
  return places.some((one) => isWithin(village, one))
}

/** A planner speaks for the own organisation and for the regency it is of. */
const isOwnParty = (room: Room, party: string, { organisation }: Member): boolean => {
  if (party === organisation) return true
  const own = organisation === null ? undefined : organisationIn(room, organisation)?.region
  const other = organisationIn(room, party)
  return own !== undefined && other?.region === own
}

const reportFaults = (report: Convergence, programme: Convergence, { world }: Room): Finding[] => {
  const isAnswered =
    report.cells.some((cell) => CONVERGENCE_QUESTIONS.some((question) => cell[question] !== null)) ||
    (report.works ?? []).length > 0
  return [
    ...report.places.flatMap((place, at) =>
      isOf(programme, place, world) ? [] : [fault(`places.${at}`, 'outside', OUTSIDE)],
    ),
    ...(isAnswered ? [] : [fault('cells', 'missing', EMPTY)]),
    ...(report.source.date ? [] : [fault('source.date', 'missing', UNDATED)]),
  ]
}

/** What a programme or a report on one may not say, and who may not say it. */
export const convergenceOf = (entry: AnyRecord, room: Room, side: Side, caller: Member): readonly Finding[] => {
  if (entry.kind !== 'convergence') return []
  const { record } = entry
  const programme = record.programme === undefined ? record : programmeIn(room, record.programme)
  if (!programme || (side === 'keeper' && programme === record)) return [fault('programme', 'unknown', NOT_A_PROGRAMME)]
  const parties = new Set(record.parties.map(({ id }) => id))
  const places = new Set(record.places)
  const isBeyond = side === 'keeper' && record.parties.some(({ id }) => !isOwnParty(room, id, caller))
  return [
    ...[...record.cells.entries()].flatMap(([at, { place, party }]) =>
      places.has(place) && parties.has(party) ? [] : [fault(`cells.${at}`, 'unknown', UNLISTED)],
    ),
    ...(programme === record ? [] : reportFaults(record, programme, room)),
    ...(isBeyond ? [fault('parties', 'organisation', NOT_YOURS)] : []),
  ]
}
