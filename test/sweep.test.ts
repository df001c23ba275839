import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  areaM2,
  createSweep,
  intersectionM2,
  type Layer,
  pairKey,
  pairOf,
  type Rings,
  sweepPairs,
  sweepYears,
} from '../server/engine/sweep/index.ts'
import { rectangle, reversed, ring, site, starRing, village, X0, Y0 } from './sweep_shapes.ts'

const KM2 = 1_000_000
const ALL_YEARS = 0b11
/** Two kilometres by one. */
const VILLAGE: Rings = [rectangle(0, 0, 2_000, 1_000)]

const layer = (rings: Rings, organisations: readonly number[], years = ALL_YEARS): Layer => ({
  rings,
  organisations,
  years,
})

/** Served and overlapping m2 of year 0. */
const ask = (mask: Rings, ...layers: readonly Layer[]): readonly [number, number] => {
  const { servedM2, overlapM2 } = sweepYears([[mask]], layers)
  return [servedM2[0]!, overlapM2[0]!]
}

const expectM2 = (actual: number, expected: number, wholeM2 = 2 * KM2) =>
  expect(Math.abs(actual - expected), `${actual} m2 for ${expected}`).toBeLessThanOrEqual(1e-9 * wholeM2)

const expectAsk = (mask: Rings, layers: readonly Layer[], servedM2: number, overlapM2: number) => {
  const [served, overlap] = ask(mask, ...layers)
  expectM2(served, servedM2)
  expectM2(overlap, overlapM2)
}

describe('who is on the ground', () => {
  const left = [rectangle(0, 0, 1_000, 1_000)]
  const middle = [rectangle(500, 0, 1_500, 1_000)]

  test('two organisations on the same half of a village overlap there, one organisation twice does not', () => {
    expectAsk(VILLAGE, [layer(left, [1]), layer(left, [2])], KM2, KM2)
    expectAsk(VILLAGE, [layer(left, [1]), layer(left, [1])], KM2, 0)
    expectAsk(VILLAGE, [layer(left, [1]), layer(middle, [1])], 1.5 * KM2, 0)
    expectAsk(VILLAGE, [layer(left, [1]), layer(middle, [2])], 1.5 * KM2, 0.5 * KM2)
  })

  test('three organisations on one hectare are one hectare of overlap', () => {
    const hectare = [rectangle(100, 100, 200, 200)]
    expectAsk(VILLAGE, [layer(hectare, [1]), layer(hectare, [2]), layer(hectare, [3])], 10_000, 10_000)
  })

  test('a joint activity of two organisations overlaps with itself', () => {
    expectAsk(VILLAGE, [layer(left, [1, 2])], KM2, KM2)
    expectAsk(VILLAGE, [layer(VILLAGE, [1, 2])], 2 * KM2, 2 * KM2)
    expect([...sweepPairs([[VILLAGE]], [layer(left, [7, 3])]).keys()].map(pairOf)).toEqual([[3, 7]])
  })

  test('organisations of different years share no year and make no pair', () => {
    const layers = [layer(left, [1], 0b01), layer(middle, [2], 0b10)]
    const { servedM2, overlapM2 } = sweepYears([[VILLAGE]], layers)
    for (const year of [0, 1]) expectM2(servedM2[year]!, KM2)
    expect(overlapM2).toEqual(new Float64Array(32))
    expect(sweepPairs([[VILLAGE]], layers).size).toBe(0)
  })

  test('the last of the 32 years is a year like the others', () => {
    const { servedM2, overlapM2 } = sweepYears([[VILLAGE]], [layer(left, [1], 1 << 31), layer(left, [2], 1 << 31)])
    expectM2(servedM2[31]!, KM2)
    expectM2(overlapM2[31]!, KM2)
    expect(servedM2.subarray(0, 31)).toEqual(new Float64Array(31))
  })

  test('each pair has its own common ground, each place once', () => {
    const pairs = sweepPairs([[VILLAGE]], [layer(left, [1]), layer(left, [1]), layer(middle, [2]), layer(VILLAGE, [9])])
    expect(pairs.size).toBe(3)
    expectM2(pairs.get(pairKey(2, 1))!, 0.5 * KM2)
    expectM2(pairs.get(pairKey(1, 9))!, KM2)
    expectM2(pairs.get(pairKey(2, 9))!, KM2)
  })

  test('nobody, nowhere and outside is nothing', () => {
    expect(ask(VILLAGE)).toEqual([0, 0])
    expectM2(sweepYears([[VILLAGE]], []).maskM2, 2 * KM2)
    for (const mask of [[], [[]], [[[]]], [[VILLAGE], []]])
      expect(sweepYears(mask, [layer(left, [1])])).toEqual({
        maskM2: 0,
        servedM2: new Float64Array(32),
        overlapM2: new Float64Array(32),
      })
    expect(ask(VILLAGE, layer([rectangle(3_000, 0, 4_000, 1_000)], [1]))).toEqual([0, 0])
    expect(intersectionM2(VILLAGE, [rectangle(2_000, 0, 3_000, 1_000)])).toBe(0)
    expect(areaM2([])).toBe(0)
  })
})

