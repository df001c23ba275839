import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FlowPlace, FlowsAnswer } from '../data/model/flows.ts'
import { drawPlaces } from '../web/flows/drawing.ts'
import { curveOf, DISC_PX, labelsOf, type Node, numbered, roomBelow, roomBeside, rowSpot } from '../web/flows/layout.ts'
import { middleOf } from '../web/flows/middle.ts'
import { OTHERS, rowsOf } from '../web/flows/rows.ts'
import { discFor, LEAST_PX, stepsUpTo, widthFor } from '../web/flows/widths.ts'
import { ASAM, DAMAR, GAMBIR, parts, rectangle, SHAPES } from './world.ts'

const place = (code: string, partners: number): FlowPlace => ({
  code,
  name: code,
  within: '',
  verdict: 'gap',
  partners,
  villages: null,
  activities: partners,
  budget: { total: 0, known: 0, of: partners },
})

test('a place ends its curves well inside its largest part, even where its middle lies outside', () => {
  // A horseshoe: its centre of mass lies in the bay.
  const horseshoe = [
    [0, 0],
    [3, 0],
    [3, 3],
    [2, 3],
    [2, 1],
    [1, 1],
    [1, 3],
    [0, 3],
    [0, 0],
  ]
  const [x, y] = middleOf({ type: 'Polygon', coordinates: [horseshoe] })!
  expect(y! < 1 || x! < 1 || x! > 2).toBe(true)
  expect([x! > 0 && x! < 3, y! > 0 && y! < 3]).toEqual([true, true])
  const larger = middleOf(parts(rectangle(0, 0, 0.01, 0.01), rectangle(0.02, 0, 0.06, 0.04)))!
  expect(larger.map((degrees) => degrees.toFixed(6))).toEqual(['110.040000', '0.020000'])
  // A hole is no inside.
  const ring = [...rectangle(0, 0, 0.09, 0.09).coordinates, ...rectangle(0.01, 0.01, 0.08, 0.08).coordinates]
  const [lng, lat] = middleOf({ type: 'Polygon', coordinates: ring })!
  const isInHole = lng! > 110.01 && lng! < 110.08 && lat! > 0.01 && lat! < 0.08
  expect(isInHole).toBe(false)
  expect(middleOf({ type: 'Point', coordinates: [110, 1] })).toEqual([110, 1])
  expect(middleOf({ type: 'LineString', coordinates: [[110, 1]] })).toBeNull()
})

test('places stand where they lie: west is left, north is up, each node inside the map part of the room', () => {
  const shapes = new Map(Object.entries(SHAPES))
  const room = roomBeside(900, 4)
  const drawing = drawPlaces([place(ASAM, 1), place(DAMAR, 2), place(GAMBIR, 0), place('99.09', 1)], shapes, [], room)!
  expect(drawing.nodes.map(({ code }) => code)).toEqual([ASAM, DAMAR, GAMBIR])
  const [asam, damar, gambir] = drawing.nodes.map(({ spot }) => spot)
  expect(asam![0]).toBeLessThan(damar![0])
  expect(damar![0]).toBeLessThan(gambir![0])
  expect(gambir![1]).toBeGreaterThan(asam![1])
  const { left, top, width, height } = room.map
  for (const { spot } of drawing.nodes) {
    expect(spot[0]).toBeGreaterThanOrEqual(left)
    expect(spot[0]).toBeLessThanOrEqual(left + width)
    expect(spot[1]).toBeGreaterThanOrEqual(top)
    expect(spot[1]).toBeLessThanOrEqual(top + height)
  }
  expect(drawPlaces([place('99.09', 1)], shapes, [], room)).toBeNull()
})

test('the drawing is as high as its rows, and a curve begins at the middle of its row', () => {
  expect(roomBeside(900, 30).height).toBe(30 * 38)
  expect(roomBeside(900, 2).height).toBe(420)
  expect(rowSpot(0)).toEqual([0, 19])
  expect(rowSpot(2)).toEqual([0, 95])
  expect(curveOf([0, 19], [200, 95])).toBe('M0 19C84 19 124 95 200 95')
  const { width, map } = roomBelow(320)
  expect(map.left + map.width).toBeLessThan(width)
})

const node = fc.record({
  code: fc.uuid(),
  name: fc.string({ minLength: 1, maxLength: 18 }),
  spot: fc.tuple(fc.integer({ min: 300, max: 880 }), fc.integer({ min: 14, max: 400 })),
  partners: fc.nat({ max: 12 }),
})
const nodes = fc.uniqueArray(node, { selector: ({ code }: Node) => code, maxLength: 40 })

