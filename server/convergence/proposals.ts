import type { Activity, Site } from '../../data/model/activity.ts'
import { implementersOf } from '../../data/model/activity.ts'
import { isBarrier } from '../../data/model/authority_rule.ts'
import type { ProposalWarning } from '../../data/model/convergence_answer.ts'
import type { SituatedPlace } from '../places/index.ts'
import { toSquareMetres } from '../square_metres.ts'
import type { World } from '../world.ts'

type Here = Pick<World, 'everyone' | 'geography'>
type Part = { readonly id: string; readonly areaHa: number | null }

/** By shape, a village or an island as well: a district or a regency does not say where the work is to be. */
const areasAt = (site: Site, { everyone, geography }: Here): readonly Part[] => {
  if (!('code' in site)) return everyone.engine.authorityAt(site.geometry)
  const place = geography.find(site.code)
  return place && (place.level === 'village' || place.level === 'island')
    ? everyone.engine.authorityAt(place.geometry)
    : []
}

/** Who takes part in the work, or has agreed to it. */
const partiesOf = ({ organisations, agreement }: Pick<Activity, 'organisations' | 'agreement'>, { everyone }: Here) => {
  const bound = agreement === undefined ? null : everyone.find('agreement', agreement)?.record
  const parties = bound && (bound.stage === 'signed' || bound.stage === 'running') ? bound.parties : []
  return new Set([...organisations, ...parties].map(({ id }) => id))
}

/** Authority areas of others that a site lies in and that stand in the way of building there. */
export const barriersAt = (
  site: Site,
  activity: Pick<Activity, 'organisations' | 'agreement'>,
  here: Here,
): readonly (Part & { readonly record: NonNullable<ReturnType<typeof areaOf>> })[] => {
  const parties = partiesOf(activity, here)
  return areasAt(site, here).flatMap((part) => {
    const record = areaOf(part.id, here)
    return record && isBarrier(record.kind) && !parties.has(record.holder) ? [{ ...part, record }] : []
  })
}

const areaOf = (id: string, { everyone }: Here) => everyone.find('authority', id)?.record ?? null

const largest = (a: number | null, b: number | null) => (a === null || (b !== null && b > a) ? b : a)

const warningOf = (activity: Activity, here: Here): ProposalWarning | null => {
  const found = new Map<string, ReturnType<typeof barriersAt>[number]>()
  for (const one of activity.sites.flatMap((site) => barriersAt(site, activity, here))) {
    const before = found.get(one.id)
    found.set(one.id, before ? { ...one, areaHa: largest(before.areaHa, one.areaHa) } : one)
  }
  if (found.size === 0) return null
  const named = (id: string) => ({ id, name: here.everyone.find('organisation', id)?.record.name ?? id })
  return {
    activity: activity.id,
    title: activity.title,
    status: activity.status,
    organisations: implementersOf(activity).map(named),
    origin: activity.origin,
    areas: [...found.values()].map(({ id, areaHa, record }) => ({
      id,
      name: record.name,
      kind: record.kind,
      holder: named(record.holder),
      areaHa: areaHa === null ? null : toSquareMetres(areaHa),
      origin: record.origin,
    })),
  }
}

/** Its true place is not told, so nothing is said of where it lies. */
const isCoarse = ({ visibility, sensitive }: Activity): boolean =>
  visibility === 'generalised' || sensitive !== undefined

/** Planned work in these places, or at sea in the areas over them, that lies in the authority area of somebody else. */
export const proposalsIn = (places: readonly SituatedPlace[], here: Here): readonly ProposalWarning[] => {
  const { engine, find } = here.everyone
  const reached = places.map(({ code }) => engine.at(code))
  const areas = [...new Set(reached.flatMap(({ authority }) => authority.map(({ id }) => id)))]
  const ids = new Set([...reached, ...areas.map((id) => engine.at(id))].flatMap(({ activities }) => activities))
  return [...ids].sort().flatMap((id) => {
    const activity = find('activity', id)?.record
    if (activity?.status !== 'planned' || isCoarse(activity)) return []
    return warningOf(activity, here) ?? []
  })
}
