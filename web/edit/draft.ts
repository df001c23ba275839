import type { Activity, Photo } from '../../data/model/activity.ts'
import type { Save } from '../../data/model/work.ts'
import { EMPTY_FIELDS, type Fields, fieldsOf, saidIn } from './fields.ts'
import { newId } from './new_id.ts'
import { type DraftSite, draftSites, sitesOf } from './sites.ts'

/** A picture of the draft: one the server has under `id`, or one that only this device has yet. */
export type DraftPhoto = {
  readonly key: string
  readonly id: string | null
  readonly blob: Blob | null
  readonly caption: string
  readonly takenOn: string | null
}

export type Sending = Save<'activity'>
export type SentRecord = Sending['record']

/** A save whose answer never came: it is sent again as it was, before anything newer. */
export type Unanswered = { readonly revision: number | null; readonly body: Sending }

/** An activity as it is being marked on this device. */
export type Draft = {
  /** Id the record has or will have; made here, so that it can be marked without a network. */
  readonly id: string
  /** The record the draft began from; null for a new one. */
  readonly base: { readonly record: Activity; readonly revision: number } | null
  readonly fields: Fields
  readonly sites: readonly DraftSite[]
  readonly photos: readonly DraftPhoto[]
  readonly unanswered: Unanswered | null
}

const keptPhoto = ({ id, caption, takenOn }: Photo): DraftPhoto => ({
  key: id,
  id,
  blob: null,
  caption: caption ?? '',
  takenOn: takenOn ?? null,
})

/** A partner's own organisation carries its work out. */
export const newDraft = (organisation: string | null): Draft => ({
  id: `a-${newId()}`,
  base: null,
  fields: { ...EMPTY_FIELDS, organisations: organisation ? [{ id: organisation, role: 'implementer' }] : [] },
  sites: [],
  photos: [],
  unanswered: null,
})

export const draftOf = (record: Activity, revision: number): Draft => ({
  id: record.id,
  base: { record, revision },
  fields: fieldsOf(record),
  sites: draftSites(record.sites),
  photos: (record.photos ?? []).map(keptPhoto),
  unanswered: null,
})

/** Nothing in it is worth keeping. */
export const isUntouched = ({ base, fields, sites, photos }: Draft): boolean =>
  base === null &&
  sites.length === 0 &&
  photos.length === 0 &&
  JSON.stringify({ ...fields, organisations: [] }) === JSON.stringify(EMPTY_FIELDS)

const photoOf = ({ id, caption, takenOn }: DraftPhoto): readonly Photo[] =>
  id ? [{ id, ...(caption.trim() ? { caption: caption.trim() } : {}), ...(takenOn ? { takenOn } : {}) }] : []

/** What the server writes, and what the form says itself: nothing of the old record must survive there. */
const OWN = [
  'origin',
  'enteredBy',
  'verification',
  'returned',
  'awaitsReview',
  'budgetIdr',
  'beneficiaries',
  'planningDocument',
  'note',
  'sensitive',
  'photos',
] as const

const inherited = (record: Activity | undefined): Partial<Activity> =>
  Object.fromEntries(Object.entries(record ?? {}).filter(([name]) => !(OWN as readonly string[]).includes(name)))

/**
 * The record to send; `today` (ISO date) is the day its author stands by it, and `source` names where it comes from when
 * nothing else was said.
 */
export const recordOf = ({ id, base, fields, sites, photos }: Draft, today: string, source: string): SentRecord => {
  const said = saidIn(fields)
  const kept = photos.flatMap(photoOf)
  return {
    ...inherited(base?.record),
    ...said,
    id,
    sites: sitesOf(sites),
    confirmed: today,
    source: said.source.text ? said.source : { ...said.source, text: source, date: said.source.date ?? today },
    ...(kept.length > 0 ? { photos: kept } : {}),
  } as SentRecord
}