describe('shapes', () => {
  const hole = rectangle(400, 400, 600, 600)

  test('a hole is a ring more, whichever way any of them runs', () => {
    const outer = rectangle(0, 0, 1_000, 1_000)
    for (const rings of [
      [outer, hole],
      [reversed(outer), hole],
      [hole, reversed(outer)],
    ])
      expectM2(areaM2(rings), KM2 - 40_000)
    expectAsk(VILLAGE, [layer([outer, hole], [1]), layer([hole], [2])], KM2, 0)
  })

  test('a ring that is not closed closes itself', () => {
    expectM2(areaM2([rectangle(0, 0, 2_000, 1_000).subarray(0, 8)]), 2 * KM2)
  })

  test('a bow-tie is its two wings', () => {
    expectM2(areaM2([ring([0, 0], [1_000, 1_000], [1_000, 0], [0, 1_000])]), KM2 / 2)
  })

  test('vertical and horizontal steps are not lost', () => {
    const stairs = ring([0, 0], [900, 0], [900, 300], [600, 300], [600, 600], [300, 600], [300, 900], [0, 900])
    expectM2(areaM2([stairs]), 540_000)
    expectM2(intersectionM2([stairs], [rectangle(250, 250, 1_000, 650)]), 50 * 400 + 300 * 350 + 300 * 50)
  })

  test('a number that is not finite is refused in words', () => {
    for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
      expect(() => areaM2([Float64Array.of(X0, Y0, X0 + 1, wrong, X0 + 1, Y0 + 1, X0, Y0)])).toThrow(RangeError)
    expect(() => ask(VILLAGE, layer(VILLAGE, []))).toThrow(RangeError)
    expect(() => ask(VILLAGE, layer(VILLAGE, [0.5]))).toThrow(RangeError)
    expectM2(areaM2(VILLAGE), 2 * KM2)
  })
})

