import { OpenAPIHono } from '@hono/zod-openapi'
import fc from 'fast-check'
import type { Polygon, Position } from 'geojson'
import { afterAll, describe, expect, test } from 'vitest'
import type { ShapeAnswer } from '../../data/model/shape.ts'
import { hectares } from '../../server/engine/equal_area.ts'
import { createGeometryWorker } from '../../server/engine/geometry_worker/index.ts'
import { asRefusal, problemResponse } from '../../server/problems.ts'
import { shapeRoutes } from '../../server/routes/shapes.ts'

const geometry = createGeometryWorker({ report: () => {} })
afterAll(() => geometry.close())
const app = new OpenAPIHono().route('/', shapeRoutes({ geometry }))
app.onError((error) => problemResponse(asRefusal(error), 'id', '/api/work/shape'))

const ask = (body: unknown) =>
  app.request('/api/work/shape', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
const partsOf = async (body: unknown): Promise<ShapeAnswer['parts']> => {
  const response = await ask(body)
  expect(response.status).toBe(200)
  return ((await response.json()) as ShapeAnswer).parts
}
const wordsOf = async (body: unknown): Promise<string> => {
  const response = await ask(body)
  expect(response.status).toBe(400)
  return ((await response.json()) as { detail: string }).detail
}

const ring = (west: number, south: number, side: number): Position[] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
]
const polygon = (...rings: Position[][]): Polygon => ({ type: 'Polygon', coordinates: rings })
const line = (...coordinates: Position[]) => ({ type: 'LineString', coordinates }) as const
const FIELD = polygon(ring(111, 0, 0.1))

describe('split', () => {
  test('a line from edge to edge makes two fields that share the line, the larger first', async () => {
    const parts = await partsOf({ kind: 'split', geometry: FIELD, by: line([111.03, -0.01], [111.03, 0.11]) })
    expect(parts.map(({ type }) => type)).toEqual(['Polygon', 'Polygon'])
    const [large = 0, small = 0] = parts.map((part) => hectares(part))
    expect(large / hectares(FIELD)).toBeCloseTo(0.7, 6)
    expect(large + small).toBeCloseTo(hectares(FIELD), 3)
    for (const part of parts) expect(JSON.stringify(part)).toContain('[111.03,0]')
  })

  test('a crooked line that crosses three times makes four pieces', async () => {
    const by = line([111.02, -0.01], [111.02, 0.11], [111.05, 0.11], [111.05, -0.01], [111.08, -0.01], [111.08, 0.11])
    expect(await partsOf({ kind: 'split', geometry: FIELD, by })).toHaveLength(4)
  })

  test('a hole stays a hole in the piece it lies in', async () => {
    const holed = polygon(ring(111, 0, 0.1), ring(111.06, 0.02, 0.02))
    const parts = await partsOf({ kind: 'split', geometry: holed, by: line([111.03, -0.01], [111.03, 0.11]) })
    expect(parts.map((part) => (part as Polygon).coordinates.length)).toEqual([2, 1])
    expect(parts.reduce((sum, part) => sum + hectares(part), 0)).toBeCloseTo(hectares(holed), 3)
  })

  test('a line that ends inside cuts nothing and is told where to begin', async () => {
    expect(await wordsOf({ kind: 'split', geometry: FIELD, by: line([111.03, -0.01], [111.03, 0.05]) })).toContain(
      'tepi ke tepi',
    )
    expect(await wordsOf({ kind: 'split', geometry: FIELD, by: line([112, 0], [112, 1]) })).toContain('tepi ke tepi')
  })

  test('whatever straight line crosses a field, its pieces are together as large as the field', async () => {
    const share = fc.double({ min: 0.05, max: 0.95, noNaN: true })
    await fc.assert(
      fc.asyncProperty(share, share, async (below, above) => {
        const by = line([111 + 0.1 * below, -0.01], [111 + 0.1 * above, 0.11])
        const parts = await partsOf({ kind: 'split', geometry: FIELD, by })
        expect(parts).toHaveLength(2)
        const sum = parts.reduce((total, part) => total + hectares(part), 0)
        expect(Math.abs(sum - hectares(FIELD))).toBeLessThan(0.05)
      }),
      { numRuns: 30 },
    )
  })
})

describe('hole', () => {
  test('a hole inside takes its own size out of the field', async () => {
    const by = polygon(ring(111.02, 0.02, 0.03))
    const [left] = await partsOf({ kind: 'hole', geometry: FIELD, by })
    expect((left as Polygon).coordinates).toHaveLength(2)
    expect(hectares(left!)).toBeCloseTo(hectares(FIELD) - hectares(by), 3)
  })

  test('one that reaches over the edge bites into it; one right across leaves two parts of one area', async () => {
    const bite = polygon(ring(111.08, 0.08, 0.05))
    const [bitten] = await partsOf({ kind: 'hole', geometry: FIELD, by: bite })
    expect((bitten as Polygon).coordinates).toHaveLength(1)
    const across: Position[] = [
      [110.9, 0.04],
      [111.2, 0.04],
      [111.2, 0.06],
      [110.9, 0.06],
      [110.9, 0.04],
    ]
    const [two] = await partsOf({ kind: 'hole', geometry: FIELD, by: polygon(across) })
    expect(two).toMatchObject({ type: 'MultiPolygon' })
  })

  test('a hole beside the field, and one that covers all of it, are refused with what to do', async () => {
    for (const by of [polygon(ring(112, 0, 0.1)), polygon(ring(110, -1, 3))])
      expect(await wordsOf({ kind: 'hole', geometry: FIELD, by })).toContain('di dalam area')
  })

  test('a knife that crosses itself is mended, not refused', async () => {
    const bowTie: Position[] = [
      [111.02, 0.02],
      [111.06, 0.06],
      [111.06, 0.02],
      [111.02, 0.06],
      [111.02, 0.02],
    ]
    const [left] = await partsOf({ kind: 'hole', geometry: FIELD, by: polygon(bowTie) })
    expect(hectares(left!)).toBeLessThan(hectares(FIELD))
  })
})

test.each([
  [{}, '"kind"'],
  [{ kind: 'split' }, 'GeoJSON'],
  [{ kind: 'split', geometry: line([111, 0], [112, 1]), by: line([111, 0], [112, 1]) }, '"geometry"'],
  [{ kind: 'split', geometry: FIELD, by: FIELD }, 'LineString'],
  [{ kind: 'hole', geometry: FIELD, by: line([111, 0], [112, 1]) }, 'Polygon'],
  [[], '"kind"'],
])('what cannot be cut is refused in words: %j', async (body, word) => {
  expect(await wordsOf(body)).toContain(word)
})
