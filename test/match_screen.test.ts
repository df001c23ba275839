import { describe, expect, test } from 'vitest'
import type { DecisionLine, MatchState } from '../data/model/match_decision.ts'
import { leadingVerdict, type MatchedTarget, urgencyOf } from '../data/model/matching.ts'
import { countVerdicts } from '../data/model/verdict.ts'
import { allProposals, shortProposals } from '../web/matching/proposals.ts'
import { formatMatching, parseMatching } from '../web/matching/state.ts'

const WHOLE =
  '?region=61.11&period=2025&department=opd-kesehatan&target=t-1&gaps=1&about=stunting&pick=a,b&weights=70,5,15,15,0&all=1&meeting=1&chosen=b'

describe('the address holds the whole state of the matching screen', () => {
  test('what is written is read back, and region and period stay those of the view', () => {
    const state = parseMatching(WHOLE)
    expect(state).toMatchObject({
      department: 'opd-kesehatan',
      partner: null,
      picked: ['a', 'b'],
      meeting: true,
      chosen: 'b',
    })
    expect(formatMatching(WHOLE, state)).toBe(WHOLE)
  })

  test('a damaged address falls back to nothing asked', () => {
    const damaged = '?department=<script>&pick=a,,%27,b,c,d,e&weights=0,0,0,0,0&gaps=yes&target='
    expect(parseMatching(damaged)).toEqual({
      department: null,
      partner: null,
      target: null,
      gaps: false,
      about: null,
      picked: ['a', 'b', 'c', 'd'],
      weights: null,
      all: false,
      meeting: false,
      chosen: null,
    })
  })

  test('only one side is asked about', () => {
    expect(parseMatching('?department=x&partner=y')).toMatchObject({ department: 'x', partner: null })
  })
})

describe('the verdict of a target in several villages', () => {
  const of = (...kinds: readonly ('gap' | 'met' | 'overlap' | 'coordinated')[]) =>
    leadingVerdict(
      countVerdicts(
        kinds.map((kind) =>
          kind === 'gap'
            ? { kind }
            : kind === 'met'
              ? { kind, by: 'x' }
              : kind === 'overlap'
                ? { kind, organisations: ['x', 'y'] }
                : { kind, organisations: ['x', 'y'], binding: { kind: 'agreement', id: 'g' } },
        ),
      ),
    )

  test('one village without a partner makes it a gap, one overlap asks for more than any that is met', () => {
    expect(of('met', 'gap', 'overlap')).toBe('gap')
    expect(of('met', 'overlap', 'coordinated')).toBe('overlap')
    expect(of('met', 'coordinated')).toBe('met')
    expect(of('coordinated')).toBe('coordinated')
  })

  test('a gap comes before everything else', () => {
    expect(urgencyOf('gap')).toBeLessThan(urgencyOf('overlap'))
    expect(urgencyOf('overlap')).toBeLessThan(urgencyOf('no_target'))
  })
})

describe('the list of proposals', () => {
  const target = (id: string): MatchedTarget =>
    ({
      id,
      partners: ['a', 'b', 'c', 'd', 'e'].map((organisation) => ({ organisation, target: id })),
    }) as unknown as MatchedTarget
  const decided = (states: Readonly<Record<string, MatchState>>) => (of: string, partner: string) =>
    states[`${of} ${partner}`] && ({ state: states[`${of} ${partner}`] } as DecisionLine)
  const listed = (states: Readonly<Record<string, MatchState>>) =>
    shortProposals(allProposals([target('t'), target('u')], 'department', decided(states) as never)).map(
      (one) => `${one.target.id} ${one.row.organisation}`,
    )

  test('before anything is decided it proposes the best three of each target', () => {
    expect(listed({})).toEqual(['t a', 't b', 't c', 'u a', 'u b', 'u c'])
  })

  test('where the department has chosen it holds whom it chose, and never whom it refused', () => {
    expect(listed({ 't d': 'matched', 't e': 'interest', 't a': 'refused', 'u b': 'refused' })).toEqual([
      't d',
      't e',
      'u a',
      'u c',
      'u d',
    ])
  })
})
