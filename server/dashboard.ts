import { implementersOf } from '../data/model/activity.ts'
import { type ActivityGroupName, groupKeysOf, SEVERAL_SOURCES } from '../data/model/activity_groups.ts'
import type { DashboardAnswer, LabelledGrouping, OrganisationReport } from '../data/model/dashboard.ts'
import { figuresOf, groupActivities, NO_GROUP } from '../data/model/grouping.ts'
import { ORGANISATION_KIND_LABELS } from '../data/model/organisation.ts'
import { formatPeriod } from '../data/model/period.ts'
import type { AnyRecord } from '../data/model/record.ts'
import { reportingOf } from '../data/model/reporting.ts'
import { statedIn } from '../data/model/stated.ts'
import { coverageByUrusan, worstByVillage } from '../data/model/urusan_coverage.ts'
import { countVerdicts } from '../data/model/verdict.ts'
import type { Words } from '../data/model/words.ts'
import { type DashboardAsked, type DashboardFacts, dashboardFacts, themeFindings } from './dashboard_facts.ts'
import type { World } from './world.ts'

/** How activities are sorted here, for the figures and for the records behind them. */
export const keysOf = (
  by: ActivityGroupName,
  { villagesOf }: DashboardFacts,
  { period }: DashboardAsked,
  { everyone }: World,
) => groupKeysOf(by, { period, villagesOf, kindOf: (id) => everyone.find('organisation', id)?.record.kind ?? null })

const same = (text: string): Words => ({ id: text, en: text })
const UNSTATED: Words = { id: 'Tidak disebutkan', en: 'Not stated' }
const SEVERAL: Words = { id: 'Beberapa sumber bersama', en: 'Several sources together' }

const sourceLabel = (key: string): Words =>
  key === SEVERAL_SOURCES
    ? SEVERAL
    : (ORGANISATION_KIND_LABELS[key as keyof typeof ORGANISATION_KIND_LABELS] ?? same(key))

export const labelOf = (by: ActivityGroupName, key: string, { everyone, geography, themes }: World): Words => {
  if (key === NO_GROUP) return UNSTATED
  switch (by) {
    case 'organisation':
      return same(everyone.find('organisation', key)?.record.name ?? key)
    case 'theme':
      return themes.find(({ id }) => id === key)?.label ?? same(key)
    case 'district':
      return same(geography.nameOf(key))
    case 'year':
      return same(key)
    case 'source':
      return sourceLabel(key)
  }
}

const groupingOf = (
  by: ActivityGroupName,
  facts: DashboardFacts,
  asked: DashboardAsked,
  world: World,
): LabelledGrouping => {
  const grouping = groupActivities(facts.active, keysOf(by, facts, asked, world))
  return { ...grouping, groups: grouping.groups.map((one) => ({ ...one, label: labelOf(by, one.key, world) })) }
}

const coverageOf = (world: World, asked: DashboardAsked): DashboardAnswer['coverage'] => {
  const findings = themeFindings(world, asked)
  const targeted = findings.map(({ theme, units }) => ({
    theme: theme.id,
    urusan: theme.urusan,
    villages: units.filter(({ isTargeted }) => isTargeted),
  }))
  return {
    total: worstByVillage(targeted),
    urusan: coverageByUrusan(targeted, world.urusan),
    themes: findings.map(({ theme, units }, at) => ({
      theme: theme.id,
      targeted: targeted[at]!.villages.length,
      counts: countVerdicts(units.map(({ verdict }) => ({ kind: verdict }))),
    })),
  }
}

/** What each organisation keeps of the region and period: its own record, what it carries out, the targets it owns. */
export const keptBy = (
  { activities, targets }: Pick<DashboardFacts, 'activities' | 'targets'>,
  { everyone }: World,
): ReadonlyMap<string, readonly AnyRecord[]> => {
  const kept = new Map<string, AnyRecord[]>()
  const add = (id: string, entry: AnyRecord) => {
    const own = everyone.find('organisation', id)?.record
    if (!own) return
    const entries = kept.get(id) ?? [{ kind: 'organisation', record: own }]
    kept.set(id, entries)
    entries.push(entry)
  }
  for (const record of activities)
    for (const id of new Set(implementersOf(record))) add(id, { kind: 'activity', record })
  for (const record of targets) add(record.organisation, { kind: 'target', record })
  return kept
}

const reportsOf = (facts: DashboardFacts, today: string, world: World): readonly OrganisationReport[] =>
  [...keptBy(facts, world)]
    .flatMap(([id, entries]) => {
      const reporting = reportingOf(entries, today)
      const own = world.everyone.find('organisation', id)?.record
      return reporting && own
        ? [{ organisation: id, name: own.name, kind: own.kind, origin: own.origin, ...reporting }]
        : []
    })
    .sort((a, b) => b.medianDays - a.medianDays || (a.name < b.name ? -1 : 1))

export const answerDashboard = (world: World, asked: DashboardAsked): DashboardAnswer => {
  const facts = dashboardFacts(world, asked)
  const { active, targets, villagesOf } = facts
  const by = (name: ActivityGroupName) => groupingOf(name, facts, asked, world)
  return {
    asOf: world.everyone.asOf(),
    region: asked.region,
    period: formatPeriod(asked.period),
    today: asked.today,
    villages: facts.villages.length,
    reached: new Set(active.flatMap(({ id }) => villagesOf(id))).size,
    total: figuresOf(active),
    organisations: new Set(active.flatMap(implementersOf)).size,
    coverage: coverageOf(world, asked),
    groups: {
      organisation: by('organisation'),
      theme: by('theme'),
      district: by('district'),
      year: by('year'),
      source: by('source'),
    },
    targetBudget: statedIn(targets, ({ budgetIdr }) => budgetIdr),
    reporting: reportsOf(facts, asked.today, world),
    sample: [...active, ...targets].some(({ origin }) => origin === 'sample'),
  }
}
