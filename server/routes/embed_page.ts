import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { sitesFor } from '../../data/model/embed_sites.ts'
import { answerOembed, type OembedAnswer, viewOfAddress } from '../embed/oembed.ts'
import { type EmbedPage, embedPolicy } from '../embed/page.ts'
import type { EmbedSiteBook } from '../embed/sites.ts'
import { notFound, Refusal } from '../problems.ts'
import type { World } from '../world.ts'
import { requireKnown, requirePlace, THEME_WORDS } from './asked.ts'
import { createRouter, json, REFUSALS } from './router.ts'

const answer: z.ZodType<OembedAnswer> = z
  .object({
    version: z.literal('1.0'),
    type: z.literal('rich'),
    provider_name: z.literal('Bentang'),
    provider_url: z.string(),
    title: z.string(),
    html: z.string(),
    width: z.number().int(),
    height: z.number().int(),
    cache_age: z.number().int(),
    thumbnail_url: z.string(),
    thumbnail_width: z.number().int(),
    thumbnail_height: z.number().int(),
  })
  .openapi('Oembed')

const pixels = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .optional()
  .openapi({ type: 'string', example: '800' })

const oembedRoute = createRoute({
  method: 'get',
  path: '/oembed',
  summary: 'A view as a widget for sites that understand oEmbed; `url` is an address of the map or of a widget',
  request: {
    query: z.object({
      url: z.string().max(4_000).openapi({ example: 'http://localhost:8080/?region=61.05&theme=stunting' }),
      maxwidth: pixels,
      maxheight: pixels,
      format: z.string().max(20).optional().openapi({ example: 'json' }),
    }),
  },
  responses: { 200: json(answer, 'oEmbed 1.0, type rich'), ...REFUSALS },
})

const ELSEWHERE = {
  id: 'Alamat ini bukan tampilan Bentang ini. Salin alamat peta atau widget dari peramban, lalu coba lagi.',
  en: 'This address is no view of this Bentang. Copy the address of the map or of a widget from the browser and try again.',
}
const JSON_ONLY = {
  id: 'Hanya format=json yang tersedia. Hapus "format", lalu coba lagi.',
  en: 'Only format=json is available. Remove "format" and try again.',
}

export const discoveryOf = (base: string, address: string): string =>
  `${base}/oembed?url=${encodeURIComponent(address)}&format=json`

type Given = {
  readonly world: World
  readonly sites: EmbedSiteBook
  /** Null where the client was not built. */
  readonly page: EmbedPage | null
  /** The public address for a request's own. */
  readonly baseOf: (url: string) => string
}

/** The page of widgets, the one page that others may frame, and what tells them how. */
export const embedPageRoutes = ({ world, sites, page, baseOf }: Given) => {
  const serve = (c: Context) => {
    if (!page) throw notFound(ELSEWHERE)
    const { search } = new URL(c.req.url)
    const allowed = sitesFor(sites.now(), new URLSearchParams(search).get('site'))
    const base = baseOf(c.req.url)
    const { html, etag } = page.make(allowed, discoveryOf(base, `${base}/embed${search}`))
    // Asked for anew each time: a site that was taken off the list is refused at once.
    const headers = { 'Content-Security-Policy': embedPolicy(allowed), 'Cache-Control': 'no-cache', ETag: etag }
    if (c.req.header('If-None-Match') === etag) return c.body(null, 304, headers)
    return c.html(html, 200, headers)
  }
  const router = createRouter().openapi(oembedRoute, (c) => {
    const { url, maxwidth, maxheight, format } = c.req.valid('query')
    if (format !== undefined && format !== 'json') throw new Refusal('bad-request', JSON_ONLY)
    const base = baseOf(c.req.url)
    const view = viewOfAddress(url, base)
    if (!view) throw notFound(ELSEWHERE)
    requirePlace(view.region, world.geography)
    requireKnown(view.theme, world.themes, THEME_WORDS)
    return c.json(answerOembed(world, view, base, { width: maxwidth, height: maxheight }), 200)
  })
  router.get('/embed', serve)
  router.get('/embed/', serve)
  return router
}
