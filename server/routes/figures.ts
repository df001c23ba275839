import { ACTIVITY_GROUPS, type ActivityGroupName } from '../../data/model/activity_groups.ts'
import { isWholeSet, type RecordSet } from '../../data/model/dashboard.ts'
import {
  changeTable,
  coverageTable,
  type DashboardTable,
  type DashboardTableName,
  groupTable,
  recordsTable,
  reportingTable,
  villagesTable,
  weekTable,
} from '../../data/model/dashboard_tables.ts'
import type { Period } from '../../data/model/period.ts'
import { answerDashboard } from '../dashboard.ts'
import { answerDashboardChange } from '../dashboard_change.ts'
import type { DashboardAsked } from '../dashboard_facts.ts'
import { answerRecords, answerVillages } from '../dashboard_records.ts'
import { answerWeek } from '../dashboard_week.ts'
import type { Past } from '../past.ts'
import { badRequest, quote } from '../problems.ts'
import type { Trail } from '../work/trail.ts'
import type { World } from '../world.ts'
import { requireKnown, requirePlace, URUSAN_WORDS } from './asked.ts'
import { sidesOf } from './compared.ts'
import type { Position } from './parameters.ts'

export type DashboardSources = {
  readonly world: World
  readonly past: Past
  readonly trail: Trail
  readonly now: () => Date
}

/** Everything an address of the dashboard may be asked; each reads its own part. */
export type AskedFigures = {
  readonly region: string
  readonly period?: Period | undefined
  readonly by?: RecordSet | undefined
  readonly of?: string | undefined
  readonly urusan?: string | undefined
  readonly since?: Position | undefined
  readonly until?: Position | undefined
}

const MONTH_MS = 30 * 86_400_000

const OF_WHAT = {
  id: 'Parameter "of" belum ada: kelompok mana yang diminta? Kuncinya ada di "key" pada /api/dashboard.',
  en: 'Parameter "of" is missing: which group is asked for? Its key is told as "key" by /api/dashboard.',
}

/** What only one table takes; given for another it would be passed over in silence. */
const TAKEN_BY = { by: 'records', of: 'records', urusan: 'villages', since: 'change', until: 'change' } as const

const refuseForeign = (part: DashboardTableName, asked: AskedFigures): void => {
  for (const [name, owner] of Object.entries(TAKEN_BY))
    if (asked[name as keyof typeof TAKEN_BY] !== undefined && owner !== part)
      throw badRequest({
        id: `Parameter ${quote(name)} hanya untuk tabel ${quote(owner)}. Hapus, atau tulis part=${owner}.`,
        en: `Parameter ${quote(name)} is for the table ${quote(owner)} only. Remove it, or write part=${owner}.`,
      })
}

const isGroup = (part: DashboardTableName): part is ActivityGroupName =>
  (ACTIVITY_GROUPS as readonly string[]).includes(part)

/** The answers of the dashboard to what was asked, every word of it known. */
export const createFigures = ({ world, past, trail, now }: DashboardSources) => {
  const read = ({ region, period }: AskedFigures): DashboardAsked => {
    const year = now().getUTCFullYear()
    return {
      region: requirePlace(region, world.geography),
      period: period ?? { from: year, to: year },
      today: now().toISOString().slice(0, 10),
    }
  }

  const dashboard = (asked: AskedFigures) => answerDashboard(world, read(asked))

  const records = (asked: AskedFigures) => {
    const { by = 'all', of = '' } = asked
    if (!isWholeSet(by) && of === '') throw badRequest(OF_WHAT)
    return answerRecords(world, { ...read(asked), by, of })
  }

  const villages = (asked: AskedFigures) => {
    const { urusan } = asked
    if (urusan !== undefined) requireKnown(urusan, world.urusan, URUSAN_WORDS)
    return answerVillages(world, read(asked), urusan)
  }

  const change = async (asked: AskedFigures) => {
    const { region, period } = read(asked)
    const since = asked.since ?? { day: new Date(now().getTime() - MONTH_MS).toISOString().slice(0, 10) }
    const sides = await sidesOf(world, past, { period, since, until: asked.until }, { region, level: 'village' })
    return answerDashboardChange(world, region, [sides[0]!, sides[1]!])
  }

  const week = (asked: AskedFigures) => answerWeek({ world, past, trail }, read(asked).region, now())

  const table = async (part: DashboardTableName, asked: AskedFigures): Promise<DashboardTable> => {
    refuseForeign(part, asked)
    const words = { themes: world.themes, urusan: world.urusan, language: 'id' } as const
    if (isGroup(part)) return groupTable(dashboard(asked), part, words)
    switch (part) {
      case 'coverage':
        return coverageTable(dashboard(asked), words)
      case 'reporting':
        return reportingTable(dashboard(asked), words)
      case 'change':
        return changeTable(await change(asked), words)
      case 'week':
        return weekTable(await week(asked))
      case 'records':
        return recordsTable(records(asked))
      case 'villages':
        return villagesTable(villages(asked), words)
    }
  }

  return { read, dashboard, records, villages, change, week, table }
}
