import { describe, expect, test } from 'vitest'
import type { Engine, Place } from '../server/engine/engine.ts'
import { createEngine } from '../server/engine/index.ts'
import { ask, engineWith, verdictIn } from './asking.ts'
import * as world from './world.ts'
import { ASAM, BAKAU, CEMPAKA, DAMAR, GAMBIR, SQUARE_HA } from './world.ts'

const reached = (engine: Engine, id: string) => engine.reach('activity', id).map(({ code }) => code)

describe('what covers a village', () => {
  test('a polygon equal to a village covers it whole and no neighbour that shares its edge', async () => {
    const engine = await engineWith(world.activity('whole', ['akar'], [world.SHAPES[BAKAU]]))
    const reach = engine.reach('activity', 'whole')
    expect(reach.map(({ code }) => code)).toEqual([BAKAU])
    expect(reach[0]!.areaHa).toBeCloseTo(4 * SQUARE_HA, 2)
  })

  test('a boundary that is wrong by 2.46 ha yields nothing, on either side of it', async () => {
    const engine = await engineWith(
      world.activity('cempaka', ['akar'], [world.SHAPES[CEMPAKA]]),
      world.activity('damar', ['bina'], [world.SHAPES[DAMAR]]),
    )
    expect(reached(engine, 'cempaka')).toEqual([CEMPAKA])
    expect(reached(engine, 'damar')).toEqual([DAMAR])
    expect(engine.overlaps(ask())).toEqual([])
  })

  test('less than one hectare inside a village is a sliver, one hectare is work', async () => {
    // 0.0003 deg by 0.002 deg is 33.4 m by 221.1 m: 0.74 ha. 0.0005 deg makes 1.23 ha.
    const engine = await engineWith(
      world.activity('sliver', ['akar'], [world.rectangle(0.0103, 0.005, 0.0203, 0.007)]),
      world.activity('work', ['akar'], [world.rectangle(0.0105, 0.005, 0.0205, 0.007)]),
    )
    expect(reached(engine, 'sliver')).toEqual([ASAM])
    expect(reached(engine, 'work')).toEqual([ASAM, BAKAU])
  })

  test('the sliver tolerance can be configured', async () => {
    const engine = await createEngine({ places: world.PLACES, sliver: { minHa: 3, minShare: 0.001 } })
    engine.apply(world.enter(world.activity('cempaka', ['akar'], [world.SHAPES[CEMPAKA]])))
    expect(reached(engine, 'cempaka')).toEqual([CEMPAKA])
    const careless = await createEngine({ places: world.PLACES, sliver: { minHa: 2, minShare: 0.001 } })
    careless.apply(world.enter(world.activity('cempaka', ['akar'], [world.SHAPES[CEMPAKA]])))
    expect(reached(careless, 'cempaka')).toEqual([CEMPAKA, DAMAR])
  })

  test('a point on the common edge of two villages belongs to one of them, always the same', async () => {
    const engine = await engineWith(world.activity('edge', ['akar'], [world.point(0.02, 0.01)]))
    expect(reached(engine, 'edge')).toEqual([ASAM])
  })

  test('a point level with the corners of a village is inside or outside, not both', async () => {
    const diamond = [
      world.at(0.01, 0),
      world.at(0.02, 0.01),
      world.at(0.01, 0.02),
      world.at(0, 0.01),
      world.at(0.01, 0),
    ]
    const place = {
      ...world.PLACES.find(({ code }) => code === ASAM)!,
      geometry: { type: 'Polygon', coordinates: [diamond] },
    }
    const engine = await createEngine({ places: [place as Place] })
    engine.apply(
      world.enter(
        world.activity('west', ['akar'], [world.point(-0.005, 0.01)]),
        world.activity('middle', ['akar'], [world.point(0.01, 0.01)]),
        world.activity('east', ['akar'], [world.point(0.025, 0.01)]),
        world.activity('corner', ['akar'], [world.point(0.02, 0.01)]),
      ),
    )
    expect(engine.at(ASAM).activities).toEqual(['corner', 'middle'])
  })

  test('a point where two boundaries overlap by mistake belongs to one village', async () => {
    const engine = await engineWith(world.activity('doubtful', ['akar'], [world.point(0.05995, 0.01)]))
    expect(reached(engine, 'doubtful')).toEqual([CEMPAKA])
  })

  test('a line covers the villages it runs through for 100 metres, and none that it only follows or touches', async () => {
    // 0.001 deg is 111 m, 0.0008 deg is 89 m.
    const engine = await engineWith(
      world.activity('through', ['akar'], [world.line([0.015, 0.01], [0.021, 0.01])]),
      world.activity('barely', ['akar'], [world.line([0.015, 0.01], [0.0208, 0.01])]),
      world.activity('along', ['akar'], [world.line([0.02, 0.001], [0.02, 0.019])]),
      world.activity('ends', ['akar'], [world.line([0.01, 0.01], [0.02, 0.01])]),
    )
    expect(reached(engine, 'through')).toEqual([ASAM, BAKAU])
    expect(reached(engine, 'barely')).toEqual([ASAM])
    expect(reached(engine, 'along')).toEqual([])
    expect(reached(engine, 'ends')).toEqual([ASAM])
  })

  test('a footbridge shorter than 100 metres covers the village that has half of it', async () => {
    const engine = await engineWith(world.activity('bridge', ['akar'], [world.line([0.0195, 0.01], [0.0202, 0.01])]))
    expect(reached(engine, 'bridge')).toEqual([ASAM])
  })

  test('a district code covers every village in it, a village code its district, and neither has hectares', async () => {
    const engine = await engineWith(
      world.activity('district', ['akar'], ['99.01.01']),
      world.activity('village', ['bina'], [CEMPAKA]),
    )
    expect(engine.reach('activity', 'district')).toEqual([
      { code: ASAM, areaHa: null },
      { code: BAKAU, areaHa: null },
    ])
    expect(verdictIn(engine, '99.01.02', { level: 'district' })).toEqual({
      kind: 'partner_only',
      organisations: ['bina'],
    })
  })

  test('an island is covered by its code, its village, a district above it, a point or a polygon on it', async () => {
    const engine = await engineWith(
      world.activity('code', ['akar'], [world.GAMBIR_ISLAND]),
      world.activity('village', ['akar'], [GAMBIR]),
      world.activity('district', ['akar'], ['99.02.01']),
      world.activity('point', ['akar'], [world.point(0.205, 0.005)]),
      world.activity('polygon', ['akar'], [world.rectangle(0.2, 0, 0.205, 0.01)]),
      world.activity('other-part', ['akar'], [world.point(0.225, 0.005)]),
    )
    const onIsland = engine.at(world.GAMBIR_ISLAND).activities
    expect(onIsland).toEqual(['code', 'district', 'point', 'polygon', 'village'])
    expect(reached(engine, 'code')).toEqual([GAMBIR, world.GAMBIR_ISLAND])
    expect(reached(engine, 'other-part')).toEqual([GAMBIR])
  })

  test('an island known only by its position is reached by a polygon over it and by a point within 500 metres', async () => {
    const engine = await engineWith(
      world.activity('sea', ['akar'], [world.rectangle(0.235, 0, 0.245, 0.01)]),
      world.activity('near', ['akar'], [world.point(0.2435, 0.005)]),
      world.activity('far', ['akar'], [world.point(0.2455, 0.005)]),
    )
    expect(engine.at(world.KARANG_ISLET).activities).toEqual(['near', 'sea'])
    expect(engine.reach('activity', 'sea')).toEqual([{ code: world.KARANG_ISLET, areaHa: null }])
  })
})

