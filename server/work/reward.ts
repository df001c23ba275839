import { type Activity, covers, implementersOf, isActive } from '../../data/model/activity.ts'
import type { Code } from '../../data/model/codes.ts'
import { completenessOf } from '../../data/model/completeness.ts'
import { isPartner } from '../../data/model/organisation.ts'
import { keeperOf } from '../../data/model/record.ts'
import type { Target } from '../../data/model/target.ts'
import type { RewardAnswer } from '../../data/model/work.ts'
import type { Member } from '../access/caller.ts'
import { matchesForOrganisation } from '../engine/matches.ts'
import { sourcesOf } from '../match_sources.ts'
import { openRecord } from './find.ts'
import { reachOf } from './reach.ts'
import type { Room } from './room.ts'

type Serves = RewardAnswer['serves'][number]

/** More than anybody looks through after saving; the profile has the rest. */
const MOST_MATCHES = 10

/** Departments, villages and agencies work too, but only a partner closes a gap. */
const hasPartner = (activity: Activity | undefined, { world }: Room): boolean =>
  activity !== undefined &&
  implementersOf(activity).some((id) => {
    const kind = world.everyone.find('organisation', id)?.record.kind
    return kind !== undefined && isPartner(kind)
  })

/** Which other partners' work is in each unit of a target when it is due. */
const othersIn = (activity: Activity, { theme, year }: Target, codes: readonly Code[], room: Room) => {
  const { world } = room
  const question = { region: '', theme, period: { from: year, to: year }, level: 'village', among: codes } as const
  const regions = [...new Set(codes.map((code) => code.slice(0, 2)))]
  const findings = regions.flatMap((region) => world.everyone.engine.coverage({ ...question, region }))
  const isOther = (id: string) => id !== activity.id && hasPartner(world.everyone.find('activity', id)?.record, room)
  return new Map(findings.map(({ code, activities }) => [code, activities.filter(isOther)]))
}

const servesOf = (
  activity: Activity,
  target: Target,
  reached: readonly Code[],
  isVerified: boolean,
  room: Room,
): Serves | null => {
  const { everyone, geography } = room.world
  const aimed = new Set(everyone.engine.reach('target', target.id).map(({ code }) => code))
  const shared = reached.filter((code) => aimed.has(code))
  if (shared.length === 0) return null
  const others = othersIn(activity, target, shared, room)
  const isPartners = hasPartner(activity, room)
  const closes = isPartners ? shared.filter((code) => others.get(code)?.length === 0) : []
  return {
    target: target.id,
    title: target.title,
    department: everyone.find('organisation', target.organisation)?.record.name ?? target.organisation,
    closes: closes.map((code) => ({ code, name: geography.nameOf(code) })),
    reaches: shared.length,
    isVerified,
  }
}

const isServed = (activity: Activity, { theme, year }: Target): boolean =>
  activity.themes.includes(theme) && isActive(activity, { from: year, to: year })

const matchesOf = (organisation: string | null, room: Room): RewardAnswer['matches'] => {
  const held = organisation === null ? null : room.world.everyone.find('organisation', organisation)
  if (!held || !isPartner(held.record.kind)) return []
  return matchesForOrganisation(held.record, sourcesOf(room.world, room.today())).slice(0, MOST_MATCHES)
}

/** What an entry gives back at once: the targets it serves, the gaps it closes, who to talk to next, what is still missing. */
export const rewardOf = (room: Room, caller: Member, id: string): RewardAnswer => {
  const { seen } = openRecord(room, caller, 'activity', id)
  const activity = seen.record as Activity
  const { everyone } = room.world
  const reached = reachOf(activity, room.world).map(({ code }) => code)
  const isVerified = everyone.find('activity', id)?.revision === seen.revision
  const works = covers(activity.status) && implementersOf(activity).length > 0
  const serves = everyone
    .all('target')
    .filter((target) => works && isServed(activity, target))
    .flatMap((target) => servesOf(activity, target, reached, isVerified, room) ?? [])
    .sort((a, b) => b.closes.length - a.closes.length || b.reaches - a.reaches || (a.target < b.target ? -1 : 1))
  const keeper = keeperOf({ kind: 'activity', record: activity })
  return {
    serves,
    matches: matchesOf(keeper, room),
    completeness: completenessOf({ kind: 'activity', record: activity }),
    profile: keeper === null ? '' : `/p/organisation/${keeper}`,
  }
}
