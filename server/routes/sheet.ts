import { createRoute, z } from '@hono/zod-openapi'
import { downloadHeaders } from '../formats/download.ts'
import { badRequest } from '../problems.ts'
import { type Logo, MOST_LOGO_BYTES, parseLogo } from '../sheet/logo.ts'
import { ORIENTATIONS, PAPER_NAMES, PAPERS } from '../sheet/paper.ts'
import { createSheet, type Sheet } from '../sheet/sheet.ts'
import type { World } from '../world.ts'
import { requireJson } from './body.ts'
import { choice, queryOf, textOf } from './parameters.ts'
import { PICTURE_CACHE, sceneryAsked } from './picture.ts'
import { createRouter, REFUSALS } from './router.ts'
import { viewParameters } from './view_parameters.ts'

const DOTS_PER_CSS_INCH = 96

const query = queryOf({
  ...viewParameters,
  paper: choice(PAPER_NAMES, 'A4').optional(),
  orientation: choice(ORIENTATIONS, 'landscape').optional(),
  title: textOf(160, 'Stunting di Sintang').optional().describe('In place of the question'),
  author: textOf(120, 'Bappeda Kabupaten Sintang').optional(),
})

const binary = z.string().openapi({ format: 'binary' })
const pdf = {
  200: {
    description: 'The sheet: vectors and text, its fonts within',
    content: { 'application/pdf': { schema: binary } },
  },
  ...REFUSALS,
}

const pdfRoute = createRoute({
  method: 'get',
  path: '/api/sheet.pdf',
  summary: 'The map of a view as a sheet of paper: legend, scale, graticule, inset, sources',
  request: { query },
  responses: pdf,
})

const pngRoute = createRoute({
  method: 'get',
  path: '/api/sheet.png',
  summary: 'The same sheet as a picture of 300 dots an inch, 200 for A2',
  request: { query },
  responses: { 200: { description: 'The sheet', content: { 'image/png': { schema: binary } } }, ...REFUSALS },
})

const withLogo = z.strictObject({
  logo: z
    .string()
    .max(Math.ceil(MOST_LOGO_BYTES * 1.4))
    .describe(`A PNG or JPEG of at most ${MOST_LOGO_BYTES} bytes as a data: URL; it is drawn and not kept`),
})

const logoRoute = createRoute({
  method: 'post',
  path: '/api/sheet.pdf',
  summary: 'The same sheet with a logo, which is sent along and kept nowhere',
  middleware: requireJson,
  request: { query, body: { content: { 'application/json': { schema: withLogo } }, required: true } },
  responses: pdf,
})

const NO_LOGO = {
  id: `Logo harus gambar PNG atau JPEG yang utuh, paling besar ${MOST_LOGO_BYTES / 1_000} kB. Perkecil atau simpan ulang gambarnya.`,
  en: `A logo must be a whole PNG or JPEG of at most ${MOST_LOGO_BYTES / 1_000} kB. Make it smaller or save it again.`,
}

type Asked = z.output<typeof query>

export const sheetRoutes = (world: World) => {
  const draw = async (url: string, asked: Asked, logo?: Logo): Promise<Sheet> => {
    const scenery = sceneryAsked(world, url)
    const { paper = 'A4', orientation = 'landscape', title, author } = asked
    return createSheet(world, scenery, { paper, orientation, title, author, logo, language: scenery.view.language })
  }
  const nameOf = ({ facts }: Sheet): readonly string[] => ['peta', facts.title]
  const pressed = async (url: string, asked: Asked, signal: AbortSignal, logo?: Logo) => {
    const sheet = await draw(url, asked, logo)
    const bytes = await world.press.pdf(
      [sheet.page],
      {
        title: asked.title ?? sheet.facts.title,
        ...(asked.author ? { author: asked.author } : {}),
        subject: sheet.facts.sources.join(' '),
        language: asked.lang ?? 'id',
        created: world.everyone.asOf().time,
      },
      { signal },
    )
    return { bytes: new Uint8Array(bytes), headers: downloadHeaders('application/pdf', nameOf(sheet), 'pdf') }
  }
  return createRouter()
    .openapi(pdfRoute, async (c) => {
      const { bytes, headers } = await pressed(c.req.url, c.req.valid('query'), c.req.raw.signal)
      return c.body(bytes, 200, { ...headers, ...PICTURE_CACHE })
    })
    .openapi(pngRoute, async (c) => {
      const asked = c.req.valid('query')
      const sheet = await draw(c.req.url, asked)
      const { dpi } = PAPERS[asked.paper ?? 'A4']
      const png = await world.press.png(sheet.page, dpi / DOTS_PER_CSS_INCH, { signal: c.req.raw.signal })
      const headers = downloadHeaders('image/png', nameOf(sheet), 'png')
      return c.body(new Uint8Array(png), 200, { ...headers, ...PICTURE_CACHE })
    })
    .openapi(logoRoute, async (c) => {
      const logo = parseLogo(c.req.valid('json').logo)
      if (!logo) throw badRequest(NO_LOGO)
      const { bytes, headers } = await pressed(c.req.url, c.req.valid('query'), c.req.raw.signal, logo)
      return c.body(bytes, 200, headers)
    })
}
