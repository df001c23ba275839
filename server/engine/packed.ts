import type { MultiPolygon, Polygon } from 'geojson'
import type { Code } from '../../data/model/codes.ts'
import type { FlatArea } from './equal_area.ts'
import { projectUnits, roomFor, toUnits, UNITS_PER_DEGREE } from './grid.ts'
import type { Shape } from './shape.ts'

/** What a site is. */
export const POINT = 1
export const LINE = 2
export const AREA = 3
export const CODE = 4

type Packed = { readonly kind: number; readonly box: readonly number[]; readonly numbers: readonly number[] }

const unitsOf = (degrees: Float64Array): number[] => Array.from(degrees, toUnits)

const boxOf = ([west, south, east, north]: Shape['box']): number[] => [west, south, east, north].map(toUnits)

/**
 * A site as whole numbers. A point or a line: lng, lat, ... in units. An area: how many rings, then for each its count of
 * numbers, negative for a hole of the ring before, then all rings in units. A code: its number in the dictionary.
 */
export const packPlace = (place: Shape | Code, numberOf: (code: Code) => number): Packed => {
  if (typeof place === 'string') return { kind: CODE, box: [0, 0, -1, -1], numbers: [numberOf(place)] }
  if (place.kind === 'point')
    return { kind: POINT, box: boxOf(place.box), numbers: [toUnits(place.lng), toUnits(place.lat)] }
  if (place.kind === 'line') return { kind: LINE, box: boxOf(place.box), numbers: unitsOf(place.degrees) }
  const rings = place.degrees.flatMap((polygon) => polygon.map((ring, index) => ({ ring, isHole: index > 0 })))
  return {
    kind: AREA,
    box: boxOf(place.box),
    numbers: [
      rings.length,
      ...rings.map(({ ring, isHole }) => (isHole ? -ring.length : ring.length)),
      ...rings.flatMap(({ ring }) => unitsOf(ring)),
    ],
  }
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

/** The same area as polygons of rings in metres of the plane. */
export const areaOfPacked = (numbers: Int32Array, start: number): FlatArea => {
  const polygons: Float64Array[][] = []
  let index = 0
  projectPacked(numbers, start, (ring, length) => {
    index += 1
    const own = ring.slice(0, length)
    if (numbers[start + index]! < 0) polygons.at(-1)!.push(own)
    else polygons.push([own])
  })
  return polygons
}

/** The same area as GeoJSON, in degrees. */
export const geometryOfPacked = (numbers: Int32Array, start: number): Polygon | MultiPolygon => {
  const count = numbers[start]!
  const polygons: number[][][][] = []
  let from = start + 1 + count
  for (let index = 1; index <= count; index += 1) {
    const length = numbers[start + index]!
    const ring: number[][] = []
    for (let at = from; at < from + Math.abs(length); at += 2)
      ring.push([numbers[at]! / UNITS_PER_DEGREE, numbers[at + 1]! / UNITS_PER_DEGREE])
    if (length < 0) polygons.at(-1)!.push(ring)
    else polygons.push([ring])
    from += Math.abs(length)
  }
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0]! }
    : { type: 'MultiPolygon', coordinates: polygons }
}
