import { createRoute, z } from '@hono/zod-openapi'
import { badRequest } from '../problems.ts'
import { picturePage } from '../sheet/picture.ts'
import type { World } from '../world.ts'
import { answerCoverage } from './cover.ts'
import { numberWords, queryOf, read, wholeNumber } from './parameters.ts'
import { createRouter, REFUSALS } from './router.ts'
import { viewOf, viewParameters } from './view_parameters.ts'

const LEAST_PX = 64
const MOST_PX = 2_400
const MOST_SCALE = 3
/** Four megapixels take the server about a second. */
const MOST_PIXELS = 4_000_000

const size = (standard: number) =>
  read(wholeNumber(LEAST_PX, MOST_PX), numberWords(LEAST_PX, MOST_PX), `${standard}`)
    .optional()
    .transform((px) => px ?? standard)
    .openapi({ type: 'string', default: `${standard}`, example: `${standard}` })

const route = createRoute({
  method: 'get',
  path: '/api/picture.png',
  summary: 'The map of a view as a picture, drawn by the server from what everyone may see',
  request: {
    query: queryOf({
      ...viewParameters,
      width: size(1_200).describe('Pixels'),
      height: size(630).describe('Pixels'),
      scale: read(wholeNumber(1, MOST_SCALE), numberWords(1, MOST_SCALE), '1')
        .optional()
        .transform((scale) => scale ?? 1)
        .openapi({ type: 'string', default: '1', example: '1' })
        .describe('Pixels of the picture for each pixel of the map: names and lines grow with it'),
    }),
  },
  responses: {
    200: {
      description: 'The picture, with source, date and boundary status at its foot',
      content: { 'image/png': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...REFUSALS,
  },
})

const tooLarge = () =>
  badRequest({
    id: `"width" kali "height" melebihi ${MOST_PIXELS} piksel. Perkecil salah satunya.`,
    en: `"width" times "height" is above ${MOST_PIXELS} pixels. Make one of them smaller.`,
  })

/** Refuses what the question itself does not know, as every other answer does. */
export const sceneryAsked = (world: World, url: string) => {
  const view = viewOf(url)
  const { region, theme, period, level, organisations, statuses } = view
  const coverage = answerCoverage(world, {
    region,
    theme,
    period,
    level,
    organisation: organisations,
    status: statuses,
  })
  return { view, coverage }
}

export const PICTURE_CACHE = { 'Cache-Control': 'public, max-age=300, stale-while-revalidate=86400' } as const

export const pictureRoutes = (world: World) =>
  createRouter().openapi(route, async (c) => {
    const { width, height, scale } = c.req.valid('query')
    if (width * height > MOST_PIXELS) throw tooLarge()
    const scenery = sceneryAsked(world, c.req.url)
    const { palette } = scenery.view
    const options = {
      widthPx: width,
      heightPx: height,
      scale,
      palette: palette === 'auto' ? 'light' : palette,
    } as const
    const page = await picturePage(world, scenery, options)
    const png = await world.press.png(page, scale, { signal: c.req.raw.signal })
    return c.body(new Uint8Array(png), 200, { 'Content-Type': 'image/png', ...PICTURE_CACHE })
  })
