import { expect, test } from 'vitest'
import type { CoverageAnswer } from '../data/model/answers.ts'
import type { VerdictKind } from '../data/model/verdict.ts'
import { DEFAULT_VIEW, parseView } from '../data/view/view.ts'
import { changeSince, MOST_SAVED, parseSaved, searchOf, seenOf } from '../web/saved/shelf.ts'

const unit = (code: string, kind: VerdictKind) => ({ code, name: code, within: '', verdict: { kind } })
const coverage = (...units: readonly ReturnType<typeof unit>[]) =>
  ({
    asOf: { seq: 7, time: '2026-11-20T03:00:00.000Z' },
    units,
  }) as unknown as CoverageAnswer
const ENTRY = {
  id: 'a',
  name: 'Celah',
  search: '?theme=stunting',
  seen: { time: '2026-11-20T03:00:00.000Z', codes: ['61.05.01.2001'] },
}

test('a saved view names its whole question, whatever the defaults of a later release; reader and draft are not kept', () => {
  const search = searchOf({ ...DEFAULT_VIEW, language: 'en', palette: 'dark', edit: 'new', only: ['gap'] })
  expect(Object.fromEntries(new URLSearchParams(search))).toEqual({
    region: '61.05',
    theme: 'stunting',
    period: '2026',
    level: 'village',
    ask: 'gap',
    only: 'gap',
  })
  expect(parseView(search)).toEqual({ view: { ...DEFAULT_VIEW, only: ['gap'] }, repaired: [] })
})

test('what changed is told by the units, not by their number: one gone and one new is a change', () => {
  const before = seenOf(coverage(unit('v1', 'gap'), unit('v2', 'gap'), unit('v3', 'met')), 'gap')
  expect(before).toEqual({ time: '2026-11-20T03:00:00.000Z', codes: ['v1', 'v2'] })
  const now = coverage(unit('v1', 'met'), unit('v2', 'gap'), unit('v3', 'gap'))
  const { added, gone } = changeSince(before, now, 'gap')
  expect(added.map(({ code }) => code)).toEqual(['v3'])
  expect(gone.map(({ code }) => code)).toEqual(['v1'])
  expect(changeSince(seenOf(now, 'gap'), now, 'gap')).toEqual({ added: [], gone: [] })
})

test.each([null, '', '{}', 'null', '[', '"x"', '[null, 4, "x", {}]', '[{"id":"a","name":"b"}]'])(
  'a damaged shelf (%s) is an empty one',
  (text) => {
    expect(parseSaved(text)).toEqual([])
  },
)

test('one damaged entry leaves the others standing, and no shelf is longer than it may be', () => {
  const damaged = [
    { ...ENTRY, seen: { ...ENTRY.seen, time: 'kemarin' } },
    { ...ENTRY, seen: { ...ENTRY.seen, codes: [1] } },
    { ...ENTRY, name: 4 },
  ]
  expect(parseSaved(JSON.stringify([...damaged, ENTRY]))).toEqual([ENTRY])
  expect(parseSaved(JSON.stringify(Array.from({ length: 80 }, () => ENTRY)))).toHaveLength(MOST_SAVED)
})
