import fc from 'fast-check'
import type { MultiPolygon, Polygon } from 'geojson'
import { describe, expect, test } from 'vitest'
import { type FlatArea, flattenArea, hectares, planeHectares, projectArea } from '../server/engine/equal_area.ts'
import { type CutJob, createCut } from '../server/engine/geometry_worker/cut.ts'
import { openGeos } from '../server/engine/geos.ts'
import { loadOverlay } from '../server/engine/overlay.ts'
import { geojsonOfPacked, packed } from './packed_areas.ts'
import { ASAM, BAKAU, CEMPAKA, DAMAR, GAMBIR, rectangle, SHAPES, SQUARE_HA } from './world.ts'

const geos = await openGeos()
const overlay = await loadOverlay()
const cut = createCut()

const plane = (geometry: Polygon | MultiPolygon): FlatArea => projectArea(flattenArea(geometry))
const sideBySide = (...areas: readonly Polygon[]): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: areas.map(({ coordinates }) => coordinates),
})
const unit = packed(SHAPES[ASAM])
const layer = (organisations: readonly number[], west: number, south: number, east: number, north: number) => ({
  organisations,
  area: packed(rectangle(west, south, east, north)),
})
const gapOf = (whole: Int32Array, ...layers: CutJob['layers']) =>
  cut({ unit: whole, within: null, layers, kind: 'gap' })
const ha = (kind: CutJob['kind'], ...layers: CutJob['layers']) => cut({ unit, within: null, layers, kind }).areaHa
const polygonsOf = (area: Int32Array) => flattenArea(geojsonOfPacked(area))

/* Asam is four squares: SW, SE, NW, NE of 0.01 degrees. */
describe('the gap of Asam', () => {
  test('is the whole of it where nothing is drawn', () => {
    expect(ha('gap')).toBeCloseTo(4 * SQUARE_HA, 2)
  })

  test('is the two eastern squares when the western two are worked on', () => {
    expect(ha('gap', layer([1], 0, 0, 0.01, 0.02))).toBeCloseTo(2 * SQUARE_HA, 2)
  })

  test('counts ground under two layers once', () => {
    // West and north together leave the southeastern square.
    expect(ha('gap', layer([1], 0, 0, 0.01, 0.02), layer([2], 0, 0.01, 0.02, 0.02))).toBeCloseTo(SQUARE_HA, 2)
  })

  test('is nothing under a layer that reaches far beyond, and everything beside one that only touches', () => {
    expect(gapOf(unit, layer([1], -1, -1, 1, 1))).toEqual({ areaHa: 0, organisations: [], area: Int32Array.of(0) })
    expect(ha('gap', layer([1], 0.02, 0, 0.04, 0.02))).toBeCloseTo(4 * SQUARE_HA, 2)
  })

  test('has a hole where work lies in the middle', () => {
    const { area, areaHa } = gapOf(unit, layer([1], 0.005, 0.005, 0.015, 0.015))
    const [rings, ...others] = polygonsOf(area)
    expect(others).toEqual([])
    expect(rings).toHaveLength(2)
    expect(areaHa).toBeCloseTo(3 * SQUARE_HA, 2)
  })

  test('is nothing below one hectare, and has no seams where two drawings nearly meet', () => {
    // Left open: 0.00003 degrees, 3.3 m, along 2.2 km: 0.74 ha.
    expect(gapOf(unit, layer([1], 0, 0, 0.01997, 0.02)).areaHa).toBe(0)
    // A seam of 1e-7 degrees, 1.1 cm, beside one open square and a half.
    const layers = [layer([1], 0, 0, 0.01, 0.02), layer([1], 0.0100001, 0, 0.02, 0.005)]
    const { area, areaHa } = gapOf(unit, ...layers)
    expect(polygonsOf(area)).toHaveLength(1)
    expect(areaHa).toBeCloseTo(1.5 * SQUARE_HA, 1)
  })

  test('of villages side by side as one unit crosses their common border without a line', () => {
    const both = packed(sideBySide(SHAPES[ASAM], SHAPES[BAKAU]))
    const { area, areaHa } = gapOf(both, layer([1], 0, 0, 0.01, 0.02))
    expect(polygonsOf(area)).toHaveLength(1)
    expect(areaHa).toBeCloseTo(6 * SQUARE_HA, 2)
  })

  test('of villages whose boundaries lie over each other by mistake is their common ground once', () => {
    const { area, areaHa } = gapOf(packed(sideBySide(SHAPES[CEMPAKA], SHAPES[DAMAR])))
    expect(polygonsOf(area)).toHaveLength(1)
    // Eight squares: what Damar's boundary claims too much lies in Cempaka.
    expect(areaHa).toBeCloseTo(8 * SQUARE_HA, 1)
  })

  test('of Gambir, in two parts, is the part that nobody works on', () => {
    expect(gapOf(packed(SHAPES[GAMBIR]), layer([1], 0.2, 0, 0.215, 0.01)).areaHa).toBeCloseTo(SQUARE_HA, 2)
  })
})

