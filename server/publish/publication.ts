import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { LAYERS, layerOf } from '../../data/layers/index.ts'
import type { Language } from '../../data/model/words.ts'
import { embedFiles } from '../embed/files.ts'
import { createEmbedTiles } from '../embed/tiles.ts'
import { CATALOGUE_LINK, METADATA_FORMS, metadataPath, yearsOf } from '../metadata/facts.ts'
import { catalogueText, metadataText } from '../metadata/records.ts'
import { cardOf, plainCardOf } from '../pages/card.ts'
import type { PublicPage, Reader } from '../pages/page.ts'
import { findPage, pagePaths } from '../pages/pages.ts'
import { wholePage } from '../pages/shell.ts'
import { folderSite, isAnalysis, picturePath } from '../pages/site.ts'
import { robots, sitemap } from '../pages/sitemap.ts'
import { createTilesets } from '../tiles/tilesets.ts'
import type { World } from '../world.ts'
import { type Packing, storyFiles } from './stories.ts'
import { featuresOf, writeFeatures, writeRows } from './tables.ts'
import { packLayer } from './tiles.ts'

/** One file of a publication by its path in the folder; `made` names what it is drawn from, where drawing takes long. */
export type PublishedFile = {
  readonly path: string
  readonly bytes: () => Uint8Array | Promise<Uint8Array>
  readonly made?: string
}

export type Publication = {
  readonly world: World
  /** Where the folder will be served, without a slash at its end. */
  readonly url: string
  /** The built client, which holds the widget. */
  readonly webFolder: string | null
  /** What packs of stories are made of; without it there are none. */
  readonly packing: Packing | null
  readonly signal: AbortSignal
}

/** What a part is called in the progress, with its files. */
export type PublicationPart = { readonly name: string; files(): AsyncIterable<PublishedFile> }

const LANGUAGES: readonly Language[] = ['id', 'en']
const encoder = new TextEncoder()
const file = (path: string, text: string): PublishedFile => ({ path, bytes: () => encoder.encode(text) })

/** Ages are counted to the day of the last entry, not to today: the same data is the same bytes. */
const readerOf = ({ world, url, packing }: Publication, language: Language): Reader => ({
  world,
  site: folderSite(url, { hasPlayer: packing !== null }),
  language,
  today: world.everyone.asOf().time,
})

const pageFile = (page: PublicPage, { site, language }: Reader): PublishedFile =>
  file(`${site.pageOf(page.path, language).slice(1)}index.html`, wholePage(page, site))

async function* pages(publication: Publication): AsyncGenerator<PublishedFile> {
  for (const language of LANGUAGES)
    for (const path of pagePaths(publication.world)) {
      const reader = readerOf(publication, language)
      const page = await findPage(path, reader)
      if (page) yield pageFile(page, reader)
    }
}

async function* leads(publication: Publication): AsyncGenerator<PublishedFile> {
  const { world, url } = publication
  yield file('sitemap.xml', sitemap(pagePaths(world), readerOf(publication, 'id').site, world.everyone.asOf().time))
  yield file('robots.txt', robots(url))
}

async function* downloads(publication: Publication): AsyncGenerator<PublishedFile> {
  const { world, signal } = publication
  const reader = readerOf(publication, 'id')
  const year = Number(world.everyone.asOf().time.slice(0, 4))
  for (const { id } of LAYERS) {
    signal.throwIfAborted()
    const features = await featuresOf(world, id, year)
    yield file(`data/${id}.geojson`, writeFeatures(features, id, world))
    yield file(`data/${id}.csv`, writeRows(features, id))
    for (const form of METADATA_FORMS)
      yield file(metadataPath(id, form).slice(1), await metadataText(layerOf(id), form, reader))
  }
  yield file(CATALOGUE_LINK.href.slice(1), await catalogueText(reader))
}

async function* archives({ world, signal }: Publication): AsyncGenerator<PublishedFile> {
  for (const { id } of LAYERS)
    if (!isAnalysis(id)) yield { path: `data/${id}.pmtiles`, bytes: () => packLayer(id, world, signal) }
}

async function* widgets(publication: Publication): AsyncGenerator<PublishedFile> {
  const { world } = publication
  const years = await yearsOf(readerOf(publication, 'id'))
  const tiles = createEmbedTiles(createTilesets(world))
  for await (const { path, bytes } of embedFiles({ world, tiles, years }))
    yield { path: path.replace(/^\//, ''), bytes: () => bytes }
}

/** What the widget itself is made of, as it was built. */
async function* widgetParts({ webFolder }: Publication): AsyncGenerator<PublishedFile> {
  if (webFolder === null) return
  const entries = await readdir(join(webFolder, 'embed'), { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  // The pressed twins are for our own server; others press as they like.
  for (const path of paths.sort())
    if (!/\.(br|map)$/.test(path)) yield { path: relative(webFolder, path), bytes: () => readFile(path) }
}

async function* stories(publication: Publication): AsyncGenerator<PublishedFile> {
  if (publication.packing) yield* storyFiles(readerOf(publication, 'id'), publication.packing)
}

/** Raised whenever cards are drawn otherwise than before. */
const CARD_FORM = 1

/** Maps take seconds to draw: records and layers are shared with their words alone. */
const hasMap = (path: string): boolean => path === '/' || /^\/(p\/organisation|present)\//.test(path)

const cardFile = (page: PublicPage, { world }: Publication): PublishedFile => {
  const { path, language, title, description, view } = page
  const drawnFrom = { CARD_FORM, title, description, view, asOf: world.everyone.asOf(), boundaries: world.boundaries }
  return {
    path: picturePath(path, language).slice(1),
    made: createHash('sha256').update(JSON.stringify(drawnFrom)).digest('hex').slice(0, 16),
    bytes: () => (hasMap(path) ? cardOf(page, world) : plainCardOf(page, world)),
  }
}

/** One picture a page, in Indonesian, for both languages. */
async function* pictures(publication: Publication): AsyncGenerator<PublishedFile> {
  const reader = readerOf(publication, 'id')
  for (const path of pagePaths(publication.world)) {
    const page = await findPage(path, reader)
    if (page) yield cardFile(page, publication)
  }
}

/** Everything that everyone may see, as files that any web server can answer with. */
export const publicationOf = (publication: Publication): readonly PublicationPart[] => [
  { name: 'Halaman / Pages', files: () => pages(publication) },
  { name: 'Unduhan / Downloads', files: () => downloads(publication) },
  { name: 'Cerita / Stories', files: () => stories(publication) },
  { name: 'PMTiles', files: () => archives(publication) },
  { name: 'Widget', files: () => widgetParts(publication) },
  { name: 'Data widget / Widget data', files: () => widgets(publication) },
  { name: 'Gambar / Pictures', files: () => pictures(publication) },
  { name: 'Peta situs / Site map', files: () => leads(publication) },
]
