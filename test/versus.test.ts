import { expect, test } from 'vitest'
import type { CoverageAnswer } from '../data/model/answers.ts'
import type { ScenarioAnswer } from '../data/model/scenario_answer.ts'
import { VERDICT_KINDS, type VerdictCounts, type VerdictKind } from '../data/model/verdict.ts'
import { isOtherRight, otherView, parseVersus } from '../data/view/versus.ts'
import { openComparison, openVersus, openYearVersus } from '../web/analysis/open.ts'
import { appliedTo } from '../web/scenario/applied.ts'
import { settleView } from '../web/settleView.ts'
import { differing, sided } from '../web/versus/sides.ts'
import { DEFAULT_VIEW, formatView, parseView, type View } from '../web/view.ts'

const counted = (kinds: readonly VerdictKind[]): VerdictCounts =>
  Object.fromEntries(
    VERDICT_KINDS.map((kind) => [kind, kinds.filter((one) => one === kind).length]),
  ) as unknown as VerdictCounts

const coverage = (verdicts: Readonly<Record<string, VerdictKind>>): CoverageAnswer =>
  ({
    counts: counted(Object.values(verdicts)),
    targeted: 2,
    units: Object.entries(verdicts).map(([code, kind]) => ({ code, verdict: { kind }, targets: ['t'] })),
  }) as unknown as CoverageAnswer

test('what a question is held against is read from the address, or named as damaged', () => {
  expect(parseVersus('2025')).toEqual({ against: { kind: 'year', year: 2025 }, form: 'swipe' })
  expect(parseVersus('theme:education,halves')).toEqual({
    against: { kind: 'theme', theme: 'education' },
    form: 'halves',
  })
  expect(parseVersus('scenario')).toEqual({ against: { kind: 'scenario' }, form: 'swipe' })
  for (const damaged of ['', '2024/2026', 'theme:', 'theme:../x', 'scenario,thirds', '2025,swipe,halves', 'year:2025'])
    expect(parseVersus(damaged), damaged).toBeNull()
  expect(parseView('?versus=2025,thirds').repaired).toEqual(['versus'])
})

test('a theme nobody knows is no second map, and its parameter is named', () => {
  const known = { regencies: [{ code: '61.05' }], themes: [{ id: 'stunting' }, { id: 'education' }], organisations: [] }
  const { view } = parseView('?versus=theme:zzz')
  expect(settleView(view, known)).toEqual({ view: DEFAULT_VIEW, replaced: ['versus'] })
  const other = parseView('?versus=theme:education').view
  expect(settleView(other, known)).toEqual({ view: other, replaced: [] })
})

test('the other side asks the same question of another year or theme, and has no third side', () => {
  const view = parseView('?theme=education&organisation=a&only=gap&versus=2024').view
  expect(otherView(view, { kind: 'year', year: 2024 })).toEqual({
    ...view,
    versus: null,
    period: { from: 2024, to: 2024 },
  })
  expect(otherView(view, { kind: 'theme', theme: 'stunting' })).toEqual({ ...view, versus: null, theme: 'stunting' })
  expect(otherView(view, { kind: 'scenario' })).toEqual({ ...view, versus: null })
})

test('time goes from left to right, today stands left of what might become of it', () => {
  const view: View = { ...DEFAULT_VIEW, period: { from: 2025, to: 2026 } }
  expect(isOtherRight(view, { kind: 'year', year: 2024 })).toBe(false)
  expect(isOtherRight(view, { kind: 'year', year: 2026 })).toBe(false)
  expect(isOtherRight(view, { kind: 'year', year: 2027 })).toBe(true)
  expect(isOtherRight(view, { kind: 'scenario' })).toBe(true)
  expect(sided(view, { kind: 'year', year: 2024 }, 'now', 'then')).toEqual({ left: 'then', right: 'now' })
  expect(sided(view, { kind: 'scenario' }, 'today', 'what if')).toEqual({ left: 'today', right: 'what if' })
})

test('a second map closes the analysis that was open, and an analysis the second map', () => {
  const open = openYearVersus(openComparison(DEFAULT_VIEW))
  expect(open.compare).toBeNull()
  expect(open.versus).toEqual({ against: { kind: 'year', year: 2025 }, form: 'swipe' })
  expect(openComparison(open).versus).toBeNull()
  expect(parseView(formatView(open)).view).toEqual(open)
})

test('another side keeps the form; a scenario is counted by village, of everybody', () => {
  const halves = openVersus(DEFAULT_VIEW, { kind: 'year', year: 2024 }, 'halves')
  expect(openVersus(halves, { kind: 'theme', theme: 'education' }).versus?.form).toBe('halves')
  const filtered: View = { ...halves, level: 'district', organisations: ['a'], statuses: ['ongoing'] }
  const scenario = openVersus(filtered, { kind: 'scenario' })
  expect([scenario.level, scenario.organisations, scenario.statuses]).toEqual(['village', [], []])
})

test('units differ by their verdict alone, and a unit of one side only differs', () => {
  const one = coverage({ a: 'gap', b: 'met', c: 'gap', d: 'met' })
  expect(differing(one, coverage({ a: 'gap', b: 'gap', c: 'met' }))).toEqual(['b', 'c', 'd'])
  expect(differing(one, one)).toEqual([])
})

test('a scenario leaves every verdict that it does not change, with its own counts', () => {
  const today = coverage({ a: 'gap', b: 'met', c: 'gap' })
  const after = { a: 'met', b: 'met', c: 'gap' } as const
  const answer = {
    units: [{ code: 'a', after: { kind: 'met' } }],
    scenario: { counts: counted(Object.values(after)), targeted: 3 },
  } as unknown as ScenarioAnswer
  const then = appliedTo(today, answer)
  expect(then.units.map(({ verdict }) => verdict.kind)).toEqual(['met', 'met', 'gap'])
  expect(then.counts).toEqual(counted(then.units.map(({ verdict }) => verdict.kind)))
  expect(then.targeted).toBe(3)
  expect(today.units[0]!.verdict.kind).toBe('gap')
})
