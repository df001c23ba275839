import fc from 'fast-check'
import type { MultiPolygon, Polygon, Position } from 'geojson'
import { PbfReader } from 'pbf'
import { describe, expect, test } from 'vitest'
import type { Activity } from '../data/model/activity.ts'
import type { Engine } from '../server/engine/engine.ts'
import { loadOverlay } from '../server/engine/overlay.ts'
import { parseShape } from '../server/engine/shape.ts'
import { activityTile } from '../server/tiles/activity_tile.ts'
import { MOST_VARINT_BYTES, putVarint, varintBytes } from '../server/tiles/bytes.ts'
import type { TileAddress } from '../server/tiles/cut.ts'
import { drawArea } from '../server/tiles/draw_area.ts'
import { frameOf, yOf } from '../server/tiles/frame.ts'
import { LEAST_BYTES } from '../server/tiles/kept_drawings.ts'
import { createMvtLayer, finishTile, LINES, POLYGONS } from '../server/tiles/mvt.ts'
import { project } from '../server/tiles/project.ts'
import { stripOf } from '../server/tiles/strip.ts'
import { addressAt, faultsOf, featuresOf, readTile, registered } from './mvt.ts'
import { activity } from './world.ts'

type Path = { readonly x: number; readonly y: number }[]
type Tiles = Pick<Engine, 'register' | 'sites'>

const UNITS = 1e7
const HERE = addressAt(110.5, 0.02, 9)

test('a whole number below 2^31 is written so that any reader of protobuf reads it, in as few bytes as there are', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 31 }), fc.nat({ max: 2 ** 31 - 1 }), (shift, large) => {
      const value = large >>> shift
      const bytes = new Uint8Array(MOST_VARINT_BYTES)
      const reader = new PbfReader(bytes)
      const end = putVarint(bytes, 0, value)
      expect(reader.readVarint()).toBe(value)
      expect([reader.pos, varintBytes(value)]).toEqual([end, end])
    }),
    { numRuns: 2_000 },
  )
})

