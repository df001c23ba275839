import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countVerdicts } from '../data/model/verdict.ts'
import type { Engine } from '../server/engine/engine.ts'
import { ask, engineWith } from './asking.ts'
import * as world from './world.ts'
import { ASAM, BAKAU, CEMPAKA, DAMAR, ENAU, GAMBIR } from './world.ts'

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

  test('what was measured before a zone came or went is filed as if it was measured after', async () => {
    const { PROGRAMME, rectangle, activity } = world
    const work = [
      activity('w-areal', ['akar'], [rectangle(0.065, 0.005, 0.085, 0.015), DAMAR]),
      activity('w-titik', ['bina'], [world.point(0.075, 0.01)]),
    ].map((record) => ({ kind: 'activity', id: record.id, record }) as const)
    const filed = { kind: 'zone', id: zone.id, record: zone } as const
    const [expected, ahead] = [await engineWith(...PROGRAMME), await engineWith(...PROGRAMME)]
    await ahead.prepare(work)
    for (const engine of [expected, ahead]) engine.apply([filed, ...work])
    expect(ahead.reach('activity', 'w-titik')).toEqual(expected.reach('activity', 'w-titik'))
    expect(everything(ahead)).toEqual(everything(expected))
    const again = work.map((change) => ({ ...change, record: { ...change.record } }))
    await ahead.prepare(again)
    for (const engine of [expected, ahead]) engine.apply([{ ...filed, record: null }, ...again])
    expect(everything(ahead)).toEqual(everything(expected))
    expect(ahead.coverage(ask({ level: 'zone' }))).toEqual([])
  })
})
