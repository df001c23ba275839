import { afterAll, describe, expect, test } from 'vitest'
import { hectares } from '../server/engine/equal_area.ts'
import { createGeometryWorker, type GeometryWorker } from '../server/engine/geometry_worker/index.ts'
import { createGroundMemo } from '../server/engine/ground_memo.ts'
import { createGrounds } from '../server/engine/grounds.ts'
import { ask, engineWith } from './asking.ts'
import { geojsonOfPacked } from './packed_areas.ts'
import * as world from './world.ts'
import { ASAM, BAKAU, CEMPAKA, DAMAR, ENAU, KARANG_ISLET, SQUARE_HA } from './world.ts'

const worker = createGeometryWorker()
afterAll(() => worker.close())

const groundsWith = async (...records: world.Entered[]) =>
  createGrounds({ source: (await engineWith(...records)).grounds, worker })

describe('the ground of gaps', () => {
  test('is the whole village where a target has no partner, and nothing where one works by name', async () => {
    const { grounds } = await groundsWith(...world.PROGRAMME)
    const gaps = await grounds(ask(), 'gap')
    expect(gaps.map(({ code }) => code)).toEqual([CEMPAKA])
    expect(gaps[0]!.areaHa).toBeCloseTo(4 * SQUARE_HA, 2)
    expect(gaps[0]!.unitHa).toBeCloseTo(4 * SQUARE_HA, 2)
    expect(gaps[0]!.organisations).toEqual([])
  })

  test('is the square of Enau that neither partner restores, and names who restores the rest', async () => {
    const { grounds } = await groundsWith(...world.PROGRAMME)
    const [gap, ...others] = await grounds(ask({ theme: 'restoration' }), 'gap')
    expect(others).toEqual([])
    expect(gap).toMatchObject({ code: ENAU, organisations: ['bina', 'citra'] })
    expect(gap!.areaHa).toBeCloseTo(SQUARE_HA, 2)
    expect(geojsonOfPacked(gap!.area)).toMatchObject({ type: 'Polygon' })
    expect(hectares(geojsonOfPacked(gap!.area))).toBeCloseTo(SQUARE_HA, 2)
  })

  test('is only the part of a drawn target that nobody serves, and its hectares are those of the verdict', async () => {
    // Wanted: the eastern half of Asam. Worked on: three quarters of Asam from the west. Left: one square.
    const records = [
      world.target('t', world.rectangle(0.01, 0, 0.02, 0.02), { theme: 'restoration', measure: 'area' }),
      world.activity('a', ['akar'], [world.rectangle(0, 0, 0.015, 0.02)], { themes: ['restoration'] }),
    ]
    const engine = await engineWith(...records)
    const question = ask({ theme: 'restoration' })
    const { grounds } = createGrounds({ source: engine.grounds, worker })
    const [gap] = await grounds(question, 'gap')
    const verdict = engine.coverage(question).find(({ code }) => code === ASAM)!.verdict
    if (verdict.kind !== 'partial') throw new Error(verdict.kind)
    expect(gap!.areaHa).toBeCloseTo(SQUARE_HA, 2)
    expect(Math.abs(gap!.areaHa / verdict.shortHa - 1)).toBeLessThan(1e-6)
    expect(gap!.unitHa).toBeCloseTo(4 * SQUARE_HA, 2)
  })

  test('is not made smaller by what a department draws alone: it never closes its own gap', async () => {
    const { grounds } = await groundsWith(
      world.target('t', [ASAM]),
      world.activity('a', ['dinas'], [world.rectangle(0, 0, 0.01, 0.02)]),
    )
    expect((await grounds(ask(), 'gap')).map(({ areaHa }) => areaHa / SQUARE_HA)).toEqual([expect.closeTo(4, 4)])
  })

  test('is none for an islet known by its position only', async () => {
    const { grounds } = await groundsWith(world.target('t', [KARANG_ISLET]))
    expect(await grounds(ask({ level: 'island' }), 'gap')).toEqual([])
  })
})

