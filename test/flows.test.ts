import fc from 'fast-check'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ACTIVITY_STATUSES, implementersOf, isActive, type Role } from '../data/model/activity.ts'
import { asOneFlow, type Flow, type FlowsAnswer, figuresOfFlows, flowsOf, measureOf } from '../data/model/flows.ts'
import { isPartner } from '../data/model/organisation.ts'
import { workingIn } from '../data/model/verdict.ts'
import { answerDashboard } from '../server/dashboard.ts'
import { answerFlows } from '../server/flows.ts'
import { answerCoverage } from '../server/routes/cover.ts'
import { commit, serve } from './served.ts'
import * as world from './world.ts'
import { ASAM, BAKAU, CEMPAKA, DAMAR, ENAU, GAMBIR, GAMBIR_ISLAND, KARANG_ISLET } from './world.ts'

const STUNTING = { theme: 'stunting', period: { from: 2026, to: 2026 } }

let served: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  served = await serve([
    { kind: 'activity', record: world.activity('a-paid', ['akar'], [ASAM, BAKAU], { budgetIdr: 300 }) },
    { kind: 'activity', record: world.activity('a-joint', ['akar', 'bina', 'dinas'], [BAKAU], { budgetIdr: 50 }) },
    { kind: 'activity', record: world.activity('a-alone', ['dinas'], [CEMPAKA]) },
    {
      kind: 'activity',
      record: world.activity('a-paid-by-citra', ['akar', { id: 'citra', role: 'funder' }], [ASAM]),
    },
  ])
})
afterAll(() => served.world.close())

const flowsIn = (region: string, level: 'village' | 'district' | 'regency' | 'island' = 'village'): FlowsAnswer =>
  answerFlows(served.world, { region, level, ...STUNTING })

/** Partner, place and number of activities. */
const linesOf = ({ flows }: FlowsAnswer) =>
  flows.map(({ partner, place, activities }) => `${partner} ${place} ${activities.length}`)

describe('stunting in the known world in 2026, worked out by hand', () => {
  test('who works in which village: funders and cancelled work are nowhere, an activity counts once a village', () => {
    // akar in Asam: three-sites, paid, paid-by-citra; in Bakau: three-sites, paid, joint. bina in Bakau: bakau, joint.
    expect(linesOf(flowsIn('99.01'))).toEqual([`akar ${ASAM} 3`, `akar ${BAKAU} 3`, `bina ${BAKAU} 2`])
    expect(linesOf(flowsIn('99.02'))).toEqual([`akar ${ENAU} 1`, `bina ${DAMAR} 1`, `citra ${DAMAR} 1`])
  })

  test('a district is the sum of its villages: its activities count once in it, its villages are those reached', () => {
    const answer = flowsIn('99.01', 'district')
    expect(answer.flows).toEqual([
      {
        partner: 'akar',
        place: '99.01.01',
        activities: ['a-joint', 'a-paid', 'a-paid-by-citra', 'a-three-sites'],
        villages: [ASAM, BAKAU],
      },
      { partner: 'bina', place: '99.01.01', activities: ['a-bakau', 'a-joint'], villages: [BAKAU] },
    ])
    expect(answer.partners).toMatchObject([
      { id: 'akar', places: 1, villages: 2, activities: 4, budget: { total: 350, known: 2, of: 4 } },
      { id: 'bina', places: 1, villages: 1, activities: 2, budget: { total: 50, known: 1, of: 2 } },
    ])
    expect(answer.total).toEqual({
      places: 1,
      villages: 2,
      activities: 5,
      budget: { total: 350, known: 2, of: 5 },
    })
    expect([answer.denominator, answer.villages]).toEqual([2, 3])
  })

  test('a place without partners stands there with its verdict; what government does alone is told apart', () => {
    const answer = flowsIn('99.01')
    expect(answer.places.map(({ code, verdict, partners }) => [code, verdict, partners])).toEqual([
      [ASAM, 'met', 1],
      [BAKAU, 'coordinated', 2],
      [CEMPAKA, 'gap', 0],
    ])
    expect(answer.unaccompanied).toEqual({ activities: 1, places: 1 })
  })

  test('islands are places of their own, and no villages are counted on them', () => {
    const answer = flowsIn('99.02', 'island')
    expect(answer.places.map(({ code }) => code)).toEqual([GAMBIR_ISLAND, KARANG_ISLET])
    expect([answer.villages, answer.total.villages, answer.flows]).toEqual([null, null, []])
  })

  test('a filter leaves whom it leaves in the verdicts: those who work with them too', async () => {
    const answer = (await (
      await served.get('/api/flows?region=99.01&theme=stunting&period=2026&organisation=bina')
    ).json()) as FlowsAnswer
    expect(linesOf(answer)).toEqual([`akar ${BAKAU} 1`, `bina ${BAKAU} 2`])
    expect(answer.asOf.seq).toBe(served.world.everyone.asOf().seq)
  })

  test('the table has a row for each partner and place, and one for each place without', async () => {
    const response = await served.get('/api/flows.csv?region=99.01&theme=stunting&period=2026')
    expect(response.headers.get('Content-Disposition')).toBe(
      'attachment; filename="bentang-mitra_barat_stunting_2026.csv"',
    )
    const { data } = Papa.parse<Record<string, string>>((await response.text()).trim(), { header: true })
    expect(
      data.map(({ partner_id, code, activities, budget_idr }) => [partner_id, code, activities, budget_idr]),
    ).toEqual([
      ['akar', ASAM, '3', '300'],
      ['akar', BAKAU, '3', '350'],
      ['bina', BAKAU, '2', '50'],
      ['', CEMPAKA, '0', ''],
    ])
  })

  test('a partner whose name begins like a formula runs nowhere', async () => {
    const evil = await serve([
      { kind: 'organisation', record: world.organisation('jahat', 'ngo', { name: '=1+1' }) },
      { kind: 'activity', record: world.activity('a-jahat', ['jahat'], [GAMBIR]) },
    ])
    const text = await (await evil.get('/api/flows.csv?region=99.02&theme=stunting&period=2026')).text()
    expect(text).toContain('jahat,"\'=1+1",ngo')
    evil.world.close()
  })
})

