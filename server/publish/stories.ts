import { createHash } from 'node:crypto'
import type { Reader } from '../pages/page.ts'
import { findPage } from '../pages/pages.ts'
import { headOf, PLAIN_STYLE } from '../pages/shell.ts'
import { storiesOf } from '../pages/story_page.ts'
import { asRefusal } from '../problems.ts'
import { contextRoutes } from '../routes/context.ts'
import { coverageRoutes } from '../routes/coverage.ts'
import { createRouter } from '../routes/router.ts'
import { storyRoutes } from '../routes/stories.ts'
import { tileRoutes } from '../routes/tiles.ts'
import { type Ask, type PackParts, packStory } from '../story_pack.ts'
import { createTilesets } from '../tiles/tilesets.ts'
import type { PhotoShelf } from '../work/photos/shelf.ts'
import { isPublicPhoto } from '../work/photos/take.ts'
import type { World } from '../world.ts'
import type { PublishedFile } from './publication.ts'

/** What packs of stories are made of beside the records. */
export type Packing = { readonly parts: PackParts; readonly photos: Pick<PhotoShelf, 'find'> }

/** The public answers that a pack asks for, on the day of the last entry. */
const askOf = (world: World, photos: Packing['photos']): Ask => {
  const app = createRouter()
    .route('/', storyRoutes(world))
    .route(
      '/',
      contextRoutes(world, () => new Date(world.everyone.asOf().time)),
    )
    .route('/', coverageRoutes(world))
    .route(
      '/',
      tileRoutes(world, (url) => new URL(url), createTilesets(world)),
    )
  app.get('/api/photos/:id', async (c) => {
    const id = c.req.param('id')
    const found = isPublicPhoto({ world }, id) ? await photos.find(id) : null
    return found ? c.body(found.bytes, 200, { 'Content-Type': found.type }) : c.body(null, 404)
  })
  app.onError((error, c) => {
    if (asRefusal(error).problem === 'internal') throw error
    return c.body(null, 400)
  })
  return (path) => app.request(path)
}

const sumOf = (...texts: readonly string[]): string =>
  texts
    .reduce((hash, text) => hash.update(text), createHash('sha256'))
    .digest('hex')
    .slice(0, 16)

const replaceOnce = (text: string, what: RegExp, by: string): string => {
  if (!what.test(text)) throw new Error(`The pack of a story has nothing like ${what}; look at server/story_pack.ts.`)
  return text.replace(what, () => by)
}

/** What search engines, social sites and browsers without scripts read of a story stands in its player too: that is the address people share. */
const readable = (pack: Uint8Array, head: string, main: string): Uint8Array => {
  const headed = replaceOnce(new TextDecoder().decode(pack), /<title>[^<]*<\/title>/, head)
  const words = `<noscript><style>body{overflow:auto}#app{display:none}${PLAIN_STYLE}</style>${main}</noscript>`
  return new TextEncoder().encode(replaceOnce(headed, /<div id="app"><\/div>/, `<div id="app"></div>${words}`))
}

/** Every public story as one file that plays at `/present/<id>/` and from wherever it is saved to. */
export async function* storyFiles(reader: Reader, { parts, photos }: Packing): AsyncGenerator<PublishedFile> {
  const { world, site } = reader
  const ask = askOf(world, photos)
  const built = sumOf(parts.player, parts.style, parts.worker)
  const drawnFrom = JSON.stringify([built, world.everyone.asOf(), world.boundaries])
  for (const { id } of storiesOf(world)) {
    const path = `present/${encodeURIComponent(id)}`
    const page = await findPage(`/${path}`, reader)
    if (!page) continue
    const head = headOf(page, site).text
    const bytes = async () => {
      const pack = await packStory(ask, parts, id)
      if (!pack) throw new Error(`The story ${id} has a page and no answer.`)
      return readable(pack, head, page.main.text)
    }
    yield { path: `${path}/index.html`, made: sumOf(drawnFrom, head, page.main.text), bytes }
  }
}
