import type { MultiPolygon, Polygon, Position } from 'geojson'
import { afterAll, describe, expect, test } from 'vitest'
import { bufferAround } from '../server/area/buffer.ts'
import type { Drawn } from '../server/area/drawn.ts'
import { cornersOf } from '../server/area/outline.ts'
import { createGeometryWorker } from '../server/engine/geometry_worker/index.ts'
import { distanceM, hectares } from '../server/engine/index.ts'
import { line, point, rectangle, SQUARE_HA } from './world.ts'

const worker = createGeometryWorker()
afterAll(() => worker.close())
const around = (drawn: Drawn, km: number) => bufferAround(drawn, km, worker)

const ringsOf = ({ type, coordinates }: Polygon | MultiPolygon): Position[][] =>
  type === 'Polygon' ? coordinates : coordinates.flat()

/** Hectares of a circle, for radii that are small beside the earth. */
const circleHa = (radiusKm: number): number => Math.PI * radiusKm * radiusKm * 100

describe('the ground within a distance', () => {
  test.each([
    [0.1, 0],
    [2, -2.5],
    [50, 4],
    [50, -10],
  ])('a circle of %s km at latitude %s is round on the ellipsoid and has its area to 0.2 percent', async (km, lat) => {
    const { geometry, repaired } = await around({ type: 'Point', coordinates: [111, lat] }, km)
    expect(repaired).toBe(false)
    for (const [x, y] of ringsOf(geometry)[0]!) expect(distanceM(111, lat, x!, y!)).toBeCloseTo(km * 1000, 1)
    expect(hectares(geometry) / circleHa(km)).toBeGreaterThan(0.998)
    expect(hectares(geometry) / circleHa(km)).toBeLessThan(1)
  })

  test('a kilometre around a square is the square, four strips and four quarters of a circle', async () => {
    const { geometry } = await around(rectangle(0, 0, 0.01, 0.01), 1)
    const strips = 2 * (1.113195 + 1.105743) * 100
    const share = hectares(geometry) / (SQUARE_HA + strips + circleHa(1))
    expect(share).toBeGreaterThan(0.999)
    expect(share).toBeLessThan(1)
  })

  test('a line becomes a band with round ends', async () => {
    const { geometry } = await around(line([0, 0], [0.1, 0]), 0.5)
    expect(hectares(geometry) / (11.13195 * 100 + circleHa(0.5))).toBeCloseTo(1, 3)
  })

  test('two points far apart are two circles, near ones melt into one', async () => {
    const parts = async (gap: number) =>
      (await around({ type: 'MultiPoint', coordinates: [point(0, 0).coordinates, point(gap, 0).coordinates] }, 1))
        .geometry.type
    expect(await parts(0.1)).toBe('MultiPolygon')
    expect(await parts(0.01)).toBe('Polygon')
  })

  test('a bow-tie is mended first, and that is said', async () => {
    const bow: Polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [110, 0],
          [110.1, 0.1],
          [110.1, 0],
          [110, 0.1],
          [110, 0],
        ],
      ],
    }
    expect((await around(bow, 1)).repaired).toBe(true)
  })

  test('a wide shape has the same distance everywhere: 50 km off a line of a thousand', async () => {
    const { geometry } = await around(line([-5, 2], [4, 2]), 50)
    const north = ringsOf(geometry)[0]!.filter(([x, y]) => y! > 2 && x! > 105.5 && x! < 113.5)
    for (const [x, y] of north) expect(Math.abs(distanceM(x!, 2, x!, y!) - 50_000)).toBeLessThan(60)
  })

  test('a hole that the distance fills is filled, a wider one stays a hole', async () => {
    const [shell] = rectangle(0, 0, 0.1, 0.1).coordinates
    const holed = (width: number): Drawn => ({
      type: 'Polygon',
      coordinates: [shell!, rectangle(0.02, 0.02, 0.02 + width, 0.08).coordinates[0]!],
    })
    expect(ringsOf((await around(holed(0.01), 1)).geometry)).toHaveLength(1)
    expect(ringsOf((await around(holed(0.03), 1)).geometry)).toHaveLength(2)
  })

  test('what is left of a path lies within the tolerance of it', () => {
    const bent: Position[] = [
      [110, 0],
      [110.1, 0.00005],
      [110.2, 0],
      [110.2, 0.1],
    ]
    expect(cornersOf(bent, 10, 9)).toEqual([bent[0], bent[2], bent[3]])
    expect(cornersOf(bent, 1, 9)).toEqual(bent)
    expect(cornersOf(bent, 1, 3)).toBeNull()
    expect(cornersOf([bent[0]!], 1, 9)).toEqual([bent[0]])
  })

  test.each([[[179.99, 0]], [[0, 89.9]], [[-179.9, -4]]])('around %s there is no outline to draw', async (position) => {
    await expect(around({ type: 'Point', coordinates: position }, 50)).rejects.toThrow('180th meridian')
  })

  test('thousands of scattered points are refused in no time, thousands along one line are not', async () => {
    const scattered = Array.from({ length: 5_000 }, (_, index) => [110 + (index % 71) / 71, ((index * 37) % 97) / 97])
    await expect(around({ type: 'MultiPoint', coordinates: scattered }, 0.05)).rejects.toThrow('corners')
    const along = Array.from({ length: 5_000 }, (_, index) => [110 + index / 10_000, 0])
    const { geometry } = await around({ type: 'LineString', coordinates: along }, 0.05)
    // Two half circles of 65 positions, closed.
    expect(ringsOf(geometry)[0]!.length).toBe(131)
  })
})
