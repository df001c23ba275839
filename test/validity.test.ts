import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import { afterAll, describe, expect, test } from 'vitest'
import { hectares } from '../server/engine/equal_area.ts'
import { createGeometryWorker } from '../server/engine/geometry_worker/index.ts'
import { openGeos } from '../server/engine/geos.ts'
import { loadOverlay } from '../server/engine/overlay.ts'
import { parseShape } from '../server/engine/shape.ts'
import { createInspect } from '../server/engine/validity.ts'

const inspect = createInspect(await openGeos())
const overlay = await loadOverlay()

const polygon = (...coordinates: Position[][]): Polygon => ({ type: 'Polygon', coordinates })
const multi = (...polygons: Polygon[]): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: polygons.map(({ coordinates }) => coordinates),
})
/** Anticlockwise from its southwestern corner, in the west of Borneo. */
const square = (x: number, y: number, side: number): Position[] => [
  [111 + x, y],
  [111 + x + side, y],
  [111 + x + side, y + side],
  [111 + x, y + side],
  [111 + x, y],
]
const path = (...steps: readonly (readonly [number, number])[]): Position[] => steps.map(([x, y]) => [111 + x, y])

const bowTie = polygon(path([0.48, 0.05], [0.5, 0.07], [0.5, 0.05], [0.48, 0.07], [0.48, 0.05]))
const spike = polygon(path([0, 0], [0.1, 0], [0.1, 0.1], [0.05, 0.1], [0.05, 0.2], [0.05, 0.1], [0, 0.1], [0, 0]))

describe('repaired, and said where', () => {
  test('a boundary that crosses itself', () => {
    expect(inspect(bowTie)).toEqual({
      usable: true,
      repaired: true,
      words: {
        id: 'Garis batas berpotongan dengan dirinya di 111,49 BT 0,06 LU; sudah diperbaiki.',
        en: 'The boundary crosses itself at 111.49 E 0.06 N; it has been repaired.',
      },
      at: [expect.closeTo(111.49, 9), expect.closeTo(0.06, 9)],
      mended: {
        type: 'MultiPolygon',
        coordinates: expect.arrayContaining([
          [expect.arrayContaining(path([0.48, 0.05], [0.48, 0.07], [0.49, 0.06]))],
          [expect.arrayContaining(path([0.5, 0.05], [0.5, 0.07], [0.49, 0.06]))],
        ]),
      },
    })
  })

  test.each<[string, Geometry, string]>([
    ['a spike of no width', spike, 'berpotongan dengan dirinya di 111,05 BT 0,2 LU'],
    [
      'a boundary that touches itself',
      polygon(path([0, 0], [0.2, 0], [0.1, 0.1], [0.2, 0.2], [0, 0.2], [0.1, 0.1], [0, 0])),
      'menyentuh dirinya di 111,1 BT 0,1 LU',
    ],
    [
      'a hole outside',
      polygon(square(0, 0, 0.1), square(0.3, 0.3, 0.1)),
      'lubang berada di luar areanya di 111,3 BT 0,3 LU',
    ],
    [
      'a hole in a hole',
      polygon(square(0, 0, 1), square(0.1, 0.1, 0.5), square(0.2, 0.2, 0.1)),
      'lubang lain di 111,2 BT 0,2 LU',
    ],
    [
      'a part in a part',
      multi(polygon(square(0, 0, 1)), polygon(square(0.2, 0.2, 0.1))),
      'bagian lain di 111,2 BT 0,2 LU',
    ],
    ['a part drawn twice', multi(polygon(square(0, 0, 1)), polygon(square(0, 0, 1))), 'berpotongan dengan dirinya di'],
    [
      'a hole that cuts the area',
      polygon(square(0, 0, 1), path([0.5, 0], [0, 0.5], [0.5, 1], [1, 0.5], [0.5, 0])),
      'membelah area',
    ],
    ['a boundary left open', polygon(square(0, 0, 0.1).slice(0, -1)), 'belum menutup di 111 BT 0,1 LU'],
    [
      'a boundary left open that crosses itself',
      polygon(bowTie.coordinates[0]!.slice(0, -1)),
      'berpotongan dengan dirinya',
    ],
  ])('%s', (_, geometry, words) => {
    const found = inspect(geometry)
    expect(found).toMatchObject({ usable: true, repaired: true })
    expect(found.words!.id).toContain(words)
    expect(found.words!.id).toMatch(/; sudah diperbaiki\.$/)
    expect(found.at).not.toBeNull()
    const shape = parseShape(geometry, overlay)
    expect(inspect(found.mended!)).toEqual({ usable: true, repaired: false, words: null, at: null })
    expect(typeof shape !== 'string' && shape.kind === 'area' && shape.areaHa).toBeCloseTo(hectares(found.mended!), 2)
  })
})

