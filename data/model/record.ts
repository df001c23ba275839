import type { Activity } from './activity.ts'
import type { Agreement } from './agreement.ts'
import type { AuthorityArea } from './authority.ts'
import type { Convergence } from './convergence.ts'
import type { Figure } from './figure.ts'
import type { MatchDecision } from './match_decision.ts'
import type { Meeting } from './meeting.ts'
import type { Organisation } from './organisation.ts'
import type { Plan } from './plan.ts'
import type { Story } from './story.ts'
import type { Target } from './target.ts'
import type { Zone } from './zone.ts'

export const VERIFICATIONS = ['draft', 'submitted', 'verified', 'returned', 'archived'] as const
export type Verification = (typeof VERIFICATIONS)[number]

/**
 * `generalised`: everyone may see it, its sites only snapped to a coarse grid. `partners`: members of Sekber, signed in.
 * `organisation`: the organisation that keeps it, and moderators.
 */
export const VISIBILITIES = ['public', 'generalised', 'partners', 'organisation'] as const
export type Visibility = (typeof VISIBILITIES)[number]

/** `sourced`: a fact with a published source. `sample`: the seeded programme (contoh). `entered`: somebody's own entry. */
export type Origin = 'sourced' | 'sample' | 'entered'

/** Where a record comes from. `wording` is the source's own short label, kept beside ours; dates are ISO `YYYY-MM-DD`. */
export type Source = {
  readonly text: string
  readonly url?: string
  readonly date?: string
  readonly wording?: string
}

/** Why a moderator gave a record back: field by field, in the moderator's own words. */
export type Return = {
  readonly note?: string
  readonly fields: readonly { readonly field: string; readonly reason: string }[]
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
  /** Id of the organisation that keeps the record; without it the record says itself whose it is, see `keeperOf`. */
  readonly owner?: string
  /** The sender's own number for it; an import that brings it again updates the record. */
  readonly externalId?: string
  /** Only while `verification` is `returned`. */
  readonly returned?: Return
  /** Published at once by an organisation that is trusted; still to be looked at. */
  readonly awaitsReview?: true
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
  match: MatchDecision
  plan: Plan
  story: Story
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
  'match',
  'plan',
  'story',
] as const satisfies readonly Kind[]

export const isKind = (text: string): text is Kind => (KINDS as readonly string[]).includes(text)

/** The organisation that may change a record; null where only moderators may. */
export const keeperOf = ({ kind, record }: AnyRecord): string | null => {
  if (record.owner) return record.owner
  switch (kind) {
    case 'organisation':
      return record.id
    case 'activity':
      return record.organisations.find(({ role }) => role === 'implementer')?.id ?? record.organisations[0]?.id ?? null
    case 'target':
      return record.organisation
    default:
      return null
  }
}

const DAY_MS = 86_400_000

/** Whole days between the last confirmation and `today`, both ISO dates; never negative. */
export const freshnessDays = (record: Pick<RecordBase, 'confirmed'>, today: string): number =>
  Math.max(0, Math.round((Date.parse(today.slice(0, 10)) - Date.parse(record.confirmed.slice(0, 10))) / DAY_MS))
