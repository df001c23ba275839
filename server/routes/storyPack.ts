import { createRoute, z } from '@hono/zod-openapi'
import { downloadHeaders } from '../formats/download.ts'
import { notFound, quote } from '../problems.ts'
import { type Ask, type PackParts, packStory } from '../story_pack.ts'
import { queryOf } from './parameters.ts'
import { createRouter, REFUSALS } from './router.ts'
import { id } from './schemas.ts'

export const HTML = 'text/html; charset=utf-8'

const route = createRoute({
  method: 'get',
  path: '/api/stories/{id}/pack.html',
  summary: 'A story as one HTML file that plays by double click, without network or server, as everyone may see it',
  request: { params: z.object({ id }), query: queryOf({}) },
  responses: { 200: { description: 'The file', content: { [HTML]: { schema: z.string() } } }, ...REFUSALS },
})

const noStory = (given: string) =>
  notFound({
    id: `Tidak ada cerita ${quote(given)} yang terbuka untuk umum. Daftarnya di /api/stories.`,
    en: `There is no story ${quote(given)} open to everyone. /api/stories lists them.`,
  })

const NOT_BUILT = notFound({
  id: 'Pemutar luring belum dibangun. Jalankan: npm run build',
  en: 'The offline player is not built. Run: npm run build',
})

/** What packs are made with: what the build left for them, and answers to paths of this server as everyone gets them. */
export type Packing = { readonly ask: Ask; readonly parts: () => Promise<PackParts> }

/** `read` brings what the build left; it is read once. */
export const packing = (ask: Ask, read: (() => Promise<PackParts>) | undefined): Packing => {
  let reading: Promise<PackParts> | null = null
  return {
    ask,
    parts: () => {
      if (read === undefined) throw NOT_BUILT
      reading ??= read()
      return reading
    },
  }
}

export const storyPackRoutes = ({ ask, parts }: Packing) =>
  createRouter().openapi(route, async (c) => {
    const given = c.req.valid('param').id
    const html = await packStory(ask, await parts(), given)
    if (!html) throw noStory(given)
    return c.body(html, 200, downloadHeaders(HTML, ['cerita', given], 'html'))
  })
