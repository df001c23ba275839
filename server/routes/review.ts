import { createRoute, z } from '@hono/zod-openapi'
import type { Kind } from '../../data/model/record.ts'
import { requireMember } from '../access/caller.ts'
import { keyOf } from '../journal/state.ts'
import { badRequest, Refusal } from '../problems.ts'
import { acceptMany, type BulkAnswer } from '../work/bulk.ts'
import { openRecord } from '../work/find.ts'
import { isFields } from '../work/form.ts'
import { listReview } from '../work/lines.ts'
import type { Room } from '../work/room.ts'
import { requireJson } from './body.ts'
import { parameters, queryOf } from './parameters.ts'
import { bodyOf, DONE } from './personSchemas.ts'
import { requireKind } from './records.ts'
import { createRouter, json, REFUSALS } from './router.ts'
import { id, kind, list, words } from './schemas.ts'
import * as shapes from './workSchemas.ts'

const query = queryOf({})

const queued = createRoute({
  method: 'get',
  path: '/api/review',
  summary: 'What waits for Sekber, the longest waiting first: submitted, or published by a trusted organisation',
  request: {
    query: queryOf({
      kind: parameters.kind.optional(),
      organisation: parameters.partner.optional(),
      q: parameters.q.optional(),
      after: parameters.after.optional(),
      limit: parameters.limitOf(50, 200),
    }),
  },
  responses: { 200: json(shapes.workList, 'A page of lines'), ...REFUSALS },
})

type Named = { readonly kind: string; readonly id: string }
const named: z.ZodType<Named> = z.custom<Named>().openapi('RecordNamed', {
  type: 'object',
  required: ['kind', 'id'],
  properties: { kind: { type: 'string' }, id: { type: 'string' } },
})

const claimed = createRoute({
  method: 'post',
  path: '/api/review/claims',
  summary:
    'Tells the other moderators that I am deciding on a record; holds five minutes and is renewed by asking again',
  middleware: requireJson,
  request: { query, body: bodyOf(named) },
  responses: { 200: json(shapes.claim, 'My claim'), ...REFUSALS },
})
const released = createRoute({
  method: 'delete',
  path: '/api/review/claims',
  summary: 'Lets a record go',
  middleware: requireJson,
  request: { query, body: bodyOf(named) },
  responses: { ...DONE, ...REFUSALS },
})

const answer: z.ZodType<BulkAnswer> = z
  .object({ accepted: list(shapes.accepted), refused: list(z.object({ kind, id, words })) })
  .openapi('BulkAnswer')

const bulk = createRoute({
  method: 'post',
  path: '/api/review/accept',
  summary: 'Verifies many records at once as one entry; what changed meanwhile is left out and told',
  middleware: requireJson,
  request: { query, body: bodyOf(shapes.acceptAsked) },
  responses: { 200: json(answer, 'What was accepted, what was not and why'), ...REFUSALS },
})

const NO_RECORD = {
  id: 'Sebut "kind" dan "id" catatan yang ditinjau.',
  en: 'Name the "kind" and "id" of the record under review.',
}

const readNamed = (body: unknown): { readonly kind: Kind; readonly id: string } => {
  if (!isFields(body) || typeof body.kind !== 'string' || typeof body.id !== 'string') throw badRequest(NO_RECORD)
  return { kind: requireKind(body.kind), id: body.id }
}

const taken = (name: string): Refusal =>
  new Refusal('conflict', {
    id: `${name} sedang meninjau catatan ini. Tinjau yang lain dahulu.`,
    en: `${name} is reviewing this record. Review another one first.`,
  })

export const reviewRoutes = (room: Room) =>
  createRouter()
    .openapi(queued, (c) =>
      c.json(listReview(room, requireMember(c.get('caller')), { sort: 'changed', ...c.req.valid('query') }), 200),
    )
    .openapi(claimed, (c) => {
      const caller = requireMember(c.get('caller'))
      const record = readNamed(c.req.valid('json'))
      openRecord(room, caller, record.kind, record.id)
      const claim = room.claims.take(keyOf(record), caller.person, caller.name)
      if (claim.person !== caller.person) throw taken(claim.name)
      return c.json(claim, 200)
    })
    .openapi(released, (c) => {
      room.claims.release(keyOf(readNamed(c.req.valid('json'))), requireMember(c.get('caller')).person)
      return c.body(null, 204)
    })
    .openapi(bulk, async (c) =>
      c.json(await acceptMany(room, requireMember(c.get('caller')), c.req.valid('json')), 200),
    )
