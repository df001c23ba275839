import { createRoute, z } from '@hono/zod-openapi'
import { writeCoverageCsv } from '../formats/csv.ts'
import { downloadHeaders } from '../formats/download.ts'
import type { World } from '../world.ts'
import { answerCoverage } from './cover.ts'
import { coverageQuery } from './coverage.ts'
import { createRouter, REFUSALS } from './router.ts'

const CSV = 'text/csv; charset=utf-8'

const route = createRoute({
  method: 'get',
  path: '/api/gaps.csv',
  summary: 'The units with a target and no active partner, as a table',
  request: { query: coverageQuery },
  responses: { 200: { description: 'One row a gap', content: { [CSV]: { schema: z.string() } } }, ...REFUSALS },
})

export const gapRoutes = (world: World) =>
  createRouter().openapi(route, (c) => {
    const coverage = answerCoverage(world, c.req.valid('query'))
    const gaps = { ...coverage, units: coverage.units.filter(({ verdict }) => verdict.kind === 'gap') }
    const about = ['celah', world.geography.nameOf(coverage.region), coverage.theme, coverage.period]
    return c.body(writeCoverageCsv(gaps, world), 200, downloadHeaders(CSV, about, 'csv'))
  })
