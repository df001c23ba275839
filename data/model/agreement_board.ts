import type { Agreement, AgreementKind, AgreementStage } from './agreement.ts'
import type { BoardStage } from './agreement_stages.ts'
import type { AsOf } from './answers.ts'
import type { Code } from './codes.ts'
import type { OrganisationKind } from './organisation.ts'
import type { Origin } from './record.ts'

/** One agreement on the board. */
export type AgreementLine = {
  readonly id: string
  readonly title: string
  readonly kind: AgreementKind
  /** What the source calls it. */
  readonly wording: string | null
  readonly stage: AgreementStage
  /** The column it stands in. */
  readonly column: string
  /** It has been there for more days than the column should take. */
  readonly isLate: boolean
  /** ISO date on which it came to its stage, as far as that is on record. */
  readonly since: string | null
  readonly daysInStage: number | null
  readonly parties: readonly {
    readonly id: string
    readonly name: string
    readonly kind: OrganisationKind | null
    readonly role?: string
    /** The source's own name where it differs. */
    readonly wording?: string
  }[]
  readonly fields: Agreement['fields']
  readonly region: Code
  readonly scope: readonly Code[]
  /** Villages of its scope, of all of its region where no scope is named. */
  readonly villages: number
  /** Activities that hang on it. */
  readonly activities: number
  readonly end: string | null
  /** Negative once it has ended. */
  readonly daysToEnd: number | null
  readonly next: { readonly step: string; readonly organisation: string | null; readonly due: string | null } | null
  readonly carriesOut: string | null
  readonly origin: Origin
}

/** `GET /api/agreements[?region&party]`: the oldest in its stage first. */
export type AgreementBoard = {
  readonly asOf: AsOf
  readonly columns: readonly BoardStage[]
  readonly lines: readonly AgreementLine[]
}

const DAY_MS = 86_400_000

/** Whole days from one ISO date to another. */
export const daysFrom = (from: string, to: string): number =>
  Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / DAY_MS)

/** When it came to the stage it is in, or to its own step there: the last date on record for that. */
export const sinceOf = ({ stage, step, stages }: Pick<Agreement, 'stage' | 'step' | 'stages'>): string | null =>
  stages.reduce<string | null>(
    (last, one) =>
      one.stage === stage && (step === undefined || one.step === step) && (last === null || one.date > last)
        ? one.date
        : last,
    null,
  )
