import { createRoute, z } from '@hono/zod-openapi'
import { scopesFor } from '../../data/model/person.ts'
import { forbidden, requireMember } from '../access/caller.ts'
import type { People } from '../people/index.ts'
import { requireJson } from './body.ts'
import { queryOf } from './parameters.ts'
import { bodyOf, DONE, onlyId, scopes, tokenMade, tokens } from './personSchemas.ts'
import { createRouter, json, REFUSALS } from './router.ts'

const query = queryOf({})
const LONGEST_DAYS = 366
const USUAL_DAYS = 90

const listed = createRoute({
  method: 'get',
  path: '/api/tokens',
  summary: 'My tokens, for programs that work for me',
  request: { query },
  responses: { 200: json(tokens, 'Without their secrets'), ...REFUSALS },
})
const made = createRoute({
  method: 'post',
  path: '/api/tokens',
  summary: 'Makes a token: sent as `Authorization: Bearer bt_...` it may do what its scopes and my role allow',
  middleware: requireJson,
  request: {
    query,
    body: bodyOf(
      z
        .strictObject({
          name: z.string().trim().min(1).max(80),
          scopes,
          days: z.number().int().min(1).max(LONGEST_DAYS).exactOptional().openapi({ default: USUAL_DAYS }),
        })
        .openapi('NewToken'),
    ),
  },
  responses: { 201: json(tokenMade, 'With its secret, shown once'), ...REFUSALS },
})
const revoked = createRoute({
  method: 'delete',
  path: '/api/tokens/{id}',
  summary: 'Revokes a token',
  request: { query, params: onlyId },
  responses: { ...DONE, ...REFUSALS },
})

export const tokenRoutes = ({ tokens: kept }: People) =>
  createRouter()
    .openapi(listed, (c) => c.json(kept.list(requireMember(c.get('caller')).person), 200))
    .openapi(made, async (c) => {
      const { person, role } = requireMember(c.get('caller'))
      const { name, scopes: given, days = USUAL_DAYS } = c.req.valid('json')
      if (given.some((scope) => !scopesFor(role).includes(scope))) throw forbidden()
      return c.json(await kept.make(person, { name, scopes: given, days }), 201)
    })
    .openapi(revoked, async (c) => {
      await kept.revoke(requireMember(c.get('caller')).person, c.req.valid('param').id)
      return c.body(null, 204)
    })
