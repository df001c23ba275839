import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PlanAction, planOfZone, type Resource, spanOfPlan } from '../data/model/plan.ts'
import { findCycle, findingsOf } from '../data/model/plan_checks.ts'
import { figuresOf, flagsOf, isOverdue, sharesOf } from '../data/model/plan_figures.ts'
import { action, plan, rectangle, zone } from './world.ts'

const money = (amount: number, given: Partial<Resource> = {}): Resource => ({
  kind: 'money',
  amount,
  secured: true,
  ...given,
})
const people = (amount: number, by?: string): Resource => ({ kind: 'people', amount, secured: true, ...(by && { by }) })

/** The same without anybody to answer for it. */
const unowned = ({ responsible: _, ...given }: PlanAction): PlanAction => given

describe('where an action stands on a day', () => {
  test('it is overdue from the day after its last day until somebody reports it done', () => {
    const late = action('a', { period: { start: '2026-01-01', end: '2026-06-30' } })
    expect(isOverdue(late, '2026-06-30')).toBe(false)
    expect(isOverdue(late, '2026-07-01')).toBe(true)
    expect(isOverdue({ ...late, status: 'completed' }, '2026-07-01')).toBe(false)
    expect(isOverdue({ ...late, progress: { percent: 100, date: '2026-06-29' } }, '2026-07-01')).toBe(false)
    expect(isOverdue({ ...late, progress: { percent: 99, date: '2026-06-29' } }, '2026-07-01')).toBe(true)
    expect(isOverdue({ ...late, status: 'cancelled' }, '2026-07-01')).toBe(false)
    expect(isOverdue(action('open', { period: { start: '2020-01-01', end: null } }), '2026-07-01')).toBe(false)
  })

  test('it is unfunded without anything to do it with, or with money nobody has confirmed; people alone need no money', () => {
    const flags = (...resources: readonly Resource[]) => flagsOf(action('a', { resources }), '2026-01-01')
    expect(flags()).toEqual(['unfunded'])
    expect(flags(money(5))).toEqual([])
    expect(flags(money(5), money(1, { secured: false }))).toEqual(['unfunded'])
    expect(flags(people(3))).toEqual([])
    expect(flags({ kind: 'in_kind', what: 'bibit', secured: false })).toEqual([])
  })

  test('what is done is neither unfunded nor unowned any more', () => {
    expect(flagsOf(unowned(action('a')), '2026-01-01')).toEqual(['unfunded', 'unowned'])
    expect(flagsOf(unowned(action('a', { status: 'completed' })), '2026-01-01')).toEqual([])
  })

  test('the figures of a plan count each live action once and leave cancelled ones out of the denominator', () => {
    const actions = [
      action('done', { status: 'completed', resources: [money(10)] }),
      unowned(action('late', { period: { start: '2025-01-01', end: '2025-12-31' } })),
      action('running', { resources: [money(20, { secured: false }), people(4)] }),
      action('gone', { status: 'cancelled', resources: [money(1000)] }),
    ]
    expect(figuresOf(actions, '2026-06-01')).toEqual({
      actions: 3,
      done: 1,
      overdue: 1,
      unfunded: 2,
      unowned: 1,
      moneyIdr: 30,
      securedIdr: 10,
      people: 4,
    })
  })
})

describe('who carries how much', () => {
  test('money is carried by whoever gives it, else by whoever answers for the action', () => {
    const actions = [
      action('a', { resources: [money(10), money(5, { by: 'akar' })], supporting: [{ id: 'akar' }, { id: 'bina' }] }),
      unowned(action('b', { resources: [money(7), people(2, 'akar')] })),
    ]
    expect(sharesOf(actions)).toEqual([
      { organisation: 'bina', responsible: 1, supporting: 0, moneyIdr: 10, people: 0 },
      { organisation: 'akar', responsible: 0, supporting: 1, moneyIdr: 5, people: 2 },
      { organisation: null, responsible: 1, supporting: 0, moneyIdr: 7, people: 0 },
    ])
  })

  const party = fc.constantFrom('akar', 'bina', 'citra', 'dinas')
  const resource = fc
    .record({ kind: fc.constantFrom('money', 'people'), amount: fc.nat(100), by: fc.option(party) })
    .map(({ kind, amount, by }): Resource => ({ kind, amount, secured: true, ...(by ? { by } : {}) }))
  const drawn = fc
    .record({
      responsible: fc.option(party),
      supporting: fc.array(party, { maxLength: 4 }),
      resources: fc.array(resource, { maxLength: 4 }),
      status: fc.constantFrom('ongoing', 'completed', 'cancelled'),
    })
    .map(({ responsible, supporting, ...given }): PlanAction => {
      const one = action('x', { ...given, supporting: supporting.map((id) => ({ id })) })
      return responsible ? { ...one, responsible: { id: responsible } } : unowned(one)
    })

  test('whatever the parties, all shares together are the plan: no action, rupiah or person twice, none lost', () => {
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 8 }), (actions) => {
        const total = (name: 'responsible' | 'moneyIdr' | 'people') =>
          sharesOf(actions).reduce((sum, share) => sum + share[name], 0)
        const figures = figuresOf(actions, '2026-06-01')
        expect([total('responsible'), total('moneyIdr'), total('people')]).toEqual([
          figures.actions,
          figures.moneyIdr,
          figures.people,
        ])
      }),
    )
  })
})

