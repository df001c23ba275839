import { type Activity, isActive } from '../data/model/activity.ts'
import { type Code, isWithin, levelOf } from '../data/model/codes.ts'
import { meets, type Period } from '../data/model/period.ts'
import { isDue, type Target } from '../data/model/target.ts'
import type { Theme } from '../data/model/theme.ts'
import type { VerdictKind } from '../data/model/verdict.ts'
import type { World } from './world.ts'

export type DashboardAsked = { readonly region: Code; readonly period: Period /** ISO date. */; readonly today: string }

/** What everyone may know of a region and period, found once for all figures. */
export type DashboardFacts = {
  readonly villages: readonly Code[]
  /** With a day in the period, whatever their status. */
  readonly activities: readonly Activity[]
  /** Those of them that count in the period. */
  readonly active: readonly Activity[]
  readonly targets: readonly Target[]
  /** Villages of the region that an activity reaches, each once. */
  readonly villagesOf: (activity: string) => readonly Code[]
}

/** An islet known by its position reaches no village by itself: the one that holds it stands for it. */
const villageOf = (code: Code, { geography }: World): Code | null =>
  levelOf(code) === 'village' ? code : (geography.find(code)?.village ?? null)

/** The places of a region in turn: what reaches none of them is never looked at. */
const reachIn = (region: Code, world: World) => {
  const { geography, everyone } = world
  const reached = new Map<string, Set<Code>>()
  const targets = new Set<string>()
  for (const { code } of [...geography.within(region, 'village'), ...geography.within(region, 'island')]) {
    const found = everyone.engine.at(code)
    const village = villageOf(code, world)
    for (const id of found.targets) targets.add(id)
    for (const id of found.activities) {
      const codes = reached.get(id) ?? new Set()
      reached.set(id, codes)
      if (village && isWithin(village, region)) codes.add(village)
    }
  }
  return { reached, targets }
}

export const dashboardFacts = (world: World, { region, period }: DashboardAsked): DashboardFacts => {
  const { everyone, geography } = world
  const { reached, targets } = reachIn(region, world)
  const activities = [...reached.keys()]
    .flatMap((id) => everyone.find('activity', id)?.record ?? [])
    .filter((one) => meets(one.period, period))
  const codes = new Map([...reached].map(([id, found]) => [id, [...found].sort()]))
  return {
    villages: geography.within(region, 'village').map(({ code }) => code),
    activities,
    active: activities.filter((one) => isActive(one, period)),
    targets: [...targets]
      .flatMap((id) => everyone.find('target', id)?.record ?? [])
      .filter((target) => isDue(target, period)),
    villagesOf: (id) => codes.get(id) ?? [],
  }
}

export type ThemeFindings = {
  readonly theme: Theme
  readonly units: readonly { readonly code: Code; readonly verdict: VerdictKind; readonly isTargeted: boolean }[]
}

/** The verdict of every village under every theme. */
export const themeFindings = ({ everyone, themes }: World, { region, period }: DashboardAsked): ThemeFindings[] =>
  themes.map((theme) => ({
    theme,
    units: everyone.engine
      .coverage({ region, theme: theme.id, period, level: 'village' })
      .map(({ code, verdict, targets }) => ({ code, verdict: verdict.kind, isTargeted: targets.length > 0 })),
  }))
