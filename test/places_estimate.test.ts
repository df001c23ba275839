import { beforeAll, expect, test } from 'vitest'
import { levelOf } from '../data/model/codes.ts'
import { boundsOf, meet } from '../server/bounds.ts'
import { hectares } from '../server/engine/equal_area.ts'
import { LAND } from '../server/places/basemap.ts'
import { estimateOutlines } from '../server/places/estimate.ts'
import { GAZETTEER } from '../server/places/gazetteer.ts'
import { isInPart } from '../server/places/islands.ts'
import type { Outline } from '../server/places/outline.ts'
import { areaOfParts, openPlane, type Plane, partsOf } from '../server/places/plane.ts'

const ROWS = GAZETTEER.filter(({ code }) => levelOf(code) === 'village')
const rowOf = new Map(ROWS.map((row) => [row.code, row]))

let plane: Plane
let outlines: Outline[]
beforeAll(async () => {
  plane = await openPlane()
  const started = performance.now()
  outlines = estimateOutlines(plane, ROWS)
  console.log(`Estimated ${outlines.length} areas in ${Math.round(performance.now() - started)} ms`)
})

const overlapsHa = (among: readonly Outline[]): number[] => {
  const boxes = among.map(({ area }) => boundsOf([area])!)
  return among.flatMap(({ area }, i) =>
    among.slice(i + 1).flatMap((other, offset) => {
      const shared = meet(boxes[i]!, boxes[i + 1 + offset]!) ? plane.intersection(area, other.area) : null
      return shared ? [hectares(shared)] : []
    }),
  )
}

test('every village has a valid area that holds its known position', () => {
  expect(outlines.map(({ code }) => code)).toEqual(ROWS.map(({ code }) => code))
  expect(outlines.filter(({ area }) => !plane.isValid(area))).toEqual([])
  const ashore = ROWS.filter(({ position }) =>
    LAND.features.some(({ geometry }) => isInPart(position, geometry.coordinates)),
  )
  const away = ashore.filter(({ code, position }) => {
    const { area } = outlines.find((outline) => outline.code === code)!
    return !partsOf(area).some((part) => isInPart(position, part))
  })
  expect(away).toEqual([])
  expect(ashore.length).toBeGreaterThan(720)
})

test('areas are as large as the gazetteer says: the median to 1 %, nine in ten to 10 %, none larger', () => {
  const ratios = outlines.map(({ code, area }) => hectares(area) / rowOf.get(code)!.areaHa).sort((a, b) => a - b)
  const near = ratios.filter((ratio) => ratio > 0.9).length
  console.log(`Median ratio ${ratios[367]!.toFixed(5)}, smallest ${ratios[0]!.toFixed(2)}, ${near} of 734 above 0.9`)
  expect(Math.abs(ratios[367]! - 1)).toBeLessThan(0.01)
  expect(near / ratios.length).toBeGreaterThan(0.9)
  expect(ratios.at(-1)).toBeLessThan(1.01)
})

test('neighbours do not overlap', () => {
  expect(Math.max(...overlapsHa(outlines))).toBeLessThan(0.001)
})

test('nothing lies in the sea, and Karimata reaches over its islands', () => {
  const land = areaOfParts(LAND.features.flatMap(({ geometry }) => partsOf(geometry)))!
  const coastal = outlines.filter(({ code }) => code.startsWith('61.11.06.'))
  for (const { area } of coastal) {
    const wet = plane.difference(area, land)
    expect(wet ? hectares(wet) : 0).toBeLessThan(1)
    expect(area.type).toBe('MultiPolygon')
  }
})

test('beside a known boundary an estimated area ends', () => {
  const [first] = outlines
  const known: Outline = { ...first!, code: '61.05.99.2001' }
  const around = estimateOutlines(plane, ROWS, (code) => code.startsWith('61.05.01.'), [known])
  expect(around.some(({ code }) => code === first!.code)).toBe(false)
  expect(around.length).toBeGreaterThan(20)
  const shared = around.map(({ area }) => plane.intersection(area, known.area))
  expect(Math.max(...shared.map((area) => (area ? hectares(area) : 0)))).toBeLessThan(0.001)
})
