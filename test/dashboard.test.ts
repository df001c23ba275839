import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ChangeAnswer, CoverageAnswer } from '../data/model/answers.ts'
import type { AwardAnswer } from '../data/model/award_answer.ts'
import type {
  DashboardAnswer,
  DashboardChange,
  DashboardRecords,
  DashboardVillages,
  DashboardWeek,
} from '../data/model/dashboard.ts'
import type { AnyRecord } from '../data/model/record.ts'
import { commit, serve } from './served.ts'
import { ASAM, activity, BAKAU, CEMPAKA, DAMAR, ENAU, KARANG_ISLET, point, target } from './world.ts'

const act = (...given: Parameters<typeof activity>): AnyRecord => ({ kind: 'activity', record: activity(...given) })

/*
 * More than the programme of world.ts, in 2026:
 *   d-wide    akar and bina, paid by citra (company), Asam + Bakau + Cempaka + Damar, both themes, 900 juta, 50 people
 *   d-two     bina, paid by citra and the department together, Cempaka, 100 juta
 *   d-islet   akar, near the islet Karang, which lies in no village of its own but is held by Gambir; 7 juta
 *   d-hidden  for members only; d-secret is sensitive without consent; d-draft was never verified
 */
const MORE: readonly AnyRecord[] = [
  act('d-wide', ['akar', 'bina', { id: 'citra', role: 'funder' }], [ASAM, BAKAU, point(0.025, 0.005), CEMPAKA, DAMAR], {
    themes: ['stunting', 'restoration'],
    budgetIdr: 900_000_000,
    beneficiaries: 50,
    confirmed: '2026-11-01',
  }),
  act('d-two', ['bina', { id: 'citra', role: 'funder' }, { id: 'dinas', role: 'funder' }], [CEMPAKA], {
    budgetIdr: 100_000_000,
  }),
  act('d-islet', ['akar'], [KARANG_ISLET], { budgetIdr: 7_000_000 }),
  act('d-hidden', ['bina'], [ASAM], { budgetIdr: 5, visibility: 'partners' }),
  act('d-secret', ['bina'], [ASAM], { budgetIdr: 5, sensitive: { kind: 'endangered_species' } }),
  act('d-draft', ['bina'], [ASAM], { budgetIdr: 5, verification: 'draft' }),
  { kind: 'target', record: target('t-money', [ASAM], { budgetIdr: 40_000_000, theme: 'restoration' }) },
]

let served: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  served = await serve(MORE)
})
afterAll(() => served.world.close())

const ask = async <A>(path: string): Promise<A> => (await (await served.get(path)).json()) as A
const dashboard = (query = 'region=99') => ask<DashboardAnswer>(`/api/dashboard?${query}`)
const records = (query: string) => ask<DashboardRecords>(`/api/dashboard/records?region=99&${query}`)
const counts = ({ groups }: DashboardAnswer, by: keyof DashboardAnswer['groups']) =>
  groups[by].groups.map(({ key, activities }) => [key, activities])

describe('the figures by hand', () => {
  test('an activity of five sites, two partners and two themes is one activity with one budget', async () => {
    const { total, organisations, villages, reached, groups } = await dashboard()
    expect(total).toEqual({
      activities: 10,
      budget: { total: 1_007_000_000, known: 3, of: 10 },
      people: { total: 50, known: 1, of: 10 },
    })
    expect([organisations, villages, reached]).toEqual([3, 6, 6])
    for (const by of Object.values(groups)) expect(by.total).toEqual(total)
  })

  test('where a grouping repeats an activity it says so', async () => {
    const answer = await dashboard()
    expect(counts(answer, 'organisation')).toEqual([
      ['bina', 5],
      ['akar', 4],
      ['citra', 2],
    ])
    expect(answer.groups.organisation).toMatchObject({
      several: 1,
      repeated: { activities: 1, budgetIdr: 900_000_000, people: 50 },
    })
    expect(counts(answer, 'theme')).toEqual([
      ['stunting', 8],
      ['restoration', 3],
    ])
    expect(answer.groups.district.repeated).toMatchObject({ activities: 2, budgetIdr: 1_800_000_000 })
    expect(counts(answer, 'district')).toEqual([
      ['99.02.01', 7],
      ['99.01.01', 3],
      ['99.01.02', 2],
    ])
  })

  test('a budget stands under the kind of who pays; what several kinds pay together is not split', async () => {
    const { groups, targetBudget } = await dashboard()
    expect(groups.source.groups.map(({ key, activities, budget }) => [key, activities, budget.total])).toEqual([
      ['company', 3, 900_000_000],
      ['credit_union', 3, 0],
      ['ngo', 3, 7_000_000],
      ['several', 1, 100_000_000],
    ])
    expect(targetBudget).toEqual({ total: 40_000_000, known: 1, of: 3 })
  })

  test('over several years an activity stands in each of its years and is still one', async () => {
    const answer = await dashboard('region=99&period=2024/2026')
    expect(counts(answer, 'year')).toEqual([
      ['2025', 10],
      ['2026', 10],
    ])
    expect(answer.groups.year).toMatchObject({ total: { activities: 10 }, several: 10, repeated: { activities: 10 } })
  })
})

