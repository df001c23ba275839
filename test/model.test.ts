import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { covers, implementersOf, isActive } from '../data/model/activity.ts'
import { isInForce } from '../data/model/agreement.ts'
import {
  isAmbiguousCode,
  isUrbanVillage,
  isWithin,
  levelOf,
  lineageOf,
  parentOf,
  parseCode,
} from '../data/model/codes.ts'
import { formatPeriod, meets, parsePeriod } from '../data/model/period.ts'
import { freshnessDays } from '../data/model/record.ts'

describe('codes', () => {
  test.each([
    ['61', 'region'],
    ['61.05', 'regency'],
    ['61.05.01', 'district'],
    ['61.05.01.2007', 'village'],
    ['61.05.01.1001', 'village'],
    ['61.11.40034', 'island'],
  ] as const)('%s is a %s', (code, level) => {
    expect(levelOf(code)).toBe(level)
    expect(parseCode(` ${code} `)).toBe(code)
  })

  test.each(['', '6', '6105', '61.5', '61.05.1', '61.05.01.3001', '61.05.01.20071', '61.11.50034', '61.05.', 'x'])(
    'no place has the code "%s"',
    (text) => expect(parseCode(text)).toBeNull(),
  )

  test('a bare 6105 must be asked about: Sintang for one ministry, Sanggau for the statistics office', () => {
    expect(['6105', '610501', '6105010', '6105012007'].every(isAmbiguousCode)).toBe(true)
    expect(isAmbiguousCode('61.05')).toBe(false)
  })

  test('a village lies in its district, regency and region, and not in a code that only begins alike', () => {
    expect(lineageOf('61.05.01.2007')).toEqual(['61', '61.05', '61.05.01', '61.05.01.2007'])
    expect(lineageOf('61.05.01.2007').every((code) => isWithin('61.05.01.2007', code))).toBe(true)
    expect(isWithin('61.05.01.2007', '61.0')).toBe(false)
    expect(isWithin('61.05', '61.05.01')).toBe(false)
  })

  test("an island's parent is its regency, a region has none", () => {
    expect(parentOf('61.11.40034')).toBe('61.11')
    expect(parentOf('61')).toBeNull()
  })

  test('a village number that begins with 1 is a kelurahan', () => {
    expect(isUrbanVillage('61.05.01.1001')).toBe(true)
    expect(isUrbanVillage('61.05.01.2007')).toBe(false)
  })
})

describe('periods', () => {
  test('a period is a year or two years with a stroke', () => {
    expect(parsePeriod('2026')).toEqual({ from: 2026, to: 2026 })
    expect(parsePeriod('2024/2026')).toEqual({ from: 2024, to: 2026 })
  })

  test.each(['', '26', '2026/', '2026/2024', '2024-2026', '1999', '2101', '2026/2027/2028', ' 2026'])(
    '"%s" is no period',
    (text) => expect(parsePeriod(text)).toBeNull(),
  )

  test('what is written can be read again', () => {
    const year = fc.integer({ min: 2000, max: 2100 })
    fc.assert(
      fc.property(year, year, (a, b) => {
        const period = { from: Math.min(a, b), to: Math.max(a, b) }
        expect(parsePeriod(formatPeriod(period))).toEqual(period)
      }),
    )
  })

  test('one day in the year is enough, an open end never closes', () => {
    const year = { from: 2026, to: 2026 }
    expect(meets({ start: '2026-12-31', end: '2027-06-30' }, year)).toBe(true)
    expect(meets({ start: '2025-01-01', end: '2026-01-01' }, year)).toBe(true)
    expect(meets({ start: '2027-01-01', end: null }, year)).toBe(false)
    expect(meets({ start: '2020-01-01', end: null }, year)).toBe(true)
    expect(meets({ start: '2020-01-01', end: '2025-12-31' }, year)).toBe(false)
  })

  test('several years are met when any one of them is', () => {
    const date = fc.integer({ min: 2018, max: 2032 }).map((year) => `${year}-06-01`)
    fc.assert(
      fc.property(date, fc.option(date), fc.integer({ min: 2020, max: 2026 }), fc.nat(4), (start, end, from, more) => {
        const years = Array.from({ length: more + 1 }, (_, index) => from + index)
        const span = { start, end: end !== null && end < start ? start : end }
        const any = years.some((year) => meets(span, { from: year, to: year }))
        expect(meets(span, { from, to: from + more })).toBe(any)
      }),
    )
  })
})

describe('records', () => {
  const period = { from: 2026, to: 2026 }
  const span = { start: '2025-01-01', end: null }

  test('planned, ongoing and completed work is active in its period, suspended and cancelled never', () => {
    expect(
      (['planned', 'ongoing', 'completed'] as const).every((status) => isActive({ status, period: span }, period)),
    ).toBe(true)
    expect((['suspended', 'cancelled'] as const).some(covers)).toBe(false)
  })

  test('only implementers are there', () => {
    const organisations = [
      { id: 'a', role: 'funder' },
      { id: 'b', role: 'implementer' },
      { id: 'c', role: 'support' },
    ] as const
    expect(implementersOf({ organisations })).toEqual(['b'])
  })

  test('an agreement binds when signed or running, in its period', () => {
    expect(isInForce({ stage: 'signed' }, period)).toBe(true)
    expect(isInForce({ stage: 'running', period: span }, period)).toBe(true)
    expect(isInForce({ stage: 'running', period: { start: '2020-01-01', end: '2025-12-31' } }, period)).toBe(false)
    expect((['idea', 'drafting', 'agreed', 'ended'] as const).some((stage) => isInForce({ stage }, period))).toBe(false)
  })

  test('freshness is whole days and never negative', () => {
    expect(freshnessDays({ confirmed: '2026-01-01' }, '2026-03-01')).toBe(59)
    expect(freshnessDays({ confirmed: '2026-03-01' }, '2026-01-01')).toBe(0)
  })
})
