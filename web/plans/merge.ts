import type { Plan, PlanAction } from '../../data/model/plan.ts'

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
export type Side = 'mine' | 'theirs'

/** What both changed, and differently. `action` null is the plan itself, field `action` an action that one side removed. */
export type Clash = {
  readonly key: string
  readonly action: string | null
  readonly field: PlanField | ActionField | 'action'
  readonly mine: unknown
  readonly theirs: unknown
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
type Named = { readonly [name: string]: unknown }
export type Chosen = { readonly [key: string]: Side }

type Merging = { readonly chosen: Chosen; readonly clashes: Clash[] }

/** Each field from the side that changed it; from the chosen side where both did. */
const fieldsOf = <F extends PlanField | ActionField>(
  names: readonly F[],
  [before, mine, theirs]: readonly [Named, Named, Named],
  action: string | null,
  { chosen, clashes }: Merging,
): Named => {
  const pick = (name: F): unknown => {
    if (same(mine[name], before[name])) return theirs[name]
    if (same(theirs[name], before[name]) || same(mine[name], theirs[name])) return mine[name]
    const key = `${action ?? ''}/${name}`
    clashes.push({ key, action, field: name, mine: mine[name], theirs: theirs[name] })
    return chosen[key] === 'theirs' ? theirs[name] : mine[name]
  }
  return Object.fromEntries(names.map((name) => [name, pick(name)]).filter(([, value]) => value !== undefined))
}

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
