import { createRoute, type RouteConfig, z } from '@hono/zod-openapi'
import { layerOf } from '../../data/layers/index.ts'
import type { LayerId } from '../../data/layers/layer.ts'
import { extentOf } from '../ogc/extent.ts'
import { type Asked, requireCollection, wantsPage } from '../ogc/parameters.ts'
import { createTelling, OGC_CACHE, OGC_PATH } from '../ogc/telling.ts'
import { limitsIn, WEB_MERCATOR_QUAD, WEB_MERCATOR_QUAD_URI, webMercatorQuad } from '../ogc/tile_matrix_set.ts'
import { listPage, tilesetPage } from '../ogc/tileset_pages.ts'
import { SCHEMES_TITLE, type TilesetAt, type TilesetItem, tilesetItem, tilesetMetadata } from '../ogc/tilesets.ts'
import { notFound, quote } from '../problems.ts'
import type { Tileset } from '../tiles/tilesets.ts'
import type { World } from '../world.ts'
import { choice, queryOf } from './parameters.ts'
import { createRouter, REFUSALS, type SeenAt } from './router.ts'
import { createFilterReader, MVT, readAddress, TILE_CACHE, tileQuery, WORLD_BOUNDS } from './tiles.ts'

const FORMAT = { f: choice(['json', 'html'] as const, 'json').optional() }
const filtered = tileQuery.extend(FORMAT)
const plain = queryOf(FORMAT)
const collection = z.object({ id: z.string().openapi({ example: 'villages' }) })
/** JSON for programs, a page for people: no typed client reads these. */
const answer = (description: string): RouteConfig['responses'] => ({
  200: { description, content: { 'application/json': { schema: { type: 'object' } } } },
  ...REFUSALS,
})
const TILES = `${OGC_PATH}/collections/{id}/tiles` as const
const SETS = `${OGC_PATH}/tileMatrixSets` as const

const listRoute = createRoute({
  method: 'get',
  path: TILES,
  summary: 'OGC API - Tiles: the tilesets of a collection',
  request: { params: collection, query: filtered },
  responses: answer('The tilesets'),
})

const tilesetRoute = createRoute({
  method: 'get',
  path: `${TILES}/WebMercatorQuad`,
  summary: 'OGC API - Tiles: a tileset with its layers and limits',
  request: { params: collection, query: filtered },
  responses: answer('The tileset (OGC 17-083r4)'),
})

const tileRoute = createRoute({
  method: 'get',
  path: `${TILES}/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}`,
  summary: 'OGC API - Tiles: one vector tile (MVT 2); the row stands before the column',
  request: {
    params: collection.extend({
      tileMatrix: z.string().openapi({ example: '8' }),
      tileRow: z.string().openapi({ example: '127' }),
      tileCol: z.string().openapi({ example: '207' }),
    }),
    query: tileQuery.extend({ f: choice(['mvt'] as const, 'mvt').optional() }),
  },
  responses: {
    200: { description: 'The tile', content: { [MVT]: { schema: z.string().openapi({ format: 'binary' }) } } },
    204: { description: 'Nothing is in this tile' },
    ...REFUSALS,
  },
})

const setsRoute = createRoute({
  method: 'get',
  path: SETS,
  summary: 'OGC API - Tiles: the tile matrix sets',
  request: { query: plain },
  responses: answer('The tile matrix sets'),
})

const setRoute = createRoute({
  method: 'get',
  path: `${SETS}/WebMercatorQuad`,
  summary: 'OGC API - Tiles: the tile matrix set of all tiles',
  request: { query: plain },
  responses: answer('The tile matrix set (OGC 17-083r4)'),
})

type TileName = { readonly tileMatrix: string; readonly tileRow: string; readonly tileCol: string }

const outside = ({ tileMatrix, tileRow, tileCol }: TileName, where: string) =>
  notFound({
    id: `Ubin ${quote(`${tileMatrix}/${tileRow}/${tileCol}`)} di luar himpunan ini. Lihat batasnya di ${where}.`,
    en: `Tile ${quote(`${tileMatrix}/${tileRow}/${tileCol}`)} lies outside this set. See its limits at ${where}.`,
  })

