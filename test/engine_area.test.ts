import { describe, expect, test } from 'vitest'
import type { AreaFinding } from '../server/engine/area.ts'
import type { Engine } from '../server/engine/engine.ts'
import { ask, engineWith } from './asking.ts'
import * as world from './world.ts'
import { ASAM, BAKAU, CEMPAKA, ENAU, GAMBIR, KARANG_ISLET, SQUARE_HA } from './world.ts'

const draw = async (engine: Engine, geometry: Parameters<Engine['area']>[0]): Promise<AreaFinding> => {
  const found = await engine.area(geometry)
  if (typeof found === 'string') throw new Error(found)
  return found
}
const IN_2026 = { from: 2026, to: 2026 }
const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id)

describe('a shape that somebody draws', () => {
  test('is measured, and tells the villages it reaches by more than a sliver', async () => {
    const engine = await engineWith(...world.PROGRAMME)
    // The eastern half of Asam, the whole of Bakau, and 2.46 ha of Cempaka, which is half a percent of it.
    const found = await draw(engine, world.rectangle(0.01, 0, 0.0401, 0.02))
    expect(found.areaHa).toBeCloseTo(6.02 * SQUARE_HA, 1)
    expect(found.villages.map(({ code }) => code)).toEqual([ASAM, BAKAU])
    expect(found.villages[0]!.areaHa).toBeCloseTo(2 * SQUARE_HA, 2)
    expect(found.repaired).toBe(false)
  })

  test('is judged like a village: the same work, the same words', async () => {
    const engine = await engineWith(...world.PROGRAMME)
    const inBakau = await draw(engine, world.SHAPES[BAKAU])
    const village = engine.coverage(ask()).find(({ code }) => code === BAKAU)!
    expect(inBakau.judge('stunting', IN_2026)).toMatchObject({
      verdict: village.verdict,
      activities: village.activities,
      targets: village.targets,
    })
    expect((await draw(engine, world.SHAPES[CEMPAKA])).judge('stunting', IN_2026).verdict.kind).toBe('gap')
    expect((await draw(engine, world.SHAPES[GAMBIR])).judge('stunting', IN_2026).verdict.kind).toBe('unreported')
  })

  test('counts hectares of work inside it once, however many sites lie there', async () => {
    const twice = world.activity(
      'twice',
      ['akar'],
      [world.rectangle(0.08, 0, 0.09, 0.02), world.rectangle(0.085, 0, 0.1, 0.01)],
    )
    const engine = await engineWith(...world.PROGRAMME, twice)
    // West half of Enau: all of the first site (2 squares); of the second only the 0.5 square that the first holds already.
    const found = await draw(engine, world.rectangle(0.08, 0, 0.09, 0.02))
    expect(found.activities.find(({ id }) => id === 'twice')!.areaHa).toBeCloseTo(2 * SQUARE_HA, 2)
    const restored = found.judge('restoration', IN_2026)
    expect(restored.verdict.kind).toBe('overlap')
    expect(restored.servedHa).toBeCloseTo(2 * SQUARE_HA, 2)
    expect(restored.overlapHa).toBeCloseTo(SQUARE_HA, 2)
  })

  test('reaches a target by its area, and work by the village it names', async () => {
    const named = world.activity('named', ['bina'], [ENAU])
    const engine = await engineWith(...world.PROGRAMME, named)
    const found = await draw(engine, world.rectangle(0.09, 0, 0.095, 0.02))
    expect(ids(found.activities)).toEqual(['a-enau', 'a-forest-bina', 'named'])
    expect(found.targets).toEqual([{ id: 't-forest', areaHa: expect.closeTo(SQUARE_HA, 2) }])
  })

  test('that crosses itself is mended and says so; one without area is refused by name', async () => {
    const engine = await engineWith()
    const bow = [world.at(0, 0), world.at(0.02, 0.02), world.at(0.02, 0), world.at(0, 0.02), world.at(0, 0)]
    const found = await draw(engine, { type: 'Polygon', coordinates: [bow] })
    expect(found.repaired).toBe(true)
    expect(found.areaHa).toBeCloseTo(2 * SQUARE_HA, 2)
    expect(
      await engine.area({ type: 'Polygon', coordinates: [[world.at(0, 0), world.at(1, 1), world.at(0, 0)]] }),
    ).toBe('too_few_positions')
    expect(await engine.area(world.point(0, 0))).toBe('no_area')
  })

  test('leaves nothing behind', async () => {
    const engine = await engineWith(...world.PROGRAMME)
    const before = engine.coverage(ask())
    await draw(engine, world.rectangle(0, 0, 0.2, 0.02))
    expect(engine.coverage(ask())).toEqual(before)
    expect(engine.reach('activity', 'a-forest-citra').map(({ code }) => code)).toEqual([ENAU])
  })

  test('is given up when whoever asked has left', async () => {
    const many = Array.from({ length: 400 }, (_, index) =>
      world.activity(
        `m${index}`,
        ['akar'],
        [world.rectangle(0.001 * (index % 80), 0, 0.02 + 0.001 * (index % 80), 0.02)],
      ),
    )
    const engine = await engineWith(...many)
    const leaving = new AbortController()
    const asked = engine.area(world.rectangle(0, 0, 0.1, 0.02), { signal: leaving.signal, turnMs: 0 })
    leaving.abort()
    await expect(asked).rejects.toThrow(/abandoned/)
  })
})

