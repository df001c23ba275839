import type { MultiPolygon, Polygon } from 'geojson'
import { describe, expect, test } from 'vitest'
import type { Engine } from '../server/engine/engine.ts'
import { createEngine } from '../server/engine/index.ts'
import { count, idsInArea, idsInBox, idsReachingBox, sieveOf } from '../server/engine/reads/index.ts'
import { engineWith } from './asking.ts'
import * as world from './world.ts'

const { activity, line, point, rectangle } = world
const everything = () => true
const box = (west: number, south: number, east: number, north: number) =>
  [110 + west, south, 110 + east, north] as const

/** An L of two squares wide arms, open to the north-east. */
const ELBOW: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [0.04, 0],
      [0.04, 0.01],
      [0.01, 0.01],
      [0.01, 0.04],
      [0, 0.04],
      [0, 0],
    ].map(([x, y]) => world.at(x!, y!)),
  ],
}
const FRAME: Polygon = {
  type: 'Polygon',
  coordinates: [rectangle(0, 0, 0.1, 0.1).coordinates[0]!, rectangle(0.02, 0.02, 0.08, 0.08).coordinates[0]!],
}

describe('which activities a box shows', () => {
  test('those with a site whose box meets it, each once, whatever their status', async () => {
    const engine = await engineWith(...world.PROGRAMME)
    expect(idsInBox(box(0, 0, 0.04, 0.02), everything, engine).sort()).toEqual(['a-bakau', 'a-three-sites'])
    expect(idsInBox(box(0.09, 0.01, 0.09, 0.01), everything, engine).sort()).toEqual([
      'a-enau',
      'a-forest-bina',
      'a-forest-citra',
    ])
    expect(idsInBox(box(0.5, 0.5, 0.6, 0.6), everything, engine)).toEqual([])
    expect(count(everything, engine, box(0, 0, 0.04, 0.02))).toBe(2)
    expect(count(everything, engine)).toBe(8)
  })

  test('the box of an elbow meets its empty corner, the elbow itself does not', async () => {
    const engine = await engineWith(activity('a-elbow', ['akar'], [ELBOW]), activity('a-whole', ['akar'], [FRAME]))
    expect(idsInBox(box(0.02, 0.02, 0.03, 0.03), everything, engine).sort()).toEqual(['a-elbow', 'a-whole'])
    expect(idsReachingBox(box(0.02, 0.02, 0.03, 0.03), everything, engine)).toEqual(['a-whole'])
    expect(idsReachingBox(box(0.03, 0.03, 0.03, 0.03), everything, engine)).toEqual([])
    expect(idsReachingBox(box(0.01, 0.01, 0.015, 0.015), everything, engine).sort()).toEqual(['a-elbow', 'a-whole'])
  })

  test('work that only names a village is there when the caller says that the box reaches the village', async () => {
    const engine = await engineWith(activity('a-code', ['akar'], [world.DAMAR]), ...world.PROGRAMME)
    const damar = box(0.061, 0.001, 0.079, 0.019)
    expect(idsInBox(damar, everything, engine)).toEqual(['a-damar-citra'])
    const named = ['a-code', 'a-damar-bina', 'a-damar-citra']
    expect(idsInBox(damar, everything, engine, new Set([world.DAMAR])).sort()).toEqual(named)
    expect(idsReachingBox(damar, everything, engine, new Set([world.DAMAR])).sort()).toEqual(named)
    expect(idsInBox(damar, everything, engine, new Set(['99.09']))).toEqual(['a-damar-citra'])
  })
})

describe('which activities a filter lets through', () => {
  const idsOf = (filter: Parameters<typeof sieveOf>[0], engine: Engine) =>
    idsInBox([100, -10, 120, 10], sieveOf(filter, engine.register), engine).sort()

  test('each word alone and all together', async () => {
    const engine = await engineWith(
      activity('a-1', ['akar', 'bina'], [point(0.01, 0.01)], { budgetIdr: 100, themes: ['stunting', 'water'] }),
      activity('a-2', ['bina'], [point(0.01, 0.01)], { budgetIdr: 200, status: 'cancelled' }),
      activity('a-3', ['citra'], [point(0.01, 0.01)], { period: { start: '2019-05-01', end: null }, themes: [] }),
      activity('a-4', [{ id: 'akar', role: 'funder' }], [point(0.01, 0.01)], {
        period: { start: '2019-05-01', end: '2019-12-31' },
      }),
    )
    expect(idsOf({}, engine)).toEqual(['a-1', 'a-2', 'a-3', 'a-4'])
    expect(idsOf({ theme: 'stunting' }, engine)).toEqual(['a-1', 'a-2', 'a-4'])
    expect(idsOf({ theme: 'water' }, engine)).toEqual(['a-1'])
    expect(idsOf({ theme: 'unheard' }, engine)).toEqual([])
    expect(idsOf({ organisations: ['bina'] }, engine)).toEqual(['a-1', 'a-2'])
    expect(idsOf({ organisations: ['akar', 'citra', 'unheard'] }, engine)).toEqual(['a-1', 'a-3'])
    expect(idsOf({ statuses: ['cancelled', 'suspended'] }, engine)).toEqual(['a-2'])
    expect(idsOf({ period: { from: 2026, to: 2026 } }, engine)).toEqual(['a-1', 'a-2', 'a-3'])
    expect(idsOf({ period: { from: 2018, to: 2019 } }, engine)).toEqual(['a-3', 'a-4'])
    expect(idsOf({ budgetIdr: { from: 100 } }, engine)).toEqual(['a-1', 'a-2'])
    expect(idsOf({ budgetIdr: { from: 101, to: 200 } }, engine)).toEqual(['a-2'])
    expect(idsOf({ theme: 'stunting', organisations: ['bina'], statuses: ['ongoing'] }, engine)).toEqual(['a-1'])
    expect(count(sieveOf({ theme: 'stunting' }, engine.register), engine)).toBe(3)
  })
})

