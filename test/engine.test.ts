import { describe, expect, test } from 'vitest'
import { ask, engineWith, findingIn, verdictIn } from './asking.ts'
import * as world from './world.ts'
import { ASAM, BAKAU, CEMPAKA, DAMAR, ENAU, GAMBIR, SQUARE_HA } from './world.ts'

describe('the world, worked out by hand', () => {
  test('every village has the verdict written beside the programme', async () => {
    const engine = await engineWith(...world.PROGRAMME)
    const findings = engine.coverage(ask())
    expect(Object.fromEntries(findings.map(({ code, verdict }) => [code, verdict]))).toEqual({
      [ASAM]: { kind: 'met', by: 'akar' },
      [BAKAU]: { kind: 'overlap', organisations: ['akar', 'bina'] },
      [CEMPAKA]: { kind: 'gap' },
      [DAMAR]: {
        kind: 'coordinated',
        organisations: ['bina', 'citra'],
        binding: { kind: 'agreement', id: 'g-damar' },
      },
      [ENAU]: { kind: 'partner_only', organisations: ['akar'] },
      [GAMBIR]: { kind: 'unreported' },
    })
    expect(findings.map(({ code }) => code)).toEqual([ASAM, BAKAU, CEMPAKA, DAMAR, ENAU, GAMBIR])
  })

  test('an area target served for three of four squares is one square short', async () => {
    const engine = await engineWith(...world.PROGRAMME)
    const verdict = verdictIn(engine, ENAU, { theme: 'restoration' })
    expect(verdict.kind).toBe('partial')
    if (verdict.kind !== 'partial') return
    expect(verdict.organisations).toEqual(['bina', 'citra'])
    expect(verdict.targetHa).toBeCloseTo(4 * SQUARE_HA, 2)
    expect(verdict.servedHa).toBeCloseTo(3 * SQUARE_HA, 2)
    expect(verdict.shortHa).toBeCloseTo(SQUARE_HA, 2)
    expect(verdict.servedHa + verdict.shortHa).toBeCloseTo(verdict.targetHa, 9)
  })

  test('a pair shares the one square its two polygons have in common', async () => {
    const engine = await engineWith(...world.PROGRAMME)
    const [pair, ...others] = engine.overlaps(ask({ theme: 'restoration' }))
    expect(others).toEqual([])
    expect(pair).toMatchObject({ a: 'bina', b: 'citra', units: [ENAU], coordinated: false })
    expect(pair!.areaHa).toBeCloseTo(SQUARE_HA, 3)
  })

  test('at district level the verdict is drawn from all of its villages', async () => {
    const engine = await engineWith(...world.PROGRAMME)
    const kinds = engine.coverage(ask({ level: 'district' })).map(({ code, verdict }) => [code, verdict.kind])
    // Hulu is Asam and Bakau; Hilir is Cempaka; in Pesisir akar works in Enau without the agreement of Damar.
    expect(kinds).toEqual([
      ['99.01.01', 'overlap'],
      ['99.01.02', 'gap'],
      ['99.02.01', 'overlap'],
    ])
  })

  test('a region asks only for its own villages', async () => {
    const engine = await engineWith(...world.PROGRAMME)
    expect(engine.coverage(ask({ region: '99.02' })).map(({ code }) => code)).toEqual([DAMAR, ENAU, GAMBIR])
    expect(engine.coverage(ask({ region: '99.01', level: 'regency' })).map(({ code }) => code)).toEqual(['99.01'])
    expect(engine.coverage(ask({ region: '98' }))).toEqual([])
  })
})

describe('counting once', () => {
  test('an activity with three sites is one activity, in the village and in the district', async () => {
    const engine = await engineWith(...world.PROGRAMME)
    expect(findingIn(engine, ASAM).activities).toEqual(['a-three-sites'])
    expect(findingIn(engine, '99.01.01', { level: 'district' }).activities).toEqual(['a-bakau', 'a-three-sites'])
  })

  test('hectares that two sites of one activity share are counted once', async () => {
    const engine = await engineWith(
      world.activity('twice', ['akar'], [world.rectangle(0, 0, 0.01, 0.02), world.rectangle(0, 0.01, 0.02, 0.02)]),
    )
    const [asam] = engine.reach('activity', 'twice')
    expect(asam!.areaHa).toBeCloseTo(3 * SQUARE_HA, 2)
  })

  test('hectares where three organisations meet are counted once over the three pairs', async () => {
    const square = world.rectangle(0, 0, 0.01, 0.01)
    const engine = await engineWith(...['akar', 'bina', 'citra'].map((id) => world.activity(`a-${id}`, [id], [square])))
    expect(engine.overlaps(ask())).toHaveLength(3)
    expect(engine.overlapHa(ask())).toBeCloseTo(SQUARE_HA, 3)
  })
})

