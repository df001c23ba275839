import type { Activity } from './activity.ts'
import { type Stated, statedIn } from './stated.ts'

/** What is said of any set of activities: each counts once, however many sites, themes and organisations it has. */
export type ActivityFigures = { readonly activities: number; readonly budget: Stated; readonly people: Stated }

/** `shared` of its activities stand in another group too. */
export type ActivityGroup = ActivityFigures & { readonly key: string; readonly shared: number }

/**
 * Activities by groups, each whole in every group it belongs to: nobody states how its budget splits, so nothing is split.
 * The groups add up to the total and what is repeated; the total is the same however they are grouped.
 */
export type Grouping = {
  readonly groups: readonly ActivityGroup[]
  readonly total: ActivityFigures
  /** Activities in more than one group. */
  readonly several: number
  /** What stands in the groups beyond the first time. */
  readonly repeated: { readonly activities: number; readonly budgetIdr: number; readonly people: number }
}

/** The group of what belongs to none, so that no activity is lost; no id looks like it. */
export const NO_GROUP = '-'

type Counted = Pick<Activity, 'budgetIdr' | 'beneficiaries'>

export const figuresOf = (activities: readonly Counted[]): ActivityFigures => ({
  activities: activities.length,
  budget: statedIn(activities, ({ budgetIdr }) => budgetIdr),
  people: statedIn(activities, ({ beneficiaries }) => beneficiaries),
})

type Sorted<A> = { readonly activity: A; readonly keys: readonly string[] }

const sortOut = <A>(activities: readonly A[], keysOf: (activity: A) => Iterable<string>): readonly Sorted<A>[] =>
  activities.map((activity) => {
    const keys = [...new Set(keysOf(activity))]
    return { activity, keys: keys.length === 0 ? [NO_GROUP] : keys }
  })

const repeatedIn = (sorted: readonly Sorted<Counted>[]): Grouping['repeated'] => {
  const sum = (read: (activity: Counted) => number) =>
    sorted.reduce((total, { activity, keys }) => total + (keys.length - 1) * read(activity), 0)
  return {
    activities: sum(() => 1),
    budgetIdr: sum(({ budgetIdr = 0 }) => budgetIdr),
    people: sum(({ beneficiaries = 0 }) => beneficiaries),
  }
}

/** By number of activities, then by key. */
export const groupActivities = <A extends Counted>(
  activities: readonly A[],
  keysOf: (activity: A) => Iterable<string>,
): Grouping => {
  const sorted = sortOut(activities, keysOf)
  const members = new Map<string, Sorted<A>[]>()
  for (const one of sorted)
    for (const key of one.keys) {
      const group = members.get(key)
      if (group) group.push(one)
      else members.set(key, [one])
    }
  const groups = [...members].map(([key, group]) => ({
    key,
    shared: group.filter(({ keys }) => keys.length > 1).length,
    ...figuresOf(group.map(({ activity }) => activity)),
  }))
  return {
    groups: groups.sort((a, b) => b.activities - a.activities || (a.key < b.key ? -1 : 1)),
    total: figuresOf(activities),
    several: sorted.filter(({ keys }) => keys.length > 1).length,
    repeated: repeatedIn(sorted),
  }
}

/** Those of one group. */
export const membersOf = <A>(
  activities: readonly A[],
  keysOf: (activity: A) => Iterable<string>,
  key: string,
): readonly A[] => sortOut(activities, keysOf).flatMap(({ activity, keys }) => (keys.includes(key) ? [activity] : []))
