import { createRoute, z } from '@hono/zod-openapi'
import type { FlowsAnswer } from '../../data/model/flows.ts'
import { VERDICT_KINDS } from '../../data/model/verdict.ts'
import { answerFlows } from '../flows.ts'
import { downloadHeaders } from '../formats/download.ts'
import { writeFlowsCsv } from '../formats/flows_csv.ts'
import type { World } from '../world.ts'
import { coverageQuery } from './coverage.ts'
import { createRouter, json, REFUSALS } from './router.ts'
import { asOf, code, id, ids, list, organisationKind, origin, unitLevel } from './schemas.ts'

const text = z.string()
const whole = z.number().int()
const villages = whole.nullable().describe('Villages reached; null where places hold none')

const figures = z.object({
  places: whole,
  villages,
  activities: whole.describe('Each once'),
  budget: z
    .object({
      total: z.number(),
      known: whole.describe('Activities that state one'),
      of: whole.describe('The denominator'),
    })
    .describe('Rupiah of whole activities: a budget is not split by places or partners'),
})

const answer: z.ZodType<FlowsAnswer> = z
  .object({
    asOf,
    region: code,
    theme: text,
    period: text,
    level: unitLevel,
    denominator: whole.describe('Places'),
    villages: whole.nullable().describe('Villages of the region; null where they are not counted'),
    sample: z.boolean(),
    total: figures,
    unaccompanied: z
      .object({ activities: whole, places: whole })
      .describe('Work that no partner has a part in: departments, villages, ministries and agencies by themselves'),
    partners: list(figures.extend({ id, name: text, kind: organisationKind, origin })),
    places: list(
      figures
        .omit({ places: true })
        .extend({ code, name: text, within: text, verdict: z.enum(VERDICT_KINDS), partners: whole }),
    ),
    flows: list(z.object({ partner: id, place: code, activities: ids, villages: ids.nullable() })),
    activities: list(z.object({ id, title: text, budgetIdr: z.number().nullable() })),
  })
  .openapi('Flows')

const route = createRoute({
  method: 'get',
  path: '/api/flows',
  summary: 'Which partners work in which places, for one theme and period',
  description:
    'By the units and activities that the verdicts of `/api/coverage` stand on. Partners are organisations from outside the government; `level` is the kind of place, `village` unless given.',
  request: { query: coverageQuery },
  responses: { 200: json(answer, 'Partners, places, and each partner with each place it works in'), ...REFUSALS },
})

const CSV = 'text/csv; charset=utf-8'

const csvRoute = createRoute({
  method: 'get',
  path: '/api/flows.csv',
  summary: 'The same as a table',
  request: { query: coverageQuery },
  responses: {
    200: {
      description: 'One row a partner and place; a place without partners has a row of its own',
      content: { [CSV]: { schema: z.string() } },
    },
    ...REFUSALS,
  },
})

export const flowRoutes = (world: World) =>
  createRouter()
    .openapi(route, (c) => c.json(answerFlows(world, c.req.valid('query')), 200))
    .openapi(csvRoute, (c) => {
      const flows = answerFlows(world, c.req.valid('query'))
      const about = ['mitra', world.geography.nameOf(flows.region), flows.theme, flows.period]
      return c.body(writeFlowsCsv(flows), 200, downloadHeaders(CSV, about, 'csv'))
    })
