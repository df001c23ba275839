import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createRoute, type RouteConfig, z } from '@hono/zod-openapi'
import { LAYERS, layerOf } from '../../data/layers/index.ts'
import type { LayerId } from '../../data/layers/layer.ts'
import type { Code } from '../../data/model/codes.ts'
import { formatPeriod } from '../../data/model/period.ts'
import type { VerdictKind } from '../../data/model/verdict.ts'
import type { Words } from '../../data/model/words.ts'
import { layerStyle } from '../../styles/layer_style.ts'
import { PALETTES, type PaletteName } from '../../styles/palette.ts'
import { isPlaceLayer, LEVEL_OF_LAYER } from '../features.ts'
import { nearMatches } from '../near.ts'
import { extentOf } from '../ogc/extent.ts'
import { requireCollection } from '../ogc/parameters.ts'
import { OGC_CACHE, OGC_PATH } from '../ogc/telling.ts'
import { languageOf, notFound, quote } from '../problems.ts'
import type { Tileset } from '../tiles/tilesets.ts'
import type { World } from '../world.ts'
import { readQuestion } from './cover.ts'
import { choice, queryOf } from './parameters.ts'
import { createRouter, REFUSALS, type SeenAt } from './router.ts'
import { createFilterReader, TILE_CACHE, tileQuery, WORLD_BOUNDS } from './tiles.ts'

export const STYLE_TYPE = 'application/vnd.mapbox.style+json'
const NAMES = Object.keys(PALETTES) as PaletteName[]
const PALETTE_TITLES: { readonly [N in PaletteName]: Words } = {
  light: { id: 'Terang', en: 'Light' },
  dark: { id: 'Gelap', en: 'Dark' },
  projector: { id: 'Proyektor', en: 'Projector' },
  print: { id: 'Cetak', en: 'Print' },
}

/** The faces of the map, as files of ours: a style calls nobody else. */
const FACES = {
  'commissioner-500.woff2': '@fontsource/commissioner/files/commissioner-latin-500-normal.woff2',
  'commissioner-600.woff2': '@fontsource/commissioner/files/commissioner-latin-600-normal.woff2',
  'source-serif-400-italic.woff2': '@fontsource/source-serif-4/files/source-serif-4-latin-400-italic.woff2',
} as const
const FONT_CACHE = { 'Cache-Control': 'public, max-age=86400' }
const require = createRequire(import.meta.url)

const query = tileQuery.extend({ palette: choice(NAMES, 'light').optional() })
const answer = (description: string, type: string): RouteConfig['responses'] => ({
  200: { description, content: { [type]: { schema: { type: 'object' } } } },
  ...REFUSALS,
})

const styleRoute = createRoute({
  method: 'get',
  path: '/styles/{file}',
  summary:
    'A layer as a MapLibre style, at its id with .json; with theme and period places are coloured by their verdicts',
  request: { params: z.object({ file: z.string().openapi({ example: 'villages.json' }) }), query },
  responses: answer('A style that is whole by itself', STYLE_TYPE),
})

const fontRoute = createRoute({
  method: 'get',
  path: '/styles/fonts/{file}',
  summary: 'A face that the styles write names with',
  request: {
    params: z.object({ file: z.string().openapi({ example: 'commissioner-500.woff2' }) }),
    query: queryOf({}),
  },
  responses: answer('The face', 'font/woff2'),
})

const listRoute = createRoute({
  method: 'get',
  path: `${OGC_PATH}/collections/{id}/styles`,
  summary: 'The styles of a collection: one for each palette, of an analysis one for each theme',
  request: {
    params: z.object({ id: z.string().openapi({ example: 'villages' }) }),
    query: queryOf({ f: choice(['json'] as const, 'json').optional() }),
  },
  responses: answer('The styles', 'application/json'),
})

const unknown = (text: string, known: readonly string[]) => {
  const near = nearMatches(text, [...known])[0]
  return notFound({
    id: `Tidak ada ${quote(text)} di sini. ${near ? `Maksud Anda ${near}? ` : ''}Yang ada: ${known.join(', ')}.`,
    en: `There is no ${quote(text)} here. ${near ? `Did you mean ${near}? ` : ''}Available: ${known.join(', ')}.`,
  })
}

const requireLayer = (file: string): LayerId => {
  const found = LAYERS.find(({ id }) => `${id}.json` === file)
  if (found) return found.id
  throw unknown(
    file,
    LAYERS.map(({ id }) => `${id}.json`),
  )
}