describe('the figures against others that count by themselves', () => {
  test('activities, budgets and organisations are those that SQL counts on the tables', async () => {
    const sql = `
      SELECT count(*)::INTEGER AS activities FROM records AS a
      WHERE a.kind = 'activity' AND a.status IN ('planned', 'ongoing', 'completed')
        AND a.first_year <= 2026 AND coalesce(a.last_year, 9999) >= 2026
        AND EXISTS (FROM cover AS c WHERE c.kind = a.kind AND c.id = a.id AND starts_with(c.code, $region))`
    const byTheme = sql
      .replace('SELECT count(*)', 'SELECT t.theme AS theme, count(DISTINCT a.id)')
      .replace('records AS a', 'records AS a JOIN record_themes AS t ON t.kind = a.kind AND t.id = a.id')
    for (const region of ['99', '99.01', '99.02', '99.01.02']) {
      const answer = await dashboard(`region=${region}`)
      const [row] = await served.world.everyone.projection.query(sql, { region })
      expect({ region, count: answer.total.activities }).toEqual({ region, count: row?.activities })
      const rows = await served.world.everyone.projection.query(`${byTheme} GROUP BY 1`, { region })
      const found = Object.fromEntries(rows.map(({ theme, activities }) => [theme, activities]))
      expect(Object.fromEntries(counts(answer, 'theme'))).toEqual(found)
    }
  })

  test('gaps of a theme are those of the map, and villages of an urusan those behind them', async () => {
    const { coverage } = await dashboard()
    for (const { theme, counts: told, targeted } of coverage.themes) {
      const map = await ask<CoverageAnswer>(`/api/coverage?region=99&theme=${theme}&period=2026`)
      expect([told, targeted]).toEqual([map.counts, map.targeted])
    }
    for (const { urusan, targeted, gap } of [...coverage.urusan, { urusan: '', ...coverage.total }]) {
      const query = urusan ? `&urusan=${urusan}` : ''
      const { villages } = await ask<DashboardVillages>(`/api/dashboard/villages?region=99${query}`)
      const isGap = ({ verdicts }: (typeof villages)[number]) => verdicts.some(({ verdict }) => verdict === 'gap')
      expect([villages.length, villages.filter(isGap).length]).toEqual([targeted, gap])
    }
    expect(coverage.total).toEqual({ targeted: 5, gap: 0, partial: 1, covered: 4 })
  })

  test('a partner keeps its records as well here as in the award', async () => {
    const { reporting } = await dashboard()
    const award = await ask<AwardAnswer>('/api/award?region=99&period=2026')
    for (const { organisation: id, parts } of award.ranking) {
      const [fresh, complete] = parts.find(({ name }) => name === 'reporting')!.figures
      const report = reporting.find((one) => one.organisation === id)!
      expect([report.fresh, report.of]).toEqual([fresh!.value, fresh!.of])
      expect(report.completeness).toBeCloseTo(complete!.value / complete!.of, 10)
    }
    expect(reporting.map(({ organisation: id, of }) => [id, of])).toContainEqual(['dinas', 4])
  })
})

