import type { AsOf } from './answers.ts'
import type { Code, Level } from './codes.ts'
import type { Span } from './period.ts'
import type { Plan } from './plan.ts'
import type { PlanFigures, Share } from './plan_figures.ts'
import type { Origin } from './record.ts'

/** A party by name; what nobody carries yet has neither. */
export type NamedShare = Share & { readonly name: string | null }

/** One plan in the list. */
export type PlanLine = {
  readonly id: string
  readonly name: string
  /** Read from a zone's own actions: nobody has kept it as a plan yet. */
  readonly isReadIn: boolean
  readonly region: Code
  /** Names of its places, of the zone first. */
  readonly where: readonly string[]
  readonly agreement: { readonly id: string; readonly title: string } | null
  readonly span: Span | null
  readonly figures: PlanFigures
  readonly origin: Origin
  /** ISO date somebody last stood by it. */
  readonly confirmed: string
}

/** `GET /api/plans[?region&partner&on]`; `on` is the ISO date that overdue is counted at. */
export type PlanList = {
  readonly asOf: AsOf
  readonly on: string
  readonly plans: readonly PlanLine[]
  readonly figures: PlanFigures
  readonly shares: readonly NamedShare[]
}

/** `GET /api/plans/{id}[?on]`: the one answer behind table, timeline and map. `id` may be a zone's. */
export type PlanAnswer = {
  readonly asOf: AsOf
  readonly on: string
  readonly plan: Plan
  readonly isReadIn: boolean
  readonly where: readonly string[]
  readonly figures: PlanFigures
  readonly shares: readonly NamedShare[]
  readonly agreement: { readonly id: string; readonly title: string } | null
  /** The activities that its actions name, as far as everyone may see them. */
  readonly activities: readonly { readonly id: string; readonly title: string }[]
  /** Every code that the plan or an action names. */
  readonly places: readonly { readonly code: Code; readonly name: string; readonly level: Level }[]
  /** West, south, east, north of all of its places. */
  readonly bbox: readonly [number, number, number, number] | null
}
