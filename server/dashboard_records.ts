import { implementersOf } from '../data/model/activity.ts'
import { isWithin, levelOf } from '../data/model/codes.ts'
import { completenessOf } from '../data/model/completeness.ts'
import { type DashboardRecords, type DashboardVillages, isWholeSet, type RecordSet } from '../data/model/dashboard.ts'
import { membersOf } from '../data/model/grouping.ts'
import { formatPeriod } from '../data/model/period.ts'
import { type AnyRecord, freshnessDays } from '../data/model/record.ts'
import type { VerdictKind } from '../data/model/verdict.ts'
import { keptBy, keysOf, labelOf } from './dashboard.ts'
import { type DashboardAsked, type DashboardFacts, dashboardFacts, themeFindings } from './dashboard_facts.ts'
import { describe } from './describe.ts'
import type { World } from './world.ts'

/** `of` is the key of the group; without meaning for all. */
export type RecordsAsked = DashboardAsked & { readonly by: RecordSet; readonly of: string }

const entriesOf = (facts: DashboardFacts, asked: RecordsAsked, world: World): readonly AnyRecord[] => {
  const { by, of } = asked
  if (by === 'reporting') return keptBy(facts, world).get(of) ?? []
  if (by === 'targets') return facts.targets.map((record) => ({ kind: 'target', record }))
  const activities = by === 'all' ? facts.active : membersOf(facts.active, keysOf(by, facts, asked, world), of)
  return activities.map((record) => ({ kind: 'activity', record }))
}

const reachOf = (
  { kind, record }: AnyRecord,
  facts: DashboardFacts,
  { region }: DashboardAsked,
  { everyone }: World,
): number | null => {
  if (kind === 'activity') return facts.villagesOf(record.id).length
  if (kind !== 'target') return null
  const codes = everyone.engine.reachedCodes('target', record.id)
  return codes.filter((code) => levelOf(code) === 'village' && isWithin(code, region)).length
}

const organisationsOf = ({ kind, record }: AnyRecord): readonly string[] => {
  if (kind === 'activity') return [...new Set(implementersOf(record))]
  return kind === 'target' ? [record.organisation] : []
}

type Line = DashboardRecords['records'][number]

const lineOf = (entry: AnyRecord, facts: DashboardFacts, asked: DashboardAsked, world: World): Line => {
  const { kind, record } = entry
  return {
    kind,
    id: record.id,
    title: describe(entry).title,
    organisations: organisationsOf(entry).map((id) => world.everyone.find('organisation', id)?.record.name ?? id),
    budgetIdr: (kind === 'activity' || kind === 'target' ? record.budgetIdr : undefined) ?? null,
    people: (kind === 'activity' ? record.beneficiaries : undefined) ?? null,
    villages: reachOf(entry, facts, asked, world),
    freshnessDays: freshnessDays(record, asked.today),
    completeness: completenessOf(entry).share,
    origin: record.origin,
  }
}

const byTitle = (a: Line, b: Line): number =>
  a.title === b.title ? (a.id < b.id ? -1 : 1) : a.title < b.title ? -1 : 1

/** The records that one figure is made of, by the same rule that counted them. */
export const answerRecords = (world: World, asked: RecordsAsked): DashboardRecords => {
  const { region, period, by, of } = asked
  const facts = dashboardFacts(world, asked)
  return {
    asOf: world.everyone.asOf(),
    region,
    period: formatPeriod(period),
    by,
    of: isWholeSet(by) ? null : of,
    label: isWholeSet(by) ? null : labelOf(by === 'reporting' ? 'organisation' : by, of, world),
    records: entriesOf(facts, asked, world)
      .map((entry) => lineOf(entry, facts, asked, world))
      .sort(byTitle),
  }
}

/** Villages with a target of an urusan, or of any, with their verdict under each of its themes. */
export const answerVillages = (world: World, asked: DashboardAsked, urusan: string | undefined): DashboardVillages => {
  const verdicts = new Map<string, { theme: string; verdict: VerdictKind }[]>()
  for (const { theme, units } of themeFindings(world, asked)) {
    if (urusan !== undefined && !theme.urusan.includes(urusan)) continue
    for (const { code, verdict, isTargeted } of units)
      if (isTargeted) verdicts.set(code, [...(verdicts.get(code) ?? []), { theme: theme.id, verdict }])
  }
  const { geography } = world
  return {
    asOf: world.everyone.asOf(),
    region: asked.region,
    period: formatPeriod(asked.period),
    urusan: urusan ?? null,
    villages: [...verdicts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, found]) => ({
        code,
        name: geography.nameOf(code),
        within: geography.nameAbove(code),
        verdicts: found,
      })),
  }
}
