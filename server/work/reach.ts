import type { Activity, Site } from '../../data/model/activity.ts'
import type { Code } from '../../data/model/codes.ts'
import type { World } from '../world.ts'

export type Reached = { readonly code: Code; readonly areaHa: number | null }

const known = new WeakMap<object, readonly Reached[]>()

const ofSite = (site: Site, { everyone }: Pick<World, 'everyone'>): readonly Reached[] => {
  const found = everyone.engine.wouldReach('code' in site ? site.code : site.geometry)
  return typeof found === 'string' ? [] : found
}

/** Villages and islands that sites reach, on record or not; hectares of the largest site in each. */
export const reachOfSites = (sites: readonly Site[], world: Pick<World, 'everyone'>): readonly Reached[] => {
  const reached = new Map<Code, number | null>()
  for (const { code, areaHa } of sites.flatMap((site) => ofSite(site, world))) {
    const before = reached.get(code) ?? null
    reached.set(code, areaHa === null || (before !== null && before > areaHa) ? before : areaHa)
  }
  return [...reached].map(([code, areaHa]) => ({ code, areaHa })).sort((a, b) => (a.code < b.code ? -1 : 1))
}

/** The same of a record, found once: a record never changes, and neither do villages. */
export const reachOf = (activity: Pick<Activity, 'sites'>, world: Pick<World, 'everyone'>): readonly Reached[] => {
  const found = known.get(activity) ?? reachOfSites(activity.sites, world)
  known.set(activity, found)
  return found
}
