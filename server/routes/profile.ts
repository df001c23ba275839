import { createRoute, z } from '@hono/zod-openapi'
import type { Feature, Geometry } from 'geojson'
import { AGREEMENT_KINDS, AGREEMENT_STAGES } from '../../data/model/agreement.ts'
import type { ProfileAnswer } from '../../data/model/profile.ts'
import { downloadHeaders } from '../formats/download.ts'
import { notFound, quote } from '../problems.ts'
import { profileOf } from '../profile.ts'
import { writeOrganisationReport } from '../sheet/report/organisation.ts'
import type { World } from '../world.ts'
import { queryOf } from './parameters.ts'
import { organisation } from './recordSchemas.ts'
import { createRouter, json, REFUSALS } from './router.ts'
import { activityStatus, asOf, bbox, code, id, ids, list, origin } from './schemas.ts'

const text = z.string()
const whole = z.number().int()
const stated = z.object({ total: z.number(), known: whole, of: whole })
const site: z.ZodType<Feature<Geometry, { readonly activity: string }>> = z
  .custom<Feature<Geometry, { readonly activity: string }>>()
  .openapi('ProfileSite', {
    type: 'object',
    description: 'A GeoJSON Feature of one site; `activity` names whose it is',
  })

const answer: z.ZodType<ProfileAnswer> = z
  .object({
    asOf,
    organisation,
    bbox: bbox.nullable(),
    activities: list(
      z.object({
        id,
        title: text,
        themes: ids,
        status: activityStatus,
        start: text,
        end: text.nullable(),
        role: text,
        villages: whole,
        freshnessDays: whole,
        completeness: z.number(),
        origin,
      }),
    ),
    themes: list(z.object({ theme: id, activities: whole })),
    villages: list(z.object({ code, name: text, within: text, activities: whole })),
    beneficiaries: stated,
    budget: stated,
    freshness: z.object({ medianDays: z.number(), oldestDays: whole, of: whole }).nullable(),
    completeness: z.object({ share: z.number(), of: whole }),
    agreements: list(
      z.object({
        id,
        title: text,
        kind: z.enum(AGREEMENT_KINDS),
        stage: z.enum(AGREEMENT_STAGES),
        end: text.nullable(),
      }),
    ),
    sites: list(site),
    isSample: z.boolean(),
  })
  .openapi('Profile')

const route = createRoute({
  method: 'get',
  path: '/api/profile/{id}',
  summary: 'What an organisation does: activities, villages, themes, people reached, freshness, agreements',
  request: { params: z.object({ id: z.string() }), query: queryOf({}) },
  responses: { 200: json(answer, 'The profile'), ...REFUSALS },
})

const pdfRoute = createRoute({
  method: 'get',
  path: '/api/profile/{id}/report.pdf',
  summary: 'The same written out on A4: map, figures, tables, sources',
  request: { params: z.object({ id: z.string() }), query: queryOf({}) },
  responses: {
    200: {
      description: 'The report, its text to be searched and copied',
      content: { 'application/pdf': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...REFUSALS,
  },
})

export const profileRoutes = (world: World, now: () => Date) => {
  const profileAsked = (given: string): ProfileAnswer => {
    const held = world.everyone.find('organisation', given)
    if (!held)
      throw notFound({
        id: `Tidak ada lembaga umum ${quote(given)}. Cari namanya di /api/search?q=.`,
        en: `There is no public organisation ${quote(given)}. Search for its name at /api/search?q=.`,
      })
    return profileOf(held.record, now().toISOString(), world)
  }
  return createRouter()
    .openapi(route, (c) => c.json(profileAsked(c.req.valid('param').id), 200))
    .openapi(pdfRoute, async (c) => {
      const found = profileAsked(c.req.valid('param').id)
      const { pages, facts } = await writeOrganisationReport(world, found, c.req.valid('query').lang ?? 'id')
      const pdf = new Uint8Array(await world.press.pdf(pages, facts, { signal: c.req.raw.signal }))
      return c.body(pdf, 200, downloadHeaders('application/pdf', ['laporan', facts.title], 'pdf'))
    })
}
