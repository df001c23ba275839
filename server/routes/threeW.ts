import { createRoute, z } from '@hono/zod-openapi'
import { downloadHeaders } from '../formats/download.ts'
import { writeThreeWCsv } from '../formats/three_w_csv.ts'
import type { World } from '../world.ts'
import { activityFilters, listActivities } from './activity_listing.ts'
import { parameters, queryOf } from './parameters.ts'
import { createRouter, REFUSALS } from './router.ts'

const CSV = 'text/csv; charset=utf-8'

const route = createRoute({
  method: 'get',
  path: '/api/3w.csv',
  summary: 'Who does what, where: one row an activity, place and implementing organisation (OCHA 3W)',
  description:
    'Filters as at `/api/features/activities`. `hxl=1` adds the row of HXL hashtags; `/import` reads such a file back as updates.',
  request: {
    query: queryOf({
      ...activityFilters,
      hxl: parameters.hxl.optional(),
    }),
  },
  responses: { 200: { description: 'The table', content: { [CSV]: { schema: z.string() } } }, ...REFUSALS },
})

export const threeWRoutes = (world: World) =>
  createRouter().openapi(route, async (c) => {
    const { hxl, ...filters } = c.req.valid('query')
    const { asOf, activities } = await listActivities(world, filters)
    return c.body(writeThreeWCsv(activities, asOf, hxl === '1', world), 200, downloadHeaders(CSV, ['3w'], 'csv'))
  })
