import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  eastingOf,
  flattenArea,
  hectares,
  northingOf,
  planeHectares,
  projectArea,
} from '../server/engine/equal_area.ts'
import { geojsonOf, latOf, lngOf, toDegrees } from '../server/engine/from_plane.ts'
import { rectangle, SHAPES, SQUARE_HA } from './world.ts'

test('there and back again leaves every position where it was, to 1e-12 degrees', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -85, max: 85, noNaN: true }),
      (lng, lat) => Math.abs(lngOf(eastingOf(lng)) - lng) <= 1e-12 && Math.abs(latOf(northingOf(lat)) - lat) <= 1e-12,
    ),
    { numRuns: 5_000 },
  )
})

test('the equator and the poles are themselves, and nothing lies beyond the poles', () => {
  expect([0, 90, -90].map((lat) => latOf(northingOf(lat)))).toEqual([0, 90, -90])
  expect(latOf(northingOf(90) + 5)).toBe(90)
})

const turnsLeft = (ring: readonly (readonly number[])[]) =>
  ring.slice(1).reduce((sum, [x, y], at) => sum + ring[at]![0]! * y! - x! * ring[at]![1]!, 0) > 0

test('outer rings run anticlockwise and holes clockwise, closed, whichever way they were drawn', () => {
  const inside = rectangle(0.005, 0.005, 0.015, 0.015).coordinates[0]!
  for (const hole of [inside, [...inside].reverse()])
    for (const shell of [
      SHAPES['99.01.01.2001'].coordinates[0]!,
      [...SHAPES['99.01.01.2001'].coordinates[0]!].reverse(),
    ]) {
      const geometry = { type: 'Polygon' as const, coordinates: [shell, hole] }
      const area = geojsonOf(toDegrees(projectArea(flattenArea(geometry))))
      if (area.type !== 'Polygon') throw new Error(area.type)
      expect(area.coordinates.map(turnsLeft)).toEqual([true, false])
      for (const ring of area.coordinates) expect(ring.at(-1)).toEqual(ring[0])
      expect(hectares(area)).toBeCloseTo(3 * SQUARE_HA, 3)
    }
})

test('positions have seven decimals at most, and a speck below that is no polygon', () => {
  const speck = rectangle(0, 0, 1e-9, 1e-9)
  expect(toDegrees(projectArea(flattenArea(speck)))).toEqual([])
  const area = geojsonOf(toDegrees(projectArea(flattenArea(rectangle(1 / 3, 1 / 7, 2 / 3, 2 / 7)))))
  for (const number of area.coordinates.flat(3)) expect(`${number}`).toMatch(/^\d+(\.\d{1,7})?$/)
})

test('an edge of a hundred kilometres keeps its area on the way back', () => {
  const long = projectArea(flattenArea(rectangle(-2, -3, -1, -2)))
  expect(hectares(geojsonOf(toDegrees(long))) / planeHectares(long)).toBeCloseTo(1, 8)
})