test('within its strip a latitude lies where the table has it, to 2e-10 of the world', () => {
  const strips = fc.record({
    south: fc.integer({ min: -60 * UNITS, max: 59.5 * UNITS }),
    height: fc.integer({ min: 1, max: 0.5 * UNITS }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    z: fc.integer({ min: 0, max: 14 }),
  })
  fc.assert(
    fc.property(strips, ({ south, height, share, z }) => {
      const frame = frameOf(addressAt(110.5, south / UNITS, z), 4096)
      const north = south + height
      const strip = stripOf(south, north, yOf(south, frame), yOf(north, frame), frame)
      const units = Int32Array.of(0, south + Math.round(share * height))
      const [near, far] = [new Float64Array(2), new Float64Array(2)]
      project(units, 0, 2, frame, strip, near)
      project(units, 0, 2, frame, null, far)
      expect(strip).not.toBeNull()
      expect(near[0]).toBe(far[0])
      expect(Math.abs(near[1]! - far[1]!)).toBeLessThan(2e-10 * frame.worldSteps)
    }),
    { numRuns: 2_000 },
  )
})

test('an area too tall for a strip, without height or near a pole is left to the table', () => {
  const frame = frameOf(HERE, 4096)
  const strip = (south: number, north: number) =>
    stripOf(south * UNITS, north * UNITS, yOf(south * UNITS, frame), yOf(north * UNITS, frame), frame)
  for (const [south, north] of [
    [0, 0.51],
    [1, 1],
    [59.9, 60.1],
    [-60.1, -59.9],
  ] as const)
    expect(strip(south, north)).toBeNull()
})

/** From its least position on, whichever way it ran: an outline may be drawn either way round. */
const canonical = (ring: Path): string => {
  const open = ring.slice(0, -1).map(({ x, y }) => `${x} ${y}`)
  const from = open.indexOf([...open].sort()[0]!)
  const turned = [...open.slice(from), ...open.slice(0, from)]
  return [turned.join(), [turned[0]!, ...turned.slice(1).reverse()].join()].sort()[0]!
}
const lengthOf = (path: Path): number =>
  path.slice(1).reduce((sum, { x, y }, at) => sum + Math.hypot(x - path[at]!.x, y - path[at]!.y), 0)

/** A star around the middle of the tile, in units and well inside; the first position is repeated. */
const star = fc
  .record({
    radii: fc.array(fc.integer({ min: 10_000, max: 2_000_000 }), { minLength: 3, maxLength: 80 }),
    isReversed: fc.boolean(),
  })
  .map(({ radii, isReversed }) => {
    const ring = radii.flatMap((radius, at) => {
      const angle = ((isReversed ? -1 : 1) * 2 * Math.PI * at) / radii.length
      return [1_107_400_000 + Math.round(radius * Math.cos(angle)), Math.round(3_500_000 + radius * Math.sin(angle))]
    })
    return Int32Array.of(1, ring.length + 2, ...ring, ring[0]!, ring[1]!)
  })

describe('an area that lies in the tile', () => {
  const shapes = createMvtLayer('shapes', ['id'])
  const lines = createMvtLayer('lines', ['id'])
  const drawn = (numbers: Int32Array, address: TileAddress, isInside: boolean) => {
    const frame = frameOf(address, 4096)
    for (const layer of [shapes, lines]) {
      layer.begin(frame.extent)
      layer.tags.splice(0, 2, 0, layer.text('one'))
    }
    drawArea({ shape: shapes.pen, line: lines.pen }, numbers, 0, { frame, strip: null, isInside })
    shapes.add(POLYGONS)
    lines.add(LINES)
    const read = readTile(finishTile([shapes, lines]))
    const pathsOf = (layer: string): Path[] => featuresOf(read[layer]).flatMap((feature) => feature.loadGeometry())
    return { rings: pathsOf('shapes'), outlines: pathsOf('lines') }
  }

  test('is filled alike whether it is clipped or not, and has an outline of one length', () => {
    fc.assert(
      fc.property(star, fc.constantFrom(8, 9), (numbers, z) => {
        const address = addressAt(110.74, 0.35, z)
        const [whole, clipped] = [drawn(numbers, address, true), drawn(numbers, address, false)]
        expect(whole.rings.map(canonical)).toEqual(clipped.rings.map(canonical))
        const length = (paths: Path[]) => paths.reduce((sum, path) => sum + lengthOf(path), 0)
        expect(length(whole.outlines)).toBeCloseTo(length(clipped.outlines), 6)
      }),
      { numRuns: 400 },
    )
  })

  test('has the outline of what is filled, position by position', () => {
    fc.assert(
      fc.property(star, (numbers) => {
        const { rings, outlines } = drawn(numbers, addressAt(110.74, 0.35, 9), true)
        if (rings.length > 0) expect(outlines.map(canonical)).toEqual(rings.map(canonical))
      }),
      { numRuns: 200 },
    )
  })
})

/** A star whose points no tile thins out. */
const burst = (lng: number, lat: number, radius: number, corners: number): Position[] =>
  Array.from({ length: corners + 1 }, (_, at) => {
    const angle = (2 * Math.PI * (at % corners)) / corners
    const reach = at % 2 === 0 ? radius : radius / 2
    return [lng + reach * Math.cos(angle), lat + reach * Math.sin(angle)]
  })
const area = (id: string, ring: Position[], given: Partial<Activity> = {}) =>
  activity(id, ['mitra'], [{ type: 'Polygon', coordinates: [ring] } satisfies Polygon], given)

describe('what was drawn before', () => {
  const cut = (tiles: Tiles, address: TileAddress): Uint8Array => {
    const bytes = activityTile(tiles, address, {}, { aggregate: false })
    expect(faultsOf(bytes)).toEqual([])
    return bytes!
  }
  const isSame = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0

  test('is drawn again to the byte, in a tile beside as in its own', async () => {
    const { z, x } = addressAt(110.5, 0.02, 9)
    const edge = (x / 2 ** z) * 360 - 180
    const parts: MultiPolygon = {
      type: 'MultiPolygon',
      // The first is too narrow to be filled, and its line begins elsewhere.
      coordinates: [
        [
          [
            [110.4, 0.1],
            [110.5, 0.100001],
            [110.5, 0.1],
            [110.4, 0.1],
          ],
        ],
        [burst(110.45, 0.2, 0.01, 20), burst(110.45, 0.2, 0.004, 12)],
      ],
    }
    const all = [area('edge', burst(edge, 0.02, 0.005, 30)), activity('parts', ['mitra'], [parts])]
    const [often, once, other] = [await registered(all), await registered(all), await registered(all)]
    const beside = addressAt(edge - 0.1, 0.02, 9)
    const first = cut(often, HERE)
    expect(isSame(cut(often, HERE), first)).toBe(true)
    expect(isSame(cut(often, beside), cut(once, beside))).toBe(true)
    expect(isSame(cut(other, addressAt(110.5, 0.02, 8)), cut(often, addressAt(110.5, 0.02, 8)))).toBe(true)
  })

  test('is forgotten when the activity changes, though it takes the same place in the register', async () => {
    const [before, after] = [burst(110.45, 0.2, 0.01, 20), burst(110.46, 0.21, 0.02, 6)]
    const tiles = await registered([area('a', before), area('b', before)])
    const overlay = await loadOverlay()
    cut(tiles, HERE)
    const { register, sites } = tiles
    const slot = register.find('a')
    for (const site of register.sitesOf.numbers().slice(register.sitesOf.start(slot), register.sitesOf.end(slot)))
      sites.remove(site)
    register.remove(slot)
    const changed = area('a', after)
    const shape = parseShape({ type: 'Polygon', coordinates: [after] }, overlay)
    for (const site of register.add(changed, 2, [shape]).sites) sites.add(site)
    expect(register.find('a')).toBe(slot)
    expect(isSame(cut(tiles, HERE), cut(await registered([changed, area('b', before)]), HERE))).toBe(true)
  })

  test('takes no more room than it may: what no longer fits is drawn anew', async () => {
    const all = Array.from({ length: 200 }, (_, at) =>
      area(`a${at}`, burst(110.46 + (at % 20) * 0.002, 0.08 + Math.floor(at / 20) * 0.002, 0.03, 300)),
    )
    const tiles = await registered(all)
    const addresses = [8, 9, 10, 11].map((z) => addressAt(110.478, 0.088, z))
    const first = addresses.map((address) => cut(tiles, address))
    expect(first.reduce((sum, { byteLength }) => sum + byteLength, 0)).toBeGreaterThan(1.25 * LEAST_BYTES)
    for (let times = 0; times < 2; times += 1)
      for (const [at, address] of addresses.entries()) expect(isSame(cut(tiles, address), first[at]!)).toBe(true)
  })
})
