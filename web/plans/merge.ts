import type { Plan, PlanAction } from '../../data/model/plan.ts'
import { type Chosen, type Clash as ClashOf, mergeParts, type Shape } from '../desk/merging.ts'

const PLAN_FIELDS = [
  'name',
  'region',
  'zone',
  'places',
  'agreement',
  'source',
  'visibility',
  'note',
] as const satisfies readonly (keyof Plan)[]
const ACTION_FIELDS = [
  'what',
  'theme',
  'period',
  'places',
  'responsible',
  'supporting',
  'resources',
  'dependsOn',
  'indicator',
  'progress',
  'status',
  'document',
  'activities',
] as const satisfies readonly (keyof PlanAction)[]

type Field = (typeof PLAN_FIELDS)[number] | (typeof ACTION_FIELDS)[number]
export type Clash = ClashOf<Field>

const SHAPE: Shape<Plan, PlanAction, Field> = {
  own: PLAN_FIELDS,
  ofPart: ACTION_FIELDS,
  partsOf: ({ actions }) => actions,
  titleOf: ({ what }) => what,
  orderOf: (_, mine, theirs) => [...new Set([...theirs.actions, ...mine.actions].map(({ id }) => id))],
}

/** My draft on top of the newer version; what waited for an action that is gone waits for it no longer. */
export const mergePlans = (
  before: Plan,
  mine: Plan,
  theirs: Plan,
  chosen: Chosen = {},
): { readonly record: Plan; readonly clashes: readonly Clash[] } => {
  const { fields, parts, clashes } = mergeParts(SHAPE, before, mine, theirs, chosen)
  const present = new Set(parts.map(({ id }) => id))
  const actions = parts.map((one) => ({ ...one, dependsOn: one.dependsOn.filter((id) => present.has(id)) }))
  return { record: { ...fields, actions } as unknown as Plan, clashes }
}
