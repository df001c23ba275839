import { createRoute, z } from '@hono/zod-openapi'
import { formatPeriod } from '../../data/model/period.ts'
import { writeDashboardCsv } from '../formats/dashboard_csv.ts'
import { downloadHeaders } from '../formats/download.ts'
import { change, dashboard, records, villages, week } from './dashboardSchemas.ts'
import { createFigures, type DashboardSources } from './figures.ts'
import { parameters, queryOf } from './parameters.ts'
import { createRouter, json, REFUSALS } from './router.ts'

const about = { region: parameters.region, period: parameters.period.optional() }
const group = { by: parameters.by.optional(), of: parameters.of.optional() }
const urusan = { urusan: parameters.urusan.optional() }
const moments = { since: parameters.position.optional(), until: parameters.position.optional() }

const route = createRoute({
  method: 'get',
  path: '/api/dashboard',
  summary: 'The figures of a region and period: coverage by urusan, activities by groups, reporting by organisation',
  description:
    'An activity counts once, however many sites, themes and organisations it has. Every group holds it whole; what is repeated in the groups is told, so that they reconcile with the one total.',
  request: { query: queryOf(about) },
  responses: { 200: json(dashboard, 'Every figure with its denominator'), ...REFUSALS },
})

const recordsRoute = createRoute({
  method: 'get',
  path: '/api/dashboard/records',
  summary: 'The records behind one of these figures: all activities, those of a group, what an organisation keeps',
  request: { query: queryOf({ ...about, ...group }) },
  responses: { 200: json(records, 'The records, in order of title'), ...REFUSALS },
})

const villagesRoute = createRoute({
  method: 'get',
  path: '/api/dashboard/villages',
  summary: 'Villages with a target, of one urusan or of any, with the verdict under each theme',
  request: { query: queryOf({ ...about, ...urusan }) },
  responses: { 200: json(villages, 'The villages, in order of code'), ...REFUSALS },
})

const changeRoute = createRoute({
  method: 'get',
  path: '/api/dashboard/change',
  summary: 'Gaps closed and opened under every theme between two moments of the register',
  description:
    '`since` and `until` are positions of the journal or ISO dates, as in /api/change; thirty days ago and now unless given.',
  request: { query: queryOf({ ...about, ...moments }) },
  responses: { 200: json(change, 'Every theme with a village whose verdict differs'), ...REFUSALS },
})

const weekRoute = createRoute({
  method: 'get',
  path: '/api/dashboard/week',
  summary: 'What became known to everyone in the last seven days, newest first',
  request: { query: queryOf({ region: parameters.region }) },
  responses: { 200: json(week, 'Entries of the journal with what everyone may see of them'), ...REFUSALS },
})

const CSV = 'text/csv; charset=utf-8'

const csvRoute = createRoute({
  method: 'get',
  path: '/api/dashboard.csv',
  summary: 'One table of the dashboard, or the records behind a figure',
  request: {
    query: queryOf({ ...about, part: parameters.part.optional(), ...group, ...urusan, ...moments }),
  },
  responses: { 200: { description: 'The table', content: { [CSV]: { schema: z.string() } } }, ...REFUSALS },
})

export const dashboardRoutes = (sources: DashboardSources) => {
  const figures = createFigures(sources)
  const { everyone, geography } = sources.world
  return createRouter()
    .openapi(route, (c) => c.json(figures.dashboard(c.req.valid('query')), 200))
    .openapi(recordsRoute, (c) => c.json(figures.records(c.req.valid('query')), 200))
    .openapi(villagesRoute, (c) => c.json(figures.villages(c.req.valid('query')), 200))
    .openapi(changeRoute, async (c) => c.json(await figures.change(c.req.valid('query')), 200))
    .openapi(weekRoute, async (c) => c.json(await figures.week(c.req.valid('query')), 200))
    .openapi(csvRoute, async (c) => {
      const { part = 'coverage', ...asked } = c.req.valid('query')
      const { region, period } = figures.read(asked)
      const about = { region, period: formatPeriod(period), as_of: everyone.asOf().seq }
      const text = writeDashboardCsv(await figures.table(part, asked), about)
      const names = ['ikhtisar', geography.nameOf(region), part, ...(asked.of ? [asked.of] : []), about.period]
      return c.body(text, 200, downloadHeaders(CSV, names, 'csv'))
    })
}
