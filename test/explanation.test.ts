import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CoverageAnswer, ExplanationAnswer, Problem } from '../data/model/answers.ts'
import type { AnyRecord } from '../data/model/record.ts'
import { serve } from './served.ts'
import {
  ASAM,
  activity,
  CEMPAKA,
  DAMAR,
  ENAU,
  GAMBIR,
  GAMBIR_ISLAND,
  KARANG_ISLET,
  point,
  rectangle,
  SQUARE_HA,
  target,
  zone,
} from './world.ts'

const activities = [
  activity('x-ended', ['bina'], [point(0.005, 0.005)], { period: { start: '2020-01-01', end: '2024-12-31' } }),
  activity('x-funded', [{ id: 'citra', role: 'funder' }], [point(0.005, 0.005)]),
  activity('x-suspended', ['citra'], [point(0.005, 0.005)], { status: 'suspended' }),
  activity('x-private', ['citra'], [point(0.005, 0.005)], { visibility: 'organisation' }),
  // One square of Asam twice over, and one square of Gambir's western part, which is the island.
  activity('x-drawn', ['akar'], [rectangle(0, 0, 0.01, 0.01), rectangle(0.2, 0, 0.21, 0.01)], {
    themes: ['restoration'],
  }),
  activity('x-over', ['bina'], [rectangle(0, 0, 0.01, 0.02)], { themes: ['restoration'] }),
]
const MORE: readonly AnyRecord[] = [
  ...activities.map((record): AnyRecord => ({ kind: 'activity', record })),
  {
    kind: 'target',
    record: target('t-east', rectangle(0.04, 0, 0.05, 0.02), { theme: 'restoration', measure: 'area' }),
  },
  { kind: 'zone', record: zone('z-enau', rectangle(0.08, 0, 0.1, 0.01), ['bina'], { region: '99.02' }) },
]

let served: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  served = await serve(MORE)
})
afterAll(() => served.world.close())

const ask = async <Answer = ExplanationAnswer>(code: string, theme = 'stunting', more = ''): Promise<Answer> =>
  (await (await served.get(`/api/explanation?code=${code}&theme=${theme}&period=2026&lang=en${more}`)).json()) as Answer