describe('not usable, and said what to do', () => {
  const withNumber = (value: number) =>
    polygon([...square(0, 0, 0.1).slice(0, 2), [111.1, value], ...square(0, 0, 0.1).slice(3)])
  test.each<[string, Geometry, string]>([
    ['a hole as large as the area', polygon(square(0, 0, 1), square(0, 0, 1)), 'tidak ada luas yang tersisa'],
    ['an area on one line', polygon(path([0, 0], [0.1, 0], [0.2, 0], [0, 0])), 'tidak ada luas yang tersisa'],
    ['NaN', withNumber(Number.NaN), 'Posisi ke-3 bukan sepasang angka'],
    ['infinity', withNumber(Number.POSITIVE_INFINITY), 'Posisi ke-3 bukan sepasang angka'],
    ['no number at all', { type: 'Point', coordinates: [null, 3] } as unknown as Geometry, 'Posisi ke-1 bukan'],
    ['off the earth', withNumber(97), 'Posisi ke-3 (111.1, 97) di luar bumi'],
    ['two positions', polygon(path([0, 0], [0.1, 0], [0, 0])), 'paling sedikit tiga titik'],
    ['one position four times', polygon(path([0, 0], [0, 0], [0, 0], [0, 0])), 'paling sedikit tiga titik'],
    ['nothing', polygon(), 'tidak punya luas'],
    ['no part', multi(), 'tidak punya luas'],
    ['a line of one position', { type: 'LineString', coordinates: path([0, 0], [0, 0]) }, 'paling sedikit dua titik'],
    ['a mixture', { type: 'GeometryCollection', geometries: [] }, 'titik, garis, atau area'],
    ['what is no geometry', { type: 'Polygon', coordinates: 'x' } as unknown as Geometry, 'lalu kirim lagi'],
  ])('%s', (_, geometry, words) => {
    const found = inspect(geometry)
    expect(found).toMatchObject({ usable: false, repaired: false })
    expect(found.words!.id).toContain(words)
    expect(found.words!.en.length).toBeGreaterThan(20)
  })
})

test.each<[string, Geometry]>([
  ['a square', polygon(square(0, 0, 0.1))],
  ['a square turned inside out, as older files have it', polygon(square(0, 0, 0.1).reverse())],
  ['a position written twice in a row', polygon([square(0, 0, 0.1)[0]!, ...square(0, 0, 0.1)])],
  ['a hole', polygon(square(0, 0, 1), square(0.2, 0.2, 0.1))],
  ['a height', polygon(square(0, 0, 0.1).map((position) => [...position, 12]))],
  ['a point', { type: 'Point', coordinates: [111, 0] }],
  ['a line', { type: 'LineString', coordinates: path([0, 0], [0.1, 0]) }],
])('%s is sound', (_, geometry) => {
  expect(inspect(geometry)).toEqual({ usable: true, repaired: false, words: null, at: null })
})

test('text in the place of positions, or nothing there, is refused and never thrown', () => {
  for (const coordinates of ['x', null, [[null]], [[[]]], {}])
    expect(inspect({ type: 'Polygon', coordinates } as unknown as Geometry).usable).toBe(false)
})

test('what is said to be usable is what the engine can use', () => {
  for (const geometry of [
    bowTie,
    spike,
    polygon(square(0, 0, 1), square(0, 0, 1)),
    polygon(square(0, 0, 0.1).slice(0, 3)),
    multi(),
  ])
    expect(inspect(geometry).usable).toBe(typeof parseShape(geometry, overlay) !== 'string')
})

describe('in the thread', () => {
  const worker = createGeometryWorker()
  afterAll(() => worker.close())

  test('the same is said', async () => {
    expect(await worker.inspect(bowTie)).toEqual(inspect(bowTie))
    expect(await worker.inspect(polygon(square(0, 0, 0.1)))).toEqual(inspect(polygon(square(0, 0, 0.1))))
  })

  test('ten thousand positions that cross each other millions of times are refused in words in under two seconds', async () => {
    const star = Array.from({ length: 10_000 }, (_, at): Position => {
      const angle = (at * 2 * Math.PI * 4_999) / 10_000
      return [111 + 0.05 * Math.cos(angle), 0.05 * Math.sin(angle)]
    })
    const begun = performance.now()
    const refused = await worker.inspect(polygon(star)).catch((error) => error)
    expect(performance.now() - begun).toBeLessThan(2_000)
    expect(refused).toMatchObject({ problem: 'bad-request', detail: { id: expect.stringContaining('terlalu kusut') } })
    expect(await worker.inspect(bowTie)).toMatchObject({ repaired: true })
  })
})
