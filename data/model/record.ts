import type { Activity } from './activity.ts'
import type { Agreement } from './agreement.ts'
import type { AuthorityArea } from './authority.ts'
import type { Convergence } from './convergence.ts'
import type { Figure } from './figure.ts'
import type { Meeting } from './meeting.ts'
import type { Organisation } from './organisation.ts'
import type { Target } from './target.ts'
import type { Zone } from './zone.ts'

export type Verification = 'draft' | 'submitted' | 'verified' | 'returned' | 'archived'
export type Visibility = 'public' | 'partners' | 'organisation'

/** `sourced`: a fact with a published source. `sample`: the seeded programme (contoh). `entered`: somebody's own entry. */
export type Origin = 'sourced' | 'sample' | 'entered'

/** Where a record comes from. `wording` is the source's own short label, kept beside ours; dates are ISO `YYYY-MM-DD`. */
export type Source = {
  readonly text: string
  readonly url?: string
  readonly date?: string
  readonly wording?: string
}

/** What every record carries, whatever it describes. `confirmed` is the day somebody last stood by it. */
export type RecordBase = {
  readonly id: string
  readonly origin: Origin
  readonly source: Source
  readonly enteredBy: string
  readonly confirmed: string
  readonly verification: Verification
  readonly visibility: Visibility
  readonly note?: string
}

export type RecordByKind = {
  organisation: Organisation
  activity: Activity
  target: Target
  zone: Zone
  authority: AuthorityArea
  agreement: Agreement
  meeting: Meeting
  figure: Figure
  convergence: Convergence
}

export type Kind = keyof RecordByKind
export type AnyRecord = { [K in Kind]: { readonly kind: K; readonly record: RecordByKind[K] } }[Kind]

export const KINDS = [
  'organisation',
  'activity',
  'target',
  'zone',
  'authority',
  'agreement',
  'meeting',
  'figure',
  'convergence',
] as const satisfies readonly Kind[]

export const isKind = (text: string): text is Kind => (KINDS as readonly string[]).includes(text)

/** Only a verified record that its owner made public is shown to everyone. */
export const isPublic = (record: RecordBase): boolean =>
  record.verification === 'verified' && record.visibility === 'public'

const DAY_MS = 86_400_000

/** Whole days between the last confirmation and `today`, both ISO dates; never negative. */
export const freshnessDays = (record: Pick<RecordBase, 'confirmed'>, today: string): number =>
  Math.max(0, Math.round((Date.parse(today.slice(0, 10)) - Date.parse(record.confirmed.slice(0, 10))) / DAY_MS))
