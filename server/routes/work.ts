import { createRoute, z } from '@hono/zod-openapi'
import { KINDS, type Kind } from '../../data/model/record.ts'
import { STEPS } from '../../data/model/work.ts'
import { requireMember } from '../access/caller.ts'
import { badRequest, notFound } from '../problems.ts'
import { requireRevision } from '../work/accept.ts'
import { checkActivity } from '../work/check.ts'
import { isFields } from '../work/form.ts'
import { historyOf } from '../work/history.ts'
import { listWork } from '../work/lines.ts'
import { memberMapOf } from '../work/member_map.ts'
import { rewardOf } from '../work/reward.ts'
import type { Room } from '../work/room.ts'
import { saveRecord } from '../work/save.ts'
import { requireStep, takeStep } from '../work/step.ts'
import { undo } from '../work/undo.ts'
import { viewRecord } from '../work/view.ts'
import { requireJson } from './body.ts'
import { parameters, queryOf } from './parameters.ts'
import { bodyOf } from './personSchemas.ts'
import { requireKind } from './records.ts'
import { createRouter, json, REFUSALS } from './router.ts'
import { list } from './schemas.ts'
import * as shapes from './workSchemas.ts'

const RECORDS = '/api/work/records'
const query = queryOf({})
const ofKind = z.object({ kind: z.string().openapi({ enum: [...KINDS] }) })
const ofRecord = ofKind.extend({ id: z.string() })
const ofStep = ofRecord.extend({ step: z.string().openapi({ enum: [...STEPS] }) })
const revised = z.object({ 'if-match': z.string().optional().openapi({ example: '"3"' }) })

const listed = createRoute({
  method: 'get',
  path: RECORDS,
  summary: 'Records of my organisation (of all for Sekber), the stalest or the last changed first',
  request: {
    query: queryOf({
      kind: parameters.kind.optional(),
      verification: parameters.verification.optional(),
      organisation: parameters.partner.optional(),
      stale: parameters.stale.optional(),
      q: parameters.q.optional(),
      sort: parameters.sort.optional(),
      after: parameters.after.optional(),
      limit: parameters.limitOf(50, 200),
    }),
  },
  responses: { 200: json(shapes.workList, 'A page of lines'), ...REFUSALS },
})

const mapped = createRoute({
  method: 'get',
  path: '/api/work/map',
  summary: 'Activities that I may see and the public map does not show, or only coarsely, as GeoJSON',
  description: 'Drafts of my own organisation, and what is for members only. No public figure counts them.',
  request: { query: queryOf({ theme: parameters.theme.optional(), period: parameters.period.optional() }) },
  responses: { 200: json(shapes.memberMap, 'Their sites, one feature each'), ...REFUSALS },
})

const opened = createRoute({
  method: 'get',
  path: `${RECORDS}/{kind}/{id}`,
  summary: 'A record as I may work on it, with the steps open to me; the ETag is its revision',
  request: { params: ofRecord, query },
  responses: { 200: json(shapes.workRecord, 'The record'), ...REFUSALS },
})

const begun = createRoute({
  method: 'post',
  path: `${RECORDS}/{kind}`,
  summary: 'Begins a record; the organisation that keeps it is that of the sender',
  middleware: requireJson,
  request: { params: ofKind, query, body: bodyOf(shapes.save) },
  responses: { 201: json(shapes.accepted, 'Accepted, and on disk'), ...REFUSALS },
})

const saved = createRoute({
  method: 'put',
  path: `${RECORDS}/{kind}/{id}`,
  summary: 'Saves a record over the revision named in If-Match; 412 carries what stands now where that is another',
  middleware: requireJson,
  request: { params: ofRecord, query, headers: revised, body: bodyOf(shapes.save) },
  responses: { 200: json(shapes.accepted, 'Accepted, and on disk'), ...REFUSALS },
})

const stepped = createRoute({
  method: 'post',
  path: `${RECORDS}/{kind}/{id}/{step}`,
  summary: 'Takes a record one step on: submitted, verified, returned with reasons, confirmed, archived, restored',
  middleware: requireJson,
  request: { params: ofStep, query, headers: revised, body: bodyOf(shapes.stepAsked) },
  responses: { 200: json(shapes.accepted, 'Accepted, and on disk'), ...REFUSALS },
})

const history = createRoute({
  method: 'get',
  path: `${RECORDS}/{kind}/{id}/history`,
  summary: 'The states of a record, newest first, with who and when; all are told when revision 1 is',
  request: {
    params: ofRecord,
    query: queryOf({ before: parameters.revisionBefore.optional(), limit: parameters.limitOf(200, 200) }),
  },
  responses: { 200: json(list(shapes.historyLine), 'Newest first'), ...REFUSALS },
})

