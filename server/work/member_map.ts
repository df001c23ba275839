import type { Activity, Site, SiteGeometry } from '../../data/model/activity.ts'
import { meets, type Period } from '../../data/model/period.ts'
import { keeperOf } from '../../data/model/record.ts'
import type { MemberFeature, MemberMap } from '../../data/model/work.ts'
import type { Member } from '../access/caller.ts'
import type { Kept } from '../journal/state.ts'
import { findKept, seenByMember } from './find.ts'
import type { Room } from './room.ts'

type Asked = { readonly theme?: string | undefined; readonly period?: Period | undefined }
type KeptActivity = Extract<Kept, { kind: 'activity' }>

/** More than these make no map that anybody can read. */
const MOST = 2_000

const geometryOf = (site: Site, { world }: Room): SiteGeometry | null => {
  if ('geometry' in site) return site.geometry
  const position = world.coarsening.pointOf(site.code)
  return position && { type: 'Point', coordinates: [...position] }
}

const featuresOf = (activity: Activity, caller: Member, room: Room): MemberFeature[] => {
  const { id, title, themes, period, status, verification, visibility } = activity
  const keeper = keeperOf({ kind: 'activity', record: activity })
  const named = keeper === null ? null : findKept(room, 'organisation', keeper)
  const common = {
    id,
    title,
    keeper: named?.kind === 'organisation' ? named.record.name : '',
    themes,
    period,
    status,
    verification,
    visibility,
    isOwn: caller.organisation !== null && keeper === caller.organisation,
  }
  return activity.sites.flatMap((site) => {
    const geometry = geometryOf(site, room)
    const place = 'code' in site ? room.world.geography.nameOf(site.code) : null
    return geometry ? [{ type: 'Feature' as const, geometry, properties: { ...common, place } }] : []
  })
}

const isAsked = ({ themes, period }: Activity, asked: Asked): boolean =>
  (asked.theme === undefined || themes.includes(asked.theme)) &&
  (asked.period === undefined || meets(period, asked.period))

/** What of an activity the member may see beyond what everyone does. */
const seenOnly = (kept: KeptActivity | undefined, caller: Member, room: Room): Activity | null => {
  if (!kept || kept.record.verification === 'archived') return null
  const seen = seenByMember(caller, kept, room)
  return seen?.isWhole ? (seen.record as Activity) : null
}

/**
 * Activities that this member may see and everyone may not, or only coarsely, of a theme and in a period. They stand beside
 * the public map: its figures stay the same for all who look at it.
 */
export const memberMapOf = (room: Room, caller: Member, asked: Asked): MemberMap => {
  const found: Activity[] = []
  for (const key of room.world.hidden.keys()) {
    if (!key.startsWith('activity/')) continue
    const activity = seenOnly(room.store.state.records.get(key) as KeptActivity | undefined, caller, room)
    if (activity && isAsked(activity, asked)) found.push(activity)
  }
  found.sort((a, b) => (a.id < b.id ? -1 : 1))
  const shown = found.slice(0, MOST)
  return {
    type: 'FeatureCollection',
    activities: found.length,
    shown: shown.length,
    features: shown.flatMap((activity) => featuresOf(activity, caller, room)),
  }
}