describe('the ground of overlaps', () => {
  test('is the square of Enau that both partners restore', async () => {
    const { grounds } = await groundsWith(...world.PROGRAMME)
    const [overlap, ...others] = await grounds(ask({ theme: 'restoration' }), 'overlap')
    expect(others).toEqual([])
    expect(overlap).toMatchObject({ code: ENAU, organisations: ['bina', 'citra'] })
    expect(overlap!.areaHa).toBeCloseTo(SQUARE_HA, 2)
  })

  test('is the same hectares that the engine counts, however many meet', async () => {
    const records = [
      world.activity('a', ['akar'], [world.rectangle(0, 0, 0.03, 0.01)]),
      world.activity('b', ['bina'], [world.rectangle(0.005, 0, 0.035, 0.02)]),
      world.activity('c', ['citra', 'akar'], [world.rectangle(0.002, 0.004, 0.01, 0.02)]),
      world.activity('d', ['dinas'], [world.rectangle(0.03, 0.005, 0.05, 0.015)]),
    ]
    const engine = await engineWith(...records)
    const { grounds } = createGrounds({ source: engine.grounds, worker })
    const found = await grounds(ask(), 'overlap')
    expect(found.map(({ code }) => code)).toEqual([ASAM, BAKAU])
    const sum = found.reduce((total, { areaHa }) => total + areaHa, 0)
    expect(Math.abs(sum / engine.overlapHa(ask()) - 1)).toBeLessThan(1e-6)
  })

  test('is none where two work by point or code, or where a boundary fault makes one reach its neighbour', async () => {
    const { grounds } = await groundsWith(
      world.activity('a', ['akar'], [CEMPAKA, world.point(0.07, 0.01)]),
      world.activity('b', ['bina'], [world.SHAPES[CEMPAKA]]),
      world.activity('c', ['citra'], [world.SHAPES[DAMAR]]),
    )
    expect(await grounds(ask(), 'overlap')).toEqual([])
  })
})

describe('what was computed is kept', () => {
  const counting = () => {
    let jobs = 0
    const counted: GeometryWorker = {
      ...worker,
      cut: (prepare, take, patience) =>
        worker.cut(
          () => {
            const all = prepare()
            jobs += all.length
            return all
          },
          take,
          patience,
        ),
    }
    return { counted, jobs: () => jobs }
  }

  test('and the same ground asked for again, or by two at once, is cut once', async () => {
    const { counted, jobs } = counting()
    const { grounds } = createGrounds({ source: (await engineWith(...world.PROGRAMME)).grounds, worker: counted })
    const question = ask({ theme: 'restoration' })
    const [first, second] = await Promise.all([grounds(question, 'gap'), grounds(question, 'gap')])
    expect(second).toEqual(first)
    expect(await grounds(question, 'gap')).toEqual(first)
    expect(jobs()).toBe(1)
    await grounds(question, 'overlap')
    expect(jobs()).toBe(2)
  })

  test('until one of its shapes is revised', async () => {
    const { counted, jobs } = counting()
    const engine = await engineWith(...world.PROGRAMME)
    const { grounds } = createGrounds({ source: engine.grounds, worker: counted })
    const question = ask({ theme: 'restoration' })
    await grounds(question, 'gap')
    const smaller = world.activity('a-forest-citra', ['citra'], [world.rectangle(0.08, 0, 0.085, 0.02)], {
      themes: ['restoration'],
    })
    engine.apply(world.enter(smaller))
    const [gap] = await grounds(question, 'gap')
    expect(gap!.areaHa).toBeCloseTo(1.5 * SQUARE_HA, 2)
    expect(jobs()).toBe(2)
  })

  test('and a zone that is moved has other ground', async () => {
    const engine = await engineWith(
      world.zone('z', world.rectangle(0, 0, 0.01, 0.02), []),
      world.target('t', [ASAM], { measure: 'area' }),
    )
    const { grounds } = createGrounds({ source: engine.grounds, worker })
    const question = ask({ level: 'zone', region: '99.01' })
    const [before] = await grounds(question, 'gap')
    engine.apply(world.enter(world.zone('z', world.rectangle(0.01, 0, 0.02, 0.02), [])))
    const [after] = await grounds(question, 'gap')
    expect(geojsonOfPacked(before!.area).coordinates.flat(2)).toContain(110)
    expect(geojsonOfPacked(after!.area).coordinates.flat(2)).not.toContain(110)
    expect(after!.areaHa).toBeCloseTo(2 * SQUARE_HA, 2)
  })

  test('as far as there is room: the ground asked for longest ago is forgotten first', () => {
    const memo = createGroundMemo(3 * 128 + 3 * 8)
    const ground = { areaHa: 1, organisations: [], area: new Int32Array(8) }
    for (const key of ['a', 'b', 'c']) memo.keep(key, ground)
    memo.find('a')
    memo.keep('d', ground)
    expect(['a', 'b', 'c', 'd'].map((key) => memo.find(key) !== undefined)).toEqual([true, false, true, true])
  })
})

test('who leaves is not answered', async () => {
  const { grounds } = await groundsWith(...world.PROGRAMME)
  const leaving = new AbortController()
  const asking = grounds(ask({ theme: 'restoration' }), 'gap', leaving.signal)
  leaving.abort()
  await expect(asking).rejects.toMatchObject({ problem: 'too-slow' })
})
