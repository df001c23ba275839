import { createRoute, z } from '@hono/zod-openapi'
import type { Feature, Geometry } from 'geojson'
import { AGREEMENT_KINDS, AGREEMENT_STAGES } from '../../data/model/agreement.ts'
import type { ProfileAnswer } from '../../data/model/profile.ts'
import { notFound, quote } from '../problems.ts'
import { profileOf } from '../profile.ts'
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

export const profileRoutes = (world: World, now: () => Date) =>
  createRouter().openapi(route, (c) => {
    const given = c.req.valid('param').id
    const held = world.everyone.find('organisation', given)
    if (!held)
      throw notFound({
        id: `Tidak ada lembaga umum ${quote(given)}. Cari namanya di /api/search?q=.`,
        en: `There is no public organisation ${quote(given)}. Search for its name at /api/search?q=.`,
      })
    return c.json(profileOf(held.record, now().toISOString(), world), 200)
  })
