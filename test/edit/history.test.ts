import fc from 'fast-check'
import { expect, test } from 'vitest'
import { begin, type History, redo, step, undo } from '../../web/desk/history.ts'

const after = (values: readonly number[]): History<number> => values.reduce(step<number>, begin(-1))

test('taking every step back and doing it again leads to where one was', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 20 }), (values) => {
      const done = after(values)
      const back = done.past.reduce((history) => undo(history), done)
      expect(back.present).toBe(-1)
      expect(back.future.reduce((history) => redo(history), back)).toEqual(done)
    }),
  )
})

test('a new step after taking one back forgets what was taken back', () => {
  const forked = step(undo(after([1, 2])), 3)
  expect(redo(forked)).toBe(forked)
  expect(undo(forked).present).toBe(1)
})

test('a step that changes nothing is no step, and there is nothing before the beginning', () => {
  const same = after([5])
  expect(step(same, 5).past).toHaveLength(1)
  const first = begin(0)
  expect(undo(first)).toBe(first)
})

test('of two hundred steps the last hundred can be taken back', () => {
  const long = after(Array.from({ length: 200 }, (_, index) => index))
  expect(long.past).toHaveLength(100)
  expect(long.past[0]).toBe(99)
})
