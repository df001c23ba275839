import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { type FlatArea, planeHectares } from '../server/engine/equal_area.ts'
import { loadOverlay, type Overlay } from '../server/engine/overlay.ts'
import { areaM2, intersectionM2, pairKey, sweepPairs, sweepYears } from '../server/engine/sweep/index.ts'
import { site, village } from './sweep_shapes.ts'

let overlay: Overlay
beforeAll(async () => {
  overlay = await loadOverlay()
})

const M2_PER_HA = 10_000
const geosM2 = (area: FlatArea): number => planeHectares(area) * M2_PER_HA
const rings = (area: FlatArea) => area.flat()

/** Equal but for one part in a billion of what was measured against. */
const expectM2 = (actual: number, expected: number, wholeM2: number) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * wholeM2)

const layer = fc.record({
  area: site,
  organisations: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 2 }),
  years: fc.integer({ min: 1, max: 7 }),
})
type Drawn = typeof layer extends fc.Arbitrary<infer T> ? T : never

const layersOf = (drawn: readonly Drawn[]) =>
  drawn.map(({ area, organisations, years }) => ({ rings: rings(area), organisations, years }))

/** Ground of two different organisations, by overlaying each with each. */
const overlapBy = (mask: FlatArea, drawn: readonly Drawn[]): FlatArea => {
  const groundOf = (organisation: number) =>
    overlay.unite(drawn.filter(({ organisations }) => organisations.includes(organisation)).map(({ area }) => area))
  const grounds = [1, 2, 3, 4].map(groundOf)
  const common = grounds.flatMap((a, at) =>
    grounds.slice(at + 1).map((b) => (a.length > 0 && b.length > 0 ? overlay.intersect(a, b) : [])),
  )
  const met = overlay.unite(common.filter((area) => area.length > 0))
  return met.length > 0 ? overlay.intersect(mask, met) : []
}

test('a site measures in a village what GEOS measures', () => {
  fc.assert(
    fc.property(village, site, (unit, drawn) => {
      const expected = geosM2(overlay.intersect(unit, drawn))
      expectM2(intersectionM2(rings(unit), rings(drawn)), expected, geosM2(drawn))
      expectM2(intersectionM2(rings(drawn), rings(unit)), expected, geosM2(drawn))
    }),
    { numRuns: 500 },
  )
})

test('a village with holes and islands has its own area', () => {
  fc.assert(
    fc.property(village, (unit) => {
      expectM2(areaM2(rings(unit)), geosM2(unit), geosM2(unit))
    }),
    { numRuns: 200 },
  )
})

test('served and overlapping square metres of every year are those of GEOS', () => {
  fc.assert(
    fc.property(village, fc.array(layer, { maxLength: 12 }), (unit, drawn) => {
      const answer = sweepYears([[rings(unit)]], layersOf(drawn))
      const wholeM2 = geosM2(unit)
      expectM2(answer.maskM2, wholeM2, wholeM2)
      for (const year of [0, 1, 2]) {
        const active = drawn.filter(({ years }) => (years >> year) & 1)
        const served = overlay.unite(active.map(({ area }) => area))
        expectM2(answer.servedM2[year]!, served.length > 0 ? geosM2(overlay.intersect(unit, served)) : 0, wholeM2)
        expectM2(answer.overlapM2[year]!, geosM2(overlapBy(unit, active)), wholeM2)
      }
      expect(answer.servedM2.slice(3)).toEqual(new Float64Array(29))
    }),
    { numRuns: 200 },
  )
})

test('the common ground of each pair of organisations is that of GEOS', () => {
  fc.assert(
    fc.property(village, fc.array(layer, { maxLength: 10 }), (unit, drawn) => {
      const always = drawn.map((work) => ({ ...work, years: 1 }))
      const pairs = sweepPairs([[rings(unit)]], layersOf(always))
      for (const a of [1, 2, 3])
        for (let b = a + 1; b <= 4; b++) {
          const groundOf = (id: number) =>
            overlay.unite(drawn.filter(({ organisations }) => organisations.includes(id)).map(({ area }) => area))
          const [mine, theirs] = [groundOf(a), groundOf(b)]
          const common = mine.length > 0 && theirs.length > 0 ? overlay.intersect(mine, theirs) : []
          const expected = common.length > 0 ? geosM2(overlay.intersect(unit, common)) : 0
          expectM2(pairs.get(pairKey(a, b)) ?? 0, expected, geosM2(unit))
        }
    }),
    { numRuns: 200 },
  )
})

test('a mask of several groups holds where a village and one of its targets meet', () => {
  fc.assert(
    fc.property(village, fc.array(site, { minLength: 1, maxLength: 3 }), layer, (unit, targets, drawn) => {
      const mask = overlay.intersect(unit, overlay.unite(targets))
      const answer = sweepYears([[rings(unit)], targets.map(rings)], layersOf([drawn]))
      expectM2(answer.maskM2, geosM2(mask), geosM2(unit))
      const served = mask.length > 0 ? geosM2(overlay.intersect(mask, drawn.area)) : 0
      for (const year of [0, 1, 2])
        expectM2(answer.servedM2[year]!, (drawn.years >> year) & 1 ? served : 0, geosM2(unit))
    }),
    { numRuns: 200 },
  )
})
