import { describe, expect, test } from 'vitest'
import { ask, engineWith, verdictIn } from './asking.ts'
import * as world from './world.ts'
import { ASAM, BAKAU } from './world.ts'

describe('overlap or coordination', () => {
  const both = [world.activity('a', ['akar'], [ASAM]), world.activity('b', ['bina'], [ASAM])]

  test('one joint activity coordinates', async () => {
    const engine = await engineWith(world.activity('joint', ['akar', 'bina'], [ASAM]))
    expect(verdictIn(engine, ASAM)).toMatchObject({ kind: 'coordinated', binding: { kind: 'activity', id: 'joint' } })
    expect(engine.overlaps(ask())).toEqual([
      { a: 'akar', b: 'bina', theme: 'stunting', units: [ASAM], areaHa: 0, coordinated: true },
    ])
  })

  test('an agreement coordinates when it is running, of this theme, this time and this place', async () => {
    const engine = await engineWith(...both)
    const kindWith = (given: Parameters<typeof world.agreement>[2]) => {
      engine.apply(world.enter(world.agreement('g', ['akar', 'bina', 'dinas'], given)))
      return verdictIn(engine, ASAM).kind
    }
    const field = (...themes: string[]) => ({ fields: [{ wording: 'Bidang', themes }] })
    expect(kindWith({})).toBe('coordinated')
    expect(kindWith({ stage: 'signed' })).toBe('coordinated')
    expect(kindWith({ stage: 'drafting' })).toBe('overlap')
    expect(kindWith({ stage: 'ended' })).toBe('overlap')
    expect(kindWith(field('education', 'stunting'))).toBe('coordinated')
    expect(kindWith(field('education'))).toBe('overlap')
    expect(kindWith(field())).toBe('coordinated')
    expect(kindWith({ period: { start: '2020-01-01', end: '2025-12-31' } })).toBe('overlap')
    expect(kindWith({ scope: [BAKAU] })).toBe('overlap')
    expect(kindWith({ scope: ['99.01.01'] })).toBe('coordinated')
    expect(kindWith({ region: '99.02' })).toBe('overlap')
  })

  test('an agreement with only some of the organisations coordinates none', async () => {
    const engine = await engineWith(...both, world.agreement('g', ['akar', 'dinas']))
    expect(verdictIn(engine, ASAM).kind).toBe('overlap')
  })

  test('an action plan coordinates the parties of its zone, for its theme and where the zone lies', async () => {
    const engine = await engineWith(...both, world.zone('z', world.rectangle(0, 0, 0.01, 0.01), ['akar', 'bina']))
    expect(verdictIn(engine, ASAM)).toMatchObject({ kind: 'coordinated', binding: { kind: 'plan', id: 'z' } })
    engine.apply(world.enter(world.zone('z', world.rectangle(0.02, 0, 0.03, 0.01), ['akar', 'bina'])))
    expect(verdictIn(engine, ASAM).kind).toBe('overlap')
  })

  test('two plans with one party each bind nobody', async () => {
    const square = world.rectangle(0, 0, 0.01, 0.01)
    const engine = await engineWith(...both, world.zone('y', square, ['akar']), world.zone('z', square, ['bina']))
    expect(verdictIn(engine, ASAM).kind).toBe('overlap')
  })

  test('a pair is coordinated only when it is bound in every village where it meets', async () => {
    const engine = await engineWith(
      world.activity('a', ['akar'], [ASAM, BAKAU]),
      world.activity('b', ['bina'], [ASAM, BAKAU]),
      world.agreement('g', ['akar', 'bina'], { scope: [ASAM] }),
    )
    expect(engine.overlaps(ask())).toMatchObject([{ units: [ASAM, BAKAU], coordinated: false }])
    expect(verdictIn(engine, '99.01.01', { level: 'district' }).kind).toBe('overlap')
    engine.apply(world.enter(world.agreement('g', ['akar', 'bina'], { scope: [ASAM, BAKAU] })))
    expect(engine.overlaps(ask())).toMatchObject([{ units: [ASAM, BAKAU], coordinated: true }])
    expect(verdictIn(engine, '99.01.01', { level: 'district' }).kind).toBe('coordinated')
  })
})

test('two departments in one village are no pair until a partner joins them', async () => {
  const engine = await engineWith(
    world.organisation('badan', 'opd'),
    world.activity('a', ['dinas'], [ASAM]),
    world.activity('b', ['badan'], [ASAM]),
  )
  expect(engine.overlaps(ask())).toEqual([])
  engine.apply(world.enter(world.activity('c', ['akar'], [ASAM])))
  expect(engine.overlaps(ask()).map(({ a, b }) => [a, b])).toEqual([
    ['akar', 'badan'],
    ['akar', 'dinas'],
    ['badan', 'dinas'],
  ])
})