/** OGC API - Tiles Part 1 over the tiles of the map: the tilesets of the collections, as vector tiles in WebMercatorQuad. */
export const ogcTileRoutes = (
  world: World,
  seenAt: SeenAt,
  tilesets: ReadonlyMap<string, Tileset>,
  now: () => Date,
) => {
  const { toldOf, selfLinks, page } = createTelling(seenAt)
  const readFilter = createFilterReader(world)
  const tilesetOf = (id: LayerId): Tileset => {
    const tileset = tilesets.get(id)
    if (tileset) return tileset
    throw new Error(`There are no tiles of the collection ${id}.`)
  }
  const boundsOf = async (id: LayerId) => (await extentOf(world, id)) ?? WORLD_BOUNDS
  const asksPage = (c: Asked): boolean => wantsPage(c, new Map(new URL(c.req.url).searchParams))
  /** Filters are kept in every address; what only says how to answer is not. */
  const atOf = (c: Asked, id: LayerId): TilesetAt => {
    const { language, root } = toldOf(c)
    const { searchParams } = new URL(c.req.url)
    for (const name of ['f', 'lang']) searchParams.delete(name)
    const search = searchParams.size > 0 ? `?${searchParams}` : ''
    return { id, language, root, search }
  }
  /** Analyses are told theme by theme, for this year: their tiles need both. */
  const itemsOf = (c: Asked, id: LayerId, query: z.output<typeof filtered>): readonly TilesetItem[] => {
    const tileset = tilesetOf(id)
    const at = atOf(c, id)
    if (!tileset.accepts || query.theme !== undefined) {
      readFilter(tileset, query)
      return [tilesetItem(at)]
    }
    return world.themes.map(({ id: theme, label }) => {
      const item = tilesetItem({ ...at, search: `?theme=${theme}&period=${now().getUTCFullYear()}` })
      return { ...item, title: `${item.title}, ${label[at.language]}` }
    })
  }

  return createRouter()
    .openapi(listRoute, (c) => {
      const id = requireCollection(c.req.valid('param').id)
      const items = itemsOf(c, id, c.req.valid('query'))
      if (!asksPage(c)) return c.json({ links: selfLinks(c, 'application/json'), tilesets: items }, 200, OGC_CACHE)
      const told = toldOf(c)
      const listed = items.map(({ title, links }) => {
        const page = new URL(links[0]!.href)
        page.searchParams.set('f', 'html')
        return { title, href: page.href }
      })
      return page(c, listPage(layerOf(id).title[told.language], listed, told))
    })
    .openapi(tilesetRoute, async (c) => {
      const id = requireCollection(c.req.valid('param').id)
      const tileset = tilesetOf(id)
      readFilter(tileset, c.req.valid('query'))
      const { origin } = seenAt(c.req.url)
      const metadata = tilesetMetadata(tileset, await boundsOf(id), { ...atOf(c, id), origin })
      return asksPage(c) ? page(c, tilesetPage(metadata, toldOf(c))) : c.json(metadata, 200, OGC_CACHE)
    })
    .openapi(tileRoute, async (c) => {
      const { id: asked, ...name } = c.req.valid('param')
      const id = requireCollection(asked)
      const tileset = tilesetOf(id)
      const filter = readFilter(tileset, c.req.valid('query'), c.req.raw.signal)
      const address = readAddress({ z: name.tileMatrix, x: name.tileCol, y: name.tileRow })
      const where = `${OGC_PATH}/collections/${id}/tiles/${WEB_MERCATOR_QUAD}`
      if (address.z > tileset.maxZoom) throw outside(name, where)
      const tile = await tileset.cut(address, filter)
      if (tile) return c.body(new Uint8Array(tile), 200, { 'Content-Type': MVT, ...TILE_CACHE })
      const limits = limitsIn(await boundsOf(id), tileset.maxZoom)[address.z]!
      const isInside =
        address.y >= limits.minTileRow &&
        address.y <= limits.maxTileRow &&
        address.x >= limits.minTileCol &&
        address.x <= limits.maxTileCol
      if (!isInside) throw outside(name, where)
      return c.body(null, 204, TILE_CACHE)
    })
    .openapi(setsRoute, (c) => {
      const told = toldOf(c)
      const at = `${told.root}/tileMatrixSets/${WEB_MERCATOR_QUAD}`
      if (asksPage(c))
        return page(c, listPage(SCHEMES_TITLE[told.language], [{ title: WEB_MERCATOR_QUAD, href: at }], told))
      const links = [{ rel: 'self', type: 'application/json', href: at, title: WEB_MERCATOR_QUAD }]
      const tileMatrixSets = [{ id: WEB_MERCATOR_QUAD, title: WEB_MERCATOR_QUAD, uri: WEB_MERCATOR_QUAD_URI, links }]
      return c.json({ links: selfLinks(c, 'application/json'), tileMatrixSets }, 200, OGC_CACHE)
    })
    .openapi(setRoute, (c) => c.json(webMercatorQuad(), 200, OGC_CACHE))
}
