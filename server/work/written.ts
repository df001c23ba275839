import { hasConsent } from '../../data/model/disclosure.ts'
import { type AnyRecord, type Kind, keeperOf, type RecordBase, type RecordByKind } from '../../data/model/record.ts'
import type { By } from '../../data/model/review.ts'
import type { Words } from '../../data/model/words.ts'
import type { Member } from '../access/caller.ts'
import type { Given } from './form.ts'

type Outcome = Pick<RecordBase, 'verification' | 'awaitsReview'>

const KEPT_CLOSE: Words = {
  id: 'Tempat peka tanpa persetujuan disimpan untuk lembaga Anda saja. Catat persetujuannya untuk membukanya.',
  en: 'A sensitive place without consent is kept for your organisation alone. Record the consent to show it.',
}

/** A sensitive place that nobody gave leave to show stays with its organisation, whatever was asked. */
export const consentNotes = <K extends Kind>(kind: K, given: Given<K>): readonly Words[] => {
  const entry = { kind, record: given } as unknown as AnyRecord
  const isBare =
    entry.kind === 'activity' && entry.record.sensitive !== undefined && !hasConsent(entry.record.sensitive)
  return isBare && given.visibility !== 'organisation' ? [KEPT_CLOSE] : []
}

/** Whose the record is: its keeper cannot give it away, Sekber can. */
const ownerOf = (entry: AnyRecord, before: AnyRecord | null, caller: Member, side: By['side']): string | undefined => {
  const { owner, ...own } = entry.record
  if (side === 'sekber') return owner ?? before?.record.owner
  const kept = before?.record.owner
  const isOwn = keeperOf({ kind: entry.kind, record: own } as AnyRecord) === caller.organisation
  return kept ?? (isOwn ? undefined : (caller.organisation ?? undefined))
}

/** What was given with what only the server writes: who entered it, whose it is, where it stands in review. */
export const writeRecord = <K extends Kind>(
  kind: K,
  given: Given<K>,
  {
    before,
    caller,
    by,
    outcome,
  }: {
    readonly before: RecordByKind[K] | null
    readonly caller: Member
    readonly by: By
    readonly outcome: Outcome
  },
): { readonly record: RecordByKind[K]; readonly notes: readonly Words[] } => {
  const { owner: _, ...rest } = given
  const asEntry = (record: unknown) => ({ kind, record }) as unknown as AnyRecord
  const owner = ownerOf(asEntry(given), before && asEntry(before), caller, by.side)
  const record = {
    ...rest,
    ...(owner === undefined ? {} : { owner }),
    origin: before?.origin ?? 'entered',
    enteredBy: before?.enteredBy ?? caller.person,
    ...outcome,
    ...(outcome.verification === 'returned' && before?.returned ? { returned: before.returned } : {}),
  } as unknown as RecordByKind[K]
  const notes = consentNotes(kind, given)
  return { record: notes.length > 0 ? { ...record, visibility: 'organisation' } : record, notes }
}

const NOT_YOUR_TARGET: Words = {
  id: 'Target ini bukan milik perangkat daerah Anda. Isi "organisation" dengan lembaga Anda sendiri.',
  en: 'This target is not of your department. Write your own organisation as "organisation".',
}
const NOT_TAKING_PART: Words = {
  id: 'Lembaga Anda tidak ikut dalam kegiatan ini. Tambahkan lembaga Anda beserta perannya.',
  en: 'Your organisation takes no part in this activity. Add it with its role.',
}

/** What keepers may not say in the name of others; null where all is well. */
export const overreach = (
  { kind, record }: AnyRecord,
  { organisation }: Member,
): { field: string; words: Words } | null => {
  if (kind === 'target' && record.organisation !== organisation)
    return { field: 'organisation', words: NOT_YOUR_TARGET }
  const isAbsent =
    kind === 'activity' &&
    record.organisations.length > 0 &&
    record.organisations.every(({ id }) => id !== organisation)
  return isAbsent ? { field: 'organisations', words: NOT_TAKING_PART } : null
}
