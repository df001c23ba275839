import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countVerdicts } from '../data/model/verdict.ts'
import type { Engine, Question } from '../server/engine/engine.ts'
import { createEngine } from '../server/engine/index.ts'
import * as world from './world.ts'
import { ASAM, BAKAU, CEMPAKA, DAMAR, ENAU, GAMBIR, SQUARE_HA } from './world.ts'

type Records = Parameters<typeof world.enter>

const engineWith = async (...records: Records): Promise<Engine> => {
  const engine = await createEngine({ places: world.PLACES })
  engine.apply(world.enter(...world.ORGANISATIONS, ...records))
  return engine
}

const ask = (question: Partial<Question> = {}): Question => ({
  region: '99',
  theme: 'stunting',
  period: { from: 2026, to: 2026 },
  level: 'village',
  ...question,
})

const findingIn = (engine: Engine, code: string, question: Partial<Question> = {}) =>
  engine.coverage(ask(question)).find((finding) => finding.code === code)!

const verdictIn = (engine: Engine, code: string, question: Partial<Question> = {}) =>
  findingIn(engine, code, question).verdict

const reached = (engine: Engine, id: string) => engine.reach('activity', id).map(({ code }) => code)

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

describe('laws', () => {
  const everything = (engine: Engine) =>
    (['village', 'district', 'regency', 'island', 'zone'] as const).flatMap((level) =>
      ['stunting', 'restoration'].flatMap((theme) => [
        engine.coverage(ask({ level, theme })),
        engine.overlaps(ask({ level, theme })),
      ]),
    )
  const zone = world.zone('z', world.rectangle(0.07, 0, 0.09, 0.02), ['akar', 'bina'], { region: '99.02' })
  const records = [...world.PROGRAMME, zone]

  const place = fc.constantFrom(ASAM, BAKAU, CEMPAKA, DAMAR, ENAU, GAMBIR, '99.01.01', '99.02.01', '99.01')
  const box = fc
    .tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 15 }), fc.integer({ min: 3, max: 40 }))
    .map(([west, south, size]) =>
      world.rectangle(west / 1000, south / 1000, (west + size) / 1000, (south + size) / 1000),
    )
  const work = fc
    .array(
      fc.tuple(
        fc.constantFrom('akar', 'bina', 'citra', 'dinas'),
        fc.array(fc.oneof(place, box), { minLength: 1, maxLength: 3 }),
      ),
    )
    .map((all) => all.map(([id, sites], index) => world.activity(`a${index}`, [id], sites)))
  const needs = fc
    .array(fc.oneof(fc.array(place, { minLength: 1, maxLength: 2 }), box), { maxLength: 4 })
    .map((all) => all.map((area, index) => world.target(`t${index}`, area, { measure: 'area' })))

  test('the order in which records arrive changes nothing', async () => {
    const expected = everything(await engineWith(...records))
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(records, { minLength: records.length }), async (shuffled) => {
        expect(everything(await engineWith(...shuffled))).toEqual(expected)
      }),
      { numRuns: 15 },
    )
  })

  test('taking a record away restores the earlier answer exactly', async () => {
    for (const removed of records) {
      const engine = await engineWith(...records.filter((record) => record !== removed))
      const before = everything(engine)
      const [change] = world.enter(removed)
      engine.apply([change!])
      engine.apply([{ ...change!, record: null }])
      expect(everything(engine)).toEqual(before)
    }
  })

  test('gap and served hectares add up to the target, in every unit and however units are grouped', async () => {
    const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
    await fc.assert(
      fc.asyncProperty(work, needs, async (activities, targets) => {
        const engine = await engineWith(...activities, ...targets)
        const totals = (['village', 'district', 'regency'] as const).map((level) => {
          const findings = engine.coverage(ask({ level }))
          for (const { verdict } of findings)
            if (verdict.kind === 'partial') {
              expect(verdict.servedHa + verdict.shortHa).toBeCloseTo(verdict.targetHa, 6)
              expect(verdict.shortHa).toBeGreaterThanOrEqual(0)
            }
          const reported = new Set(findings.flatMap((finding) => finding.activities))
          return [...reported].sort()
        })
        expect(totals[1]).toEqual(totals[0])
        expect(totals[2]).toEqual(totals[0])
        const villages = engine.coverage(ask())
        expect(sum(Object.values(countVerdicts(villages.map(({ verdict }) => verdict))))).toBe(6)
        const overlapHa = ['99.01', '99.02'].map((region) => engine.overlapHa(ask({ region })))
        expect(sum(overlapHa)).toBeCloseTo(engine.overlapHa(ask()), 6)
        expect(engine.overlapHa(ask({ level: 'district' }))).toBeCloseTo(engine.overlapHa(ask()), 6)
      }),
      { numRuns: 60 },
    )
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
      { kind: 'activity', id: 'flat', place: null, reason: 'reaches_nothing' },
      { kind: 'activity', id: 'at-sea', place: null, reason: 'reaches_nothing' },
    ])
    expect(verdictIn(engine, ASAM)).toEqual({ kind: 'partner_only', organisations: ['akar'] })
    engine.apply([{ kind: 'activity', id: 'partly', record: null }])
    expect(engine.refusals()).toHaveLength(3)
  })
})
