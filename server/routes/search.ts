import { createRoute, z } from '@hono/zod-openapi'
import type { SearchHit } from '../../data/model/answers.ts'
import type { World } from '../world.ts'
import { parameters, queryOf } from './parameters.ts'
import { createRouter, json, REFUSALS } from './router.ts'
import { bbox, id, kind, level, list } from './schemas.ts'

const answer: z.ZodType<readonly SearchHit[]> = list(
  z
    .object({ kind: z.union([kind, level]), id, title: z.string(), detail: z.string(), bbox: bbox.nullable() })
    .openapi('SearchHit'),
)

const route = createRoute({
  method: 'get',
  path: '/api/search',
  summary: 'Places, organisations, activities, targets, agreements, meetings, zones, islands and codes',
  request: { query: queryOf({ q: parameters.q, limit: parameters.limitOf(20, 100) }) },
  responses: { 200: json(answer, 'Best first: an exact code, then places, then records'), ...REFUSALS },
})

export const searchRoutes = ({ everyone }: World) =>
  createRouter().openapi(route, (c) => {
    const { q, limit } = c.req.valid('query')
    return c.json(everyone.search.find(q, limit), 200)
  })
