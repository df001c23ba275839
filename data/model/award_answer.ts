import type { AsOf } from './answers.ts'
import type { AwardRow } from './award.ts'
import type { EvidenceLine } from './award_evidence.ts'
import type { AwardCriterion } from './award_weights.ts'
import type { Code } from './codes.ts'
import type { WeightsFrom } from './matching.ts'
import type { OrganisationKind } from './organisation.ts'
import type { Origin } from './record.ts'

/** A weight as given, and its share of all of them, 0-1: shares add up to 1 whatever the given ones add up to. */
export type AwardWeightLine = { readonly name: AwardCriterion; readonly given: number; readonly share: number }

export type AwardLine = AwardRow & { readonly kind: OrganisationKind; readonly origin: Origin }

/** A line of evidence with what a reader needs to know it by. */
export type ToldEvidence = EvidenceLine & {
  readonly title: string
  /** ISO date when somebody last stood by the record; null for a village. */
  readonly confirmed: string | null
}

/** One partner's scores, each down to the records it stands on. */
export type AwardDossier = {
  readonly organisation: string
  readonly criteria: readonly {
    readonly name: AwardCriterion
    readonly lines: readonly ToldEvidence[]
  }[]
  /** Titles of the records the lines go through, by `kind/id`. */
  readonly titles: { readonly [record: string]: string }
}

/** `GET /api/award?region=&period=[&weights=][&partner=]` */
export type AwardAnswer = {
  readonly asOf: AsOf
  readonly region: Code
  readonly period: string
  /** ISO date that freshness is counted from. */
  readonly today: string
  readonly weights: readonly AwardWeightLine[]
  readonly weightsFrom: WeightsFrom
  /** Partners on record; those without an activity of their own in the region and period are not ranked. */
  readonly partners: number
  readonly ranking: readonly AwardLine[]
  /** Of the partner asked for; null without one, or where it is not ranked. */
  readonly dossier: AwardDossier | null
  /** True when any record behind the answer is sample data. */
  readonly sample: boolean
}