describe('borders that coincide', () => {
  const east: Rings = [rectangle(2_000, 0, 3_000, 1_000)]

  test('work on exactly the village covers it whole and none of its neighbour', () => {
    fc.assert(
      fc.property(village, (unit) => {
        const rings = unit.flat()
        const wholeM2 = areaM2(rings)
        const backwards = rings.map(reversed)
        const { servedM2, overlapM2 } = sweepYears([[rings]], [layer(backwards, [1]), layer(rings, [2])])
        expectM2(servedM2[0]!, wholeM2, wholeM2)
        expectM2(overlapM2[0]!, wholeM2, wholeM2)
      }),
    )
    expectM2(intersectionM2(VILLAGE, east), 0)
  })

  test('work in a village and its neighbour serves both, and the line between them nobody twice', () => {
    const both: Rings = [rectangle(0, 0, 3_000, 1_000)]
    expectAsk(VILLAGE, [layer(both, [1])], 2 * KM2, 0)
    expectAsk(both, [layer(VILLAGE, [1]), layer(east, [2])], 3 * KM2, 0)
  })

  test('neighbours make no pair', () => {
    const slope = (x: number): [number, number] => [x, 100 + x / 3]
    const under: Rings = [ring([0, 0], [1_000, 0], slope(1_000), slope(700), slope(10), slope(0))]
    const over: Rings = [ring(slope(0), slope(10), slope(700), slope(1_000), [900, 1_000])]
    expect(sweepPairs([[[rectangle(0, 0, 2_000, 2_000)]]], [layer(under, [1]), layer(over, [2])]).size).toBe(0)
  })

  test('half an edge in common is no ground in common', () => {
    const beside: Rings = [ring([2_000, 500], [2_700, 100], [2_700, 1_500], [2_000, 1_200])]
    const slanted: Rings = [ring([0, 0], [1_000, 700], [0, 1_400])]
    const along: Rings = [ring([500, 350], [1_000, 700], [1_200, 0])]
    expectM2(intersectionM2(VILLAGE, beside), 0)
    expectM2(intersectionM2(slanted, along), 0)
    expectAsk(
      [rectangle(0, 0, 3_000, 2_000)],
      [layer(slanted, [1]), layer(along, [2])],
      areaM2(slanted) + areaM2(along),
      0,
    )
  })

  test('a sliver of a tenth of a micrometre is a sliver', () => {
    const shifted: Rings = [rectangle(1e-7, 1e-7, 2_000 + 1e-7, 1_000 + 1e-7)]
    expectM2(intersectionM2(VILLAGE, shifted), 2 * KM2 - 3e-4)
    const turned: Rings = [ring([0, 1e-7], [2_000, -1e-7], [2_000, 1_000], [0, 1_000])]
    expectM2(intersectionM2(VILLAGE, turned), 2 * KM2)
  })

  test('a hundred copies of one polygon are one polygon', () => {
    const star = [starRing({ x: 1_000, y: 500, turn: 1, radii: [400, 300, 450, 200, 350, 480, 250] })]
    const wholeM2 = areaM2(star)
    const copies = Array.from({ length: 100 }, (_, at) => layer(star, [at % 50]))
    expectAsk(VILLAGE, copies, wholeM2, wholeM2)
    const pairs = sweepPairs([[VILLAGE]], copies)
    expect(pairs.size).toBe((50 * 49) / 2)
    for (const m2 of pairs.values()) expectM2(m2, wholeM2)
  })
})

