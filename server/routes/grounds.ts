import { createRoute, z } from '@hono/zod-openapi'
import type { TypedResponse } from 'hono'
import type { JSONParsed } from 'hono/utils/types'
import type { GroundAnswer } from '../../data/model/answers.ts'
import { formatPeriod } from '../../data/model/period.ts'
import type { GroundKind } from '../engine/grounds.ts'
import { downloadHeaders } from '../formats/download.ts'
import { writeGrounds } from '../formats/ground_geojson.ts'
import { unitName } from '../unit_name.ts'
import type { World } from '../world.ts'
import { readQuestion } from './cover.ts'
import { coverageQuery } from './coverage.ts'
import { createRouter, REFUSALS } from './router.ts'

const GEOJSON = 'application/geo+json'

const answer: z.ZodType<GroundAnswer> = z.custom<GroundAnswer>().openapi('Ground', {
  type: 'object',
  description:
    'A FeatureCollection (RFC 7946) with `asOf` and `areaHa`, the sum; one feature a unit with code, name, kind, areaHa, unitHa and organisations',
})

const routeOf = <Path extends string>(path: Path, summary: string) =>
  createRoute({
    method: 'get',
    path,
    summary,
    request: { query: coverageQuery },
    responses: { 200: { description: 'One feature a unit', content: { [GEOJSON]: { schema: answer } } }, ...REFUSALS },
  })

const gapRoute = routeOf('/api/gaps.geojson', 'The ground of targets that nobody serves')
const overlapRoute = routeOf('/api/overlaps.geojson', 'The ground where areas of two or more organisations meet')

const ABOUT: { readonly [K in GroundKind]: string } = { gap: 'lahan-celah', overlap: 'lahan-tumpang-tindih' }

/** It is written as bytes, so the types do not see by themselves that it is the answer. */
type Written = Response & TypedResponse<JSONParsed<GroundAnswer>, 200, 'json'>

export const groundRoutes = (world: World) => {
  const respond = async (kind: GroundKind, asked: z.output<typeof coverageQuery>, signal: AbortSignal) => {
    const question = readQuestion(world, asked)
    const { asOf, grounds } = world.everyone
    const head = { asOf: asOf(), kind, nameOf: (code: string) => unitName(world, code) }
    const written = await writeGrounds(await grounds(question, kind, signal), head, signal)
    const about = [ABOUT[kind], world.geography.nameOf(question.region), question.theme, formatPeriod(question.period)]
    return new Response(new Uint8Array(written), { headers: downloadHeaders(GEOJSON, about, 'geojson') }) as Written
  }
  return createRouter()
    .openapi(gapRoute, (c) => respond('gap', c.req.valid('query'), c.req.raw.signal))
    .openapi(overlapRoute, (c) => respond('overlap', c.req.valid('query'), c.req.raw.signal))
}
