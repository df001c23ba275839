import type { MultiPolygon, Position } from 'geojson'
import { describe, expect, test } from 'vitest'
import { toUnits } from '../server/engine/grid.ts'
import { cellsOf } from '../server/engine/reads/area_cells.ts'
import { INSIDE, OUTSIDE, UNKNOWN } from '../server/engine/reads/area_grid.ts'
import { drawnArea } from '../server/engine/reads/drawn_area.ts'
import { seeded } from './frozen/random.ts'
import { blob } from './frozen/rings.ts'

const random = seeded(11)
const spot = (): Position => [110 + 0.6 * random(), 0.6 * random()]
const ring = (radius: number, corners: number) =>
  blob([110.1 + 0.4 * random(), 0.1 + 0.4 * random()], radius, 0.6, corners, random)
const unitsOf = (path: readonly Position[]) => Int32Array.from(path.flat(), toUnits)

/** Two islands of so many corners each, the first with a lake. */
const areaOf = (corners: number) => {
  const [x, y] = [110.3, 0.3]
  const lake = [0, 1, 2, 3, 0].map((corner) => [
    x + 0.01 * (corner % 3 === 0 ? 1 : -1),
    y + 0.01 * (corner < 2 ? 1 : -1),
  ])
  const area: MultiPolygon = {
    type: 'MultiPolygon',
    coordinates: [[blob([x, y], 0.2, 0.5, corners, random), lake], [blob([110.5, 0.1], 0.05, 0.3, corners, random)]],
  }
  return drawnArea(area)!
}
const CASES = [1, 2, 7, 40, 128].flatMap((side) => [4, 60, 900].map((corners) => [side, corners] as const))

describe.each(CASES)('cells, %i a side, of an area of %i corners', (side, corners) => {
  const area = areaOf(corners)
  const cells = cellsOf(area, side)

  const isReached = (units: Int32Array): boolean => {
    if (area.holds(units[0]!, units[1]!)) return true
    for (let at = 0; at + 3 < units.length; at += 2)
      if (area.crosses(units[at]!, units[at + 1]!, units[at + 2]!, units[at + 3]!)) return true
    return false
  }
  const stateOf = (isThere: boolean) => (isThere ? INSIDE : OUTSIDE)
  const boxOf = (units: Int32Array) => {
    const xs = units.filter((_, index) => index % 2 === 0)
    const ys = units.filter((_, index) => index % 2 === 1)
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const
  }
  const rings = Array.from({ length: 500 }, () => unitsOf(ring(0.002 + 0.2 * random() ** 2, 12)))

  test('know of a position only what is so', () => {
    const wrong = Array.from({ length: 2000 }, () => unitsOf([spot()])).filter((units) => {
      const known = cells.knownAt(units[0]!, units[1]!)
      return known !== UNKNOWN && known !== stateOf(area.holds(units[0]!, units[1]!))
    })
    expect(wrong).toEqual([])
  })

  test('know of a box only what is so of a ring that touches its four sides', () => {
    const wrong = rings.filter((units) => {
      const known = cells.knownOf(...boxOf(units))
      return known !== UNKNOWN && known !== stateOf(isReached(units))
    })
    expect(wrong).toEqual([])
  })

  test('find that a ring meets the area wherever one of its segments does, or it begins there', () => {
    const wrong = rings.filter(
      (units) => isReached(units) !== (cells.meetsPath(units, 0, units.length) || area.holds(units[0]!, units[1]!)),
    )
    expect(wrong).toEqual([])
  })
})

test('cells leave little unknown of a district cut into forty a side', () => {
  const cells = cellsOf(areaOf(60), 40)
  const known = Array.from({ length: 2000 }, () => unitsOf([spot()])).map((units) =>
    cells.knownAt(units[0]!, units[1]!),
  )
  expect(known.filter((one) => one === UNKNOWN).length).toBeLessThan(400)
  expect(known.filter((one) => one === INSIDE).length).toBeGreaterThan(200)
})