describe('which activities a drawn area reaches', () => {
  test('inside, on the edge, on a corner, across, around; not in a hole or beside', async () => {
    const engine = await engineWith(
      activity('inside', ['akar'], [point(0.005, 0.03)]),
      activity('edge', ['akar'], [point(0.01, 0.03)]),
      activity('corner', ['akar'], [point(0.01, 0.01)]),
      activity('beside', ['akar'], [point(0.0100001, 0.03)]),
      activity('across', ['akar'], [line([-0.01, 0.02], [0.05, 0.02])]),
      activity('past', ['akar'], [line([0.02, 0.05], [0.05, 0.02])]),
      activity('touching', ['akar'], [line([0.04, 0.01], [0.05, 0.05])]),
      activity('part', ['akar'], [rectangle(0.03, -0.01, 0.05, 0.005)]),
      activity('neighbour', ['akar'], [rectangle(0.01, 0.01, 0.02, 0.02)]),
      activity('corner-to-corner', ['akar'], [rectangle(0.04, 0.01, 0.05, 0.02)]),
      activity('around', ['akar'], [rectangle(-0.1, -0.1, 0.1, 0.1)]),
      activity('held', ['akar'], [rectangle(0.001, 0.001, 0.002, 0.002)]),
      activity('apart', ['akar'], [rectangle(0.02, 0.02, 0.03, 0.03)]),
    )
    expect(idsInArea(ELBOW, everything, engine).sort()).toEqual(
      [
        'inside',
        'edge',
        'corner',
        'across',
        'touching',
        'part',
        'neighbour',
        'corner-to-corner',
        'around',
        'held',
      ].sort(),
    )
  })

  test('a hole of the area and a hole of the work are both outside, their edges are not', async () => {
    const engine = await engineWith(
      activity('in-hole', ['akar'], [rectangle(0.03, 0.03, 0.07, 0.07)]),
      activity('on-hole', ['akar'], [line([0.02, 0.03], [0.05, 0.05])]),
      activity('frame', ['akar'], [FRAME]),
    )
    expect(idsInArea(FRAME, everything, engine).sort()).toEqual(['frame', 'on-hole'])
    expect(idsInArea(rectangle(0.04, 0.04, 0.06, 0.06), everything, engine).sort()).toEqual(['in-hole', 'on-hole'])
  })

  test('polygons of one area that lie over each other are one area; an area without positions reaches nothing', async () => {
    const engine = await engineWith(activity('twice', ['akar'], [point(0.015, 0.005)]))
    const twice: MultiPolygon = {
      type: 'MultiPolygon',
      coordinates: [rectangle(0, 0, 0.02, 0.01).coordinates, rectangle(0.01, 0, 0.03, 0.01).coordinates],
    }
    expect(idsInArea(twice, everything, engine)).toEqual(['twice'])
    expect(idsInArea({ type: 'Polygon', coordinates: [] }, everything, engine)).toEqual([])
    expect(idsInArea({ type: 'MultiPolygon', coordinates: [] }, everything, engine)).toEqual([])
  })

  test('nothing is found in an empty register, and nothing that was taken away', async () => {
    const engine = await createEngine({ places: world.PLACES })
    expect(idsInArea(ELBOW, everything, engine)).toEqual([])
    expect(idsInBox(box(0, 0, 1, 1), everything, engine)).toEqual([])
    expect(count(everything, engine)).toBe(0)
    engine.apply(world.enter(activity('a-1', ['akar'], [point(0.005, 0.005), world.ASAM])))
    expect(idsInArea(ELBOW, everything, engine, new Set([world.ASAM]))).toEqual(['a-1'])
    engine.apply([{ kind: 'activity', id: 'a-1', record: null }])
    expect(idsInArea(ELBOW, everything, engine, new Set([world.ASAM]))).toEqual([])
    engine.apply(world.enter(activity('a-2', ['akar'], [point(0.03, 0.03), point(0.02, 0.005)])))
    expect(idsInArea(ELBOW, everything, engine, new Set([world.ASAM]))).toEqual(['a-2'])
    expect(count(everything, engine)).toBe(1)
  })
})
