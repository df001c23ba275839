import { expect, test } from 'vitest'
import { differencesOf, textOf } from '../web/review/difference.ts'
import { ASAM, activity, point } from './world.ts'

const was = activity('a', ['akar'], [ASAM], { beneficiaries: 10 })

test('only what the sender changed is shown, not what the server writes', () => {
  const now = { ...was, verification: 'submitted' as const, confirmed: '2026-11-22', beneficiaries: 25 }
  expect(differencesOf(was, now)).toEqual([{ field: 'beneficiaries', before: 10, now: 25 }])
})

test('a field that is written in another order is the same', () => {
  const now = { ...was, period: { end: was.period.end, start: was.period.start } }
  expect(differencesOf(was, now)).toEqual([])
})

test('a field that was emptied is a change, one that always was empty is none', () => {
  const { beneficiaries: _, ...now } = { ...was, note: '' }
  expect(differencesOf(was, now)).toEqual([{ field: 'beneficiaries', before: 10, now: null }])
})

test('a new record shows every field that is filled', () => {
  const fields = differencesOf(null, was).map(({ field }) => field)
  expect(fields).toContain('title')
  expect(fields).toContain('sites')
  expect(fields).not.toContain('verification')
})

test('a moved point reads as another position', () => {
  expect(textOf([{ geometry: point(0.005, 0.005) }])).toBe('Point 110.00500, 0.00500')
})
