import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Context, Hono } from 'hono'
import { layerOf } from '../../data/layers/index.ts'
import type { Language } from '../../data/model/words.ts'
import type { AppEnv } from '../access/caller.ts'
import { CATALOGUE_LINK, METADATA } from '../metadata/facts.ts'
import { catalogueText, metadataText } from '../metadata/records.ts'
import { cardOf } from '../pages/card.ts'
import { isLayer } from '../pages/data_pages.ts'
import type { Reader } from '../pages/page.ts'
import { findPage, pagePaths } from '../pages/pages.ts'
import { clientPage, wholePage } from '../pages/shell.ts'
import { liveSite } from '../pages/site.ts'
import { robots, sitemap } from '../pages/sitemap.ts'
import type { World } from '../world.ts'

/** Screens that hold nothing for a search engine. */
const CLOSED = ['sign-in', 'invitation', 'account', 'people', 'work', 'review', 'import', 'journal']
/** Pages without a screen of the client. */
const PLAIN = /^\/data(\/|$)/

type PageOptions = {
  readonly world: World
  readonly now: () => Date
  /** The built client; without it pages stand alone. */
  readonly webFolder: string | undefined
  /** Where visitors reach the server. */
  readonly baseOf: (url: string) => string
}

export const languageAsked = (url: string): Language => (new URL(url).searchParams.get('lang') === 'en' ? 'en' : 'id')

/** One page whatever else its address says: the client reads the rest. */
export const pageAddress = (url: string): string => {
  const { origin, pathname } = new URL(url)
  return `${origin}${pathname}?lang=${languageAsked(url)}`
}

const readIndex = (webFolder: string | undefined): string | null =>
  webFolder === undefined ? null : readFileSync(join(webFolder, 'index.html'), 'utf8')

/** The public pages with their content in them, and what leads a search engine to them. */
export const pageRoutes = ({ world, now, webFolder, baseOf }: PageOptions) => {
  const index = readIndex(webFolder)
  const readerOf = (url: string): Reader => ({
    world,
    site: liveSite(baseOf(url)),
    language: languageAsked(url),
    today: now().toISOString(),
  })
  const answer = async (c: Context<AppEnv>) => {
    const reader = readerOf(c.req.url)
    const page = await findPage(new URL(c.req.url).pathname, reader)
    if (!page) return c.notFound()
    const text =
      index === null || PLAIN.test(c.req.path) ? wholePage(page, reader.site) : clientPage(index, page, reader.site)
    return c.html(text, 200, { 'Cache-Control': 'no-cache' })
  }
  const describe = (form: keyof typeof METADATA) => async (c: Context<AppEnv>) => {
    const id = c.req.param('layer') ?? ''
    if (!isLayer(id)) return c.notFound()
    const text = await metadataText(layerOf(id), form, readerOf(c.req.url))
    return c.body(text, 200, { 'Content-Type': `${METADATA[form].type}; charset=utf-8` })
  }
  return new Hono<AppEnv>()
    .get('/', answer)
    .get('/p/:kind/:id', answer)
    .get('/present/:id', answer)
    .get('/data', answer)
    .get('/data/:layer', answer)
    .get(CATALOGUE_LINK.href, async (c) =>
      c.body(await catalogueText(readerOf(c.req.url)), 200, { 'Content-Type': CATALOGUE_LINK.type }),
    )
    .get('/data/:layer/metadata.json', describe('satuData'))
    .get('/data/:layer/metadata.xml', describe('iso19139'))
    .get('/og/*', async (c) => {
      const asked = /^\/og\/(id|en)(\/.+)\.png$/.exec(new URL(c.req.url).pathname)
      if (!asked) return c.notFound()
      const [, language, path] = asked as unknown as [string, Language, string]
      const page = await findPage(path === '/index' ? '/' : path, { ...readerOf(c.req.url), language })
      if (!page) return c.notFound()
      return c.body(new Uint8Array(await cardOf(page, world)), 200, {
        'Content-Type': 'image/png',
        'Cache-Control': 'public, max-age=3600',
      })
    })
    .get('/robots.txt', (c) =>
      c.text(
        robots(
          baseOf(c.req.url),
          CLOSED.map((one) => `/${one}`),
        ),
        200,
      ),
    )
    .get('/sitemap.xml', (c) => {
      const { site } = readerOf(c.req.url)
      const body = sitemap(pagePaths(world), site, world.everyone.asOf().time)
      return c.body(body, 200, { 'Content-Type': 'application/xml; charset=utf-8' })
    })
}
