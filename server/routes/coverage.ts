import { createRoute, z } from '@hono/zod-openapi'
import type { CoverageAnswer, CoverageUnit, CoverageYearsAnswer } from '../../data/model/answers.ts'
import { writeCoverageCsv } from '../formats/csv.ts'
import { downloadHeaders } from '../formats/download.ts'
import { type CoverageGeojson, writeCoverageGeojson } from '../formats/geojson.ts'
import { badRequest } from '../problems.ts'
import type { World } from '../world.ts'
import { answerCoverage, answerYears } from './cover.ts'
import { parameters, queryOf } from './parameters.ts'
import { createRouter, json, REFUSALS } from './router.ts'
import { asOf, code, ids, list, unitLevel, verdict, verdictCounts } from './schemas.ts'

const whole = z.number().int()

const unit: z.ZodType<CoverageUnit> = z
  .object({
    code,
    name: z.string(),
    level: unitLevel,
    within: z.string(),
    areaHa: z.number(),
    verdict,
    activities: ids,
    targets: ids,
  })
  .openapi('CoverageUnit')

const answer: z.ZodType<CoverageAnswer> = z
  .object({
    asOf,
    region: code,
    theme: z.string(),
    period: z.string(),
    level: unitLevel,
    denominator: whole,
    targeted: whole,
    counts: verdictCounts,
    sample: z.boolean(),
    units: list(unit),
  })
  .openapi('Coverage')

const years: z.ZodType<CoverageYearsAnswer> = z
  .object({
    asOf,
    denominator: whole,
    years: list(z.object({ year: whole, counts: verdictCounts, targeted: whole, verdict: verdict.exactOptional() })),
  })
  .openapi('CoverageYears')

const geojson: z.ZodType<CoverageGeojson> = z.custom<CoverageGeojson>().openapi('CoverageGeojson', {
  type: 'object',
  description:
    'The answer of /api/coverage as a FeatureCollection; each feature is a unit, `verdict` the kind of its verdict',
})

/** What decides the verdicts. */
export const questionParameters = {
  region: parameters.region,
  theme: parameters.theme,
  period: parameters.period,
  level: parameters.level.optional(),
  organisation: parameters.organisation.optional(),
  status: parameters.status.optional(),
}

export const coverageQuery = queryOf(questionParameters)

const coverageRoute = createRoute({
  method: 'get',
  path: '/api/coverage',
  summary: 'The verdict for every planning unit of a region, for one theme and period',
  request: { query: coverageQuery },
  responses: { 200: json(answer, 'Counts by verdict, their denominator, and the units behind them'), ...REFUSALS },
})

const csvRoute = createRoute({
  method: 'get',
  path: '/api/coverage.csv',
  summary: 'The same answer as a table',
  request: { query: coverageQuery },
  responses: {
    200: { description: 'One row a unit', content: { 'text/csv; charset=utf-8': { schema: z.string() } } },
    ...REFUSALS,
  },
})

const geojsonRoute = createRoute({
  method: 'get',
  path: '/api/coverage.geojson',
  summary: 'The same answer with the shapes of its units',
  request: { query: coverageQuery },
  responses: {
    200: { description: 'One feature a unit (RFC 7946)', content: { 'application/geo+json': { schema: geojson } } },
    ...REFUSALS,
  },
})

const yearsRoute = createRoute({
  method: 'get',
  path: '/api/coverage/years',
  summary: 'Counts by verdict for each year; with `code`, the verdict of that one unit',
  request: {
    query: queryOf({
      region: parameters.region,
      theme: parameters.theme,
      level: parameters.level.optional(),
      from: parameters.year,
      to: parameters.year,
      code: parameters.code.optional(),
      organisation: parameters.organisation.optional(),
      status: parameters.status.optional(),
    }),
  },
  responses: { 200: json(years, 'Year by year, both ends included'), ...REFUSALS },
})

const CSV = 'text/csv; charset=utf-8'
const MOST_YEARS = 30

export const coverageRoutes = (world: World) => {
  const aboutOf = ({ region, theme, period }: CoverageAnswer) => [
    'cakupan',
    world.geography.nameOf(region),
    theme,
    period,
  ]
  return createRouter()
    .openapi(coverageRoute, (c) => c.json(answerCoverage(world, c.req.valid('query')), 200))
    .openapi(csvRoute, (c) => {
      const coverage = answerCoverage(world, c.req.valid('query'))
      return c.body(writeCoverageCsv(coverage, world), 200, downloadHeaders(CSV, aboutOf(coverage), 'csv'))
    })
    .openapi(geojsonRoute, (c) => {
      const coverage = answerCoverage(world, c.req.valid('query'))
      const headers = downloadHeaders('application/geo+json', aboutOf(coverage), 'geojson')
      return c.json(writeCoverageGeojson(coverage, world), 200, headers)
    })
    .openapi(yearsRoute, (c) => {
      const query = c.req.valid('query')
      if (query.from > query.to || query.to - query.from >= MOST_YEARS)
        throw badRequest({
          id: `"from" harus sebelum "to", paling banyak ${MOST_YEARS} tahun. Tukar atau persempit keduanya.`,
          en: `"from" must come before "to", at most ${MOST_YEARS} years apart. Swap or narrow them.`,
        })
      return c.json(answerYears(world, query), 200)
    })
}
