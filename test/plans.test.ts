import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RecordAnswer } from '../data/model/answers.ts'
import type { Plan } from '../data/model/plan.ts'
import type { PlanAnswer, PlanList } from '../data/model/plan_answer.ts'
import { serve } from './served.ts'
import { accepted, asRecord, type Desk, refused, type Served, sit } from './work/desk.ts'
import { ASAM, action, activity, agreement, BAKAU, DAMAR, plan, rectangle, zone } from './world.ts'

let served: Served
let sekber: Desk
let planner: Desk

const KARANG = plan(
  'p-karang',
  [
    action('survei', { status: 'completed', places: [ASAM], activities: ['a-three-sites', 'a-rahasia'] }),
    action('tanam', {
      period: { start: '2026-01-01', end: '2026-06-30' },
      dependsOn: ['survei'],
      supporting: [{ id: 'akar' }],
      resources: [{ kind: 'money', amount: 90, by: 'akar', secured: false }],
    }),
  ],
  { places: [ASAM, BAKAU], agreement: 'g-rahasia' },
)

beforeAll(async () => {
  served = await serve([
    asRecord('agreement', agreement('g-rahasia', ['akar', 'dinas'], { visibility: 'partners' })),
    asRecord('activity', activity('a-rahasia', ['akar'], [ASAM], { visibility: 'partners' })),
    asRecord('zone', zone('z-hulu', rectangle(0, 0, 0.01, 0.01), ['akar'])),
    asRecord('zone', zone('z-kosong', rectangle(0, 0, 0.01, 0.01), ['akar'], { actions: [] })),
    asRecord('plan', KARANG),
    asRecord('plan', plan('p-tertutup', [action('x')], { visibility: 'partners', places: [DAMAR] })),
  ])
  sekber = await sit(served, 'moderator')
  planner = await sit(served, 'planner', 'dinas')
})
afterAll(() => served.world.close())

const get = async <T>(path: string) => (await (await served.get(path)).json()) as T
const given = (record: Plan, changes: Partial<Plan> = {}) => {
  const { enteredBy: _, origin: __, verification: ___, ...rest } = { ...record, ...changes }
  return rest
}

test('the list holds public plans and what zones say themselves, with what is done, overdue, unfunded and unowned', async () => {
  const { plans, figures, shares, on } = await get<PlanList>('/api/plans')
  expect(on).toBe('2026-11-22')
  expect(plans.map(({ id, isReadIn }) => [id, isReadIn])).toEqual([
    ['p-karang', false],
    ['z-hulu', true],
  ])
  expect(plans[0]).toMatchObject({
    where: ['Asam', 'Bakau'],
    agreement: null,
    figures: { actions: 2, done: 1, overdue: 1, unfunded: 1, unowned: 0, moneyIdr: 90, securedIdr: 0 },
  })
  expect(figures.actions).toBe(3)
  expect(shares[0]).toEqual({
    organisation: 'bina',
    name: 'bina',
    responsible: 2,
    supporting: 0,
    moneyIdr: 0,
    people: 0,
  })
})

test('overdue is counted at the day that is asked for', async () => {
  expect((await get<PlanList>('/api/plans?on=2026-06-30')).figures.overdue).toBe(0)
  expect((await get<PlanList>('/api/plans?on=2026-07-01')).figures.overdue).toBe(1)
  expect((await served.get('/api/plans?on=2026-02-30')).status).toBe(400)
})

test('a region gets the plans of its places, a party those that name it or live from its money', async () => {
  const ids = async (query: string) => (await get<PlanList>(`/api/plans?${query}`)).plans.map(({ id }) => id)
  expect(await ids(`region=${BAKAU}`)).toEqual(['p-karang', 'z-hulu'])
  expect(await ids('region=99.02')).toEqual([])
  expect(await ids('partner=akar')).toEqual(['p-karang', 'z-hulu'])
  expect(await ids('partner=citra')).toEqual([])
})

