import { describe, expect, test } from 'vitest'
import { ask, engineWith, verdictIn } from './asking.ts'
import * as world from './world.ts'
import { ASAM, BAKAU } from './world.ts'

const WHERE = [ASAM, BAKAU]
const both = [world.activity('a', ['akar'], WHERE), world.activity('b', ['bina'], WHERE)]
const supported = world.action('x', { supporting: [{ id: 'akar' }] })

describe('an action plan binds', () => {
  test('two organisations under one plan are coordinated where it is, and overlap again when it is dropped', async () => {
    const engine = await engineWith(...both, world.plan('p', [supported]))
    expect(verdictIn(engine, ASAM)).toMatchObject({ kind: 'coordinated', binding: { kind: 'plan', id: 'p' } })
    expect(verdictIn(engine, BAKAU).kind).toBe('overlap')
    engine.apply([{ kind: 'plan', id: 'p', record: null }])
    expect(verdictIn(engine, ASAM).kind).toBe('overlap')
  })

  test('those who carry out the activities that its actions name are bound without being named', async () => {
    const linked = [
      world.action('x', { activities: ['a'] }),
      world.action('y', { responsible: { id: 'dinas' }, activities: ['b'] }),
    ]
    const engine = await engineWith(...both, world.plan('p', linked))
    expect(verdictIn(engine, ASAM).kind).toBe('coordinated')
    engine.apply(world.enter(world.activity('a', ['citra'], WHERE)))
    expect(verdictIn(engine, ASAM)).toMatchObject({ kind: 'coordinated', organisations: ['bina', 'citra'] })
  })

  test('only by actions of the theme and the period that are not cancelled', async () => {
    const kindWith = async (given: Parameters<typeof world.action>[1]) =>
      verdictIn(await engineWith(...both, world.plan('p', [{ ...supported, ...given }])), ASAM).kind
    expect(await kindWith({ theme: 'restoration' })).toBe('overlap')
    expect(await kindWith({ period: { start: '2024-01-01', end: '2025-12-31' } })).toBe('overlap')
    expect(await kindWith({ status: 'cancelled' })).toBe('overlap')
    expect(await kindWith({ status: 'completed' })).toBe('coordinated')
  })

  test('an action in one village of the plan binds its parties there alone', async () => {
    const here = { ...supported, places: [ASAM] }
    const engine = await engineWith(...both, world.plan('p', [here], { places: WHERE }))
    expect(verdictIn(engine, ASAM).kind).toBe('coordinated')
    expect(verdictIn(engine, BAKAU).kind).toBe('overlap')
    expect(engine.overlaps(ask())).toMatchObject([{ units: WHERE, coordinated: false }])
    engine.apply(
      world.enter(world.plan('p', [here, world.action('y', { supporting: [{ id: 'akar' }], places: [BAKAU] })])),
    )
    expect(engine.overlaps(ask())).toMatchObject([{ units: WHERE, coordinated: true }])
    expect(verdictIn(engine, '99.01.01', { level: 'district' }).kind).toBe('coordinated')
  })

  test('a plan for a zone stands in the place of what the zone itself says', async () => {
    const own = world.zone('z', world.rectangle(0, 0, 0.01, 0.01), ['akar', 'bina'])
    const engine = await engineWith(...both, own)
    expect(verdictIn(engine, ASAM)).toMatchObject({ kind: 'coordinated', binding: { id: 'z' } })
    engine.apply(world.enter(world.plan('p', [world.action('x')], { zone: 'z', places: [] })))
    expect(verdictIn(engine, ASAM).kind).toBe('overlap')
    engine.apply(world.enter(world.plan('p', [supported], { zone: 'z', places: [] })))
    expect(verdictIn(engine, ASAM)).toMatchObject({ kind: 'coordinated', binding: { kind: 'plan', id: 'p' } })
  })
})