describe('laws', () => {
  const drawn = fc.array(
    fc.record({
      rings: site.map((area): Rings => area.flat()),
      organisations: fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 2 }),
      years: fc.integer({ min: 1, max: 1_023 }),
    }),
    { maxLength: 40 },
  )
  const unit = village.map((area): Rings => area.flat())
  const totals = (mask: Rings | readonly Rings[], layers: readonly Layer[]) => {
    const { maskM2, servedM2, overlapM2 } = sweepYears([[mask as Rings]], layers)
    return [maskM2, ...servedM2, ...overlapM2]
  }
  const expectEqual = (actual: readonly number[], expected: readonly number[], share: number) => {
    const wholeM2 = expected[0]!
    for (const [at, m2] of expected.entries()) expect(Math.abs(actual[at]! - m2)).toBeLessThanOrEqual(share * wholeM2)
  }

  test('the order of the layers changes nothing', () => {
    fc.assert(
      fc.property(unit, drawn, (mask, layers) => {
        expectEqual(totals(mask, [...layers].reverse()), totals(mask, layers), 1e-11)
      }),
    )
  })

  test('a year asked alone is the year among all', () => {
    fc.assert(
      fc.property(unit, drawn, (mask, layers) => {
        const all = sweepYears([[mask]], layers)
        for (let year = 0; year < 10; year++) {
          const active = layers.filter(({ years }) => (years >> year) & 1).map((work) => ({ ...work, years: 1 }))
          const alone = sweepYears([[mask]], active)
          expectM2(alone.servedM2[0]!, all.servedM2[year]!, 1e-3 * all.maskM2)
          expectM2(alone.overlapM2[0]!, all.overlapM2[year]!, 1e-3 * all.maskM2)
        }
      }),
    )
  })

  test('the parts of a divided village add up to the whole', () => {
    const FAR = 40_000
    const angle = fc.oneof(fc.constantFrom(0, Math.PI / 2), fc.double({ min: 0, max: 3, noNaN: true }))
    fc.assert(
      fc.property(unit, drawn, angle, fc.integer({ min: -3_000, max: 3_000 }), (mask, layers, turn, offset) => {
        const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
        const corner = (along: number, across: number): [number, number] => [
          along * cos - (across + offset) * sin,
          along * sin + (across + offset) * cos,
        ]
        const sides = [FAR, -FAR].map((side) => [
          ring(corner(-FAR, 0), corner(FAR, 0), corner(FAR, side), corner(-FAR, side)),
        ])
        const parts = sides.map((side) => {
          const { maskM2, servedM2, overlapM2 } = sweepYears([[mask], [side]], layers)
          return [maskM2, ...servedM2, ...overlapM2]
        })
        expectEqual(
          parts[0]!.map((m2, at) => m2 + parts[1]![at]!),
          totals(mask, layers),
          1e-9,
        )
      }),
    )
  })

  test('crowded ground is settled window by window to the same hectares', () => {
    const crowd = fc.array(
      fc.record({
        rings: fc.integer({ min: 0, max: 5_000 }).map(
          (at): Rings => [
            starRing({
              x: (at * 37) % 1_500,
              y: (at * 91) % 1_300,
              turn: at,
              radii: Array(24).fill(1_500 + (at % 900)),
            }),
          ],
        ),
        organisations: fc.tuple(fc.integer({ min: 0, max: 5 })),
        years: fc.integer({ min: 1, max: 7 }),
      }),
      { minLength: 30, maxLength: 80 },
    )
    fc.assert(
      fc.property(unit, crowd, (mask, layers) => {
        const all = sweepYears([[mask]], layers)
        const pairs = sweepPairs(
          [[mask]],
          layers.map((work) => ({ ...work, years: 1 })),
        )
        for (const year of [0, 1, 2]) {
          const active = layers.filter(({ years }) => (years >> year) & 1)
          // By the layers' union as one mask group, without any counting.
          const servedM2 = active.length === 0 ? 0 : sweepYears([[mask], active.map(({ rings }) => rings)], []).maskM2
          expectM2(all.servedM2[year]!, servedM2, all.maskM2)
        }
        for (const [key, m2] of pairs) {
          const [mine, theirs] = pairOf(key).map((id) => layers.filter(({ organisations }) => organisations[0] === id))
          const groups = [[mask], mine!.map(({ rings }) => rings), theirs!.map(({ rings }) => rings)]
          expectM2(m2, sweepYears(groups, []).maskM2, all.maskM2)
        }
      }),
      { numRuns: 20 },
    )
  })

  test('one sweep answers question after question', () => {
    const sweep = createSweep()
    const answers = [1, 2, 1].map((side) => {
      sweep.reset()
      sweep.beginMask(0)
      sweep.ring(VILLAGE[0]!)
      sweep.beginLayer([1], 1)
      const packed = Float64Array.of(0, 0, ...rectangle(0, 0, 500 * side, 500))
      sweep.ring(packed, 2, packed.length)
      return sweep.years().servedM2[0]!
    })
    expectM2(answers[0]!, 250_000)
    expectM2(answers[1]!, 500_000)
    expect(answers[2]).toBe(answers[0])
    expect(() => sweep.beginMask(1)).toThrow(RangeError)
  })

  test('a border of ten thousand corners is measured in less than 200 ms', () => {
    const CORNERS = 10_000
    const radii = Array.from(
      { length: CORNERS },
      (_, at) => 20_000 + 3_000 * Math.sin(at / 7) + 1_000 * Math.sin(at * at),
    )
    const mask = [starRing({ x: 0, y: 0, turn: 0, radii })]
    const layers = Array.from({ length: 10 }, (_, at) =>
      layer([starRing({ x: 4_000 * at - 20_000, y: 0, turn: 0, radii: Array(24).fill(6_000) })], [at]),
    )
    // The quickest of a few: the machine may be busy with other things.
    const runs = Array.from({ length: 5 }, () => {
      const started = performance.now()
      const { maskM2 } = sweepYears([[mask]], layers)
      return { maskM2, ms: performance.now() - started }
    })
    expect(Math.min(...runs.map(({ ms }) => ms))).toBeLessThan(200)
    const step = (2 * Math.PI) / CORNERS
    const exactM2 = radii.reduce((sum, radius, at) => sum + radius * radii[(at + 1) % CORNERS]! * Math.sin(step), 0) / 2
    expectM2(runs[0]!.maskM2, exactM2, exactM2)
  })
})
