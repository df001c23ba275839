import type { ActivityStatus, SiteGeometry } from './activity.ts'
import type { MatchAnswer } from './answers.ts'
import type { Code } from './codes.ts'
import type { Span } from './period.ts'
import type { CallerRole, PersonRole, PersonSummary, Scope } from './person.ts'
import type { AnyRecord, Kind, RecordByKind, Return, Verification, Visibility } from './record.ts'
import type { Words } from './words.ts'

/** Who is signed in here. `GET /api/session` */
export type SessionAnswer = {
  readonly person: PersonSummary | null
  readonly organisation: { readonly id: string; readonly name: string; readonly isTrusted: boolean } | null
  /** A moderator or admin without a second factor may do nothing but set one up. */
  readonly mustSetTotp: boolean
  readonly role: CallerRole
}

/** One open session of the person who asks. `GET /api/sessions` */
export type SessionSummary = {
  readonly id: string
  readonly created: string
  readonly lastSeen: string
  /** Browser and system in a few words. */
  readonly device: string
  readonly isThis: boolean
}

/** `link` is whole only in the answer to its making: its secret is kept as a hash. */
export type InvitationSummary = {
  readonly id: string
  readonly organisation: string | null
  readonly role: PersonRole
  readonly email?: string
  readonly expires: string
  readonly state: 'open' | 'used' | 'expired' | 'revoked'
}
export type InvitationMade = InvitationSummary & {
  readonly link: string
  readonly qrSvg: string
  /** Also sent by mail, where a mail server is configured. */
  readonly isMailed: boolean
}

export type TokenSummary = {
  readonly id: string
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly created: string
  readonly lastUsed: string | null
  readonly expires: string
}
export type TokenMade = TokenSummary & { readonly token: string }

/** Steps a record can be taken through, besides being saved; each is one journal entry. */
export const STEPS = ['submit', 'withdraw', 'verify', 'return', 'archive', 'restore', 'confirm', 'status'] as const
export type Step = (typeof STEPS)[number]

/** A record as those see it who may work on it. `GET /api/work/records/{kind}/{id}`; the ETag is the revision. */
export type WorkRecord<K extends Kind = Kind> = {
  readonly kind: K
  readonly record: RecordByKind[K]
  readonly revision: number
  /** Id and name of who changed it last, and when. */
  readonly changed: { readonly time: string; readonly actor: string; readonly name: string | null }
  /** The last verified version where it differs: what everyone still sees. */
  readonly standing: RecordByKind[K] | null
  readonly keeper: string | null
  readonly steps: readonly Step[]
  readonly canSave: boolean
  readonly completeness: { readonly share: number; readonly missing: readonly string[] }
  readonly freshnessDays: number
  readonly claim: Claim | null
}

/** Who is looking at a record right now, so that two moderators do not both decide. */
export type Claim = { readonly person: string; readonly name: string; readonly until: string }

/** One line of "my work" or of the review queue. */
export type WorkLine = {
  readonly kind: Kind
  readonly id: string
  readonly title: string
  readonly keeper: string | null
  readonly keeperName: string | null
  readonly verification: Verification
  readonly visibility: Visibility
  readonly awaitsReview: boolean
  readonly status: string | null
  readonly revision: number
  readonly changed: string
  readonly confirmed: string
  readonly freshnessDays: number
  readonly completeness: number
  readonly villages: readonly Code[]
  readonly bbox: readonly [number, number, number, number] | null
  readonly claim: Claim | null
  readonly isSample: boolean
}

/** `GET /api/work/records` and `GET /api/review` */
export type WorkList = {
  readonly numberMatched: number
  readonly lines: readonly WorkLine[]
  readonly next: string | null
}

/** What was accepted. The same operation sent twice gives the same answer and changes nothing. */
export type Accepted = {
  readonly kind: Kind
  readonly id: string
  readonly revision: number
  readonly verification: Verification
  readonly seq: number
  /** What was mended on the way in, such as a ring that crossed itself. */
  readonly notes: readonly Words[]
}

export type Severity = 'error' | 'warning' | 'question'

/** Something about a record that its author should know; an `error` keeps it from being submitted, never from being a draft. */
export type Finding = {
  /** As in the record: `sites.0.geometry`, `period.start`. */
  readonly field: string
  readonly severity: Severity
  /** A word for programs: `outside`, `sea`, `swapped`, `crossing`, `duplicate`, `missing`, ... */
  readonly name: string
  readonly words: Words
  /** What one tap would put in the field's place. */
  readonly remedy?: { readonly words: Words; readonly value: unknown }
}