test('no number lies over another, no name over a name or a disc, and none leaves the drawing', () => {
  const room = roomBeside(900, 5)
  fc.assert(
    fc.property(nodes, (all: readonly Node[]) => {
      const withNumber = numbered(all)
      const kept = all.filter(({ code }) => withNumber.has(code))
      for (const [at, a] of kept.entries())
        for (const b of kept.slice(at + 1))
          expect(Math.hypot(a.spot[0] - b.spot[0], a.spot[1] - b.spot[1])).toBeGreaterThanOrEqual(2 * DISC_PX)
      expect(kept.every(({ partners }) => partners > 0)).toBe(true)

      const discOf = (code: string) => (withNumber.has(code) ? DISC_PX : 3.5)
      const labels = labelsOf(all, room, discOf, null)
      for (const [at, { box: a }] of labels.entries()) {
        for (const { box: b } of labels.slice(at + 1))
          expect(a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]).toBe(false)
        for (const {
          code,
          spot: [x, y],
        } of all) {
          const px = discOf(code)
          expect(a[0] < x + px && x - px < a[2] && a[1] < y + px && y - px < a[3]).toBe(false)
        }
        expect(a[2]).toBeLessThanOrEqual(room.width)
        expect(a[3]).toBeLessThanOrEqual(room.height)
      }
    }),
  )
})

test('a place that somebody chose is named, whatever stands in its way', () => {
  const crowd: readonly Node[] = Array.from({ length: 8 }, (_, at) => ({
    code: `${at}`,
    name: `Kecamatan ${at}`,
    spot: [500 + at, 200],
    partners: 9 - at,
  }))
  const room = roomBeside(900, 5)
  expect(labelsOf(crowd, room, () => DISC_PX, '7').map(({ code }) => code)).toEqual(['7'])
})

test('widths are in proportion, one activity is never as wide as many, and nothing is too thin to be seen', () => {
  const few = widthFor('activities', 2)
  expect([few(1), few(2)]).toEqual([2.4, 4.8])
  const many = widthFor('activities', 30)
  expect(many(30)).toBeCloseTo(9)
  expect(many(15)).toBeCloseTo(4.5)
  expect(widthFor('budget', 4e9)(2e9)).toBeCloseTo(4.5)
  expect(widthFor('budget', 4e9)(1e6)).toBe(LEAST_PX)
  expect(widthFor('villages', 0)(0)).toBe(LEAST_PX)
  const disc = discFor(16)
  expect(disc(16) / disc(4)).toBeCloseTo(2)
})

test('a legend has at most three values, round ones and the largest there is', () => {
  expect(stepsUpTo(0)).toEqual([])
  expect(stepsUpTo(1)).toEqual([1])
  expect(stepsUpTo(2)).toEqual([1, 2])
  expect(stepsUpTo(7)).toEqual([1, 2, 7])
  expect(stepsUpTo(23)).toEqual([2, 10, 23])
  expect(stepsUpTo(4_300_000_000)).toEqual([500_000_000, 2_000_000_000, 4_300_000_000])
})

const partner = (id: string, places: number, activities: number, budget: number) => ({
  id,
  name: id,
  kind: 'ngo' as const,
  origin: 'sample' as const,
  places,
  villages: null,
  activities,
  budget: { total: budget, known: 1, of: activities },
})
const answer: FlowsAnswer = {
  asOf: { seq: 1, time: '2026-11-24T00:00:00.000Z' },
  region: '99',
  theme: 'stunting',
  period: '2026',
  level: 'regency',
  denominator: 2,
  villages: null,
  sample: true,
  total: { places: 2, villages: null, activities: 3, budget: { total: 90, known: 3, of: 3 } },
  unaccompanied: { activities: 0, places: 0 },
  partners: [partner('akar', 2, 2, 20), partner('bina', 1, 2, 50), partner('citra', 1, 1, 20)],
  places: [place('99.01', 3), place('99.02', 1)],
  flows: [
    { partner: 'akar', place: '99.01', activities: ['a'], villages: null },
    { partner: 'akar', place: '99.02', activities: ['b'], villages: null },
    { partner: 'bina', place: '99.01', activities: ['c', 'd'], villages: null },
    { partner: 'citra', place: '99.01', activities: ['d'], villages: null },
  ],
  activities: [
    { id: 'a', title: 'a', budgetIdr: 10 },
    { id: 'b', title: 'b', budgetIdr: 10 },
    { id: 'c', title: 'c', budgetIdr: 30 },
    { id: 'd', title: 'd', budgetIdr: 20 },
  ],
}

test('partners stand in the order asked for; those beyond the first are one row in which nothing counts twice', () => {
  const idsOf = (...[ranking, first, isOpen]: [Parameters<typeof rowsOf>[1], number, boolean]) =>
    rowsOf(answer, ranking, first, isOpen).rows.map(({ id }) => id)
  expect(idsOf('places', 10, false)).toEqual(['akar', 'bina', 'citra'])
  expect(idsOf('budget', 10, false)).toEqual(['bina', 'akar', 'citra'])
  const { rows, others } = rowsOf(answer, 'places', 1, false)
  expect(others).toBe(2)
  expect(rows[1]).toMatchObject({ id: OTHERS, places: 1, activities: 2, budget: { total: 50, known: 2, of: 2 } })
  expect(rows[1]!.flows).toEqual([{ partner: OTHERS, place: '99.01', activities: ['c', 'd'], villages: null }])
  expect(idsOf('places', 1, true)).toEqual(['akar', 'bina', 'citra'])
  // One partner beyond the first is no crowd.
  expect(idsOf('places', 2, false)).toEqual(['akar', 'bina', 'citra'])
})