describe('what holds in every world', () => {
  const party = fc.record({
    id: fc.constantFrom('akar', 'bina', 'citra', 'dinas'),
    role: fc.constantFrom<Role>('implementer', 'funder', 'support'),
  })
  const places = fc.constantFrom(ASAM, BAKAU, CEMPAKA, DAMAR, ENAU, GAMBIR, '99.01.01', '99.02', GAMBIR_ISLAND)
  const work = fc.record({
    themes: fc.subarray(['stunting', 'restoration'], { minLength: 1 }),
    parties: fc.array(party, { maxLength: 4 }),
    places: fc.array(places, { minLength: 1, maxLength: 6 }),
    start: fc.integer({ min: 2023, max: 2027 }),
    status: fc.constantFrom(...ACTIVITY_STATUSES),
    budgetIdr: fc.option(fc.integer({ min: 0, max: 2_000_000_000 }), { nil: undefined }),
  })
  const activities = fc.array(work, { maxLength: 25 }).map((all) =>
    all.map(({ themes, parties, places: sites, start, status, budgetIdr }, at) =>
      world.activity(`p-${at}`, parties, sites, {
        themes,
        status,
        period: { start: `${start}-03-01`, end: `${start + 1}-10-31` },
        ...(budgetIdr === undefined ? {} : { budgetIdr }),
      }),
    ),
  )

  test('places, partners and total agree with each other, with the verdicts and with the overview of the region', async () => {
    const own = new Set(world.PROGRAMME.map(({ id }) => id))
    const { world: here, store } = await serve()
    const { everyone } = here
    const find = (id: string) => everyone.find('activity', id)!.record
    const kindOf = (id: string) => everyone.find('organisation', id)!.record.kind
    await fc.assert(
      fc.asyncProperty(
        activities,
        fc.constantFrom('99', '99.01', '99.02'),
        fc.constantFrom('village', 'district', 'regency', 'island' as const),
        fc.constantFrom('stunting', 'restoration'),
        async (all, region, level, theme) => {
          const before = everyone.all('activity').filter(({ id }) => !own.has(id) && !all.some((one) => one.id === id))
          const gone = before.map((record) => ({ ...record, visibility: 'organisation' as const }))
          await commit(
            store,
            [...gone, ...all].map((record) => ({ kind: 'activity', record })),
          )
          await here.settled()
          const asked = { region, theme, level, period: STUNTING.period }
          const answer = answerFlows(here, asked)
          const coverage = answerCoverage(here, asked)
          const budgets = new Map(answer.activities.map(({ id, budgetIdr }) => [id, budgetIdr]))
          const counting = { budgetOf: (id: string) => budgets.get(id) ?? null, hasVillages: answer.villages !== null }

          // A place has partners exactly where its verdict says so, and those partners.
          for (const [at, unit] of coverage.units.entries()) {
            const flows = answer.flows.filter(({ place }) => place === unit.code)
            expect(flows.map(({ partner }) => partner)).toEqual(
              [...workingIn(unit.verdict)].filter((id) => isPartner(kindOf(id))),
            )
            expect(answer.places[at]).toMatchObject({ code: unit.code, partners: flows.length })
            // Every activity there that a partner carries out, and no other.
            const carried = unit.activities.filter((id) =>
              implementersOf(find(id)).some((one) => isPartner(kindOf(one))),
            )
            expect([...new Set(flows.flatMap((flow) => flow.activities))].sort()).toEqual(carried)
            expect(answer.places[at]!.activities).toBe(carried.length)
          }
          const { gap, no_target, unreported } = coverage.counts
          expect(answer.total.places).toBe(coverage.denominator - gap - no_target - unreported)

          // However they are added up.
          expect(answer.partners.reduce((sum, one) => sum + one.places, 0)).toBe(answer.flows.length)
          expect(answer.places.reduce((sum, one) => sum + one.partners, 0)).toBe(answer.flows.length)
          const together = asOneFlow(answer.flows, 'all')
          expect(figuresOfFlows(together, counting)).toEqual(answer.total)
          for (const one of answer.partners) {
            const flows = answer.flows.filter(({ partner }) => partner === one.id)
            expect(one).toMatchObject(figuresOfFlows(flows, counting))
            expect(one.activities).toBeLessThanOrEqual(flows.reduce((sum, flow) => sum + flow.activities.length, 0))
          }

          // As the overview counts the theme, where places are all ground there is.
          if (level === 'island') return
          const overview = answerDashboard(here, { region, period: asked.period, today: '2026-11-22' })
          const nobodys = everyone
            .all('activity')
            .filter((one) => isActive(one, asked.period) && one.themes.includes(theme))
            .filter((one) => implementersOf(one).length === 0)
            .filter(({ id }) => everyone.engine.reachedCodes('activity', id).some((code) => code.startsWith(region)))
          const group = overview.groups.theme.groups.find(({ key }) => key === theme)
          expect(answer.total.activities + answer.unaccompanied.activities).toBe(
            (group?.activities ?? 0) - nobodys.length,
          )
        },
      ),
      { numRuns: 60 },
    )
    here.close()
  }, 90_000)

  test('several partners as one: no place, activity or village is lost or doubled, and no width exceeds their sum', () => {
    const codes = ['a', 'b', 'c', 'd']
    const flow = fc.record({
      partner: fc.constantFrom('x', 'y', 'z'),
      place: fc.constantFrom('p', 'q', 'r'),
      activities: fc.subarray(codes, { minLength: 1 }),
      villages: fc.subarray(codes, { minLength: 1 }),
    })
    const flows = fc.uniqueArray(flow, { selector: ({ partner, place }: Flow) => `${partner}/${place}`, maxLength: 9 })
    const counting = { budgetOf: (id: string) => (id === 'a' ? null : 10), hasVillages: true }
    fc.assert(
      fc.property(flows, (all) => {
        const one = asOneFlow(all, 'others')
        expect(figuresOfFlows(one, counting)).toEqual(figuresOfFlows(all, counting))
        expect(new Set(one.map(({ place }) => place)).size).toBe(one.length)
        for (const merged of one)
          for (const measure of ['activities', 'villages', 'budget'] as const) {
            const parts = all.filter(({ place }) => place === merged.place)
            const measures = parts.map((part) => measureOf(part, measure, counting) ?? 0)
            const whole = measureOf(merged, measure, counting) ?? 0
            expect(whole).toBeGreaterThanOrEqual(Math.max(...measures))
            expect(whole).toBeLessThanOrEqual(measures.reduce((sum, value) => sum + value, 0))
          }
      }),
    )
  })

  test('a partner that stands twice on an activity is there once', () => {
    const organisations = [
      { id: 'x', role: 'implementer' },
      { id: 'x', role: 'implementer' },
    ] as const
    const flows = flowsOf({
      places: [{ code: '99.01', activities: ['a'] }],
      villages: null,
      find: () => ({ organisations }),
      kindOf: () => 'ngo',
    })
    expect(flows).toEqual([{ partner: 'x', place: '99.01', activities: ['a'], villages: null }])
  })
})
