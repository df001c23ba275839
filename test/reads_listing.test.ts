import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Selection } from '../server/projection/projection.ts'
import { pageOfActivities } from '../server/routes/activity_page.ts'
import { serve } from './served.ts'
import { ASAM, activity, DAMAR, ENAU, line, point, rectangle } from './world.ts'

const MORE = [
  activity('b-code', ['citra'], [ASAM]),
  activity('b-district', ['citra'], ['99.02.01']),
  activity('b-codes', ['bina'], [DAMAR, ENAU], { status: 'suspended', themes: ['restoration', 'stunting'] }),
  activity('b-line', ['akar'], [line([0.01, 0.03], [0.09, 0.01])], {
    period: { start: '2019-03-01', end: '2020-02-01' },
  }),
  activity('b-open', ['akar'], [rectangle(0.05, 0, 0.07, 0.01)], { period: { start: '2027-01-01', end: null } }),
  activity('b-funded', ['bina', { id: 'dinas', role: 'funder' }], [point(0.07, 0.01)], { verification: 'submitted' }),
  activity('b-both', ['akar', 'bina'], [point(0.005, 0.005), DAMAR, point(0.09, 0.015)], { status: 'completed' }),
]

const someOf = <T>(...values: readonly T[]) => fc.constantFrom(...values)
const selection: fc.Arbitrary<Selection> = fc.record({
  kind: fc.constant('activity' as const),
  theme: someOf('', '', 'stunting', 'restoration'),
  organisations: someOf<readonly string[]>([], [], ['akar'], ['bina', 'citra'], ['dinas']),
  statuses: someOf<readonly string[]>([], [], ['ongoing'], ['suspended', 'completed', 'cancelled']),
  verification: someOf('', '', 'verified', 'submitted'),
  within: fc.constant(''),
  period: someOf(null, { from: 2026, to: 2026 }, { from: 2019, to: 2019 }, { from: 2028, to: 2030 }),
  bbox: fc.option(
    fc
      .tuple(
        ...([0, 1, 2, 3].map(() => fc.integer({ min: -1, max: 11 })) as [
          fc.Arbitrary<number>,
          fc.Arbitrary<number>,
          fc.Arbitrary<number>,
          fc.Arbitrary<number>,
        ]),
      )
      .map(
        ([a, b, c, d]) =>
          [110 + Math.min(a, c) / 100, Math.min(b, d) / 100, 110 + Math.max(a, c) / 100, Math.max(b, d) / 100] as const,
      ),
  ),
  after: someOf('', '', 'a-damar-bina', 'b-line', 'zz'),
  limit: fc.integer({ min: 1, max: 20 }),
})

test('a page out of memory is the page of the tables, whatever is asked for', async () => {
  const { world } = await serve(MORE.map((record) => ({ kind: 'activity' as const, record })))
  const { everyone, geography } = world
  await fc.assert(
    fc.asyncProperty(selection, async (asked) => {
      expect(pageOfActivities(asked, everyone, geography)).toEqual(await everyone.projection.page(asked))
    }),
    { numRuns: 120 },
  )
  world.close()
})
