import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  type CsvPlaces,
  EXPORT_ANSWERS,
  EXPORT_FORMATS,
  type ExportAnswer,
  formatOf,
} from '../../data/model/export_format.ts'
import { answerDataset } from '../exports/answer_dataset.ts'
import type { Dataset } from '../exports/dataset.ts'
import type { ExportDesk } from '../exports/desk.ts'
import { metadataOf } from '../exports/facts.ts'
import { layerDataset } from '../exports/layer_dataset.ts'
import { downloadHeaders } from '../formats/download.ts'
import { nearMatches } from '../near.ts'
import { badRequest, notFound, quote } from '../problems.ts'
import { chooseEncoding, isCompressible } from '../transport/encoding.ts'
import type { World } from '../world.ts'
import { questionParameters } from './coverage.ts'
import { featureFilters, requireLayer } from './features.ts'
import { parameters, queryOf } from './parameters.ts'
import { createRouter, REFUSALS, type SeenAt } from './router.ts'

const ENDINGS = EXPORT_FORMATS.map(({ ending }) => ending)
/** What a file says of itself, for those whose form has no place for it. */
const ABOUT = 'json'
type Ending = (typeof ENDINGS)[number] | typeof ABOUT

const files = {
  ...Object.fromEntries(EXPORT_FORMATS.map(({ type }) => [type, { schema: z.string().openapi({ format: 'binary' }) }])),
  'application/json': { schema: z.record(z.string(), z.unknown()) },
}
const answers = {
  200: {
    description:
      'The file; with the ending .json what it says of itself: count, denominator, date, filters, licence, columns',
    content: files,
  },
  ...REFUSALS,
}

const layerRoute = createRoute({
  method: 'get',
  path: '/api/export/{file}',
  summary: 'A public layer as a file, with the filters of its list',
  description: `\`file\` is a layer and an ending: ${ENDINGS.join(', ')}. Large ones stream; GeoJSON lines come with record separators (\`geojsons\`, RFC 8142) or without (\`geojsonl\`). All features are of one position, \`asOf\`.`,
  request: {
    params: z.object({ file: z.string().openapi({ example: 'activities.gpkg' }) }),
    query: queryOf({ bbox: parameters.bbox.optional(), ...featureFilters, geometry: parameters.geometry.optional() }),
  },
  responses: answers,
})

const answerRoute = createRoute({
  method: 'get',
  path: '/api/export/answers/{file}',
  summary: 'The answer to one question as a file: verdicts, ground of gaps or of overlaps',
  description: `\`file\` is one of ${EXPORT_ANSWERS.join(', ')} and an ending, as with layers.`,
  request: {
    params: z.object({ file: z.string().openapi({ example: 'coverage.xlsx' }) }),
    query: queryOf({ ...questionParameters, geometry: parameters.geometry.optional() }),
  },
  responses: answers,
})

const readFile = (file: string): { readonly name: string; readonly ending: Ending } => {
  const at = file.indexOf('.')
  const [name, text] = at < 0 ? [file, ''] : [file.slice(0, at), file.slice(at + 1)]
  const ending = [...ENDINGS, ABOUT as typeof ABOUT].find((one) => one === text)
  if (ending) return { name, ending }
  throw notFound({
    id: `Bentuk ${quote(text)} tidak ada. Akhiri dengan salah satu: ${ENDINGS.join(', ')}.`,
    en: `There is no form ${quote(text)}. End with one of: ${ENDINGS.join(', ')}.`,
  })
}

const requireAnswer = (name: string): ExportAnswer => {
  const answer = EXPORT_ANSWERS.find((one) => one === name)
  if (answer) return answer
  const near = nearMatches(name, EXPORT_ANSWERS)[0]
  throw notFound({
    id: `Jawaban ${quote(name)} tidak ada. ${near ? `Maksud Anda ${near}? ` : ''}Yang ada: ${EXPORT_ANSWERS.join(', ')}.`,
    en: `There is no answer ${quote(name)}. ${near ? `Did you mean ${near}? ` : ''}Available: ${EXPORT_ANSWERS.join(', ')}.`,
  })
}

const requirePlaces = (ending: Ending, given: CsvPlaces | undefined): CsvPlaces => {
  if (given === undefined || ending === 'csv') return given ?? 'lnglat'
  throw badRequest({
    id: '"geometry" hanya berlaku untuk CSV; bentuk lain selalu membawa tempatnya. Hapus parameter itu.',
    en: '"geometry" is for CSV only; other forms always carry their places. Remove it.',
  })
}

/** The same address with another ending. */
const aboutAddress = (url: URL): string => `${url.pathname.replace(/\.[^/]*$/, `.${ABOUT}`)}${url.search}`

const squeezed = (body: ReadableStream<Uint8Array>): ReadableStream =>
  body.pipeThrough(new CompressionStream('gzip') as unknown as ReadableWritablePair<Uint8Array, Uint8Array>)

export const exportRoutes = (world: World, desk: ExportDesk, seenAt: SeenAt) => {
  const respond = async (
    c: Context,
    ending: Ending,
    given: CsvPlaces | undefined,
    make: (source: string, signal: AbortSignal) => Dataset | Promise<Dataset>,
  ): Promise<Response> => {
    const places = requirePlaces(ending, given)
    const { signal } = c.req.raw
    const data = await make(seenAt(c.req.url).href, signal)
    if (ending === ABOUT) return c.json(metadataOf(data), 200)
    const { type } = formatOf(ending)
    const about = new URL(c.req.url)
    about.searchParams.delete('geometry')
    const headers = new Headers({
      ...downloadHeaders(type, data.named, ending),
      'Cache-Control': 'no-store',
      Link: `<${aboutAddress(about)}>; rel="describedby"; type="application/json"`,
      'X-Feature-Count': `${data.count}`,
    })
    if (c.req.method === 'HEAD') return new Response(null, { headers })
    const { body, bytes } = await desk.send(data, ending, places, signal)
    const isText = bytes === null && isCompressible(type, Number.POSITIVE_INFINITY)
    headers.set('Vary', 'Accept-Encoding')
    if (isText && chooseEncoding(c.req.header('Accept-Encoding')?.replace(/\bbr\b/g, '')) === 'gzip') {
      headers.set('Content-Encoding', 'gzip')
      return new Response(squeezed(body), { headers })
    }
    if (bytes !== null) headers.set('Content-Length', `${bytes}`)
    return new Response(body, { headers })
  }
  return createRouter()
    .openapi(layerRoute, (c) => {
      const { name, ending } = readFile(c.req.valid('param').file)
      const layer = requireLayer(name)
      const { geometry, lang: _, ...filters } = c.req.valid('query')
      return respond(c, ending, geometry, (source) => layerDataset(world, layer, filters, source)) as never
    })
    .openapi(answerRoute, (c) => {
      const { name, ending } = readFile(c.req.valid('param').file)
      const answer = requireAnswer(name)
      const { geometry, lang: _, ...asked } = c.req.valid('query')
      return respond(c, ending, geometry, (source, signal) =>
        answerDataset(world, answer, asked, source, signal),
      ) as never
    })
}
