import { createRoute, z } from '@hono/zod-openapi'
import type { OverlapsAnswer } from '../../data/model/answers.ts'
import type { World } from '../world.ts'
import { readQuestion } from './cover.ts'
import { coverageQuery } from './coverage.ts'
import { createRouter, json, REFUSALS } from './router.ts'
import { asOf, id, ids, list } from './schemas.ts'

const answer: z.ZodType<OverlapsAnswer> = z
  .object({
    asOf,
    count: z.number().int(),
    areaHa: z.number(),
    pairs: list(
      z.object({ a: id, b: id, theme: z.string(), units: ids, areaHa: z.number(), coordinated: z.boolean() }),
    ),
  })
  .openapi('Overlaps')

const route = createRoute({
  method: 'get',
  path: '/api/overlaps',
  summary: 'Pairs of organisations that work on the same theme in the same units and period',
  request: { query: coverageQuery },
  responses: {
    200: json(answer, 'Every pair, with its units and the hectares where their polygons meet'),
    ...REFUSALS,
  },
})

export const overlapRoutes = (world: World) =>
  createRouter().openapi(route, (c) => {
    const { engine, asOf: seen } = world.everyone
    const question = readQuestion(world, c.req.valid('query'))
    const pairs = engine.overlaps(question)
    return c.json({ asOf: seen(), count: pairs.length, areaHa: engine.overlapHa(question), pairs }, 200)
  })
