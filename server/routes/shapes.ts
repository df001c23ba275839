import { createRoute, z } from '@hono/zod-openapi'
import type { LineString } from 'geojson'
import type { ShapeAnswer, ShapeAsked } from '../../data/model/shape.ts'
import { type Drawn, isArea, isObject, readDrawn } from '../area/drawn.ts'
import { badRequest } from '../problems.ts'
import type { World } from '../world.ts'
import { requireJson } from './body.ts'
import { queryOf } from './parameters.ts'
import { createRouter, json, REFUSALS } from './router.ts'
import { list } from './schemas.ts'

const answer: z.ZodType<ShapeAnswer> = z
  .object({ parts: list(z.custom<ShapeAnswer['parts'][number]>().openapi({ type: 'object' })) })
  .openapi('Shape')

const asked: z.ZodType<ShapeAsked> = z.custom<ShapeAsked>().openapi('ShapeAsked', {
  type: 'object',
  description:
    '`kind` "split" parts the area `geometry` along the LineString `by`; "hole" takes the area `by` out of it. GeoJSON, longitude before latitude.',
  properties: {
    kind: { type: 'string', enum: ['split', 'hole'] },
    geometry: { type: 'object' },
    by: { type: 'object' },
  },
})

const route = createRoute({
  method: 'post',
  path: '/api/work/shape',
  summary: 'A drawn area split along a line, or with a hole cut into it; nothing is kept',
  middleware: requireJson,
  request: { query: queryOf({}), body: { content: { 'application/json': { schema: asked } }, required: true } },
  responses: { 200: json(answer, 'The pieces, the largest first'), ...REFUSALS },
})

const NO_KIND = {
  id: '"kind" belum ada atau tidak dikenal. Tulis "split" untuk membagi area dengan garis, atau "hole" untuk melubanginya.',
  en: '"kind" is missing or not known. Write "split" to part an area along a line, or "hole" to cut a hole into it.',
}
const NO_AREA = {
  id: '"geometry" bukan area. Kirim Polygon atau MultiPolygon yang hendak dipotong.',
  en: '"geometry" is not an area. Send the Polygon or MultiPolygon that is to be cut.',
}
const NO_LINE = {
  id: '"by" bukan garis. Untuk membagi area kirim LineString yang melintasinya dari tepi ke tepi.',
  en: '"by" is not a line. To split an area send a LineString that crosses it from edge to edge.',
}
const NO_HOLE = {
  id: '"by" bukan area. Untuk melubangi kirim Polygon berbentuk lubangnya.',
  en: '"by" is not an area. To cut a hole send a Polygon in its form.',
}
const NOT_ACROSS = {
  id: 'Garis ini belum membelah area dari tepi ke tepi. Mulai dan akhiri garisnya di luar area, lalu ulangi.',
  en: 'This line does not cross the area from edge to edge. Begin and end the line outside the area, then try again.',
}
const NOT_INSIDE = {
  id: 'Lubang ini tidak mengenai area, atau menutupi seluruhnya. Gambar lubang di dalam area, lalu ulangi.',
  en: 'This hole does not meet the area, or covers all of it. Draw the hole inside the area, then try again.',
}

const isLine = (drawn: Drawn): drawn is LineString => drawn.type === 'LineString'

/** What is to be cut and by what; refuses anything else in words. */
const readAsked = (body: unknown): ShapeAsked => {
  const { kind, geometry, by } = isObject(body) ? body : {}
  if (kind !== 'split' && kind !== 'hole') throw badRequest(NO_KIND)
  const area = readDrawn(geometry)
  if (!isArea(area)) throw badRequest(NO_AREA)
  const knife = readDrawn(by)
  if (kind === 'split') {
    if (!isLine(knife)) throw badRequest(NO_LINE)
    return { kind, geometry: area, by: knife }
  }
  if (!isArea(knife)) throw badRequest(NO_HOLE)
  return { kind, geometry: area, by: knife }
}

export const shapeRoutes = ({ geometry }: Pick<World, 'geometry'>) =>
  createRouter().openapi(route, async (c) => {
    const request = readAsked(c.req.valid('json'))
    const parts = await geometry.carve(request, { signal: c.req.raw.signal })
    if (parts.length === 0) throw badRequest(request.kind === 'split' ? NOT_ACROSS : NOT_INSIDE)
    return c.json({ parts }, 200)
  })
