import type { Feature, Geometry } from 'geojson'
import type { Activity } from '../data/model/activity.ts'
import type { Code } from '../data/model/codes.ts'
import { completenessOf } from '../data/model/completeness.ts'
import { freshnessOf } from '../data/model/freshness.ts'
import type { Organisation } from '../data/model/organisation.ts'
import type { ProfileAnswer } from '../data/model/profile.ts'
import { type AnyRecord, freshnessDays } from '../data/model/record.ts'
import { statedIn } from '../data/model/stated.ts'
import { boundsOf } from './bounds.ts'
import type { World } from './world.ts'

type Part = { readonly activity: Activity; readonly role: string }

/** Each activity counts once, however many sites it has and however often it names the organisation. */
const partsOf = (id: string, { everyone }: World): readonly Part[] =>
  everyone.all('activity').flatMap((activity) => {
    const named = activity.organisations.find((one) => one.id === id)
    return named ? [{ activity, role: named.role }] : []
  })

const countBy = (keys: Iterable<string>): readonly (readonly [string, number])[] => {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
}

const sitesOf = (activity: Activity, { geography }: World): readonly Feature<Geometry, { activity: string }>[] =>
  activity.sites.flatMap((site) => {
    const geometry = 'geometry' in site ? site.geometry : geography.find(site.code)?.geometry
    return geometry ? [{ type: 'Feature' as const, properties: { activity: activity.id }, geometry }] : []
  })

const shareOf = (entry: AnyRecord): number => completenessOf(entry).share

const agreementsOf = (id: string, { everyone }: World): ProfileAnswer['agreements'] =>
  everyone
    .all('agreement')
    .filter(({ parties }) => parties.some((party) => party.id === id))
    .map(({ id: own, title, kind, stage, period }) => ({ id: own, title, kind, stage, end: period?.end ?? null }))

/** Everything that is public of an organisation's work; `today` is ISO. */
export const profileOf = (organisation: Organisation, today: string, world: World): ProfileAnswer => {
  const { everyone, geography } = world
  const parts = partsOf(organisation.id, world)
  const reached = new Map<string, readonly Code[]>(
    parts.map(({ activity: { id } }) => [id, everyone.engine.reachedCodes('activity', id)]),
  )
  const shares = [
    shareOf({ kind: 'organisation', record: organisation }),
    ...parts.map(({ activity: record }) => shareOf({ kind: 'activity', record })),
  ]
  const sites = parts.flatMap(({ activity }) => sitesOf(activity, world))
  return {
    asOf: everyone.asOf(),
    organisation,
    bbox: boundsOf(sites.map(({ geometry }) => geometry)),
    activities: parts
      .map(({ activity, role }) => ({
        id: activity.id,
        title: activity.title,
        themes: activity.themes,
        status: activity.status,
        start: activity.period.start,
        end: activity.period.end,
        role,
        villages: reached.get(activity.id)?.length ?? 0,
        freshnessDays: freshnessDays(activity, today),
        completeness: shareOf({ kind: 'activity', record: activity }),
        origin: activity.origin,
      }))
      .sort((a, b) => (a.start === b.start ? (a.id < b.id ? -1 : 1) : a.start < b.start ? 1 : -1)),
    themes: countBy(parts.flatMap(({ activity }) => [...new Set(activity.themes)])).map(([theme, activities]) => ({
      theme,
      activities,
    })),
    villages: countBy([...reached.values()].flat()).map(([code, activities]) => ({
      code,
      name: geography.nameOf(code),
      within: geography.nameAbove(code),
      activities,
    })),
    beneficiaries: statedIn(parts, ({ activity }) => activity.beneficiaries),
    budget: statedIn(parts, ({ activity }) => activity.budgetIdr),
    freshness: freshnessOf(
      parts.map(({ activity }) => activity),
      today,
    ),
    completeness: { share: shares.reduce((sum, share) => sum + share, 0) / shares.length, of: shares.length },
    agreements: agreementsOf(organisation.id, world),
    sites,
    isSample: organisation.origin === 'sample' || parts.some(({ activity }) => activity.origin === 'sample'),
  }
}
