import { createRoute, z } from '@hono/zod-openapi'
import type { Words } from '../../data/model/words.ts'
import type { Bounds } from '../bounds.ts'
import { boundsOfAll } from '../metadata/facts.ts'
import { nearMatches } from '../near.ts'
import { badRequest, notFound, quote } from '../problems.ts'
import type { TileAddress } from '../tiles/cut.ts'
import type { TileFilter } from '../tiles/records.ts'
import type { Tileset } from '../tiles/tilesets.ts'
import type { World } from '../world.ts'
import { ORGANISATION_WORDS, requireKnown, requirePlace, THEME_WORDS } from './asked.ts'
import { parameters, queryOf } from './parameters.ts'
import { createRouter, json, REFUSALS, type SeenAt } from './router.ts'

export const MVT = 'application/vnd.mapbox-vector-tile'
/** Where no place has an area. */
export const WORLD_BOUNDS: Bounds = [-180, -85, 180, 85]
/** Deeper than any tileset goes: the map enlarges its last tiles, others may ask on. */
const DEEPEST = 18

export const tileQuery = queryOf({
  theme: parameters.theme.optional(),
  period: parameters.period.optional(),
  organisation: parameters.organisation.optional(),
  status: parameters.status.optional(),
  region: parameters.region.optional(),
  v: parameters.version.optional(),
})

type TileJson = {
  readonly tilejson: '3.0.0'
  readonly name: string
  readonly description: string
  readonly attribution: string
  readonly tiles: readonly string[]
  readonly minzoom: number
  readonly maxzoom: number
  readonly bounds: readonly number[]
  readonly vector_layers: readonly {
    readonly id: string
    readonly description: string
    readonly fields: Readonly<Record<string, string>>
    readonly minzoom: number
    readonly maxzoom: number
  }[]
}

const tileJson: z.ZodType<TileJson> = z
  .object({
    tilejson: z.literal('3.0.0'),
    name: z.string(),
    description: z.string(),
    attribution: z.string(),
    tiles: z.array(z.string()).readonly(),
    minzoom: z.number().int(),
    maxzoom: z.number().int(),
    bounds: z.array(z.number()).readonly(),
    vector_layers: z
      .array(
        z.object({
          id: z.string(),
          description: z.string(),
          fields: z.record(z.string(), z.string()),
          minzoom: z.number().int(),
          maxzoom: z.number().int(),
        }),
      )
      .readonly(),
  })
  .openapi('TileJSON')

const describeRoute = createRoute({
  method: 'get',
  path: '/tiles/{file}',
  summary: 'A tileset as TileJSON 3, at its id with .json; its filters are kept in the address of its tiles',
  request: { params: z.object({ file: z.string().openapi({ example: 'villages.json' }) }), query: tileQuery },
  responses: { 200: json(tileJson, 'TileJSON 3.0.0'), ...REFUSALS },
})

const tileRoute = createRoute({
  method: 'get',
  path: '/tiles/{tileset}/{z}/{x}/{y}',
  summary: 'One vector tile (MVT 2); a trailing .mvt is tolerated',
  request: {
    params: z.object({
      tileset: z.string().openapi({ example: 'villages' }),
      z: z.string().openapi({ example: '8' }),
      x: z.string().openapi({ example: '207' }),
      y: z.string().openapi({ example: '127' }),
    }),
    query: tileQuery,
  },
  responses: {
    200: { description: 'The tile', content: { [MVT]: { schema: z.string().openapi({ format: 'binary' }) } } },
    204: { description: 'Nothing is in this tile' },
    ...REFUSALS,
  },
})

const parseNumber = (text: string): number | null => (/^\d{1,7}$/.test(text) ? Number(text) : null)

