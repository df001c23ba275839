import type { AsOf, ChangeAnswer, UnitLevel } from './answers.ts'
import type { Code } from './codes.ts'
import type { VerdictCounts } from './verdict.ts'

/** What is counted of one side, today's or the scenario's. Activities count once, wherever and at however many places they are. */
export type ScenarioFigures = {
  readonly counts: VerdictCounts
  /** Units with a target of the theme that is due. */
  readonly targeted: number
  /** Units where at least one partner works on the theme. */
  readonly served: number
  readonly activities: number
  /** Partners that carry those out; departments are not among them. */
  readonly partners: number
  /** Of targets that ask for hectares: all of them, what is served and what is short; null where there are none. */
  readonly targetHectares: { readonly targetHa: number; readonly servedHa: number; readonly shortHa: number } | null
  /** Where areas of two or more organisations meet. */
  readonly overlapHa: number
  /** `of` activities, `known` how many of them state the figure. */
  readonly budget: { readonly totalIdr: number; readonly known: number; readonly of: number }
  readonly beneficiaries: { readonly total: number; readonly known: number; readonly of: number }
}

/** Why a change moves nothing in the question that was asked; null where it counts. */
export type Idle = 'other_theme' | 'other_period' | 'elsewhere' | 'stopped'

/** `POST /api/scenario`: today and the scenario side by side. Nothing of it is recorded. */
export type ScenarioAnswer = {
  readonly asOf: AsOf
  readonly region: Code
  readonly theme: string
  readonly period: string
  readonly level: UnitLevel
  /** Units of the region. */
  readonly denominator: number
  readonly sample: boolean
  readonly today: ScenarioFigures
  readonly scenario: ScenarioFigures
  /** Units whose verdict differs, in order of code; what a change adds is named by its imagined id, `+1` for the first. */
  readonly units: ChangeAnswer['units']
  /** In the order of the changes: villages and islands of the region that each reaches or leaves. */
  readonly changes: readonly { readonly places: readonly Code[]; readonly idle: Idle | null }[]
}
