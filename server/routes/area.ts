import { createRoute, z } from '@hono/zod-openapi'
import type { AreaReportAnswer, AreaReportRequest } from '../../data/model/answers.ts'
import { readAreaAsked } from '../area/asked.ts'
import { groundOf } from '../area/ground.ts'
import { createUnitGround } from '../area/unit_ground.ts'
import { assembleReport } from '../area_report.ts'
import { downloadHeaders } from '../formats/download.ts'
import { badRequest } from '../problems.ts'
import { writeAreaReport } from '../sheet/report/area.ts'
import type { World } from '../world.ts'
import { requireJson } from './body.ts'
import { queryOf } from './parameters.ts'
import { createRouter, json, REFUSALS } from './router.ts'
import { activityStatus, asOf, bbox, code, id, ids, list, origin, verdict, verdictCounts } from './schemas.ts'

const whole = z.number().int()
const hectares = z.number()
const stated = { known: whole, of: whole.describe('Activities active in the period') }

const answer: z.ZodType<AreaReportAnswer> = z
  .object({
    asOf,
    period: z.string(),
    areaHa: hectares,
    repaired: z.boolean().describe('The shape crossed itself and was mended'),
    geometry: z.custom<AreaReportAnswer['geometry']>().openapi({ type: 'object', description: 'As it was measured' }),
    bbox,
    sample: z.boolean(),
    villages: list(z.object({ code, name: z.string(), within: z.string(), areaHa: hectares, share: z.number() })),
    activities: list(
      z.object({
        id,
        title: z.string(),
        themes: ids,
        organisations: ids,
        status: activityStatus,
        start: z.string(),
        end: z.string().nullable(),
        origin,
        areaHa: hectares.nullable(),
        freshnessDays: whole,
      }),
    ),
    organisations: list(z.object({ id, name: z.string(), activities: whole })),
    targets: list(
      z.object({
        id,
        title: z.string(),
        theme: z.string(),
        organisation: id,
        year: whole,
        measure: z.enum(['presence', 'area']),
        origin,
        areaHa: hectares.nullable(),
      }),
    ),
    themes: list(
      z.object({
        theme: z.string(),
        verdict,
        activities: whole,
        targets: whole,
        servedHa: hectares,
        overlapHa: hectares,
        villages: verdictCounts,
      }),
    ),
    authority: list(
      z.object({
        id,
        name: z.string(),
        kind: z.string(),
        holder: z.string(),
        areaHa: hectares,
        share: z.number(),
        origin,
      }),
    ),
    budget: z.object({ totalIdr: z.number(), ...stated }),
    beneficiaries: z.object({ total: z.number(), ...stated }),
    freshness: z.object({ medianDays: z.number(), oldestDays: z.number(), of: whole }).nullable(),
  })
  .openapi('AreaReport')

const asked: z.ZodType<AreaReportRequest> = z.custom<AreaReportRequest>().openapi('AreaReportRequest', {
  type: 'object',
  description:
    'Either `geometry` (GeoJSON) or `units` (place codes), with `bufferKm` (up to 50) around it and a `period` such as "2026", this year unless given. A bare GeoJSON geometry or Feature is taken too.',
  properties: {
    geometry: { type: 'object' },
    units: { type: 'array', items: { type: 'string' } },
    bufferKm: { type: 'number' },
    period: { type: 'string' },
  },
  example: { units: ['61.05.01.2007'], bufferKm: 2, period: '2026' },
})

const body = { content: { 'application/json': { schema: asked } }, required: true }

const route = createRoute({
  method: 'post',
  path: '/api/area-report',
  summary:
    'Everything known of a drawn area or a list of units: who, what, targets, verdicts by theme, villages, budget',
  middleware: requireJson,
  request: { query: queryOf({}), body },
  responses: { 200: json(answer, 'The report'), ...REFUSALS },
})

const pdfRoute = createRoute({
  method: 'post',
  path: '/api/area-report.pdf',
  summary: 'The same report written out on A4: map, figures, tables, sources',
  middleware: requireJson,
  request: { query: queryOf({}), body },
  responses: {
    200: {
      description: 'The report, its text to be searched and copied',
      content: { 'application/pdf': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...REFUSALS,
  },
})

/** What the engine cannot measure although it could be read: it encloses nothing. */
const NO_AREA = {
  id: 'Bentuk ini tidak melingkupi luas apa pun. Gambar bidang yang terbuka lebar, atau tambahkan "bufferKm".',
  en: 'This shape encloses no area. Draw one that opens wider, or add "bufferKm".',
}

export const areaRoutes = (world: World, now: () => Date) => {
  const units = createUnitGround(world.geography, world.geometry)
  const reportOn = async (body: AreaReportRequest, signal: AbortSignal): Promise<AreaReportAnswer> => {
    const today = now().toISOString()
    const request = readAreaAsked(body, world.geography, Number(today.slice(0, 4)))
    const { geometry, repaired } = await groundOf(request, units, world, signal)
    const finding = await world.everyone.engine.area(geometry, { signal })
    if (typeof finding === 'string') throw badRequest(NO_AREA)
    const isDrawn = 'drawn' in request.subject && request.bufferKm === 0
    const report = { period: request.period, repaired: isDrawn ? finding.repaired : repaired, today }
    return assembleReport(finding, report, world)
  }
  return createRouter()
    .openapi(route, async (c) => c.json(await reportOn(c.req.valid('json'), c.req.raw.signal), 200))
    .openapi(pdfRoute, async (c) => {
      const { signal } = c.req.raw
      const body = c.req.valid('json')
      const found = await reportOn(body, signal)
      const units = body.units ?? []
      const { pages, facts } = await writeAreaReport(world, found, units, c.req.valid('query').lang ?? 'id')
      const pdf = new Uint8Array(await world.press.pdf(pages, facts, { signal }))
      return c.body(pdf, 200, downloadHeaders('application/pdf', ['laporan', facts.title], 'pdf'))
    })
}
