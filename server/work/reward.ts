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

/** Whether another partner works in a unit when a target is due. */
type IsServedBefore = (target: Target, code: Code) => boolean

/** Looked up once for each theme and year: many targets ask of the same villages. */
const othersOf = (activity: Activity, reached: readonly Code[], room: Room): IsServedBefore => {
  const { everyone } = room.world
  const regions = [...new Set(reached.map((code) => code.slice(0, 2)))]
  const isOther = (id: string) => id !== activity.id && hasPartner(everyone.find('activity', id)?.record, room)
  const find = (theme: string, year: number): ReadonlySet<Code> => {
    const question = { theme, period: { from: year, to: year }, level: 'village', among: reached } as const
    const findings = regions.flatMap((region) => everyone.engine.coverage({ ...question, region }))
    return new Set(findings.filter(({ activities }) => activities.some(isOther)).map(({ code }) => code))
  }
  const known = new Map<string, ReadonlySet<Code>>()
  return ({ theme, year }, code) => {
    const key = `${theme} ${year}`
    const served = known.get(key) ?? find(theme, year)
    known.set(key, served)
    return served.has(code)
  }
}

type Given = {
  readonly activity: Activity
  readonly reached: readonly Code[]
  readonly isVerified: boolean
  readonly isServedBefore: IsServedBefore
}

const servesOf = ({ activity, reached, isVerified, isServedBefore }: Given, target: Target, room: Room) => {
  const { everyone, geography } = room.world
  const aimed = new Set(everyone.engine.reach('target', target.id).map(({ code }) => code))
  const shared = reached.filter((code) => aimed.has(code))
  if (shared.length === 0) return null
  const closes = hasPartner(activity, room) ? shared.filter((code) => !isServedBefore(target, code)) : []
  return {
    target: target.id,
    title: target.title,
    department: everyone.find('organisation', target.organisation)?.record.name ?? target.organisation,
    closes: closes.map((code) => ({ code, name: geography.nameOf(code) })),
    reaches: shared.length,
    isVerified,
  } satisfies Serves
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
  const given = { activity, reached, isVerified, isServedBefore: othersOf(activity, reached, room) }
  const works = covers(activity.status) && implementersOf(activity).length > 0
  const serves = everyone
    .all('target')
    .filter((target) => works && isServed(activity, target))
    .flatMap((target) => servesOf(given, target, room) ?? [])
    .sort((a, b) => b.closes.length - a.closes.length || b.reaches - a.reaches || (a.target < b.target ? -1 : 1))
  const keeper = keeperOf({ kind: 'activity', record: activity })
  return {
    serves,
    matches: matchesOf(keeper, room),
    completeness: completenessOf({ kind: 'activity', record: activity }),
    profile: keeper === null ? '' : `/p/organisation/${keeper}`,
  }
}
