import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Plan } from '../data/model/plan.ts'
import { addMonths, dropAction, movePeriod, togglePlace } from '../web/plans/draft.ts'
import { mergePlans } from '../web/plans/merge.ts'
import { barOf, scaleOf } from '../web/plans/scale.ts'
import { parsePlanView, planSearch } from '../web/plans/state.ts'
import { ASAM, action, BAKAU, plan } from './world.ts'

describe('moving an action in time', () => {
  test('a month later the last day of a month is the last again, the 31st of a short month its last', () => {
    expect(addMonths('2026-02-28', 1)).toBe('2026-03-31')
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2028-01-30', 1)).toBe('2028-02-29')
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15')
  })

  test('its end is never moved before its beginning, and an open end stays open', () => {
    const short = { start: '2026-03-01', end: '2026-03-31' }
    expect(movePeriod(short, 'end', (iso) => addMonths(iso, -1))).toEqual(short)
    expect(movePeriod(short, 'both', (iso) => addMonths(iso, 1))).toEqual({ start: '2026-04-01', end: '2026-04-30' })
    const open = { start: '2026-03-01', end: null }
    expect(movePeriod(open, 'both', (iso) => addMonths(iso, 1))).toEqual({ start: '2026-04-01', end: null })
  })

  test('bars lie as long beside each other as their days, within the scale', () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((days) => new Date(Date.UTC(2020, 0, 1 + days)).toISOString())
    fc.assert(
      fc.property(fc.array(fc.tuple(day, day), { minLength: 1, maxLength: 6 }), (spans) => {
        const actions = spans.map(([a, b], at) => {
          const [start, end] = [a, b].map((iso) => iso.slice(0, 10)).sort()
          return action(`a${at}`, { period: { start: start!, end: end! } })
        })
        const scale = scaleOf(actions, '2026-11-22', 800)
        for (const { period } of actions) {
          const { leftPx, widthPx } = barOf(period, scale)
          const days = (Date.parse(period.end!) - Date.parse(period.start)) / 86_400_000 + 1
          expect(leftPx).toBeGreaterThanOrEqual(0)
          expect(leftPx + days * scale.pxPerDay).toBeLessThanOrEqual(scale.widthPx + 0.001)
          expect(widthPx).toBeCloseTo(Math.max(8, days * scale.pxPerDay), 3)
        }
      }),
    )
  })
})

test('whoever waited for an action that is removed waits for it no more', () => {
  const after = dropAction(plan('p', [action('a'), action('b', { dependsOn: ['a'] })]), 'a')
  expect(after.actions).toMatchObject([{ id: 'b', dependsOn: [] }])
})

test('a tap adds a village to the action, another takes it away', () => {
  const once = togglePlace(plan('p', [action('a')]), 'a', ASAM)
  expect(once.actions[0]?.places).toEqual([ASAM])
  expect(togglePlace(once, 'a', ASAM).actions[0]?.places).toEqual([])
})

describe('two people change one plan', () => {
  const before = plan('p', [action('a'), action('b', { dependsOn: ['a'] })])
  const withAction = (given: Plan, id: string, change: object): Plan => ({
    ...given,
    actions: given.actions.map((one) => (one.id === id ? { ...one, ...change } : one)),
  })

  test('different fields of one action are both kept and nobody is asked', () => {
    const mine = withAction(before, 'a', { what: 'baru' })
    const theirs = withAction(before, 'a', { places: [BAKAU] })
    const { record: merged, clashes } = mergePlans(before, mine, theirs)
    expect(clashes).toEqual([])
    expect(merged.actions[0]).toMatchObject({ what: 'baru', places: [BAKAU] })
  })

  test('the same field is asked about, and the answer decides', () => {
    const mine = withAction(before, 'a', { what: 'saya' })
    const theirs = withAction(before, 'a', { what: 'dia' })
    const { record: merged, clashes } = mergePlans(before, mine, theirs)
    expect(clashes).toEqual([{ key: 'a/what', part: 'a', field: 'what', mine: 'saya', theirs: 'dia' }])
    expect(merged.actions[0]?.what).toBe('saya')
    expect(mergePlans(before, mine, theirs, { 'a/what': 'theirs' }).record.actions[0]?.what).toBe('dia')
  })

  test('an action removed by one and changed by the other is asked about; untouched it goes', () => {
    const mine = dropAction(before, 'a')
    expect(mergePlans(before, mine, before).record.actions.map(({ id }) => id)).toEqual(['b'])
    const theirs = withAction(before, 'a', { what: 'dia' })
    const asked = mergePlans(before, mine, theirs)
    expect(asked.clashes).toMatchObject([{ key: 'a/part', mine: null, theirs: 'dia' }])
    expect(asked.record.actions.map(({ id }) => id)).toEqual(['b'])
    expect(mergePlans(before, mine, theirs, { 'a/part': 'theirs' }).record.actions.map(({ id }) => id)).toEqual([
      'a',
      'b',
    ])
  })

  const change = fc.record(
    {
      what: fc.constantFrom('satu', 'dua'),
      places: fc.constantFrom([ASAM], [BAKAU]),
      status: fc.constantFrom('completed' as const, 'suspended' as const),
    },
    { requiredKeys: [] },
  )
  const changed = fc.tuple(change, change, fc.boolean()).map(([a, b, isAdding]) => ({ a, b, isAdding }))
  const applied = (side: string, { a, b, isAdding }: { a: object; b: object; isAdding: boolean }): Plan => {
    const next = withAction(withAction(before, 'a', a), 'b', b)
    return isAdding ? { ...next, actions: [...next.actions, action(side)] } : next
  }

  test('whatever both change: no value of either is lost unless the other side was chosen for that field', () => {
    fc.assert(
      fc.property(changed, changed, (one, other) => {
        const [mine, theirs] = [applied('mine', one), applied('theirs', other)]
        const { record: merged, clashes } = mergePlans(before, mine, theirs)
        const asked = new Set(clashes.map(({ key }) => key))
        for (const [side, given] of [
          ['mine', one],
          ['theirs', other],
        ] as const) {
          expect(merged.actions.some(({ id }) => id === side)).toBe(given.isAdding)
          for (const id of ['a', 'b'] as const)
            for (const [field, value] of Object.entries(given[id])) {
              const was = before.actions.find((action) => action.id === id) as unknown as Record<string, unknown>
              const isChange = JSON.stringify(was[field]) !== JSON.stringify(value)
              if (!isChange || asked.has(`${id}/${field}`)) continue
              expect(merged.actions.find((action) => action.id === id)).toHaveProperty(field, value)
            }
        }
      }),
    )
  })
})

test('the address holds plan, view and action, keeps what belongs to others, and survives nonsense', () => {
  const search = planSearch('?lang=en', { id: 'p', face: 'timeline', action: 'a', only: 'overdue' })
  expect(search).toBe('?lang=en&id=p&as=timeline&action=a&only=overdue')
  expect(parsePlanView(search)).toMatchObject({ id: 'p', face: 'timeline', action: 'a', only: 'overdue', isNew: false })
  expect(parsePlanView('?as=kubus&only=apa')).toMatchObject({ face: 'table', only: null })
})
