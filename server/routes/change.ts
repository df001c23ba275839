import { createRoute, z } from '@hono/zod-openapi'
import type { ChangeAnswer } from '../../data/model/answers.ts'
import { writeChangeCsv } from '../formats/change_csv.ts'
import { downloadHeaders } from '../formats/download.ts'
import type { Past } from '../past.ts'
import type { World } from '../world.ts'
import { answerChange } from './compared.ts'
import { parameters, queryOf } from './parameters.ts'
import { createRouter, json, REFUSALS } from './router.ts'
import { asOf, code, ids, list, unitLevel, verdict, verdictCounts } from './schemas.ts'

const whole = z.number().int()
const side = z.object({ period: z.string(), asOf, counts: verdictCounts, targeted: whole })

const answer: z.ZodType<ChangeAnswer> = z
  .object({
    asOf,
    region: code,
    theme: z.string(),
    level: unitLevel,
    denominator: whole,
    before: side,
    after: side,
    units: list(
      z.object({
        code,
        name: z.string(),
        within: z.string(),
        before: verdict,
        after: verdict,
        gained: ids,
        lost: ids,
        arrived: ids,
        left: ids,
      }),
    ),
  })
  .openapi('Change')

const query = queryOf({
  region: parameters.region,
  theme: parameters.theme,
  level: parameters.level.optional(),
  from: parameters.year.optional(),
  to: parameters.year.optional(),
  period: parameters.period.optional(),
  since: parameters.position.optional(),
  until: parameters.position.optional(),
  organisation: parameters.organisation.optional(),
  status: parameters.status.optional(),
})

const DESCRIPTION =
  'Either two years of the records as they stand (`from`, `to`), or one period as it was known at two moments: `period` with `since` and, unless that is now, `until`. A moment is a position of the journal, or an ISO date: `since` is the beginning of that day in UTC, `until` its end.'

const route = createRoute({
  method: 'get',
  path: '/api/change',
  summary: 'Units whose verdict differs between two years or two moments, and by whose work',
  description: DESCRIPTION,
  request: { query },
  responses: { 200: json(answer, 'Both counts, and every unit that differs'), ...REFUSALS },
})

const CSV = 'text/csv; charset=utf-8'

const csvRoute = createRoute({
  method: 'get',
  path: '/api/change.csv',
  summary: 'The same answer as a table',
  description: DESCRIPTION,
  request: { query },
  responses: {
    200: { description: 'One row a unit that differs', content: { [CSV]: { schema: z.string() } } },
    ...REFUSALS,
  },
})

export const changeRoutes = (world: World, past: Past) =>
  createRouter()
    .openapi(route, async (c) => c.json(await answerChange(world, past, c.req.valid('query')), 200))
    .openapi(csvRoute, async (c) => {
      const change = await answerChange(world, past, c.req.valid('query'))
      const { region, theme, before, after } = change
      const spans = before.period === after.period ? [before.period] : [before.period, after.period]
      const about = ['perubahan', world.geography.nameOf(region), theme, ...spans]
      return c.body(writeChangeCsv(change, world), 200, downloadHeaders(CSV, about, 'csv'))
    })