describe('every figure goes down to its records', () => {
  test('behind each group stand as many records as it counts, with the budget it sums', async () => {
    const answer = await dashboard()
    for (const [by, { groups }] of Object.entries(answer.groups))
      for (const { key, activities, budget, label } of groups) {
        const found = await records(`by=${by}&of=${key}`)
        expect([by, key, found.records.length]).toEqual([by, key, activities])
        expect(found.records.reduce((sum, { budgetIdr }) => sum + (budgetIdr ?? 0), 0)).toBe(budget.total)
        expect(found.label).toEqual(label)
      }
    expect((await records('by=all')).records).toHaveLength(answer.total.activities)
    expect((await records('by=targets')).records).toHaveLength(answer.targetBudget.of)
    for (const { organisation: id, of } of answer.reporting)
      expect((await records(`by=reporting&of=${id}`)).records).toHaveLength(of)
  })

  test('a group is asked for by its key, and an urusan that nobody knows is refused in words', async () => {
    expect((await served.get('/api/dashboard/records?region=99&by=theme')).status).toBe(400)
    expect((await records('by=theme&of=nothing')).records).toEqual([])
    expect((await served.get('/api/dashboard/villages?region=99&urusan=healt')).status).toBe(400)
    expect((await served.get('/api/dashboard.csv?region=99&part=theme&since=1')).status).toBe(400)
  })

  test('the table of a grouping adds up in a spreadsheet', async () => {
    const text = await (await served.get('/api/dashboard.csv?region=99&part=district')).text()
    const rows = text
      .trim()
      .split('\r\n')
      .map((line) => line.split(','))
    const sum = (row: string, at: number) =>
      rows.filter(([first]) => first === row).reduce((total, cells) => total + Number(cells[at]), 0)
    for (const at of [3, 4]) expect(sum('group', at) + sum('repeated', at)).toBe(sum('total', at))
    expect(rows[0]!.slice(-3)).toEqual(['region', 'period', 'as_of'])
  })
})

test('what the public may not see is in no figure, no record and no week', async () => {
  const week = await ask<DashboardWeek>('/api/dashboard/week?region=99')
  const everything = JSON.stringify([await dashboard(), await records('by=all'), week])
  for (const id of ['d-hidden', 'd-secret', 'd-draft']) expect(everything).not.toContain(id)
})

describe('since a day', () => {
  let later: Awaited<ReturnType<typeof serve>>
  beforeAll(async () => {
    later = await serve(MORE)
    await commit(later.store, [
      act('d-two', ['bina'], [CEMPAKA], { budgetIdr: 120_000_000, status: 'cancelled' }),
      act('d-wide', ['akar'], [ASAM], { confirmed: '2026-11-20', verification: 'submitted' }),
      act('d-new', ['citra'], [ENAU], { title: 'Baru' }),
      act('d-hidden', ['bina'], [ASAM], { budgetIdr: 6, visibility: 'partners' }),
    ])
    await later.world.settled()
  })
  afterAll(() => later.world.close())
  const of = async <A>(path: string): Promise<A> => (await (await later.get(path)).json()) as A

  test('gaps closed and opened are those of the change that the map shows', async () => {
    const { themes, before, after } = await of<DashboardChange>('/api/dashboard/change?region=99&since=1')
    expect([before.seq, after.seq]).toEqual([1, 2])
    for (const one of themes) {
      const map = await of<ChangeAnswer>(`/api/change?region=99&theme=${one.theme}&period=2026&since=1`)
      expect([one.before.counts, one.after.counts]).toEqual([map.before.counts, map.after.counts])
      expect(one.changed).toBe(map.units.length)
      expect(one.closed - one.opened).toBe(map.before.counts.gap - map.after.counts.gap)
    }
    expect(themes.map(({ theme }) => theme)).toContain('stunting')
  })

  test('the week tells what everyone sees now, with the fields that differ, and no draft', async () => {
    const { entries, records: count } = await of<DashboardWeek>('/api/dashboard/week?region=99')
    expect(entries.map(({ seq }) => seq)).toEqual([2, 1])
    const [newest] = entries
    expect(newest!.records.map(({ id, what, fields }) => [id, what, fields])).toEqual([
      ['d-two', 'changed', ['organisations', 'status', 'budgetIdr']],
      ['d-new', 'new', []],
    ])
    expect(count).toBe(entries.reduce((sum, entry) => sum + entry.count, 0))
    expect(JSON.stringify(entries)).not.toMatch(/d-hidden|"actor"|op-/)
  })
})