export type Twin = { readonly id: string; readonly title: string; readonly reason: Words; readonly score: number }

/** `POST /api/work/check` */
export type CheckAnswer = {
  readonly findings: readonly Finding[]
  /** Where the sites lie, by their geometry. */
  readonly villages: readonly { readonly code: Code; readonly name: string; readonly areaHa: number | null }[]
  readonly districts: readonly { readonly code: Code; readonly name: string }[]
  /** From the themes. */
  readonly urusan: readonly string[]
  readonly twins: readonly Twin[]
  readonly completeness: { readonly share: number; readonly missing: readonly string[] }
}

/** What an entry gives back at once. `GET /api/work/records/activity/{id}/reward` */
export type RewardAnswer = {
  readonly serves: readonly {
    readonly target: string
    readonly title: string
    readonly department: string
    /** Units of the target where this work is the only partner's. */
    readonly closes: readonly { readonly code: Code; readonly name: string }[]
    readonly reaches: number
    /** Still waiting for a moderator: then `closes` is what it will be. */
    readonly isVerified: boolean
  }[]
  readonly matches: MatchAnswer
  readonly completeness: { readonly share: number; readonly missing: readonly string[] }
  readonly profile: string
}

/** One earlier state of a record. `GET /api/work/records/{kind}/{id}/history`, newest first. */
export type HistoryLine<K extends Kind = Kind> = {
  readonly revision: number
  readonly seq: number
  readonly time: string
  readonly actor: string
  readonly name: string | null
  readonly organisation: string | null
  readonly operation: string
  readonly changed: readonly string[]
  readonly record: RecordByKind[K] | null
}

/** One entry of the journal for admins. `GET /api/journal` */
export type JournalLine = {
  readonly seq: number
  readonly time: string
  readonly actor: string
  readonly name: string | null
  readonly organisation: string | null
  readonly operation: string
  /** How many records it changed; `changes` names the first of them. */
  readonly count: number
  readonly changes: readonly {
    readonly kind: Kind
    readonly id: string
    readonly revision: number
    readonly title: string | null
  }[]
}

/** What a 409 or 412 carries beside the words, so that a screen can ask field by field. */
export type ConflictDetail = {
  readonly kind: Kind
  readonly id: string
  readonly given: number
  readonly current: number
  /** The record as it stands; null when it was taken away. */
  readonly record: AnyRecord['record'] | null
  readonly by: string | null
}

/** What the sender of a record does not decide: the server writes it. */
export type Written = 'enteredBy' | 'origin' | 'verification' | 'returned' | 'awaitsReview'

/**
 * Body of `POST /api/work/records/{kind}` and `PUT /api/work/records/{kind}/{id}`. `operation` is made by the sender (a
 * UUID) and makes sending again harmless; with `submit` the record goes to review at once.
 */
export type Save<K extends Kind = Kind> = {
  readonly operation: string
  readonly record: Omit<RecordByKind[K], Written>
  readonly submit?: boolean
}

/** Body of `POST /api/work/records/{kind}/{id}/{step}`; `status` belongs to the step of that name, `returned` to `return`, `revision` to `restore`. */
export type StepAsked = {
  readonly operation: string
  readonly status?: ActivityStatus
  readonly returned?: Return
  readonly revision?: number
}

/** One site of an activity that the public map does not show, or only coarsely. */
export type MemberFeature = {
  readonly type: 'Feature'
  readonly geometry: SiteGeometry
  readonly properties: {
    readonly id: string
    readonly title: string
    readonly keeper: string
    readonly themes: readonly string[]
    readonly period: Span
    readonly status: ActivityStatus
    readonly verification: Verification
    readonly visibility: Visibility
    /** The asker's organisation keeps it. */
    readonly isOwn: boolean
    /** A whole place is meant, not the position that stands for it. */
    readonly place: string | null
  }
}

/** `activities` are all that match; the features show the first of them where there are too many. `GET /api/work/map` */
export type MemberMap = {
  readonly type: 'FeatureCollection'
  readonly activities: number
  readonly shown: number
  readonly features: readonly MemberFeature[]
}
