import type { ActivityStatus } from './activity.ts'
import type { Code } from './codes.ts'
import type { Span } from './period.ts'
import type { RecordBase } from './record.ts'
import type { PlannedAction, Zone } from './zone.ts'

export const RESOURCE_KINDS = ['money', 'people', 'in_kind'] as const
export type ResourceKind = (typeof RESOURCE_KINDS)[number]

/** What an action takes. `amount` is rupiah of money, persons of people, `unit` of anything else. */
export type Resource = {
  readonly kind: ResourceKind
  readonly amount?: number
  readonly unit?: string
  /** Of what: "APBD", "penyuluh", "bibit bakau". */
  readonly what?: string
  /** Id of the organisation that gives it; without one the responsible party carries it. */
  readonly by?: string
  /** Whoever gives it has confirmed it. */
  readonly secured: boolean
}

export const PLANNING_DOCUMENTS = ['RPJMD', 'RKPD', 'Renja', 'RPJMDes', 'other'] as const
export type PlanningDocument = (typeof PLANNING_DOCUMENTS)[number]

/** A party to an action, and what it does there in the planner's words. */
export type ActionParty = { readonly id: string; readonly role?: string }

export type PlanAction = {
  /** Unique within the plan and kept for good: others depend on it. */
  readonly id: string
  readonly what: string
  readonly theme: string
  readonly period: Span
  /** Villages, districts or islands; none means everywhere in the plan. */
  readonly places: readonly Code[]
  /** Nobody: the action is unowned. */
  readonly responsible?: ActionParty
  readonly supporting: readonly ActionParty[]
  readonly resources: readonly Resource[]
  /** Ids of actions of the same plan that have to end before this one begins. */
  readonly dependsOn: readonly string[]
  readonly indicator?: {
    readonly name: string
    readonly unit: string
    readonly target: number
    readonly achieved?: number
  }
  /** As somebody reported it on a day (ISO date). */
  readonly progress?: { readonly percent: number; readonly date: string }
  readonly status: ActivityStatus
  /** The item of a planning document that it carries out. */
  readonly document?: { readonly kind: PlanningDocument; readonly item: string }
  /** Ids of the activities that carry it out. */
  readonly activities: readonly string[]
}

/** Who does what by when in a zone, some districts, villages or islands. A plan of a zone stands in the place of the zone's own actions. */
export type Plan = RecordBase & {
  readonly name: string
  readonly region: Code
  readonly zone?: string
  /** Empty only where a zone is its place. */
  readonly places: readonly Code[]
  /** The agreement that it carries out. */
  readonly agreement?: string
  readonly actions: readonly PlanAction[]
}

const readInAction = (given: PlannedAction, at: number): PlanAction => {
  const { title, theme, period, parties, resources, budgetIdr } = given
  const responsible = parties.find(({ role }) => role === 'responsible')
  return {
    id: `a${at + 1}`,
    what: title,
    theme,
    period,
    places: [],
    ...(responsible ? { responsible: { id: responsible.id } } : {}),
    supporting: parties.filter((party) => party !== responsible).map(({ id }) => ({ id })),
    resources: [
      ...(budgetIdr === undefined ? [] : [{ kind: 'money', amount: budgetIdr, secured: false } as const]),
      ...(resources === '' ? [] : [{ kind: 'in_kind', what: resources, secured: false } as const]),
    ],
    dependsOn: [],
    status: 'planned',
    activities: [],
  }
}

/** A zone's own actions in the form of a plan. The zone tells a budget, not whether anybody has confirmed it. */
export const planOfZone = ({ kind: _, geometry: __, period: ___, actions, ...zone }: Zone): Plan => ({
  ...zone,
  zone: zone.id,
  places: [],
  actions: actions.map(readInAction),
})

/** Everybody an action names, each once. */
export const partiesOf = ({ responsible, supporting }: Pick<PlanAction, 'responsible' | 'supporting'>): string[] => [
  ...new Set([...(responsible ? [responsible.id] : []), ...supporting.map(({ id }) => id)]),
]

/** From the first beginning to the last end; an open end leaves it open, no action at all leaves nothing. */
export const spanOfPlan = ({ actions }: Pick<Plan, 'actions'>): Span | null => {
  if (actions.length === 0) return null
  const ends = actions.map(({ period }) => period.end)
  const start = actions.reduce((least, { period }) => (period.start < least ? period.start : least), '9999')
  return { start, end: ends.includes(null) ? null : ends.reduce((most, end) => (end! > most! ? end : most), '')! }
}
