import { createRoute, z } from '@hono/zod-openapi'
import { type EmbedSites, MOST_LISTS, MOST_ORIGINS, readSiteList, type SiteList } from '../../data/model/embed_sites.ts'
import type { EmbedSiteBook } from '../embed/sites.ts'
import { badRequest, notFound, quote } from '../problems.ts'
import { requireJson } from './body.ts'
import { queryOf } from './parameters.ts'
import { bodyOf } from './personSchemas.ts'
import { createRouter, json, REFUSALS } from './router.ts'
import { list } from './schemas.ts'

const query = queryOf({})
const siteList: z.ZodType<SiteList> = z
  .object({ key: z.string(), name: z.string(), origins: list(z.string()) })
  .openapi('SiteList')
const answer: z.ZodType<EmbedSites> = z
  .object({ isOpen: z.boolean().describe('Whether any site may frame widgets without a key'), lists: list(siteList) })
  .openapi('EmbedSites')
const answered = { 200: json(answer, 'All lists as they stand now'), ...REFUSALS }
const params = z.object({ key: z.string().openapi({ example: 'sintang' }) })

const readRoute = createRoute({
  method: 'get',
  path: '/api/embeds',
  summary: 'Which sites may show widgets',
  request: { query },
  responses: answered,
})
const openRoute = createRoute({
  method: 'put',
  path: '/api/embeds',
  summary: 'Opens widgets without a key to every site, or closes them',
  middleware: requireJson,
  request: { query, body: bodyOf(z.strictObject({ isOpen: z.boolean() }).openapi('EmbedOpening')) },
  responses: answered,
})
const given = z.strictObject({ name: z.string().max(120), origins: z.array(z.string().max(200)).max(MOST_ORIGINS) })
const keepRoute = createRoute({
  method: 'put',
  path: '/api/embeds/{key}',
  summary: 'Keeps the sites of a key: whole origins such as https://sintang.go.id',
  middleware: requireJson,
  request: { query, params, body: bodyOf(given.openapi('SiteListGiven')) },
  responses: answered,
})
const dropRoute = createRoute({
  method: 'delete',
  path: '/api/embeds/{key}',
  summary: 'Drops a key: widgets that carry it are shown by no site any more',
  request: { query, params },
  responses: answered,
})

const UNREADABLE = {
  id: `Kunci memakai huruf kecil, angka, dan tanda hubung. Situs ditulis lengkap tanpa jalur, misalnya https://sintang.go.id, satu sampai ${MOST_ORIGINS} buah.`,
  en: `A key takes lower case letters, digits and hyphens. Sites are whole and without a path, such as https://sintang.go.id, one to ${MOST_ORIGINS} of them.`,
}
const FULL = {
  id: `Paling banyak ${MOST_LISTS} kunci. Hapus yang tidak dipakai lagi, lalu coba lagi.`,
  en: `At most ${MOST_LISTS} keys. Drop those no longer in use, then try again.`,
}

const withList = (sites: EmbedSites, list: SiteList): EmbedSites => {
  const others = sites.lists.filter(({ key }) => key !== list.key)
  if (others.length >= MOST_LISTS) throw badRequest(FULL)
  return { ...sites, lists: [...others, list].sort((a, b) => (a.key < b.key ? -1 : 1)) }
}

const withoutList = (sites: EmbedSites, key: string): EmbedSites => {
  if (sites.lists.some((one) => one.key === key))
    return { ...sites, lists: sites.lists.filter((one) => one.key !== key) }
  throw notFound({
    id: `Kunci ${quote(key)} tidak ada. Daftarnya ada di /api/embeds.`,
    en: `There is no key ${quote(key)}. The list is at /api/embeds.`,
  })
}

/** Which sites may show widgets: kept by Sekber and admins. */
export const embedsRoutes = (sites: EmbedSiteBook) =>
  createRouter()
    .openapi(readRoute, (c) => c.json(sites.now(), 200))
    .openapi(openRoute, async (c) => {
      const { isOpen } = c.req.valid('json')
      return c.json(await sites.change((now) => ({ ...now, isOpen })), 200)
    })
    .openapi(keepRoute, async (c) => {
      const { name, origins } = c.req.valid('json')
      const list = readSiteList(c.req.valid('param').key, name, origins)
      if (!list) throw badRequest(UNREADABLE)
      return c.json(await sites.change((now) => withList(now, list)), 200)
    })
    .openapi(dropRoute, async (c) => {
      const { key } = c.req.valid('param')
      return c.json(await sites.change((now) => withoutList(now, key)), 200)
    })
