import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ACTIVITY_STATUSES, isActive, type Role } from '../data/model/activity.ts'
import { ACTIVITY_GROUPS, type GroupingSources, groupKeysOf } from '../data/model/activity_groups.ts'
import { type Grouping, groupActivities, membersOf } from '../data/model/grouping.ts'
import { ORGANISATION_KINDS } from '../data/model/organisation.ts'
import { coverageByUrusan, worstByVillage } from '../data/model/urusan_coverage.ts'
import { answerDashboard } from '../server/dashboard.ts'
import { commit, serve } from './served.ts'
import * as world from './world.ts'
import { ASAM, BAKAU, CEMPAKA, DAMAR, ENAU, GAMBIR, GAMBIR_ISLAND, KARANG_ISLET } from './world.ts'

const VILLAGES = [ASAM, BAKAU, CEMPAKA, DAMAR, ENAU, GAMBIR]
const IDS = ['akar', 'bina', 'citra', 'dinas', 'eka']
const THEMES = ['stunting', 'restoration', 'education', 'waste']
const KIND_OF = new Map(IDS.map((id, at) => [id, ORGANISATION_KINDS[at]!]))

const party = fc.record({
  id: fc.constantFrom(...IDS),
  role: fc.constantFrom<Role>('implementer', 'funder', 'support'),
})
const span = fc.tuple(fc.integer({ min: 2022, max: 2027 }), fc.integer({ min: 0, max: 3 }), fc.boolean())
const given = fc.record({
  themes: fc.subarray(THEMES, { minLength: 1 }),
  parties: fc.array(party, { maxLength: 4 }),
  places: fc.array(fc.constantFrom(...VILLAGES, '99.01.01', '99.02', GAMBIR_ISLAND, KARANG_ISLET), {
    minLength: 1,
    maxLength: 8,
  }),
  span,
  status: fc.constantFrom(...ACTIVITY_STATUSES),
  budgetIdr: fc.option(fc.integer({ min: 0, max: 2_000_000_000 }), { nil: undefined }),
  beneficiaries: fc.option(fc.integer({ min: 0, max: 500 }), { nil: undefined }),
})
const activities = fc.array(given, { maxLength: 40 }).map((all) =>
  all.map(({ themes, parties, places, span: [start, years, isOpen], status, budgetIdr, beneficiaries }, at) =>
    world.activity(`p-${at}`, parties, places, {
      themes,
      status,
      period: { start: `${start}-03-01`, end: isOpen ? null : `${start + years}-10-31` },
      ...(budgetIdr === undefined ? {} : { budgetIdr }),
      ...(beneficiaries === undefined ? {} : { beneficiaries }),
    }),
  ),
)
const period = fc
  .tuple(fc.integer({ min: 2022, max: 2028 }), fc.integer({ min: 0, max: 4 }))
  .map(([from, years]) => ({ from, to: from + years }))

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

/** What stands in the groups without what is repeated: nothing may be lost or doubled. */
const reconciled = ({ groups, repeated }: Grouping) => ({
  activities: sum(groups.map((one) => one.activities)) - repeated.activities,
  budgetIdr: sum(groups.map(({ budget }) => budget.total)) - repeated.budgetIdr,
  people: sum(groups.map(({ people }) => people.total)) - repeated.people,
})

/** The same figures by a loop that knows no groups. */
const plainly = (all: readonly { readonly budgetIdr?: number; readonly beneficiaries?: number }[]) => {
  const found = { activities: 0, budgetIdr: 0, people: 0 }
  for (const { budgetIdr, beneficiaries } of all) {
    found.activities += 1
    found.budgetIdr += budgetIdr ?? 0
    found.people += beneficiaries ?? 0
  }
  return found
}