describe('damaged records', () => {
  test('a bow-tie is repaired into its two wings', async () => {
    const bowTie = {
      type: 'Polygon' as const,
      coordinates: [[world.at(0, 0), world.at(0.01, 0.01), world.at(0.01, 0), world.at(0, 0.01), world.at(0, 0)]],
    }
    const engine = await engineWith(world.activity('tie', ['akar'], [bowTie]))
    expect(engine.refusals()).toEqual([])
    // Two triangles with a base of one side and half its height: half a square.
    expect(engine.reach('activity', 'tie')[0]!.areaHa).toBeCloseTo(SQUARE_HA / 2, 3)
  })

  test('a site without a usable position is refused by name and the other sites of the activity count', async () => {
    const engine = await engineWith(
      world.activity(
        'partly',
        ['akar'],
        [world.point(Number.NaN, 0), ASAM, world.point(80, 0), '98.01', world.line([0, 0])],
      ),
      world.activity('flat', ['bina'], [world.rectangle(0, 0, 0, 0.01)]),
      world.activity('at-sea', ['citra'], [world.point(0.15, 0.01)]),
    )
    expect(engine.refusals()).toEqual([
      { kind: 'activity', id: 'partly', place: 0, reason: 'not_finite' },
      { kind: 'activity', id: 'partly', place: 2, reason: 'out_of_range' },
      { kind: 'activity', id: 'partly', place: 3, reason: 'unknown_place' },
      { kind: 'activity', id: 'partly', place: 4, reason: 'too_few_positions' },
      { kind: 'activity', id: 'flat', place: 0, reason: 'no_area' },
      { kind: 'activity', id: 'at-sea', place: null, reason: 'reaches_nothing' },
    ])
    expect(verdictIn(engine, ASAM)).toEqual({ kind: 'partner_only', organisations: ['akar'] })
    engine.apply([{ kind: 'activity', id: 'partly', record: null }])
    expect(engine.refusals()).toHaveLength(2)
  })
})

describe('damaged boundaries', () => {
  test('a village whose boundary encloses nothing is still counted, and covered by its code', async () => {
    const [asam, ...others] = world.PLACES.filter(({ level }) => level === 'village')
    const flat = { ...asam!, geometry: world.rectangle(0, 0, 0, 0.02) }
    const engine = await createEngine({ places: [flat, ...others] })
    engine.apply(world.enter(...world.ORGANISATIONS, world.activity('a', ['akar'], [ASAM])))
    expect(engine.coverage(ask())).toHaveLength(6)
    expect(verdictIn(engine, ASAM)).toEqual({ kind: 'partner_only', organisations: ['akar'] })
  })

  test('a boundary without a single position stops the start and says which', async () => {
    const broken = { ...world.PLACES.find(({ code }) => code === ASAM)!, geometry: world.point(Number.NaN, 0) }
    await expect(createEngine({ places: [broken] })).rejects.toThrow(ASAM)
  })
})

test('a shape that is not on record would reach what it reaches once it is', async () => {
  const sites = [
    world.point(0.03, 0.01),
    world.rectangle(0.01, 0, 0.03, 0.02),
    world.point(0.2403, 0.005),
    world.ASAM,
    '99.01',
  ]
  const engine = await engineWith(world.activity('a', ['akar'], sites))
  for (const [index, site] of sites.entries()) {
    engine.apply(world.enter(world.activity('a', ['akar'], [site])))
    expect([index, engine.wouldReach(site)]).toEqual([index, engine.reach('activity', 'a')])
  }
  expect(engine.wouldReach('61.05')).toBe('unknown_place')
  expect(engine.wouldReach({ type: 'Point', coordinates: [500, 0] })).toBe('out_of_range')
})
