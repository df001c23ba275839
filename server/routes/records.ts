import { createRoute, z } from '@hono/zod-openapi'
import type { RecordAnswer } from '../../data/model/answers.ts'
import { isKind, KINDS, type Kind } from '../../data/model/record.ts'
import { nearMatches } from '../near.ts'
import { notFound, quote } from '../problems.ts'
import { recordAnswer } from '../record_answer.ts'
import type { World } from '../world.ts'
import { queryOf } from './parameters.ts'
import { record } from './recordSchemas.ts'
import { createRouter, json, REFUSALS } from './router.ts'
import { asOf, bbox, code, id, ids, kind, list } from './schemas.ts'

const answer: z.ZodType<RecordAnswer> = z
  .object({
    asOf,
    kind,
    record,
    revision: z.number().int(),
    freshnessDays: z.number().int(),
    completeness: z.object({ share: z.number(), missing: ids }),
    bbox: bbox.nullable(),
    villages: list(z.object({ code, name: z.string(), areaHa: z.number().nullable() })),
    related: list(z.object({ kind, id, title: z.string(), relation: z.string() })),
  })
  .openapi('Record')

const route = createRoute({
  method: 'get',
  path: '/api/records/{kind}/{id}',
  summary: 'A record whole: source, freshness, completeness, the villages it reaches, and what belongs to it',
  request: {
    params: z.object({ kind: z.string().openapi({ enum: [...KINDS] }), id: z.string() }),
    query: queryOf({}),
  },
  responses: { 200: json(answer, 'The record'), ...REFUSALS },
})

export const requireKind = (text: string): Kind => {
  if (isKind(text)) return text
  const near = nearMatches(text, KINDS)[0]
  throw notFound({
    id: `Jenis catatan ${quote(text)} tidak ada. ${near ? `Maksud Anda ${near}? ` : ''}Yang ada: ${KINDS.join(', ')}.`,
    en: `There is no kind of record ${quote(text)}. ${near ? `Did you mean ${near}? ` : ''}Available: ${KINDS.join(', ')}.`,
  })
}

export const recordRoutes = (world: World, now: () => Date) =>
  createRouter().openapi(route, (c) => {
    const given = c.req.valid('param')
    const own = requireKind(given.kind)
    const held = world.everyone.find(own, given.id)
    if (!held)
      throw notFound({
        id: `Tidak ada catatan umum ${own} ${quote(given.id)}. Cari judulnya di /api/search?q=.`,
        en: `There is no public ${own} record ${quote(given.id)}. Search for its title at /api/search?q=.`,
      })
    return c.json(recordAnswer({ kind: own, ...held }, now().toISOString(), world), 200)
  })
