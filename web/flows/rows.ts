import {
  asOneFlow,
  type Flow,
  type FlowCounting,
  type FlowFigures,
  type FlowPartner,
  type FlowsAnswer,
  figuresOfFlows,
} from '../../data/model/flows.ts'

/** The partners behind the first ones, as one row; no id looks like it. */
export const OTHERS = '-'

export const RANKINGS = ['places', 'activities', 'budget'] as const
export type Ranking = (typeof RANKINGS)[number]

export type FlowRow = FlowFigures & {
  readonly id: string
  /** Null for the others together. */
  readonly partner: FlowPartner | null
  readonly flows: readonly Flow[]
}

export type Rows = {
  readonly rows: readonly FlowRow[] /** Partners that stand in one row together. */
  readonly others: number
}

export const countingOf = ({ activities, villages }: FlowsAnswer): FlowCounting => {
  const budgets = new Map(activities.map(({ id, budgetIdr }) => [id, budgetIdr]))
  return { budgetOf: (id) => budgets.get(id) ?? null, hasVillages: villages !== null }
}

const rankOf = (ranking: Ranking, { places, activities, budget }: FlowFigures): number =>
  ranking === 'budget' ? budget.total : ranking === 'places' ? places : activities

/** The partners in their order; where there are two or more beyond the first, those stand in one row until it is opened. */
export const rowsOf = (answer: FlowsAnswer, ranking: Ranking, first: number, isOpen: boolean): Rows => {
  const flowsOf = (ids: ReadonlySet<string>) => answer.flows.filter(({ partner }) => ids.has(partner))
  const ranked = answer.partners
    .map((partner): FlowRow => ({ ...partner, partner, flows: flowsOf(new Set([partner.id])) }))
    // The order of the answer settles ties.
    .toSorted((a, b) => rankOf(ranking, b) - rankOf(ranking, a))
  const rest = ranked.slice(first)
  if (rest.length < 2) return { rows: ranked, others: 0 }
  if (isOpen) return { rows: ranked, others: rest.length }
  const flows = asOneFlow(flowsOf(new Set(rest.map(({ id }) => id))), OTHERS)
  const others = { ...figuresOfFlows(flows, countingOf(answer)), id: OTHERS, partner: null, flows }
  return { rows: [...ranked.slice(0, first), others], others: rest.length }
}
