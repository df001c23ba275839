import { createRoute, z } from '@hono/zod-openapi'
import { LAYERS } from '../../data/layers/index.ts'
import type { LayerId } from '../../data/layers/layer.ts'
import type { FeatureAnswer, FeaturesAnswer } from '../../data/model/answers.ts'
import { nearMatches } from '../near.ts'
import { notFound, quote } from '../problems.ts'
import type { World } from '../world.ts'
import { listFeatures } from './listing.ts'
import { parameters, queryOf } from './parameters.ts'
import { createRouter, json, REFUSALS, type SeenAt } from './router.ts'
import { asOf, list } from './schemas.ts'

const whole = z.number().int()

const feature: z.ZodType<FeatureAnswer> = z.custom<FeatureAnswer>().openapi('Feature', {
  type: 'object',
  description: 'GeoJSON (RFC 7946); the geometry is null where only codes are known',
})

const answer: z.ZodType<FeaturesAnswer> = z
  .object({
    type: z.literal('FeatureCollection'),
    numberMatched: whole,
    numberReturned: whole,
    asOf,
    links: list(z.object({ rel: z.string(), href: z.string(), type: z.string() })),
    features: z.array(feature),
  })
  .openapi('Features')

const route = createRoute({
  method: 'get',
  path: '/api/features/{layer}',
  summary: 'The features of a layer as GeoJSON, a page at a time',
  description:
    'Record layers take every filter; place layers take `bbox` and `within`; `gaps` and `overlaps` need `theme` and `period`. Follow the link `next` until there is none.',
  request: {
    params: z.object({ layer: z.string().openapi({ example: 'activities' }) }),
    query: queryOf({
      bbox: parameters.bbox.optional(),
      within: parameters.within.optional(),
      period: parameters.period.optional(),
      theme: parameters.theme.optional(),
      organisation: parameters.organisation.optional(),
      status: parameters.status.optional(),
      verification: parameters.verification.optional(),
      level: parameters.level.optional(),
      after: parameters.after.optional(),
      limit: parameters.limitOf(1000, 5000),
    }),
  },
  responses: { 200: json(answer, 'A page of features'), ...REFUSALS },
})

const requireLayer = (text: string): LayerId => {
  const all = LAYERS.map(({ id }) => id)
  const layer = all.find((id) => id === text)
  if (layer) return layer
  const near = nearMatches(text, all)[0]
  throw notFound({
    id: `Lapisan ${quote(text)} tidak ada. ${near ? `Maksud Anda ${near}? ` : ''}Yang ada: ${all.join(', ')}.`,
    en: `There is no layer ${quote(text)}. ${near ? `Did you mean ${near}? ` : ''}Available: ${all.join(', ')}.`,
  })
}

export const featureRoutes = (world: World, seenAt: SeenAt) =>
  createRouter().openapi(route, async (c) => {
    const layer = requireLayer(c.req.valid('param').layer)
    const page = await listFeatures(world, layer, c.req.valid('query'))
    const self = seenAt(c.req.url)
    const links = [{ rel: 'self', href: self.href, type: 'application/geo+json' }]
    if (page.next !== null) {
      const next = new URL(self)
      next.searchParams.set('after', page.next)
      links.push({ rel: 'next', href: next.href, type: 'application/geo+json' })
    }
    const body = {
      type: 'FeatureCollection' as const,
      numberMatched: page.matched,
      numberReturned: page.features.length,
      asOf: page.asOf,
      links,
      features: [...page.features],
    }
    return c.json(body, 200, { 'Content-Type': 'application/geo+json' })
  })
