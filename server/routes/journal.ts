import { createRoute } from '@hono/zod-openapi'
import { journalLines } from '../work/history.ts'
import type { Room } from '../work/room.ts'
import { parameters, queryOf } from './parameters.ts'
import { createRouter, json, REFUSALS } from './router.ts'
import { journalPage } from './workSchemas.ts'

const route = createRoute({
  method: 'get',
  path: '/api/journal',
  summary: 'The journal, newest entry first: who changed what, and when',
  request: { query: queryOf({ before: parameters.before.optional(), limit: parameters.limitOf(50, 200) }) },
  responses: { 200: json(journalPage, 'A page of entries'), ...REFUSALS },
})

export const journalRoutes = (room: Room) =>
  createRouter().openapi(route, async (c) => {
    const { before, limit } = c.req.valid('query')
    return c.json(await journalLines(room, { before, limit }), 200)
  })
