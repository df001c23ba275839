import { type Activity, implementersOf } from './activity.ts'
import type { AsOf, UnitLevel } from './answers.ts'
import { type Code, isWithin } from './codes.ts'
import { isPartner, type OrganisationKind } from './organisation.ts'
import type { Origin } from './record.ts'
import { type Stated, statedIn } from './stated.ts'
import type { VerdictKind } from './verdict.ts'

/** One partner's work in one place: the activities that reach it, each once, and where those are counted the villages. */
export type Flow = {
  readonly partner: string
  readonly place: Code
  readonly activities: readonly string[]
  /** Villages of the place that these activities reach; null where places are no larger than villages. */
  readonly villages: readonly Code[] | null
}

/** What several flows are together: nothing in them counts twice. Budgets are those of whole activities. */
export type FlowFigures = {
  readonly places: number
  readonly villages: number | null
  readonly activities: number
  readonly budget: Stated
}

export type FlowActivity = { readonly id: string; readonly title: string; readonly budgetIdr: number | null }

export type FlowPartner = FlowFigures & {
  readonly id: string
  readonly name: string
  readonly kind: OrganisationKind
  readonly origin: Origin
}

export type FlowPlace = Omit<FlowFigures, 'places'> & {
  readonly code: Code
  readonly name: string
  readonly within: string
  readonly verdict: VerdictKind
  readonly partners: number
}

/** `GET /api/flows`: which partners work in which places, for one question. */
export type FlowsAnswer = {
  readonly asOf: AsOf
  readonly region: Code
  readonly theme: string
  readonly period: string
  readonly level: UnitLevel
  /** Number of places. */
  readonly denominator: number
  /** Villages of the region; null where they are not counted. */
  readonly villages: number | null
  /** True when any record behind the answer is sample data. */
  readonly sample: boolean
  readonly total: FlowFigures
  /** What no partner has a part in: departments, villages, ministries and agencies by themselves. */
  readonly unaccompanied: { readonly activities: number; readonly places: number }
  /** By number of places, then of activities. */
  readonly partners: readonly FlowPartner[]
  /** Every place, those that nobody works in too. */
  readonly places: readonly FlowPlace[]
  readonly flows: readonly Flow[]
  /** Those behind the flows. */
  readonly activities: readonly FlowActivity[]
}

type Reached = { readonly code: Code; readonly activities: readonly string[] }

export type FlowSources = {
  /** Every place with the activities that count there for the question. */
  readonly places: readonly Reached[]
  /** The same of the villages, where places are larger. */
  readonly villages: readonly Reached[] | null
  readonly find: (activity: string) => Pick<Activity, 'organisations'> | null
  readonly kindOf: (organisation: string) => OrganisationKind | null
}

/** The partners that carry an activity out; departments and others join it as government. */
const partnersOf = (id: string, { find, kindOf }: Pick<FlowSources, 'find' | 'kindOf'>): readonly string[] => {
  const activity = find(id)
  const kinds = new Map((activity ? implementersOf(activity) : []).map((one) => [one, kindOf(one)]))
  return [...kinds].flatMap(([one, kind]) => (kind && isPartner(kind) ? [one] : []))
}

/** Each partner with each place it works in: by partner, then by place. */
export const flowsOf = (sources: FlowSources): readonly Flow[] => {
  const { places, villages } = sources
  const partnersBy = new Map<string, readonly string[]>()
  const partnersIn = (id: string) => {
    const known = partnersBy.get(id) ?? partnersOf(id, sources)
    partnersBy.set(id, known)
    return known
  }
  return places
    .flatMap(({ code, activities }) => {
      const own = new Map<string, string[]>()
      for (const id of activities)
        for (const partner of partnersIn(id)) own.set(partner, [...(own.get(partner) ?? []), id])
      const within = villages?.filter((village) => isWithin(village.code, code))
      return [...own].map(([partner, ids]): Flow => {
        const reached = within?.filter((village) => village.activities.some((id) => ids.includes(id)))
        return { partner, place: code, activities: ids, villages: reached?.map((village) => village.code) ?? null }
      })
    })
    .sort((a, b) => (a.partner === b.partner ? (a.place < b.place ? -1 : 1) : a.partner < b.partner ? -1 : 1))
}

export type FlowCounting = {
  readonly budgetOf: (activity: string) => number | null
  /** Whether places hold villages that are counted. */
  readonly hasVillages: boolean
}

export const figuresOfFlows = (flows: readonly Flow[], { budgetOf, hasVillages }: FlowCounting): FlowFigures => {
  const activities = [...new Set(flows.flatMap((flow) => flow.activities))]
  return {
    places: new Set(flows.map(({ place }) => place)).size,
    villages: hasVillages ? new Set(flows.flatMap(({ villages }) => villages ?? [])).size : null,
    activities: activities.length,
    budget: statedIn(activities, (id) => budgetOf(id) ?? undefined),
  }
}

/** Several partners drawn as one: what they do together in a place counts once. */
export const asOneFlow = (flows: readonly Flow[], partner: string): readonly Flow[] => {
  const byPlace = new Map<Code, readonly Flow[]>()
  for (const flow of flows) byPlace.set(flow.place, [...(byPlace.get(flow.place) ?? []), flow])
  return [...byPlace].map(([place, own]) => ({
    partner,
    place,
    activities: [...new Set(own.flatMap(({ activities }) => activities))],
    villages: own.every(({ villages }) => villages !== null)
      ? [...new Set(own.flatMap(({ villages }) => villages ?? []))]
      : null,
  }))
}

/** What the width of a flow stands for. */
export const FLOW_MEASURES = ['activities', 'villages', 'budget'] as const
export type FlowMeasure = (typeof FLOW_MEASURES)[number]

/** Null where it is not known: no budget is stated, or villages are not counted. */
export const measureOf = (flow: Flow, measure: FlowMeasure, counting: FlowCounting): number | null => {
  switch (measure) {
    case 'activities':
      return flow.activities.length
    case 'villages':
      return flow.villages?.length ?? null
    case 'budget': {
      const { total, known } = figuresOfFlows([flow], counting).budget
      return known > 0 ? total : null
    }
  }
}
