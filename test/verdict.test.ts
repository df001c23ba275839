import { describe, expect, test } from 'vitest'
import type { OrganisationKind } from '../data/model/organisation.ts'
import { AREA_THRESHOLD, countVerdicts, type Evidence, judge, VERDICT_KINDS } from '../data/model/verdict.ts'

const KINDS: { readonly [id: string]: OrganisationKind } = { akar: 'ngo', bina: 'credit_union', dinas: 'opd' }

const judged = (given: Partial<Evidence>, threshold?: number) =>
  judge(
    {
      targets: [],
      activities: [],
      kindOf: (id) => KINDS[id] ?? 'agency',
      bindings: [],
      reported: true,
      ...given,
    },
    threshold,
  )

const work = (id: string, ...implementers: string[]) => ({ id, implementers })
const presence = { id: 't', measure: 'presence', targetHa: 0, servedHa: 0 } as const
const area = (targetHa: number, servedHa: number) => ({ id: 'h', measure: 'area', targetHa, servedHa }) as const

describe('the eight verdicts', () => {
  test('no target and no partner is no target where something was reported, else unreported', () => {
    expect(judged({ reported: true })).toEqual({ kind: 'no_target' })
    expect(judged({ reported: false })).toEqual({ kind: 'unreported' })
  })

  test('a target without a partner is a gap, and all its hectares are short', () => {
    expect(judged({ targets: [presence] })).toEqual({ kind: 'gap' })
    expect(judged({ targets: [area(100, 0)] })).toEqual({ kind: 'gap', targetHa: 100, shortHa: 100 })
  })

  test('a target with one partner is met', () => {
    expect(judged({ targets: [presence], activities: [work('a', 'akar')] })).toEqual({ kind: 'met', by: 'akar' })
  })

  test('a partner without a target is partner only', () => {
    expect(judged({ activities: [work('a', 'akar')] })).toEqual({ kind: 'partner_only', organisations: ['akar'] })
  })

  test('two activities of one organisation are no overlap', () => {
    const activities = [work('a', 'akar'), work('b', 'akar')]
    expect(judged({ targets: [presence], activities })).toEqual({ kind: 'met', by: 'akar' })
  })

  test('two organisations overlap with and without a target', () => {
    const activities = [work('a', 'bina'), work('b', 'akar')]
    const overlap = { kind: 'overlap', organisations: ['akar', 'bina'] }
    expect(judged({ activities })).toEqual(overlap)
    expect(judged({ targets: [presence], activities })).toEqual(overlap)
  })

  test('a binding coordinates only when every organisation is a party', () => {
    const activities = [work('a', 'akar'), work('b', 'bina'), work('c', 'dinas')]
    const bound = (...parties: string[]) => judged({ activities, bindings: [{ kind: 'plan', id: 'z', parties }] })
    expect(bound('akar', 'bina').kind).toBe('overlap')
    expect(bound('akar', 'bina', 'dinas', 'other')).toEqual({
      kind: 'coordinated',
      organisations: ['akar', 'bina', 'dinas'],
      binding: { kind: 'plan', id: 'z' },
    })
  })
})

describe('departments', () => {
  test('a department alone leaves its target a gap and without a target is no partner', () => {
    const activities = [work('a', 'dinas')]
    expect(judged({ targets: [presence], activities }).kind).toBe('gap')
    expect(judged({ activities }).kind).toBe('no_target')
  })

  test('two departments without a partner do not overlap', () => {
    expect(judged({ activities: [work('a', 'dinas'), work('b', 'badan')] }).kind).toBe('no_target')
  })

  test('a department beside a partner overlaps', () => {
    expect(judged({ activities: [work('a', 'akar'), work('b', 'dinas')] }).kind).toBe('overlap')
  })
})

describe('hectares', () => {
  const activities = [work('a', 'akar')]

  test('below the threshold it is partial, at it met', () => {
    expect(AREA_THRESHOLD).toBe(0.8)
    expect(judged({ targets: [area(100, 79.9)], activities })).toMatchObject({ kind: 'partial', servedHa: 79.9 })
    expect(judged({ targets: [area(100, 80)], activities }).kind).toBe('met')
    expect(judged({ targets: [area(100, 80)], activities }, 0.9).kind).toBe('partial')
  })

  test('two area targets add up, and one of them short is enough', () => {
    const verdict = judged({ targets: [area(100, 100), area(50, 10), presence], activities })
    expect(verdict).toEqual({ kind: 'partial', organisations: ['akar'], targetHa: 150, servedHa: 110, shortHa: 40 })
  })

  test('a shortage is told before an overlap', () => {
    const both = [work('a', 'akar'), work('b', 'bina')]
    expect(judged({ targets: [area(100, 10)], activities: both }).kind).toBe('partial')
  })
})

test('counts name every verdict, also those that do not occur', () => {
  const counts = countVerdicts([{ kind: 'gap' }, { kind: 'gap' }, { kind: 'unreported' }])
  expect(Object.keys(counts)).toEqual([...VERDICT_KINDS])
  expect(counts).toMatchObject({ gap: 2, unreported: 1, met: 0 })
})
