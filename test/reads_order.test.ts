import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inOrder } from '../server/engine/reads/id_order.ts'
import { orderOf } from '../server/engine/reads/order.ts'

const distances = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 5_000, noNaN: true })), { maxLength: 200 })

test('distances come out as a stable sort has them, many of them nothing at all', () => {
  fc.assert(
    fc.property(distances, (values) => {
      const expected = values.map((_, place) => place).sort((a, b) => values[a]! - values[b]! || a - b)
      expect([...orderOf(Float64Array.from(values))]).toEqual(expected)
    }),
  )
})

const alike = fc
  .tuple(fc.string({ maxLength: 12 }), fc.array(fc.string({ maxLength: 9, unit: 'binary' }), { maxLength: 60 }))
  .map(([start, ends]) => [...new Set(ends)].map((end) => start + end))

test('ids come out as the platform sorts them, however alike they begin, in whatever script', () => {
  fc.assert(
    fc.property(alike, (ids) => {
      expect(inOrder([...ids])).toEqual([...ids].sort())
    }),
  )
  const many = Array.from({ length: 3_000 }, (_, at) => `kegiatan-${(at * 7919) % 3_000}`)
  expect(inOrder([...many])).toEqual([...many].sort())
  const few = many.slice(0, 300)
  expect(inOrder([...few])).toEqual([...few].sort())
})