describe('totals do not depend on grouping', () => {
  test('by organisation, theme, district, year and source the groups reconcile with the one total', () => {
    fc.assert(
      fc.property(activities, period, (all, years) => {
        const villagesOf = (id: string) =>
          all.find((one) => one.id === id)!.sites.flatMap((site) => ('code' in site ? [site.code] : []))
        const sources: GroupingSources = { period: years, villagesOf, kindOf: (id) => KIND_OF.get(id) ?? null }
        const active = all.filter((one) => isActive(one, years))
        const expected = plainly(active)
        for (const by of ACTIVITY_GROUPS) {
          const keysOf = groupKeysOf(by, sources)
          const grouping = groupActivities(active, keysOf)
          const { total, groups, several } = grouping
          expect({ by, ...reconciled(grouping) }).toEqual({ by, ...expected })
          expect([total.activities, total.budget.total, total.people.total]).toEqual(Object.values(expected))
          for (const { key, activities: count, shared, budget } of groups) {
            const members = membersOf(active, keysOf, key)
            expect([count, budget.total]).toEqual([members.length, plainly(members).budgetIdr])
            expect(shared).toBeLessThanOrEqual(Math.min(count, several))
          }
          if (by === 'source') expect(grouping.repeated).toEqual({ activities: 0, budgetIdr: 0, people: 0 })
        }
      }),
      { numRuns: 300 },
    )
  })

  test('the same holds through the whole server, over worlds of random work at many sites', async () => {
    const served = await serve()
    await commit(served.store, [{ kind: 'organisation', record: world.organisation('eka', 'agency') }])
    const own = new Set(world.PROGRAMME.map(({ id }) => id))
    await fc.assert(
      fc.asyncProperty(
        activities,
        period,
        fc.constantFrom('99', '99.01', '99.02', ENAU),
        async (all, years, region) => {
          const before = served.world.everyone.all('activity').filter(({ id }) => !own.has(id))
          const gone = before.map((record) => ({ ...record, visibility: 'organisation' as const }))
          await commit(
            served.store,
            [...gone.filter(({ id }) => !all.some((one) => one.id === id)), ...all].map((record) => ({
              kind: 'activity',
              record,
            })),
          )
          await served.world.settled()
          const answer = answerDashboard(served.world, { region, period: years, today: '2026-11-22' })
          const { engine } = served.world.everyone
          const here = served.world.everyone
            .all('activity')
            .filter((one) => isActive(one, years))
            .filter(({ id }) => engine.reachedCodes('activity', id).some((code) => code.startsWith(region)))
          const expected = plainly(here)
          for (const by of ACTIVITY_GROUPS)
            expect({ by, ...reconciled(answer.groups[by]) }).toEqual({ by, ...expected })
          expect(answer.total.activities).toBe(expected.activities)
          expect(answer.reached).toBeLessThanOrEqual(answer.villages)
        },
      ),
      { numRuns: 30 },
    )
    served.world.close()
  }, 60_000)

  test('a site more in the same districts changes no figure', () => {
    fc.assert(
      fc.property(activities, (all) => {
        const sources = (times: number): GroupingSources => ({
          period: { from: 2022, to: 2027 },
          villagesOf: (id) => {
            const codes = all.find((one) => one.id === id)!.sites.flatMap((site) => ('code' in site ? [site.code] : []))
            return Array.from({ length: times }, () => codes).flat()
          },
          kindOf: () => 'ngo',
        })
        const [once, thrice] = [1, 3].map((times) => groupActivities(all, groupKeysOf('district', sources(times))))
        expect(thrice).toEqual(once)
      }),
    )
  })
})

describe('villages by urusan', () => {
  const verdicts = fc.constantFrom('gap', 'partial', 'met', 'overlap', 'coordinated' as const)
  const themes = fc.array(
    fc.record({
      theme: fc.string({ minLength: 1, maxLength: 6 }),
      urusan: fc.subarray(['health', 'education', 'food'], { minLength: 1 }),
      villages: fc.uniqueArray(fc.record({ code: fc.constantFrom(...VILLAGES), verdict: verdicts }), {
        selector: ({ code }) => code,
      }),
    }),
    { maxLength: 8 },
  )
  const URUSAN = ['health', 'education', 'food'].map((id) => ({ id }))

  test('a village counts once in an urusan and once in all, however many of its themes are a gap', () => {
    fc.assert(
      fc.property(themes, (given) => {
        const total = worstByVillage(given)
        const rows = coverageByUrusan(given, URUSAN)
        for (const row of [total, ...rows]) {
          expect(row.gap + row.partial + row.covered).toBe(row.targeted)
          expect(row.targeted).toBeLessThanOrEqual(VILLAGES.length)
        }
        const isGap = (code: string) =>
          given.some(({ villages }) => villages.some((one) => one.code === code && one.verdict === 'gap'))
        expect(total.gap).toBe(VILLAGES.filter(isGap).length)
        for (const { targeted } of rows) expect(targeted).toBeLessThanOrEqual(total.targeted)
      }),
    )
  })
})