const rewarded = createRoute({
  method: 'get',
  path: `${RECORDS}/{kind}/{id}/reward`,
  summary: 'What an activity gives back: targets it serves, gaps it closes, departments to talk to',
  request: { params: ofRecord, query },
  responses: { 200: json(shapes.rewardAnswer, 'The reward'), ...REFUSALS },
})

const checked = createRoute({
  method: 'post',
  path: '/api/work/check',
  summary: 'What can be said of an activity while it is written: where it lies, what is odd or missing, likely twins',
  middleware: requireJson,
  request: { query, body: bodyOf(shapes.checkAsked) },
  responses: { 200: json(shapes.checkAnswer, 'Findings; nothing is kept'), ...REFUSALS },
})

const undone = createRoute({
  method: 'post',
  path: '/api/work/undo',
  summary: 'Takes an operation back as far as nobody has changed its records since',
  middleware: requireJson,
  request: { query, body: bodyOf(shapes.undoAsked) },
  responses: {
    200: json(z.object({ changed: z.number().int(), kept: z.number().int() }), 'How many went back, how many stay'),
    ...REFUSALS,
  },
})

const CHECKS_ACTIVITIES = {
  id: 'Yang dapat diperiksa hanya kegiatan. Kirim "kind": "activity" dan "record".',
  en: 'Only activities can be checked. Send "kind": "activity" and a "record".',
}

const REWARDS_ACTIVITIES = {
  id: 'Hanya kegiatan yang punya balasan. Buka kegiatannya lebih dahulu.',
  en: 'Only activities give something back. Open the activity first.',
}

export const workRoutes = (room: Room) => {
  const tagged = (revision: number) => ({ ETag: `"${revision}"` })
  const place = ({ kind, id }: { kind: string; id: string }, ifMatch: string | undefined) => ({
    kind: requireKind(kind),
    id,
    revision: requireRevision(ifMatch),
  })
  return createRouter()
    .openapi(listed, (c) => {
      const { sort = 'stale', ...asked } = c.req.valid('query')
      return c.json(listWork(room, requireMember(c.get('caller')), { sort, ...asked }), 200)
    })
    .openapi(mapped, (c) => c.json(memberMapOf(room, requireMember(c.get('caller')), c.req.valid('query')), 200))
    .openapi(rewarded, (c) => {
      const { kind, id } = c.req.valid('param')
      if (requireKind(kind) !== 'activity') throw notFound(REWARDS_ACTIVITIES)
      return c.json(rewardOf(room, requireMember(c.get('caller')), id), 200)
    })
    .openapi(history, async (c) => {
      const { kind, id } = c.req.valid('param')
      const { before, limit } = c.req.valid('query')
      const record = { kind: requireKind(kind), id }
      return c.json(await historyOf(room, requireMember(c.get('caller')), record, { before, limit }), 200)
    })
    .openapi(opened, (c) => {
      const { kind, id } = c.req.valid('param')
      const view = viewRecord(room, requireMember(c.get('caller')), requireKind(kind), id)
      return c.json(view, 200, tagged(view.revision))
    })
    .openapi(begun, async (c) => {
      const kind: Kind = requireKind(c.req.valid('param').kind)
      const accepted = await saveRecord(room, requireMember(c.get('caller')), kind, c.req.valid('json'), null)
      return c.json(accepted, 201, tagged(accepted.revision))
    })
    .openapi(saved, async (c) => {
      const { kind, ...given } = place(c.req.valid('param'), c.req.header('If-Match'))
      const accepted = await saveRecord(room, requireMember(c.get('caller')), kind, c.req.valid('json'), given)
      return c.json(accepted, 200, tagged(accepted.revision))
    })
    .openapi(stepped, async (c) => {
      const step = requireStep(c.req.valid('param').step)
      const asked = { ...place(c.req.valid('param'), c.req.header('If-Match')), step }
      const accepted = await takeStep(room, requireMember(c.get('caller')), asked, c.req.valid('json'))
      return c.json(accepted, 200, tagged(accepted.revision))
    })
    .openapi(checked, async (c) => {
      const body: unknown = c.req.valid('json')
      if (!isFields(body) || body.kind !== 'activity') throw badRequest(CHECKS_ACTIVITIES)
      const id = typeof body.id === 'string' ? body.id : undefined
      return c.json(await checkActivity(room, requireMember(c.get('caller')), body.record, id), 200)
    })
    .openapi(undone, async (c) => c.json(await undo(room, requireMember(c.get('caller')), c.req.valid('json')), 200))
}
