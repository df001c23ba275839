import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { planeHectares } from '../server/engine/equal_area.ts'
import { loadOverlay, type Overlay } from '../server/engine/overlay.ts'
import { clipRing, cutPath, keepNear, roomToClip } from '../server/tiles/clip.ts'
import { rowOf } from '../server/tiles/mercator.ts'
import { doubleArea, settleLine, settleRing } from '../server/tiles/settle.ts'

let overlay: Overlay
beforeAll(async () => {
  overlay = await loadOverlay()
})

const LEAST = -64
const MOST = 2112
const BOX = Float64Array.of(LEAST, LEAST, MOST, LEAST, MOST, MOST, LEAST, MOST, LEAST, LEAST)

/** A star around any place in or near the window, so that it is valid; the first position is not repeated. */
const star = fc
  .record({
    x: fc.double({ min: -1000, max: 3000, noNaN: true }),
    y: fc.double({ min: -1000, max: 3000, noNaN: true }),
    radii: fc.array(fc.double({ min: 5, max: 3000, noNaN: true }), { minLength: 3, maxLength: 40 }),
    isReversed: fc.boolean(),
  })
  .map(({ x, y, radii, isReversed }) => {
    const ring = radii.flatMap((radius, at) => {
      const angle = ((isReversed ? -1 : 1) * 2 * Math.PI * at) / radii.length
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
    })
    return Float64Array.from(ring)
  })

const closed = (ring: Float64Array): Float64Array => Float64Array.of(...ring, ring[0]!, ring[1]!)
const withRoom = (path: Float64Array): Float64Array => {
  const room = new Float64Array(roomToClip(path.length))
  room.set(path)
  return room
}
const areaOf = (ring: ArrayLike<number>): number => doubleArea(Int32Array.from(ring, Math.round), ring.length) / 2
const exactArea = (ring: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < ring.length; i += 2) {
    const next = (i + 2) % ring.length
    sum += ring[i]! * ring[next + 1]! - ring[next]! * ring[i + 1]!
  }
  return sum / 2
}
/** A path in memory, without what is far outside, and the sides of the window that its positions are beyond. */
const near = (path: Float64Array) => {
  const memory = withRoom(path)
  const sides = new Uint8Array(path.length)
  return { memory, sides, length: keepNear(memory, path.length, LEAST, MOST, sides) }
}
const clipped = (ring: Float64Array): Float64Array => {
  const { memory, sides, length } = near(ring)
  return memory.slice(0, clipRing(memory, length, sides, LEAST, MOST, new Float64Array(memory.length)))
}
const piecesOf = (path: Float64Array, isRing: boolean): Float64Array[] => {
  const { memory, sides, length } = near(path)
  const into = new Float64Array(2 * path.length)
  const ends = new Int32Array(path.length)
  const count = cutPath(memory, length, sides, isRing, LEAST, MOST, into, ends)
  return Array.from({ length: count }, (_, at) => into.slice(at === 0 ? 0 : ends[at - 1], ends[at]))
}
const lengthOf = (path: Float64Array): number => {
  let sum = 0
  for (let i = 2; i < path.length; i += 2) sum += Math.hypot(path[i]! - path[i - 2]!, path[i + 1]! - path[i - 1]!)
  return sum
}

