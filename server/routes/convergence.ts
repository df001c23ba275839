import { createRoute, z } from '@hono/zod-openapi'
import type { AuthorityArea } from '../../data/model/authority.ts'
import { CONVERGENCE_QUESTIONS } from '../../data/model/convergence.ts'
import { CELL_STATES, type ConvergenceAnswer } from '../../data/model/convergence_answer.ts'
import { answerConvergence, programmesOf } from '../convergence/answer.ts'
import type { World } from '../world.ts'
import { requireKnown, requirePlace } from './asked.ts'
import { parameters, queryOf } from './parameters.ts'
import { figure } from './recordSchemas.ts'
import { createRouter, json, REFUSALS } from './router.ts'
import {
  activityStatus,
  asOf,
  bbox,
  code,
  id,
  ids,
  list,
  organisationKind,
  origin,
  position,
  source,
} from './schemas.ts'

const text = z.string()
const whole = z.number().int()
const named = z.object({ id, name: text })
const areaHa = z.number().nullable().describe('Null where it is there without an area in common')
const question = z.enum(CONVERGENCE_QUESTIONS)
const state = z.enum(CELL_STATES).describe('no_data: no document says anything; that is never a no')
const areaKind: z.ZodType<AuthorityArea['kind']> = z.enum([
  'conservation_reserve',
  'marine_reserve',
  'protection_forest',
  'production_forest',
  'other_use',
])
const told = { record: id, source, confirmed: text, origin }

const cell = z
  .object({
    state,
    evidence: list(z.object({ ...told, value: z.boolean(), by: named.nullable() })).describe('Newest first'),
  })
  .openapi('ConvergenceCell')

const place = z.object({
  code,
  name: text,
  level: z.enum(['village', 'island']),
  village: code.nullable(),
  position,
  areaHa: z.number().nullable(),
  cells: list(z.object({ party: id, planned: cell, budgeted: cell, monitored: cell })),
  authority: list(
    z.object({
      id,
      name: text,
      kind: areaKind,
      holder: named,
      areaHa,
      share: z.number().nullable().describe('Of the place, 0-1'),
      decree: text.exactOptional(),
      note: text.exactOptional(),
      source,
      confirmed: text,
      origin,
    }),
  ),
  works: list(z.object({ ...told, place: code, physical: z.boolean(), words: text })),
  building: z.object({
    verdict: z.enum(['closed', 'permit', 'regency', 'open', 'disputed', 'unknown']),
    basis: z.enum(['source', 'area']).nullable(),
    sample: z.boolean(),
  }),
})

const answer: z.ZodType<ConvergenceAnswer> = z
  .object({
    asOf,
    today: text,
    programmes: list(z.object({ id, title: text, region: code })),
    programme: z
      .object({ id, title: text, region: code, steps: list(text), note: text.nullable(), source, confirmed: text })
      .nullable(),
    bbox: bbox.nullable(),
    parties: list(
      z.object({
        id,
        name: text,
        kind: organisationKind.nullable(),
        shortName: text.nullable(),
        isOwn: z.boolean(),
        origin,
      }),
    ),
    places: list(place),
    counts: z.object({ total: whole, yes: whole, no: whole, disputed: whole, no_data: whole }),
    warnings: list(
      z.object({
        activity: id,
        title: text,
        status: activityStatus,
        organisations: list(named),
        origin,
        areas: list(z.object({ id, name: text, kind: areaKind, holder: named, areaHa, origin })),
      }),
    ),
    lists: list(
      z.object({
        party: id,
        asks: list(z.object({ place: code, question, state })),
        consents: list(z.object({ place: code, area: id })),
        proposals: ids,
      }),
    ),
    figures: list(z.object({ topic: text, differs: z.boolean(), figures: list(figure) })),
    counted: z.object({ islands: whole, inhabited: whole, landHa: z.number() }),
    sample: z.boolean(),
  })
  .openapi('Convergence matrix')

const route = createRoute({
  method: 'get',
  path: '/api/convergence',
  summary:
    'For each village and island x party: in its plan, its budget, its monitoring; who may build; what to ask of whom',
  description: 'Without parameters the first programme. A cell without a document has no data; its state says so.',
  request: {
    query: queryOf({ place: parameters.place.optional(), programme: parameters.programme.optional() }),
  },
  responses: { 200: json(answer, 'The matrix with the evidence of every cell'), ...REFUSALS },
})

const PROGRAMME_WORDS = { id: 'Program', en: 'Programme', where: '/api/convergence' }

export const convergenceRoutes = (world: World, now: () => Date) =>
  createRouter().openapi(route, (c) => {
    const { place: asked, programme } = c.req.valid('query')
    return c.json(
      answerConvergence(world, {
        place: asked === undefined ? undefined : requirePlace(asked, world.geography),
        programme: programme === undefined ? undefined : requireKnown(programme, programmesOf(world), PROGRAMME_WORDS),
        today: now().toISOString().slice(0, 10),
      }),
      200,
    )
  })