describe('where area targets are due', () => {
  const east = plane(rectangle(0.01, -0.01, 0.03, 0.03))
  const gapWithin = (within: readonly FlatArea[], ...layers: CutJob['layers']) =>
    cut({ unit, within, layers, kind: 'gap' }).areaHa

  test('the gap is what nobody serves of their ground inside the unit, each hectare once', () => {
    expect(gapWithin([east])).toBeCloseTo(2 * SQUARE_HA, 2)
    expect(gapWithin([east, plane(rectangle(0, 0.01, 0.02, 0.02))])).toBeCloseTo(3 * SQUARE_HA, 2)
    expect(gapWithin([east], layer([1], 0, 0, 0.02, 0.01))).toBeCloseTo(SQUARE_HA, 2)
  })

  test('there is none beside the unit', () => {
    expect(gapWithin([plane(rectangle(0.5, 0, 0.6, 0.1))])).toBe(0)
  })
})

describe('the overlap in Asam', () => {
  test('is the square that two organisations share, as far as it lies in Asam', () => {
    expect(ha('overlap', layer([1], -0.01, 0, 0.01, 0.02), layer([2], -0.01, 0.01, 0.02, 0.03))).toBeCloseTo(
      SQUARE_HA,
      2,
    )
  })

  test('counts ground of three organisations once', () => {
    // The north is shared by 1, 2 and in its west by 3; the southwest is 3 alone until 1 takes the south as well.
    const layers = [layer([1], 0, 0.01, 0.02, 0.02), layer([2], 0, 0.01, 0.02, 0.02), layer([3], 0, 0, 0.01, 0.02)]
    expect(ha('overlap', ...layers)).toBeCloseTo(2 * SQUARE_HA, 2)
    expect(ha('overlap', ...layers, layer([1], 0, 0, 0.02, 0.01))).toBeCloseTo(3 * SQUARE_HA, 2)
  })

  test('is nothing among works of one organisation, or of two that only share an edge', () => {
    expect(ha('overlap', layer([1], 0, 0, 0.02, 0.02), layer([1], 0, 0, 0.02, 0.02))).toBe(0)
    expect(ha('overlap', layer([1], 0, 0, 0.01, 0.02), layer([2], 0.01, 0, 0.02, 0.02))).toBe(0)
  })

  test('is all of what two organisations do together', () => {
    expect(ha('overlap', layer([2, 1], 0, 0, 0.01, 0.02))).toBeCloseTo(2 * SQUARE_HA, 2)
    expect(ha('overlap', layer([2, 1], 0, 0, 0.01, 0.01), layer([1], 0, 0, 0.02, 0.02))).toBeCloseTo(SQUARE_HA, 2)
  })
})

test('an overlap names who takes part in it, a gap who serves the rest', () => {
  const three = [layer([1], 0, 0.01, 0.02, 0.02), layer([2], 0, 0.01, 0.01, 0.02), layer([3], 0, 0, 0.02, 0.01)]
  // 3 has the south, and only the edge of it in common with the square that 1 and 2 share.
  expect(cut({ unit, within: null, layers: three, kind: 'overlap' }).organisations).toEqual([1, 2])
  const served = [three[1]!, layer([5], 0, 0, 0.005, 0.005), layer([6], 0.5, 0.5, 0.6, 0.6)]
  expect(gapOf(unit, ...served).organisations).toEqual([2, 5])
})

const corner = fc.integer({ min: -4, max: 14 }).map((step) => step * 0.002)
const drawn = fc
  .tuple(
    corner,
    corner,
    fc.integer({ min: 1, max: 9 }),
    fc.integer({ min: 1, max: 9 }),
    fc.subarray([1, 2, 3], { minLength: 1 }),
  )
  .map(([west, south, width, height, organisations]) =>
    layer(organisations, west, south, west + width * 0.002, south + height * 0.002),
  )

test('gap and served ground make up the unit; overlap agrees with every pair met one by one', () => {
  const asam = plane(SHAPES[ASAM])
  const planeOf = ({ area }: CutJob['layers'][number]) => plane(geojsonOfPacked(area))
  fc.assert(
    fc.property(fc.array(drawn, { minLength: 1, maxLength: 6 }), (layers) => {
      const served = overlay.intersect(asam, overlay.unite(layers.map(planeOf)))
      expect(ha('gap', ...layers) + planeHectares(served)).toBeCloseTo(planeHectares(asam), 3)
      const groundOf = (one: number) =>
        overlay.unite(layers.flatMap((each) => (each.organisations.includes(one) ? [planeOf(each)] : [])))
      const [a, b, c] = [1, 2, 3].map((one) => overlay.intersect(asam, groundOf(one))) as [FlatArea, FlatArea, FlatArea]
      const shared = overlay.unite([overlay.intersect(a, b), overlay.intersect(b, c), overlay.intersect(a, c)])
      expect(ha('overlap', ...layers)).toBeCloseTo(planeHectares(shared), 3)
    }),
    { numRuns: 60 },
  )
})

test('what is cut is valid at seven decimals and keeps its hectares', () => {
  fc.assert(
    fc.property(fc.array(drawn, { minLength: 1, maxLength: 6 }), (layers) => {
      const { area, areaHa } = gapOf(unit, ...layers)
      if (areaHa === 0) return
      expect(geos.scoped(({ write }) => geos.raw.GEOSisValid(write(polygonsOf(area))))).toBe(1)
      expect(hectares(geojsonOfPacked(area))).toBeCloseTo(areaHa, 1)
    }),
    { numRuns: 60 },
  )
})