describe('a plan that contradicts itself', () => {
  const names = (...actions: readonly PlanAction[]) =>
    findingsOf(plan('p', actions)).map(({ severity, name, field }) => [severity, name, field])

  test('two actions that wait for each other are refused, and the way around is told', () => {
    const [found] = findingsOf(
      plan('p', [action('a', { dependsOn: ['b'] }), action('b', { dependsOn: ['a'] })]),
    ).filter(({ name }) => name === 'cycle')
    expect(found?.severity).toBe('error')
    expect(found?.words.id).toContain('"a" → "b" → "a"')
    expect(names(action('a', { dependsOn: ['a'] }))).toContainEqual(['error', 'cycle', 'actions.0.dependsOn'])
  })

  test('an action that begins on the last day of what it waits for is a warning, the day after it is none', () => {
    const first = action('a', { period: { start: '2026-01-01', end: '2026-03-31' } })
    const second = (start: string) => action('b', { period: { start, end: null }, dependsOn: ['a'] })
    expect(names(first, second('2026-03-31'))).toEqual([['warning', 'too_early', 'actions.1.period.start']])
    expect(names(first, second('2026-04-01'))).toEqual([])
  })

  test('an end before the beginning, an action nobody knows, progress over 100 and a negative amount are refused', () => {
    expect(names(action('a', { period: { start: '2026-05-01', end: '2026-04-30' } }))).toEqual([
      ['error', 'backwards', 'actions.0.period.end'],
    ])
    expect(names(action('a', { dependsOn: ['z'] }))).toEqual([['error', 'unknown', 'actions.0.dependsOn.0']])
    expect(names(action('a', { progress: { percent: 101, date: '2026-05-01' } }))).toEqual([
      ['error', 'range', 'actions.0.progress.percent'],
    ])
    for (const wrong of [money(-1), money(1e14), people(2.5)])
      expect(names(action('a', { resources: [wrong] }))).toEqual([['error', 'amount', 'actions.0.resources.0.amount']])
    expect(names(action('a'), action('a'))).toEqual([['error', 'form', 'actions.1.id']])
  })

  test('whatever dependencies are drawn: a plan without an error can be done in some order, one with a circle cannot', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const needs = fc.array(fc.subarray(ids, { maxLength: 3 }), { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(needs, (given) => {
        const actions = ids.map((id, at) => action(id, { dependsOn: given[at]! }))
        let left = actions
        for (let doable = left; doable.length > 0; ) {
          const waiting = left.map(({ id }) => id)
          doable = left.filter(({ dependsOn }) => !dependsOn.some((id) => waiting.includes(id)))
          left = left.filter((one) => !doable.includes(one))
        }
        expect(findCycle(actions) === null).toBe(left.length === 0)
        const isRefused = findingsOf(plan('p', actions)).some(({ name }) => name === 'cycle')
        expect(isRefused).toBe(left.length > 0)
      }),
    )
  })
})

test("a zone's own actions read as a plan: a party answers, the others support, its budget is not confirmed", () => {
  const own = zone('z', rectangle(0, 0, 0.01, 0.01), ['akar'], {
    actions: [
      {
        title: 'Kebun gizi',
        theme: 'stunting',
        period: { start: '2026-02-01', end: '2026-11-30' },
        parties: [
          { id: 'akar', role: 'supporting' },
          { id: 'bina', role: 'responsible' },
        ],
        resources: 'Bibit dari desa',
        budgetIdr: 50,
      },
    ],
  })
  const read = planOfZone(own)
  expect(read).toMatchObject({ zone: 'z', places: [], owner: 'dinas' })
  expect(read.actions[0]).toMatchObject({
    what: 'Kebun gizi',
    responsible: { id: 'bina' },
    supporting: [{ id: 'akar' }],
    resources: [
      { kind: 'money', amount: 50, secured: false },
      { kind: 'in_kind', what: 'Bibit dari desa' },
    ],
  })
  expect(spanOfPlan(read)).toEqual({ start: '2026-02-01', end: '2026-11-30' })
})