describe('hectares by unit', () => {
  test('say what is served and what overlaps, out of how much', async () => {
    const engine = await engineWith(...world.PROGRAMME)
    const enau = engine.hectares(ask({ theme: 'restoration' })).find(({ code }) => code === ENAU)!
    expect(enau.unitHa).toBeCloseTo(4 * SQUARE_HA, 2)
    expect(enau.servedHa).toBeCloseTo(3 * SQUARE_HA, 2)
    expect(enau.overlapHa).toBeCloseTo(SQUARE_HA, 2)
    expect(enau.isPresent).toBe(true)
  })

  test('of one year are those of a period of that year alone, and of a filter that lets everything through', async () => {
    const engine = await engineWith(...world.PROGRAMME)
    const all = ['akar', 'bina', 'citra', 'dinas']
    for (const year of [2024, 2025, 2026, 2027, 2028]) {
      const question = ask({ theme: 'restoration', period: { from: year, to: year } })
      const swept = engine.hectares({ ...question, organisations: all })
      for (const [index, unit] of engine.hectares(question).entries()) {
        expect(swept[index]!.servedHa).toBeCloseTo(unit.servedHa, 9)
        expect(swept[index]!.overlapHa).toBeCloseTo(unit.overlapHa, 9)
      }
    }
  })

  test('a budget filter leaves out what states none', async () => {
    const rich = world.activity('rich', ['akar'], [world.SHAPES[ASAM]], { budgetIdr: 500 })
    const silent = world.activity('silent', ['bina'], [world.SHAPES[BAKAU]])
    const engine = await engineWith(rich, silent)
    const present = (budgetIdr: { from?: number; to?: number }) =>
      engine
        .hectares(ask({ budgetIdr }))
        .filter(({ isPresent }) => isPresent)
        .map(({ code }) => code)
    expect(present({ from: 500 })).toEqual([ASAM])
    expect(present({ from: 501 })).toEqual([])
    expect(present({ to: 500 })).toEqual([ASAM])
  })
})

describe('authority areas are units', () => {
  test('with the work and the targets inside them', async () => {
    const engine = await engineWith(...world.PROGRAMME)
    engine.apply([
      {
        kind: 'authority',
        id: 'reserve',
        record: {
          ...world.zone('reserve', world.rectangle(0.06, 0, 0.08, 0.02), []),
          name: 'Cagar',
          kind: 'marine_reserve',
          holder: 'bksda',
          region: '99.02',
        } as never,
      },
    ])
    const [found] = engine.coverage(ask({ level: 'authority', region: '99.02' }))
    expect(found!.code).toBe('reserve')
    expect(found!.activities).toEqual(['a-damar-bina', 'a-damar-citra'])
    expect(found!.verdict.kind).toBe('coordinated')
    expect(engine.coverage(ask({ level: 'authority', region: '99.01' }))).toEqual([])
  })

  test('only units that are asked for among others are answered', async () => {
    const engine = await engineWith(...world.PROGRAMME)
    const codes = engine.coverage(ask({ among: [ENAU, ASAM, KARANG_ISLET] })).map(({ code }) => code)
    expect(codes).toEqual([ASAM, ENAU])
  })
})
