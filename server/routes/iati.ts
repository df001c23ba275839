import { createRoute, z } from '@hono/zod-openapi'
import type { IatiReporter } from '../../data/model/iati.ts'
import { downloadHeaders } from '../formats/download.ts'
import { writeIatiXml } from '../formats/iati_xml.ts'
import { notFound } from '../problems.ts'
import type { World } from '../world.ts'
import { activityFilters, listActivities } from './activity_listing.ts'
import { parameters, queryOf } from './parameters.ts'
import { createRouter, REFUSALS } from './router.ts'

const XML = 'application/xml; charset=utf-8'

const route = createRoute({
  method: 'get',
  path: '/api/iati.xml',
  summary: 'Activities by the IATI standard 2.03',
  description:
    'Filters as at `/api/features/activities`. Sample data is never in it, for a registry publishes what it receives; `sample=include` adds it for trials, marked as such.',
  request: { query: queryOf({ ...activityFilters, sample: parameters.sample.optional() }) },
  responses: {
    200: { description: 'One iati-activity an activity', content: { [XML]: { schema: z.string() } } },
    ...REFUSALS,
  },
})

const NOTHING = {
  id: 'Tidak ada kegiatan nyata yang cocok, dan berkas IATI tidak boleh kosong. Longgarkan saringan, atau tambahkan sample=include untuk mencoba dengan data contoh.',
  en: 'No real activity matches, and an IATI file may not be empty. Widen the filters, or add sample=include to try it with sample data.',
}

type Asked = {
  readonly world: World
  readonly reporter: IatiReporter
  readonly now: () => Date
  readonly baseOf: (url: string) => string
}

export const iatiRoutes = ({ world, reporter, now, baseOf }: Asked) =>
  createRouter().openapi(route, async (c) => {
    const { sample, ...filters } = c.req.valid('query')
    const { asOf, activities } = await listActivities(world, filters)
    const told = activities.filter(({ origin }) => origin !== 'sample' || sample === 'include')
    if (told.length === 0) throw notFound(NOTHING)
    const today = now().toISOString().slice(0, 10)
    const body = writeIatiXml(told, { reporter, today, base: baseOf(c.req.url), time: asOf.time }, world)
    return c.body(body, 200, downloadHeaders(XML, ['iati'], 'xml'))
  })