describe('a ring clipped to a tile', () => {
  test('keeps the area that GEOS finds inside, lies inside and keeps its direction', () => {
    fc.assert(
      fc.property(star, (ring) => {
        const kept = clipped(ring)
        const expected = planeHectares(overlay.intersect([[closed(ring)]], [[BOX]])) * 10_000
        expect(Math.abs(Math.abs(exactArea(kept)) - expected)).toBeLessThan(1e-6 * (1 + expected))
        if (expected > 1) expect(Math.sign(exactArea(kept))).toBe(Math.sign(exactArea(ring)))
        for (const step of kept) expect(step >= LEAST && step <= MOST).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  test('on whole steps has neither a repeated position nor a straight corner, and strays by less than a step', () => {
    fc.assert(
      fc.property(star, (ring) => {
        const kept = clipped(ring)
        const into = new Int32Array(kept.length)
        const length = settleRing(kept, kept.length, into)
        const settled = into.slice(0, length)
        expect(Math.abs(Math.abs(areaOf(settled)) - Math.abs(exactArea(kept)))).toBeLessThanOrEqual(
          lengthOf(closed(kept)) + 1,
        )
        for (let i = 0; i < length; i += 2) {
          const [b, c] = [(i + 2) % length, (i + 4) % length]
          const turn =
            (settled[b]! - settled[i]!) * (settled[c + 1]! - settled[b + 1]!) -
            (settled[b + 1]! - settled[i + 1]!) * (settled[c]! - settled[b]!)
          expect(turn).not.toBe(0)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('that surrounds the tile becomes its frame, one outside becomes nothing', () => {
    const around = Float64Array.of(-9000, -9000, 9000, -9000, 9000, 9000, -9000, 9000)
    expect(Math.abs(exactArea(clipped(around)))).toBe((MOST - LEAST) ** 2)
    expect(clipped(around.map((step) => step / 10 + 8000))).toHaveLength(0)
  })

  test('without width is none', () => {
    const spike = Float64Array.of(0, 0, 10, 10, 20, 20, 10, 10)
    expect(settleRing(spike, spike.length, new Int32Array(8))).toBe(0)
  })
})

describe('an outline cut by a tile', () => {
  test('keeps the length inside, and nothing of it runs along the tile where the ring does not', () => {
    fc.assert(
      fc.property(star, (ring) => {
        const pieces = piecesOf(ring, true)
        const kept = pieces.reduce((sum, piece) => sum + lengthOf(piece), 0)
        const inside = overlay.pathInside(closed(ring), [[BOX]]).reduce((sum, piece) => sum + lengthOf(piece), 0)
        expect(Math.abs(kept - inside)).toBeLessThan(1e-6 * (1 + inside))
      }),
      { numRuns: 400 },
    )
  })

  test('that leaves and comes back is two lines', () => {
    const path = Float64Array.of(0, 100, 3000, 100, 3000, 500, 0, 500)
    expect(piecesOf(path, false).map((piece) => [...piece])).toEqual([
      [0, 100, MOST, 100],
      [MOST, 500, 0, 500],
    ])
  })

  test('is not broken where its ring happens to begin', () => {
    const ring = Float64Array.of(0, 0, 100, 0, 5000, 50, 100, 100, 0, 100)
    const pieces = piecesOf(ring, true)
    expect(pieces).toHaveLength(1)
    expect(pieces[0]!.slice(2, -2)).toEqual(Float64Array.of(100, 100, 0, 100, 0, 0, 100, 0))
  })

  test('a straight line has two positions, one that turns back keeps its far end', () => {
    const settled = (...path: number[]) => {
      const into = new Int32Array(path.length)
      return [...into.slice(0, settleLine(Float64Array.from(path), 0, path.length, into))]
    }
    expect(settled(0, 0, 5, 5, 10, 10)).toEqual([0, 0, 10, 10])
    expect(settled(0, 0, 10, 10, 5, 5)).toEqual([0, 0, 10, 10, 5, 5])
    expect(settled(0.4, 0, 0, 0.4, 10.4, 10, 9.6, 10)).toEqual([0, 0, 10, 10])
  })
})

test('the table of rows is Mercator to a thirtieth of the finest step, and stays finite at the poles', () => {
  fc.assert(
    fc.property(fc.integer({ min: -890_000_000, max: 890_000_000 }), (units) => {
      const exact = 0.5 - Math.asinh(Math.tan((units / 1e7 / 180) * Math.PI)) / (2 * Math.PI)
      expect(Math.abs(rowOf(units) - exact)).toBeLessThan(3e-11)
    }),
    { numRuns: 5_000 },
  )
  expect(rowOf(900_000_000)).toBe(rowOf(890_000_000))
  expect(rowOf(-900_000_000)).toBe(rowOf(-890_000_000))
})
