import { createRoute, z } from '@hono/zod-openapi'
import {
  EMBED_DEEPEST_ZOOM,
  EMBED_FILTERED,
  EMBED_LEVELS,
  EMBED_STANDING,
  parsePathPeriod,
} from '../../data/model/embed.ts'
import type { EmbedAnswer } from '../../data/model/embed_answer.ts'
import type { Period } from '../../data/model/period.ts'
import { answerEmbed, parseLevelFile } from '../embed/answer.ts'
import { type EmbedTiles, parseFiltered, parseStanding } from '../embed/tiles.ts'
import { badRequest, notFound, quote } from '../problems.ts'
import type { World } from '../world.ts'
import { requireKnown, THEME_WORDS } from './asked.ts'
import { createRouter, json, REFUSALS } from './router.ts'
import { asOf, bbox, code, list, verdictCounts, words } from './schemas.ts'
import { MVT, readAddress, TILE_CACHE } from './tiles.ts'

const whole = z.number().int()

const answer: z.ZodType<EmbedAnswer> = z
  .object({
    v: z.literal(1),
    asOf,
    region: z.object({ code, name: z.string(), bbox: bbox.nullable() }),
    theme: z.object({ id: z.string(), label: words }),
    period: z.string(),
    level: z.enum(EMBED_LEVELS),
    denominator: whole,
    targeted: whole,
    counts: verdictCounts,
    sample: z.boolean(),
    boundaries: z.object({ kind: z.enum(['indicative', 'estimated']), attribution: z.string() }),
    years: list(z.object({ year: whole, counts: verdictCounts, targeted: whole })),
    units: list(
      z.object({
        code,
        name: z.string(),
        within: z.string(),
        verdict: z.custom<EmbedAnswer['units'][0]['verdict']>().openapi({ type: 'string', example: 'gap' }),
      }),
    ),
  })
  .openapi('Embed')

const example = (text: string) => z.string().openapi({ example: text })
const place = { z: example('8'), x: example('207'), file: example('127.mvt') }

const answerRoute = createRoute({
  method: 'get',
  path: '/embed/v1/{region}/{theme}/{period}/{file}',
  summary: 'What a widget says about one question; `file` is a level with .json, a span of years is written 2024-2026',
  request: {
    params: z.object({
      region: example('61.05'),
      theme: example('stunting'),
      period: example('2026'),
      file: example('village.json'),
    }),
  },
  responses: { 200: json(answer, 'The public answer'), ...REFUSALS },
})

const tileResponses = {
  200: { description: 'The tile (MVT 2)', content: { [MVT]: { schema: z.string().openapi({ format: 'binary' }) } } },
  204: { description: 'Nothing is in this tile' },
  ...REFUSALS,
}

const standingRoute = createRoute({
  method: 'get',
  path: '/embed/v1/tiles/{tileset}/{z}/{x}/{file}',
  summary: 'What no theme changes in widgets; `places` is the base map and all places in one tile',
  request: { params: z.object({ tileset: example('places'), ...place }) },
  responses: tileResponses,
})

const filteredRoute = createRoute({
  method: 'get',
  path: '/embed/v1/tiles/{layer}/{theme}/{period}/{z}/{x}/{file}',
  summary: 'A layer of records in widgets, filtered by theme and period',
  request: {
    params: z.object({ layer: example('activities'), theme: example('stunting'), period: example('2026'), ...place }),
  },
  responses: tileResponses,
})

const requirePeriod = (text: string): Period => {
  const period = parsePathPeriod(text)
  if (period) return period
  throw badRequest({
    id: `Periode ${quote(text)} tidak terbaca. Tulis tahun atau rentang, misalnya 2026 atau 2024-2026.`,
    en: `The period ${quote(text)} cannot be read. Write a year or a span, such as 2026 or 2024-2026.`,
  })
}

const nothingAt = (text: string, known: readonly string[]) =>
  notFound({
    id: `Tidak ada ${quote(text)} di sini. Yang ada: ${known.join(', ')}.`,
    en: `There is no ${quote(text)} here. Available: ${known.join(', ')}.`,
  })

const shallow = (given: { z: string; x: string; file: string }) => {
  const address = readAddress({ z: given.z, x: given.x, y: given.file })
  if (address.z <= EMBED_DEEPEST_ZOOM) return address
  throw nothingAt(`z ${address.z}`, [`z 0-${EMBED_DEEPEST_ZOOM}`])
}

const CACHE = { 'Cache-Control': 'public, max-age=60, stale-while-revalidate=3600' }

/** What widgets read: public, without a query, so that a folder of files can stand in for it. */
export const embedRoutes = (world: World, tiles: EmbedTiles) =>
  createRouter()
    .openapi(answerRoute, (c) => {
      const { region, theme, period, file } = c.req.valid('param')
      const level = parseLevelFile(file)
      if (!level)
        throw nothingAt(
          file,
          EMBED_LEVELS.map((one) => `${one}.json`),
        )
      return c.json(answerEmbed(world, { region, theme, period: requirePeriod(period), level }), 200, CACHE)
    })
    .openapi(standingRoute, async (c) => {
      const given = c.req.valid('param')
      const tileset = parseStanding(given.tileset)
      if (!tileset) throw nothingAt(given.tileset, EMBED_STANDING)
      const tile = await tiles.standing(tileset, shallow(given))
      return tile
        ? c.body(new Uint8Array(tile), 200, { 'Content-Type': MVT, ...TILE_CACHE })
        : c.body(null, 204, TILE_CACHE)
    })
    .openapi(filteredRoute, async (c) => {
      const given = c.req.valid('param')
      const layer = parseFiltered(given.layer)
      if (!layer) throw nothingAt(given.layer, EMBED_FILTERED)
      const theme = requireKnown(given.theme, world.themes, THEME_WORDS)
      const tile = await tiles.filtered(layer, theme, requirePeriod(given.period), shallow(given))
      return tile
        ? c.body(new Uint8Array(tile), 200, { 'Content-Type': MVT, ...TILE_CACHE })
        : c.body(null, 204, TILE_CACHE)
    })
