import { createRoute, z } from '@hono/zod-openapi'
import type { CorridorAnswer } from '../../data/model/answers.ts'
import { createCorridors } from '../engine/corridor.ts'
import type { World } from '../world.ts'
import { answerCorridor } from './along.ts'
import { parameters, queryOf } from './parameters.ts'
import { createRouter, json, REFUSALS } from './router.ts'
import { asOf, code, id, ids, list, verdict, verdictCounts } from './schemas.ts'

const answer: z.ZodType<CorridorAnswer> = z
  .object({
    asOf,
    a: code,
    b: code,
    km: z.number(),
    boundaryKm: z.number(),
    theme: z.string().nullable(),
    period: z.string().nullable(),
    counts: verdictCounts.nullable(),
    villages: list(
      z.object({
        code,
        name: z.string(),
        within: z.string(),
        side: z.enum(['a', 'b']),
        distanceKm: z.number(),
        verdict: verdict.nullable(),
      }),
    ),
    activities: list(z.object({ id, title: z.string(), organisations: ids })),
    targets: list(z.object({ id, title: z.string(), organisation: id })),
  })
  .openapi('Corridor')

const route = createRoute({
  method: 'get',
  path: '/api/corridor',
  summary: 'Villages of two regencies within a distance of their common boundary, nearest first',
  description:
    'With `theme` and `period` each village has its verdict, and the activities and targets are those behind the verdicts; without them they are all that reach a village of the corridor.',
  request: {
    query: queryOf({
      a: parameters.a,
      b: parameters.b,
      km: parameters.km,
      theme: parameters.theme.optional(),
      period: parameters.period.optional(),
    }),
  },
  responses: { 200: json(answer, 'The corridor, with the length of the boundary it follows'), ...REFUSALS },
})

export const corridorRoutes = (world: World) => {
  const corridors = createCorridors(world.geography.places)
  return createRouter().openapi(route, (c) => c.json(answerCorridor(world, corridors, c.req.valid('query')), 200))
}
