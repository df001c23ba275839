import { createRoute, z } from '@hono/zod-openapi'
import type { DecisionAsked, DecisionLine, DecisionsAnswer } from '../../data/model/match_decision.ts'
import { MATCH_STATES } from '../../data/model/match_decision.ts'
import { requireMember } from '../access/caller.ts'
import { requireRevision } from '../work/accept.ts'
import { decide, listDecisions } from '../work/decide.ts'
import type { Room } from '../work/room.ts'
import { requireJson } from './body.ts'
import { parameters, queryOf } from './parameters.ts'
import { bodyOf } from './personSchemas.ts'
import { createRouter, json, REFUSALS } from './router.ts'
import { id, ids, list } from './schemas.ts'
import { accepted } from './workSchemas.ts'

const text = z.string()
const state = z.enum(MATCH_STATES)

const line: z.ZodType<DecisionLine> = z
  .object({
    id,
    target: id,
    partner: id,
    state: state.nullable().describe('null: taken back'),
    reason: text.nullable(),
    revision: z.number().int(),
    time: text.describe('ISO, UTC'),
    by: text.nullable(),
    organisation: id.nullable(),
  })
  .openapi('Decision')

const answer: z.ZodType<DecisionsAnswer> = z
  .object({ decisions: list(line), mayDecide: z.union([z.literal('all'), ids]) })
  .openapi('Decisions')

const asked: z.ZodType<DecisionAsked> = z
  .object({ operation: text, state: state.nullable(), reason: text.exactOptional() })
  .openapi('DecisionAsked')

const listed = createRoute({
  method: 'get',
  path: '/api/work/matches',
  summary: 'What departments decided on partners for their targets, the latest first, with who and when',
  request: {
    query: queryOf({ department: parameters.department.optional(), partner: parameters.partner.optional() }),
  },
  responses: { 200: json(answer, 'As far as the caller may know'), ...REFUSALS },
})

const decided = createRoute({
  method: 'put',
  path: '/api/work/matches/{target}/{partner}',
  summary: 'Records interest, a match, or a refusal with its reason; If-Match names the revision, "0" for the first',
  middleware: requireJson,
  request: {
    params: z.object({ target: text, partner: text }),
    query: queryOf({}),
    headers: z.object({ 'if-match': text.optional().openapi({ example: '"0"' }) }),
    body: bodyOf(asked),
  },
  responses: { 200: json(accepted, 'Accepted, and on disk'), ...REFUSALS },
})

export const matchWorkRoutes = (room: Room) =>
  createRouter()
    .openapi(listed, (c) => c.json(listDecisions(room, requireMember(c.get('caller')), c.req.valid('query')), 200))
    .openapi(decided, async (c) => {
      const pair = { ...c.req.valid('param'), revision: requireRevision(c.req.header('If-Match')) }
      const found = await decide(room, requireMember(c.get('caller')), pair, c.req.valid('json'))
      return c.json(found, 200, { ETag: `"${found.revision}"` })
    })