test('one plan is one answer: actions, places by name, activities; what not everyone may see is not named', async () => {
  const answer = await get<PlanAnswer>('/api/plans/p-karang')
  expect(answer.places).toEqual([
    { code: ASAM, name: 'Asam', level: 'village' },
    { code: BAKAU, name: 'Bakau', level: 'village' },
  ])
  expect(answer.activities).toEqual([{ id: 'a-three-sites', title: 'a-three-sites' }])
  expect(answer.bbox).toEqual([110, 0, 110.04, 0.02])
  expect(JSON.stringify(answer)).not.toContain('rahasia')
  expect((await served.get('/api/plans/p-tertutup')).status).toBe(404)
  expect((await served.get('/api/plans/tidak-ada')).status).toBe(404)
})

test('the plan hangs on its agreement and on its activities, for those who may see them', async () => {
  const related = async (path: string) => (await get<RecordAnswer>(`/api/records/${path}`)).related
  expect(await related('activity/a-three-sites')).toContainEqual({
    kind: 'plan',
    id: 'p-karang',
    title: 'p-karang',
    relation: 'plan',
  })
  expect(JSON.stringify(await related('plan/p-karang'))).not.toContain('rahasia')
})

test('the calendar holds the last day of what is still open, once', async () => {
  const text = await (await served.get('/api/plans.ics')).text()
  expect(text.match(/^DTSTART.*$/gm)?.map((line) => line.trim())).toEqual([
    'DTSTART;VALUE=DATE:20260630',
    'DTSTART;VALUE=DATE:20261231',
  ])
})

test('a department writes its own plan; circles, unknown names and a second plan for a zone are refused by field', async () => {
  const begin = (changes: Partial<Plan>, desk = planner) =>
    desk.begin(given(KARANG, { id: '', agreement: 'g-damar', actions: [], ...changes }), true, randomUUID(), 'plan')
  const names = async (changes: Partial<Plan>, desk = planner) =>
    (await refused(begin(changes, desk))).findings?.map(({ field, name }) => [field, name])
  const circle = [action('a', { dependsOn: ['b'] }), action('b', { dependsOn: ['a'] })]
  expect(await names({ actions: circle })).toEqual([['actions.0.dependsOn', 'cycle']])
  expect(await names({ actions: [action('a', { activities: ['tidak-ada'] })] })).toEqual([
    ['actions.0.activities.0', 'unknown'],
  ])
  expect(await names({ actions: [action('a', { theme: 'sihir' })] })).toEqual([['actions.0.theme', 'unknown']])
  expect(await names({ actions: [action('a', { responsible: { id: 'entah' } })] })).toContainEqual([
    'organisations.1',
    'unknown',
  ])
  expect(await names({})).toEqual([['actions', 'missing']])
  const made = await accepted(begin({ zone: 'z-hulu', places: [], actions: [action('a')] }))
  expect(made.verification).toBe('submitted')
  expect(await names({ zone: 'z-hulu', actions: [action('a')] }, sekber)).toEqual([['zone', 'taken']])
  await accepted(sekber.step(made, 'verify'))
  const { plans } = await get<PlanList>('/api/plans')
  expect(plans.map(({ id }) => id).sort()).toEqual([made.id, 'p-karang'].sort())
  expect((await get<PlanAnswer>('/api/plans/z-hulu')).plan.id).toBe(made.id)
})

test('another department plans for no zone that is not its own, and a partner writes no plan at all', async () => {
  const other = await sit(served, 'planner', 'citra')
  const partner = await sit(served, 'partner', 'akar')
  const record = given(KARANG, { id: '', agreement: 'g-damar', actions: [action('a')] })
  const fault = await refused(other.begin({ ...record, zone: 'z-kosong' }, false, randomUUID(), 'plan'))
  expect(fault.findings).toContainEqual(expect.objectContaining({ field: 'zone', name: 'organisation' }))
  expect((await partner.begin(record, false, randomUUID(), 'plan')).status).toBe(403)
})

test('whoever saves on an older revision is told what stands now, and nothing is lost', async () => {
  const { revision } = await sekber.open('plan', 'p-karang')
  const at = { kind: 'plan', id: 'p-karang', revision } as const
  await accepted(sekber.save(at, given(KARANG, { name: 'Karang baru' })))
  const response = await planner.save(at, given(KARANG, { note: 'catatan' }))
  expect(response.status).toBe(412)
  expect((await refused(response)).conflict).toMatchObject({ current: revision + 1, record: { name: 'Karang baru' } })
})
