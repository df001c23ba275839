import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FlatArea, turnOfRing } from '../server/engine/equal_area.ts'
import { openGeos } from '../server/engine/geos.ts'
import { createMosaic, FIRST_PARTY, UNIT } from '../server/engine/mosaic/index.ts'
import { loadOverlay } from '../server/engine/overlay.ts'
import { packArea } from '../server/engine/packed.ts'

const geos = await openGeos()
const overlay = await loadOverlay()
const mosaic = createMosaic()

type Ring = readonly (readonly [x: number, y: number])[]

const flat = (ring: Ring): FlatArea => [[Float64Array.from([...ring, ring[0]!].flat())]]
const packed = (ring: Ring): Int32Array => packArea(flat(ring).map((rings) => rings.map((one) => Int32Array.from(one))))
const isValid = (area: FlatArea): boolean => geos.scoped(({ write }) => geos.raw.GEOSisValid(write(area))) === 1
/** In square units. */
const sizeOf = (area: FlatArea): number =>
  area.reduce((sum, [shell, ...holes]) => {
    const rings = holes.reduce((rest, hole) => rest - Math.abs(turnOfRing(hole)), Math.abs(turnOfRing(shell!)))
    return sum + rings / 2
  }, 0)
const lengthOf = (ring: Ring): number =>
  ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length]!
    return sum + Math.hypot(nextX - x, nextY - y)
  }, 0)

const frameOf = (ring: Ring) => {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const
}

const laid = (unit: Ring, layers: readonly Ring[], isOverlap: boolean): FlatArea => {
  mosaic.begin(frameOf(unit))
  mosaic.draw(packed(unit), 0, [UNIT])
  for (const [at, layer] of layers.entries()) mosaic.draw(packed(layer), 0, [FIRST_PARTY + (isOverlap ? at : 0)])
  const sources = FIRST_PARTY + Math.max(1, layers.length)
  const [least, most] = isOverlap ? [2, layers.length] : [0, 0]
  const { x, y } = mosaic.vertices
  const numbersOf = (ring: readonly number[]) =>
    Float64Array.from([...ring, ring[0]!].flatMap((vertex) => [x[vertex]!, y[vertex]!]))
  return mosaic
    .polygons(sources, { hasPart: false, least, most })
    .map(({ shell, holes }) => [shell, ...holes].map(numbersOf))
}

const expected = (unit: Ring, layers: readonly Ring[], isOverlap: boolean): number => {
  const areas = layers.map(flat)
  const common = areas.flatMap((one, at) => areas.slice(at + 1).map((other) => overlay.intersect(one, other)))
  const ground = overlay.unite(isOverlap ? common : areas)
  const inside = ground.length > 0 ? sizeOf(overlay.intersect(flat(unit), ground)) : 0
  return isOverlap ? inside : sizeOf(flat(unit)) - inside
}

/** On a grid of few places nearly everything touches, runs along something or is bent by rounding. */
const shapes = (size: number): fc.Arbitrary<Ring> => {
  const place = fc.integer({ min: 0, max: size })
  const star = fc.tuple(place, place, fc.array(fc.integer({ min: 1, max: size }), { minLength: 3, maxLength: 9 })).map(
    ([x, y, radii]): Ring =>
      radii.map((radius, at) => {
        const angle = (2 * Math.PI * (at + 0.3)) / radii.length
        return [Math.round(x + radius * Math.cos(angle)), Math.round(y + radius * Math.sin(angle))]
      }),
  )
  const box = fc.tuple(place, place, fc.integer({ min: 1, max: size }), fc.integer({ min: 1, max: size })).map(
    ([x, y, width, height]): Ring => [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ],
  )
  return fc.oneof(star, star, box).filter((ring) => isValid(flat(ring)))
}

test('every piece is valid on the grid and has the size that GEOS finds, but for what rounding takes from its borders', () => {
  const drawn = fc
    .constantFrom(6, 10, 25, 1_000, 3_000_000)
    .chain((size) => fc.tuple(shapes(size), fc.array(shapes(size), { maxLength: 6 }), fc.boolean()))
  fc.assert(
    fc.property(drawn, ([unit, layers, isOverlap]) => {
      const pieces = laid(unit, layers, isOverlap)
      expect(pieces.length === 0 || isValid(pieces)).toBe(true)
      for (const [shell, ...holes] of pieces) {
        expect(turnOfRing(shell!)).toBeGreaterThan(0)
        for (const hole of holes) expect(turnOfRing(hole)).toBeLessThan(0)
      }
      const borders = [unit, ...layers].reduce((sum, ring) => sum + lengthOf(ring), 0)
      expect(Math.abs(sizeOf(pieces) - expected(unit, layers, isOverlap))).toBeLessThanOrEqual(0.7 * borders)
    }),
    { numRuns: 600 },
  )
})

const square = (x: number, y: number, size: number): Ring => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
]

test('a hole that touches the border in one corner stays a hole', () => {
  const pieces = laid(
    square(0, 0, 10),
    [
      [
        [0, 0],
        [4, 2],
        [2, 4],
      ],
    ],
    false,
  )
  expect(pieces).toHaveLength(1)
  expect(pieces[0]).toHaveLength(2)
  expect(isValid(pieces)).toBe(true)
})

test('pieces that touch in a corner are two, and an island in a hole is one more', () => {
  expect(laid(square(0, 0, 10), [square(0, 0, 5), square(5, 5, 5)], false)).toHaveLength(2)
  const ring: Ring = [...square(2, 2, 6), [2, 2], [4, 4], [4, 6], [6, 6], [6, 4], [4, 4]]
  const pieces = laid(square(0, 0, 10), [ring], false)
  expect(pieces.map(({ length }) => length).sort()).toEqual([1, 2])
  expect(sizeOf(pieces)).toBe(100 - 36 + 4)
})

test('work drawn along the very border leaves nothing of it, and no sliver beside it', () => {
  const unit: Ring = [
    [0, 0],
    [7, 1],
    [12, 9],
    [3, 11],
  ]
  expect(laid(unit, [unit], false)).toEqual([])
  const around: Ring = [
    [0, 0],
    [7, 1],
    [12, 9],
    [20, 30],
    [-20, 30],
    [3, 11],
  ]
  expect(laid(unit, [around], false)).toEqual([])
  expect(
    laid(
      unit,
      [
        [
          [-9, -9],
          [40, -9],
          [40, 40],
          [-9, 40],
        ],
      ],
      false,
    ),
  ).toEqual([])
})
