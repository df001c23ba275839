import { describe, expect, test } from 'vitest'
import { createEngine } from '../server/engine/index.ts'
import { ask, engineWith, findingIn, verdictIn } from './asking.ts'
import * as world from './world.ts'
import { ASAM, SQUARE_HA } from './world.ts'

describe('area targets', () => {
  const restoration = { theme: 'restoration', measure: 'area' } as const
  const work = (id: string, west: number, east: number) =>
    world.activity(id, ['akar'], [world.rectangle(west, 0, east, 0.02)], { themes: ['restoration'] })

  test('without any partner all of its hectares are short', async () => {
    const engine = await engineWith(world.target('t', [ASAM], restoration))
    const verdict = verdictIn(engine, ASAM, { theme: 'restoration' })
    expect(verdict).toMatchObject({ kind: 'gap' })
    expect((verdict as { shortHa: number }).shortHa).toBeCloseTo(4 * SQUARE_HA, 2)
  })

  test('served at the threshold it is met, and the threshold can be configured', async () => {
    const records = [world.target('t', [ASAM], restoration), work('a', 0, 0.017)]
    expect(verdictIn(await engineWith(...records), ASAM, { theme: 'restoration' }).kind).toBe('met')
    const strict = await createEngine({ places: world.PLACES, areaThreshold: 0.9 })
    strict.apply(world.enter(...world.ORGANISATIONS, ...records))
    expect(verdictIn(strict, ASAM, { theme: 'restoration' }).kind).toBe('partial')
  })

  test('a drawn target has only its own hectares, and only work inside it serves it', async () => {
    // The target is the eastern half of Asam (two squares); the work covers three quarters of Asam from the west.
    const engine = await engineWith(
      world.target('t', world.rectangle(0.01, 0, 0.02, 0.02), restoration),
      work('a', 0, 0.015),
    )
    const verdict = verdictIn(engine, ASAM, { theme: 'restoration' })
    if (verdict.kind !== 'partial') throw new Error(verdict.kind)
    expect(verdict.targetHa).toBeCloseTo(2 * SQUARE_HA, 2)
    expect(verdict.servedHa).toBeCloseTo(SQUARE_HA, 2)
  })

  test('who only pays serves no hectares and is not among the work found', async () => {
    const paid = world.activity('paid', [{ id: 'citra', role: 'funder' }], [world.SHAPES[ASAM]], {
      themes: ['restoration'],
    })
    const engine = await engineWith(world.target('t', [ASAM], restoration), paid, work('a', 0, 0.01))
    const finding = findingIn(engine, ASAM, { theme: 'restoration' })
    expect(finding.activities).toEqual(['a'])
    if (finding.verdict.kind !== 'partial') throw new Error(finding.verdict.kind)
    expect(finding.verdict.servedHa).toBeCloseTo(2 * SQUARE_HA, 2)
  })

  test('presence by point or code serves no hectares', async () => {
    const engine = await engineWith(
      world.target('t', [ASAM], restoration),
      world.activity('a', ['akar'], [ASAM, world.point(0.01, 0.01)], { themes: ['restoration'] }),
    )
    expect(verdictIn(engine, ASAM, { theme: 'restoration' })).toMatchObject({ kind: 'partial', servedHa: 0 })
  })

  test('a district has the target hectares of its villages together', async () => {
    const engine = await engineWith(world.target('t', ['99.01.01'], restoration), work('a', 0.01, 0.025))
    const district = verdictIn(engine, '99.01.01', { theme: 'restoration', level: 'district' })
    if (district.kind !== 'partial') throw new Error(district.kind)
    expect(district.targetHa).toBeCloseTo(8 * SQUARE_HA, 2)
    expect(district.servedHa).toBeCloseTo(3 * SQUARE_HA, 2)
  })
})

describe('zones as units', () => {
  test('work at sea reaches nothing until a zone is drawn around it, and again when the zone is gone', async () => {
    const engine = await engineWith(world.activity('at-sea', ['akar'], [world.point(0.15, 0.01)]))
    const lost = [{ kind: 'activity', id: 'at-sea', place: null, reason: 'reaches_nothing' }]
    expect(engine.refusals()).toEqual(lost)
    engine.apply(world.enter(world.zone('z', world.rectangle(0.14, 0, 0.16, 0.02), [])))
    expect(engine.refusals()).toEqual([])
    expect(verdictIn(engine, 'z', { level: 'zone' })).toEqual({ kind: 'partner_only', organisations: ['akar'] })
    engine.apply([{ kind: 'zone', id: 'z', record: null }])
    expect(engine.refusals()).toEqual(lost)
  })

  test('a zone has the work and the targets inside it, drawn or named, whichever came first', async () => {
    const zone = world.zone('z', world.rectangle(0.01, 0, 0.03, 0.02), [])
    const records = [
      world.activity('drawn', ['akar'], [world.rectangle(0.025, 0, 0.035, 0.01)]),
      world.activity('named', ['bina'], [ASAM]),
      world.activity('outside', ['citra'], [world.point(0.005, 0.005)]),
      world.target('t', [ASAM], { measure: 'area' }),
    ]
    for (const order of [
      [zone, ...records],
      [...records, zone],
    ]) {
      const engine = await engineWith(...order)
      const [finding, ...others] = engine.coverage(ask({ level: 'zone', region: '99.01' }))
      expect(others).toEqual([])
      expect(finding).toMatchObject({ code: 'z', activities: ['drawn', 'named'], targets: ['t'] })
      const verdict = finding!.verdict
      if (verdict.kind !== 'partial') throw new Error(verdict.kind)
      // Asam's share of the zone is its two eastern squares.
      expect(verdict.targetHa).toBeCloseTo(2 * SQUARE_HA, 2)
      expect(verdict.servedHa).toBe(0)
    }
  })

  test('a zone that is taken away leaves nothing behind', async () => {
    const engine = await engineWith(world.activity('a', ['akar'], [world.SHAPES[ASAM]]))
    const before = engine.reach('activity', 'a')
    engine.apply(world.enter(world.zone('z', world.SHAPES[ASAM], ['akar'])))
    engine.apply([{ kind: 'zone', id: 'z', record: null }])
    expect(engine.coverage(ask({ level: 'zone' }))).toEqual([])
    expect(engine.reach('activity', 'a')).toEqual(before)
    engine.apply([{ kind: 'activity', id: 'a', record: null }])
    expect(engine.at(ASAM).activities).toEqual([])
  })
})
