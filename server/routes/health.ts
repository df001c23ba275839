import { createRoute, z } from '@hono/zod-openapi'
import type { AsOf, BoundaryStatus } from '../../data/model/answers.ts'
import type { Words } from '../../data/model/words.ts'
import type { Replication } from '../journal/replica.ts'
import { reasonsOf, type World } from '../world.ts'
import { queryOf } from './parameters.ts'
import { createRouter, json, REFUSALS } from './router.ts'
import { asOf, boundaryStatus, list, words } from './schemas.ts'

type Health = {
  /** `degraded` still answers; the reasons say what is missing. */
  readonly status: 'ready' | 'degraded'
  readonly journal: AsOf
  readonly projection: { readonly state: 'ready' | 'rebuilding'; readonly seq: number }
  readonly boundaries: BoundaryStatus
  /** Of a server that follows another; `lagSeconds` since it last held everything that the writer had. */
  readonly replication?: Replication
  readonly reasons: readonly Words[]
}

const answer: z.ZodType<Health> = z
  .object({
    status: z.enum(['ready', 'degraded']),
    journal: asOf,
    projection: z.object({ state: z.enum(['ready', 'rebuilding']), seq: z.number().int() }),
    boundaries: boundaryStatus,
    replication: z
      .object({
        writer: z.string(),
        isConnected: z.boolean(),
        lagEntries: z.number().int(),
        lagSeconds: z.number(),
      })
      .exactOptional(),
    reasons: list(words),
  })
  .openapi('Health')

const route = createRoute({
  method: 'get',
  path: '/healthz',
  summary: 'Whether the server is ready, the journal position, and what is amiss',
  request: { query: queryOf({}) },
  responses: { 200: json(answer, 'It answers; `degraded` tells why in `reasons`'), ...REFUSALS },
})

/** Whatever has reasons of its own to tell. */
export type Reasoning = { reasons(): readonly Words[] }

export const healthRoutes = (world: World, others: readonly Reasoning[], replication?: () => Replication) =>
  createRouter().openapi(route, (c) => {
    const { projection, asOf: reached } = world.everyone
    const reasons = [...reasonsOf(world), ...others.flatMap((one) => one.reasons())]
    return c.json(
      {
        status: reasons.length === 0 ? ('ready' as const) : ('degraded' as const),
        journal: world.store.asOf(),
        projection: { state: projection.state(), seq: reached().seq },
        boundaries: world.boundaries,
        ...(replication ? { replication: replication() } : {}),
        reasons,
      },
      200,
      { 'Cache-Control': 'no-store' },
    )
  })
