import type { Code } from '../../data/model/codes.ts'
import { turnOfRing } from './equal_area.ts'
import { projectUnits, roomFor, toUnits } from './grid.ts'
import type { Shape, UnitArea } from './shape.ts'

/** What a site is. */
export const POINT = 1
export const LINE = 2
export const AREA = 3
export const CODE = 4

type Packed = { readonly kind: number; readonly box: ArrayLike<number>; readonly numbers: ArrayLike<number> }

const boxOf = (box: Shape['box']): number[] => box.map(toUnits)

/** An area in the way `packPlace` tells. */
export const packArea = (units: UnitArea): Int32Array => {
  const rings = units.flat()
  const length = rings.reduce((sum, ring) => sum + ring.length, 1 + rings.length)
  const numbers = new Int32Array(length)
  numbers[0] = rings.length
  let index = 1
  let at = 1 + rings.length
  for (const polygon of units)
    for (const [place, ring] of polygon.entries()) {
      numbers[index++] = place === 0 ? ring.length : -ring.length
      numbers.set(ring, at)
      at += ring.length
    }
  return numbers
}

/**
 * A site as whole numbers. A point or a line: lng, lat, ... in units. An area: how many rings, then for each its count of
 * numbers, negative for a hole of the ring before, then all rings in units. A code: its number in the dictionary.
 */
export const packPlace = (place: Shape | Code, numberOf: (code: Code) => number): Packed => {
  if (typeof place === 'string') return { kind: CODE, box: [0, 0, -1, -1], numbers: [numberOf(place)] }
  const box = boxOf(place.box)
  if (place.kind === 'point') return { kind: POINT, box, numbers: [toUnits(place.lng), toUnits(place.lat)] }
  if (place.kind === 'line') return { kind: LINE, box, numbers: Array.from(place.degrees, toUnits) }
  return { kind: AREA, box, numbers: packArea(place.units) }
}

/** How many numbers the area that begins there takes. */
export const lengthOfPacked = (numbers: Int32Array, start: number): number => {
  const count = numbers[start]!
  let length = 1 + count
  for (let index = 1; index <= count; index += 1) length += Math.abs(numbers[start + index]!)
  return length
}

const reversed = (ring: Int32Array): Int32Array => ring.map((_, at) => ring[ring.length - 2 - at + 2 * (at % 2)]!)

/** The same area, outer rings anticlockwise and holes clockwise (RFC 7946). */
export const wound = (units: UnitArea): UnitArea =>
  units.map((rings) => rings.map((ring, place) => (turnOfRing(ring) > 0 === (place === 0) ? ring : reversed(ring))))

/** The rings of a packed area as they were packed. */
export const unitsOfPacked = (numbers: Int32Array, start: number): UnitArea => {
  const count = numbers[start]!
  const polygons: Int32Array[][] = []
  let from = start + 1 + count
  for (let index = 1; index <= count; index += 1) {
    const length = numbers[start + index]!
    const ring = numbers.slice(from, from + Math.abs(length))
    if (length < 0) polygons.at(-1)!.push(ring)
    else polygons.push([ring])
    from += ring.length
  }
  return polygons
}

let metres = new Float64Array(4096)

/** Hands over each ring of a packed area in metres of the plane; the array is used again for the next ring. */
export const projectPacked = (
  numbers: Int32Array,
  start: number,
  ring: (metres: Float64Array, length: number) => void,
): void => {
  const count = numbers[start]!
  let from = start + 1 + count
  for (let index = 1; index <= count; index += 1) {
    const to = from + Math.abs(numbers[start + index]!)
    const room = roomFor(numbers, from, to)
    if (metres.length < room) metres = new Float64Array(2 * room)
    ring(metres, projectUnits(numbers, from, to, metres))
    from = to
  }
}
