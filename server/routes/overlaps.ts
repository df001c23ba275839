import { createRoute, z } from '@hono/zod-openapi'
import type { OverlapsAnswer } from '../../data/model/answers.ts'
import { formatPeriod } from '../../data/model/period.ts'
import type { Question } from '../engine/engine.ts'
import { downloadHeaders } from '../formats/download.ts'
import { writeOverlapsCsv } from '../formats/overlaps_csv.ts'
import { findUnitRecord } from '../unit_record.ts'
import type { World } from '../world.ts'
import { readQuestion } from './cover.ts'
import { coverageQuery } from './coverage.ts'
import { createRouter, json, REFUSALS } from './router.ts'
import { asOf, id, ids, list } from './schemas.ts'

const answer: z.ZodType<OverlapsAnswer> = z
  .object({
    asOf,
    count: z.number().int(),
    areaHa: z.number(),
    pairs: list(
      z.object({ a: id, b: id, theme: z.string(), units: ids, areaHa: z.number(), coordinated: z.boolean() }),
    ),
  })
  .openapi('Overlaps')

const route = createRoute({
  method: 'get',
  path: '/api/overlaps',
  summary: 'Pairs of organisations that work on the same theme in the same units and period',
  request: { query: coverageQuery },
  responses: {
    200: json(answer, 'Every pair, with its units and the hectares where their polygons meet'),
    ...REFUSALS,
  },
})

const CSV = 'text/csv; charset=utf-8'

const csvRoute = createRoute({
  method: 'get',
  path: '/api/overlaps.csv',
  summary: 'The same pairs as a table',
  request: { query: coverageQuery },
  responses: { 200: { description: 'One row a pair', content: { [CSV]: { schema: z.string() } } }, ...REFUSALS },
})

const answerOverlaps = ({ everyone }: World, question: Question): OverlapsAnswer => {
  const pairs = everyone.engine.overlaps(question)
  return { asOf: everyone.asOf(), count: pairs.length, areaHa: everyone.engine.overlapHa(question), pairs }
}

export const overlapRoutes = (world: World) =>
  createRouter()
    .openapi(route, (c) => c.json(answerOverlaps(world, readQuestion(world, c.req.valid('query'))), 200))
    .openapi(csvRoute, (c) => {
      const question = readQuestion(world, c.req.valid('query'))
      const { region, theme, period, level } = question
      const { nameOf } = world.geography
      const nameOfUnit = (code: string) => findUnitRecord(world, level, code)?.name ?? nameOf(code)
      const body = writeOverlapsCsv(answerOverlaps(world, question), { period, level, nameOf: nameOfUnit }, world)
      return c.body(body, 200, downloadHeaders(CSV, ['tumpang', nameOf(region), theme, formatPeriod(period)], 'csv'))
    })