export const readAddress = (given: { z: string; x: string; y: string }): TileAddress => {
  const [depth, x, y] = [given.z, given.x, given.y.replace(/\.(mvt|pbf)$/, '')].map(parseNumber)
  if (depth == null || x == null || y == null || depth > DEEPEST || x >= 2 ** depth || y >= 2 ** depth)
    throw badRequest({
      id: `Alamat ubin ${quote(`${given.z}/${given.x}/${given.y}`)} tidak ada. Tulis z/x/y dengan z 0 sampai ${DEEPEST} dan x, y di bawah 2^z.`,
      en: `There is no tile ${quote(`${given.z}/${given.x}/${given.y}`)}. Write z/x/y with z from 0 to ${DEEPEST} and x, y below 2^z.`,
    })
  return { z: depth, x, y }
}

const requireTileset = (tilesets: ReadonlyMap<string, Tileset>, text: string): Tileset => {
  const tileset = tilesets.get(text)
  if (tileset) return tileset
  const near = nearMatches(text, [...tilesets.keys()])
  const all = [...tilesets.keys()].join(', ')
  throw notFound({
    id: `Ubin ${quote(text)} tidak ada. ${near[0] ? `Maksud Anda ${near[0]}? ` : ''}Yang ada: ${all}.`,
    en: `There are no tiles ${quote(text)}. ${near[0] ? `Did you mean ${near[0]}? ` : ''}Available: ${all}.`,
  })
}

const NO_REGION: Words = {
  id: 'Parameter "region" hanya untuk ubin gaps dan overlaps. Hapus, lalu coba lagi.',
  en: 'Parameter "region" is only for tiles of gaps and overlaps. Remove it and try again.',
}

export const TILE_CACHE = { 'Cache-Control': 'public, max-age=300, stale-while-revalidate=86400' }

/** Reads the filters of tiles; what is not known here, or what the tiles need and lack, is refused. */
export const createFilterReader =
  (world: World) =>
  (tileset: Tileset, asked: z.output<typeof tileQuery>, signal?: AbortSignal): TileFilter => {
    const known = world.everyone.all('organisation')
    if (asked.region !== undefined && !tileset.accepts) throw badRequest(NO_REGION)
    const filter = {
      region: asked.region === undefined ? undefined : requirePlace(asked.region, world.geography),
      theme: asked.theme === undefined ? undefined : requireKnown(asked.theme, world.themes, THEME_WORDS),
      period: asked.period,
      organisations: asked.organisation?.map((id) => requireKnown(id, known, ORGANISATION_WORDS)),
      statuses: asked.status,
      signal,
    }
    tileset.accepts?.(filter)
    return filter
  }

export const tileRoutes = (world: World, seenAt: SeenAt, tilesets: ReadonlyMap<string, Tileset>) => {
  const bounds = boundsOfAll(world) ?? WORLD_BOUNDS
  const readFilter = createFilterReader(world)
  return createRouter()
    .openapi(tileRoute, async (c) => {
      const given = c.req.valid('param')
      const tileset = requireTileset(tilesets, given.tileset)
      const tile = await tileset.cut(readAddress(given), readFilter(tileset, c.req.valid('query'), c.req.raw.signal))
      return tile
        ? c.body(new Uint8Array(tile), 200, { 'Content-Type': MVT, ...TILE_CACHE })
        : c.body(null, 204, TILE_CACHE)
    })
    .openapi(describeRoute, (c) => {
      const tileset = requireTileset(tilesets, c.req.valid('param').file.replace(/\.json$/, ''))
      readFilter(tileset, c.req.valid('query'))
      const { origin, pathname, search } = seenAt(c.req.url)
      const { id, description, maxZoom, layers } = tileset
      return c.json(
        {
          tilejson: '3.0.0' as const,
          name: id,
          description,
          attribution: world.boundaries.attribution,
          tiles: [`${origin}${pathname.replace(/\.json$/, '')}/{z}/{x}/{y}${search}`],
          minzoom: 0,
          maxzoom: maxZoom,
          bounds,
          vector_layers: layers.map((layer) => ({ ...layer, minzoom: 0, maxzoom: maxZoom })),
        },
        200,
        TILE_CACHE,
      )
    })
}