describe('who counts, and when', () => {
  test.each(['suspended', 'cancelled'] as const)('%s work covers nothing', async (status) => {
    const engine = await engineWith(world.target('t', [ASAM]), world.activity('a', ['akar'], [ASAM], { status }))
    expect(findingIn(engine, ASAM)).toMatchObject({ verdict: { kind: 'gap' }, activities: [] })
  })

  test.each(['planned', 'ongoing', 'completed'] as const)('%s work covers', async (status) => {
    const engine = await engineWith(world.target('t', [ASAM]), world.activity('a', ['akar'], [ASAM], { status }))
    expect(verdictIn(engine, ASAM)).toEqual({ kind: 'met', by: 'akar' })
  })

  test('work that ended the year before leaves a gap', async () => {
    const period = { start: '2024-01-01', end: '2025-12-31' }
    const engine = await engineWith(world.target('t', [ASAM]), world.activity('a', ['akar'], [ASAM], { period }))
    expect(verdictIn(engine, ASAM).kind).toBe('gap')
  })

  test('an open end is open', async () => {
    const engine = await engineWith(
      world.activity('a', ['akar'], [ASAM], { period: { start: '2022-06-01', end: null } }),
    )
    expect(engine.history(ASAM, 'stunting', [2021, 2022, 2040]).map(({ finding }) => finding.verdict.kind)).toEqual([
      'unreported',
      'partner_only',
      'partner_only',
    ])
  })

  test('who only pays is not there', async () => {
    const engine = await engineWith(
      world.target('t', [ASAM]),
      world.activity('paid', [{ id: 'citra', role: 'funder' }], [ASAM]),
    )
    expect(verdictIn(engine, ASAM).kind).toBe('gap')
    engine.apply(world.enter(world.activity('paid', ['akar', { id: 'citra', role: 'funder' }], [ASAM])))
    expect(verdictIn(engine, ASAM)).toEqual({ kind: 'met', by: 'akar' })
  })

  test('a department alone does not close its own gap, with a partner beside it the work overlaps', async () => {
    const engine = await engineWith(world.target('t', [ASAM]), world.activity('own', ['dinas'], [ASAM]))
    expect(verdictIn(engine, ASAM)).toEqual({ kind: 'gap' })
    engine.apply(world.enter(world.activity('a', ['akar'], [ASAM])))
    expect(verdictIn(engine, ASAM)).toEqual({ kind: 'overlap', organisations: ['akar', 'dinas'] })
  })

  test('unreported is not zero: suspended work or a target of another theme is a report', async () => {
    const engine = await engineWith(
      world.activity('stopped', ['akar'], [ASAM], { status: 'suspended' }),
      world.target('other', [BAKAU], { theme: 'education' }),
      world.target('later', [CEMPAKA], { theme: 'education', year: 2027 }),
    )
    expect(verdictIn(engine, ASAM)).toEqual({ kind: 'no_target' })
    expect(verdictIn(engine, BAKAU)).toEqual({ kind: 'no_target' })
    expect(verdictIn(engine, CEMPAKA)).toEqual({ kind: 'unreported' })
  })

  test('a target counts in the years that contain its own, and only for its theme', async () => {
    const engine = await engineWith(world.target('t', [ASAM], { year: 2026 }))
    expect(verdictIn(engine, ASAM, { period: { from: 2024, to: 2026 } }).kind).toBe('gap')
    expect(verdictIn(engine, ASAM, { period: { from: 2024, to: 2025 } }).kind).toBe('unreported')
    expect(verdictIn(engine, ASAM, { theme: 'education' }).kind).toBe('no_target')
  })

  test('over several years the verdict holds what any of them had', async () => {
    const during = (year: number) => ({ period: { start: `${year}-01-01`, end: `${year}-12-31` } })
    const engine = await engineWith(
      world.activity('a25', ['akar'], [ASAM], during(2025)),
      world.activity('a26', ['bina'], [ASAM], during(2026)),
    )
    const years = engine.history(ASAM, 'stunting', [2025, 2026]).map(({ finding }) => finding)
    expect(years.map(({ activities }) => activities)).toEqual([['a25'], ['a26']])
    const both = findingIn(engine, ASAM, { period: { from: 2025, to: 2026 } })
    expect(both.activities).toEqual(years.flatMap(({ activities }) => activities))
    expect(both.verdict).toEqual({ kind: 'overlap', organisations: ['akar', 'bina'] })
  })

  test('filters act on the activities before the verdict', async () => {
    const engine = await engineWith(...world.PROGRAMME)
    expect(verdictIn(engine, BAKAU, { organisations: ['bina'] })).toEqual({ kind: 'met', by: 'bina' })
    expect(verdictIn(engine, ASAM, { organisations: ['bina'] })).toEqual({ kind: 'gap' })
    expect(verdictIn(engine, ASAM, { statuses: ['completed'] })).toEqual({ kind: 'gap' })
  })
})