type Asked = z.output<typeof query>

/** What every place of a level is judged to be; null where theme or period is not asked. */
const verdictsOf = (world: World, id: LayerId, { theme, period, ...asked }: Asked) => {
  if (!isPlaceLayer(id) || theme === undefined || period === undefined) return null
  const provinces = new Set(world.geography.within('', 'regency').map(({ code }) => code.slice(0, 2)))
  const regions = asked.region === undefined ? [...provinces] : [asked.region]
  const verdicts = new Map<Code, VerdictKind>()
  for (const region of regions) {
    const question = readQuestion(world, { ...asked, region, theme, period, level: LEVEL_OF_LAYER[id] })
    for (const { code, verdict } of world.everyone.engine.coverage(question)) verdicts.set(code, verdict.kind)
  }
  return { verdicts, words: `, ${theme} ${formatPeriod(period)}` }
}

/** Each layer as a MapLibre style: the paint of the map for programs that draw our tiles themselves. */
export const styleRoutes = (world: World, seenAt: SeenAt, tilesets: ReadonlyMap<string, Tileset>, now: () => Date) => {
  const readFilter = createFilterReader(world)
  return createRouter()
    .openapi(fontRoute, (c) => {
      const { file } = c.req.valid('param')
      const face = Object.entries(FACES).find(([name]) => name === file)
      if (!face) throw unknown(file, Object.keys(FACES))
      const bytes = new Uint8Array(readFileSync(require.resolve(face[1])))
      return c.body(bytes, 200, { 'Content-Type': 'font/woff2', ...FONT_CACHE })
    })
    .openapi(styleRoute, async (c) => {
      const id = requireLayer(c.req.valid('param').file)
      const { palette = 'light', lang: _, ...asked } = c.req.valid('query')
      const judged = verdictsOf(world, id, asked)
      if (!judged) readFilter(tilesets.get(id)!, asked)
      const { origin, searchParams } = seenAt(c.req.url)
      for (const name of ['palette', 'lang']) searchParams.delete(name)
      const search = !judged && searchParams.size > 0 ? `?${searchParams}` : ''
      const language = languageOf(new URL(c.req.url), c.req.header('Accept-Language'))
      const { title, attribution } = layerOf(id)
      const fontAt = (file: keyof typeof FACES) => `${origin}/styles/fonts/${file}`
      const style = layerStyle({
        id,
        name: `${title[language]}${judged?.words ?? ''}`,
        palette: PALETTES[palette],
        estimated: world.boundaries.kind === 'estimated',
        verdicts: judged?.verdicts ?? null,
        assets: {
          origin,
          fonts: {
            medium: fontAt('commissioner-500.woff2'),
            semibold: fontAt('commissioner-600.woff2'),
            water: fontAt('source-serif-400-italic.woff2'),
          },
        },
        search,
        attribution: [...new Set([attribution, world.boundaries.attribution])].join(' | '),
        bounds: [...((await extentOf(world, id)) ?? WORLD_BOUNDS)] as [number, number, number, number],
        metadata: {
          'bentang:asOf': world.everyone.asOf(),
          ...(judged ? { 'bentang:denominator': judged.verdicts.size } : {}),
        },
      })
      return c.body(JSON.stringify(style), 200, { 'Content-Type': STYLE_TYPE, Vary: 'Accept-Language', ...TILE_CACHE })
    })
    .openapi(listRoute, (c) => {
      const id = requireCollection(c.req.valid('param').id)
      const { origin } = seenAt(c.req.url)
      const language = languageOf(new URL(c.req.url), c.req.header('Accept-Language'))
      const styleOf = (name: string, title: string, search: string) => {
        const href = `${origin}/styles/${id}.json?${search}`
        return { id: name, title, links: [{ rel: 'stylesheet', type: STYLE_TYPE, href, title }] }
      }
      // Tiles of analyses need a theme and years.
      const styles = tilesets.get(id)!.accepts
        ? world.themes.map(({ id: theme, label }) =>
            styleOf(theme, label[language], `theme=${theme}&period=${now().getUTCFullYear()}`),
          )
        : NAMES.map((name) => styleOf(name, PALETTE_TITLES[name][language], `palette=${name}`))
      const links = [{ rel: 'self', type: 'application/json', href: seenAt(c.req.url).href }]
      return c.json({ default: styles[0]?.id, styles, links }, 200, OGC_CACHE)
    })
}