describe('what a verdict stands on', () => {
  test('the work that counts stands beside the work that does not, each with its reason; what is private with neither', async () => {
    const { verdict, name, level, targets, ...asam } = await ask(ASAM)
    expect([name, level, verdict]).toEqual(['Asam', 'village', { kind: 'met', by: 'akar' }])
    expect(asam.activities.map(({ id, excluded }) => [id, excluded])).toEqual([
      ['a-three-sites', null],
      ['x-ended', 'period'],
      ['x-funded', 'no_implementer'],
      ['x-suspended', 'status'],
    ])
    expect(targets).toMatchObject([{ id: 't-health', measure: 'presence', targetHa: null, servedHa: null }])
    expect([asam.servedHa, asam.overlapHa, asam.binding]).toEqual([null, null, null])
    expect(asam.areaHa).toBeCloseTo(4 * SQUARE_HA, 2)
  })

  test('a gap shows the cancelled work that does not close it', async () => {
    const { verdict, activities: own } = await ask(CEMPAKA)
    expect(verdict).toEqual({ kind: 'gap' })
    expect(own).toMatchObject([
      { id: 'a-cancelled', organisations: ['citra'], status: 'cancelled', excluded: 'status' },
    ])
  })

  test('a coordinated overlap names what binds it by its title', async () => {
    const { binding } = await ask(DAMAR)
    expect(binding).toEqual({ kind: 'agreement', id: 'g-damar', title: 'g-damar' })
  })

  test('three of four squares of Enau are served, one of them twice; the target is served as far', async () => {
    const { servedHa, overlapHa, activities: own, targets } = await ask(ENAU, 'restoration')
    expect(servedHa).toBeCloseTo(3 * SQUARE_HA, 2)
    expect(overlapHa).toBeCloseTo(SQUARE_HA, 2)
    expect(own.map(({ id, areaHa }) => [id, Math.round(areaHa! / SQUARE_HA)])).toEqual([
      ['a-forest-bina', 2],
      ['a-forest-citra', 2],
    ])
    expect(targets[0]!.targetHa).toBeCloseTo(4 * SQUARE_HA, 2)
    expect(targets[0]!.servedHa).toBeCloseTo(3 * SQUARE_HA, 2)
  })

  test('an area target nobody serves is served nowhere', async () => {
    const { verdict, targets } = await ask(CEMPAKA, 'restoration')
    expect(verdict.kind).toBe('gap')
    expect(targets[0]!.targetHa).toBeCloseTo(2 * SQUARE_HA, 2)
    expect(targets[0]!.servedHa).toBe(0)
  })

  test('a regency is the sum of its villages, its islands not counted again', async () => {
    const east = await ask('99.02', 'restoration')
    // Ten squares, and the strip by which Damar lies over Cempaka.
    expect(east.areaHa).toBeCloseTo(10.02 * SQUARE_HA, 2)
    expect(east.servedHa).toBeCloseTo(4 * SQUARE_HA, 2)
    expect(east.activities.find(({ id }) => id === 'x-drawn')!.areaHa).toBeCloseTo(SQUARE_HA, 2)
  })

  test('an island has its own part; one known by its position only has no hectares', async () => {
    const island = await ask(GAMBIR_ISLAND, 'restoration')
    expect([island.level, island.verdict.kind]).toEqual(['island', 'partner_only'])
    expect(island.servedHa).toBeCloseTo(SQUARE_HA, 2)
    const islet = await ask(KARANG_ISLET, 'restoration')
    expect([islet.areaHa, islet.activities]).toEqual([0, []])
  })

  test('a zone is measured inside its own shape', async () => {
    const { level, name, areaHa, activities: own, servedHa, overlapHa } = await ask('z-enau', 'restoration')
    expect([level, name]).toEqual(['zone', 'z-enau'])
    expect(areaHa).toBeCloseTo(2 * SQUARE_HA, 2)
    expect(own.map(({ id, areaHa: partHa }) => [id, Math.round(partHa! / SQUARE_HA)])).toEqual([['a-forest-citra', 1]])
    expect(servedHa).toBeCloseTo(SQUARE_HA, 2)
    expect(overlapHa).toBe(0)
  })

  test('every unit: what is not excluded is what coverage counts, and the verdict is the same', async () => {
    for (const level of ['village', 'district', 'regency', 'island', 'zone'])
      for (const theme of ['stunting', 'restoration']) {
        const query = `region=99&theme=${theme}&period=2026&level=${level}`
        const coverage = (await (await served.get(`/api/coverage?${query}`)).json()) as CoverageAnswer
        for (const unit of coverage.units) {
          const explained = await ask(unit.code, theme, `&level=${level}`)
          const counted = explained.activities.filter(({ excluded }) => excluded === null)
          expect(counted.map(({ id }) => id)).toEqual(unit.activities)
          expect(explained.targets.map(({ id }) => id)).toEqual(unit.targets)
          expect(explained.verdict).toEqual(unit.verdict)
          expect(explained.areaHa).toBeCloseTo(unit.areaHa || explained.areaHa, 3)
        }
      }
  })
})

describe('a unit that cannot be explained', () => {
  test.each([
    ['99', '', 400, 'is no unit that is judged'],
    [ASAM, '&level=district', 400, 'at level district'],
    ['z-none', '', 400, 'is not a place code'],
    ['z-none', '&level=zone', 404, 'There is no zone "z-none"'],
    [GAMBIR, '&level=authority', 404, 'There is no authority area'],
    ['61.05', '', 404, 'is not in this Bentang'],
  ])('%s%s is refused and told what to write', async (code, more, status, words) => {
    const refusal = await ask<Problem>(code, 'stunting', more)
    expect([refusal.status, refusal.detail]).toEqual([status, expect.stringContaining(words)])
  })
})
