import { createRoute, z } from '@hono/zod-openapi'
import type { Geometry, MultiPolygon, Polygon } from 'geojson'
import { LAYERS } from '../../data/layers/index.ts'
import type { LayerId } from '../../data/layers/layer.ts'
import type { FeatureAnswer, FeaturesAnswer } from '../../data/model/answers.ts'
import { isArea, isObject, readDrawn } from '../area/drawn.ts'
import { nearMatches } from '../near.ts'
import { badRequest, notFound, quote } from '../problems.ts'
import type { World } from '../world.ts'
import { requireJson } from './body.ts'
import { listInShape, listNear } from './drawn_listing.ts'
import { type FeaturePage, listFeatures } from './listing.ts'
import { parameters, queryOf } from './parameters.ts'
import { createRouter, REFUSALS, type SeenAt } from './router.ts'
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

const PAGE_OF_FEATURES = { description: 'A page of features', content: { 'application/geo+json': { schema: answer } } }

/** The filters of every list of features; which of them a layer honours is its own. */
export const featureFilters = {
  within: parameters.within.optional(),
  period: parameters.period.optional(),
  theme: parameters.theme.optional(),
  organisation: parameters.organisation.optional(),
  status: parameters.status.optional(),
  verification: parameters.verification.optional(),
  level: parameters.level.optional(),
}

const filters = {
  ...featureFilters,
  after: parameters.after.optional(),
  hits: parameters.hits.optional(),
  limit: parameters.limitOf(1000, 5000),
}

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
      near: parameters.near.optional(),
      withinKm: parameters.withinKm.optional(),
      nearest: parameters.nearest.optional(),
      ...filters,
    }),
  },
  responses: { 200: PAGE_OF_FEATURES, ...REFUSALS },
})

export const requireLayer = (text: string): LayerId => {
  const all = LAYERS.map(({ id }) => id)
  const layer = all.find((id) => id === text)
  if (layer) return layer
  const near = nearMatches(text, all)[0]
  throw notFound({
    id: `Lapisan ${quote(text)} tidak ada. ${near ? `Maksud Anda ${near}? ` : ''}Yang ada: ${all.join(', ')}.`,
    en: `There is no layer ${quote(text)}. ${near ? `Did you mean ${near}? ` : ''}Available: ${all.join(', ')}.`,
  })
}

const shape: z.ZodType<Geometry> = z.custom<Geometry>().openapi('DrawnArea', {
  type: 'object',
  description: 'A GeoJSON Polygon or MultiPolygon, alone or as a Feature; at most 10,000 positions',
})

const shapeRoute = createRoute({
  method: 'post',
  path: '/api/features/{layer}',
  summary: 'The features of a layer that really share ground with the area that is sent',
  description: 'Filters and pages as with GET; post the same area to the link `next`.',
  middleware: requireJson,
  request: {
    params: z.object({ layer: z.string().openapi({ example: 'activities' }) }),
    query: queryOf(filters),
    body: { content: { 'application/json': { schema: shape } }, required: true },
  },
  responses: { 200: PAGE_OF_FEATURES, ...REFUSALS },
})

const NEAR_WHAT = {
  id: '"withinKm" dan "nearest" dihitung dari sebuah titik. Tambahkan "near", misalnya near=111.5,-0.1.',
  en: '"withinKm" and "nearest" are counted from a position. Add "near", such as near=111.5,-0.1.',
}
const NO_AREA = {
  id: 'Bentuk ini tidak punya luas. Kirim Polygon atau MultiPolygon; untuk jarak dari sebuah titik pakai "near".',
  en: 'This shape has no area. Send a Polygon or MultiPolygon; for distances from a point use "near".',
}

const requireArea = (body: unknown): Polygon | MultiPolygon => {
  const drawn = readDrawn(isObject(body) && body.type === 'Feature' ? body.geometry : body)
  if (isArea(drawn)) return drawn
  throw badRequest(NO_AREA)
}

export const featureRoutes = (world: World, seenAt: SeenAt) => {
  const bodyOf = (page: FeaturePage, url: string, hits: 'true' | 'false' | undefined) => {
    const self = seenAt(url)
    const links = [{ rel: 'self', href: self.href, type: 'application/geo+json' }]
    const features = hits === 'true' ? [] : [...page.features]
    if (page.next !== null && hits !== 'true') {
      const next = new URL(self)
      next.searchParams.set('after', page.next)
      links.push({ rel: 'next', href: next.href, type: 'application/geo+json' })
    }
    const { matched: numberMatched, asOf: seen } = page
    const type = 'FeatureCollection' as const
    return { type, numberMatched, numberReturned: features.length, asOf: seen, links, features }
  }
  const GEOJSON = { 'Content-Type': 'application/geo+json' }
  return createRouter()
    .openapi(route, async (c) => {
      const layer = requireLayer(c.req.valid('param').layer)
      const { near, withinKm, nearest, hits, ...asked } = c.req.valid('query')
      if (near === undefined && (withinKm !== undefined || nearest !== undefined)) throw badRequest(NEAR_WHAT)
      const page = near
        ? listNear(world, layer, asked, { near, withinKm, nearest })
        : await listFeatures(world, layer, asked)
      return c.json(bodyOf(page, c.req.url, hits), 200, GEOJSON)
    })
    .openapi(shapeRoute, async (c) => {
      const layer = requireLayer(c.req.valid('param').layer)
      const { hits, ...asked } = c.req.valid('query')
      const page = await listInShape(world, layer, requireArea(c.req.valid('json')), asked)
      return c.json(bodyOf(page, c.req.url, hits), 200, GEOJSON)
    })
}
