import type { Plan, PlanAction } from '../../data/model/plan.ts'
import { type Chosen, mergeFields, type Named, type Side, same } from '../edit/merging.ts'

const PLAN_FIELDS = ['name', 'region', 'zone', 'places', 'agreement', 'source', 'visibility', 'note'] as const
export const ACTION_FIELDS = [
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

export type PlanField = (typeof PLAN_FIELDS)[number]
export type ActionField = (typeof ACTION_FIELDS)[number]

/** What both changed, and differently. `action` null is the plan itself, field `action` an action that one side removed. */
export type Clash = {
  readonly key: string
  readonly action: string | null
  readonly field: PlanField | ActionField | 'action'
  readonly mine: unknown
  readonly theirs: unknown
}

type Merging = { readonly chosen: Chosen; readonly clashes: Clash[] }

const fieldsOf = <F extends PlanField | ActionField>(
  names: readonly F[],
  [before, mine, theirs]: readonly [Named, Named, Named],
  action: string | null,
  { chosen, clashes }: Merging,
): Named =>
  mergeFields(names, [before, mine, theirs], (field) => {
    const key = `${action ?? ''}/${field}`
    clashes.push({ key, action, field, mine: mine[field], theirs: theirs[field] })
    return chosen[key] ?? 'mine'
  })

/** An action that one side has and the other has not: added there, or removed here, perhaps after a change. */
const alone = (before: PlanAction | undefined, kept: PlanAction, by: Side, merging: Merging): readonly PlanAction[] => {
  if (!before) return [kept]
  if (same(before, kept)) return []
  const key = `${kept.id}/action`
  const [mine, theirs] = by === 'mine' ? [kept.what, null] : [null, kept.what]
  merging.clashes.push({ key, action: kept.id, field: 'action', mine, theirs })
  return (merging.chosen[key] ?? 'mine') === by ? [kept] : []
}

/** My draft on top of the newer version: neither side's change is lost, and what only a person can decide is told. */
export const mergePlans = (
  before: Plan,
  mine: Plan,
  theirs: Plan,
  chosen: Chosen = {},
): { readonly plan: Plan; readonly clashes: readonly Clash[] } => {
  const merging: Merging = { chosen, clashes: [] }
  const find = ({ actions }: Plan, id: string) => actions.find((one) => one.id === id)
  const ids = [...new Set([...theirs.actions, ...mine.actions].map(({ id }) => id))]
  const own = fieldsOf(PLAN_FIELDS, [before, mine, theirs], null, merging)
  const actions = ids.flatMap((id): readonly PlanAction[] => {
    const [was, here, there] = [find(before, id), find(mine, id), find(theirs, id)]
    if (here && there) {
      const fields = fieldsOf(ACTION_FIELDS, [was ?? there, here, there], id, merging)
      return [{ ...fields, id } as PlanAction]
    }
    return here ? alone(was, here, 'mine', merging) : alone(was, there!, 'theirs', merging)
  })
  const present = new Set(actions.map(({ id }) => id))
  const plan = {
    ...Object.fromEntries(
      Object.entries(theirs).filter(([name]) => !(PLAN_FIELDS as readonly string[]).includes(name)),
    ),
    ...own,
    actions: actions.map((one) => ({ ...one, dependsOn: one.dependsOn.filter((id) => present.has(id)) })),
  } as unknown as Plan
  return { plan, clashes: merging.clashes }
}
