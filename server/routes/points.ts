import { createRoute, z } from '@hono/zod-openapi'
import type { PointsAnswer } from '../../data/model/points.ts'
import { pointsIn } from '../points.ts'
import { createSupported } from '../tiles/supported.ts'
import type { World } from '../world.ts'
import { ORGANISATION_WORDS, requireKnown, requirePlace, THEME_WORDS } from './asked.ts'
import { parameters, queryOf } from './parameters.ts'
import { createRouter, json, REFUSALS } from './router.ts'
import { asOf, code, ids, list } from './schemas.ts'

const whole = z.number().int()
const numbers = list(whole)
const rows = (of: string) => numbers.describe(`Place in \`${of}\``)

const answer: z.ZodType<PointsAnswer> = z
  .object({
    asOf,
    region: code,
    theme: z.string().nullable(),
    activities: z
      .object({
        id: ids,
        start: numbers.describe('Days since 1970-01-01'),
        end: list(whole.nullable()).describe('Days since 1970-01-01, included; null is open'),
        status: numbers.describe('0 planned, 1 ongoing, 2 completed, 3 suspended, 4 cancelled'),
        organisations: rows('organisations'),
      })
      .describe('Columns of one length, a row an activity, with a place on the map or without'),
    sites: z
      .object({
        activity: rows('activities'),
        lng: numbers.describe('Millionths of a degree, WGS 84'),
        lat: numbers.describe('Millionths of a degree, WGS 84'),
        reached: rows('reached'),
      })
      .describe(
        'Columns of one length, a row a place on the map: a point, or the middle of the box of a line or an area; those of one activity stand together',
      ),
    organisations: list(ids).describe('Who carries an activity out, each list once'),
    reached: list(numbers).describe('Places that a site reaches, as places in `places`, each list once'),
    places: list(z.object({ code, name: z.string() })),
  })
  .openapi('Points')

const route = createRoute({
  method: 'get',
  path: '/api/points',
  summary: 'Public activities of a region with their days, and the points where the map draws them, as columns',
  description:
    'Of every period: whoever asks counts by month. An activity with several sites has several points; one that only names places has none. `organisation` also finds who pays or supports.',
  request: {
    query: queryOf({
      region: parameters.region,
      theme: parameters.theme.optional(),
      organisation: parameters.organisation.optional(),
      status: parameters.status.optional(),
    }),
  },
  responses: { 200: json(answer, 'The columns'), ...REFUSALS },
})

export const pointRoutes = (world: World) => {
  const supportedBy = createSupported(world)
  return createRouter().openapi(route, (c) => {
    const { region, theme, organisation = [], status } = c.req.valid('query')
    const known = world.everyone.all('organisation')
    const place = requirePlace(region, world.geography)
    const wanted = theme === undefined ? undefined : requireKnown(theme, world.themes, THEME_WORDS)
    const organisations = organisation.map((id) => requireKnown(id, known, ORGANISATION_WORDS))
    const supported = organisations.length > 0 ? { supported: supportedBy(organisations) } : {}
    const filter = { theme: wanted, organisations, statuses: status, ...supported }
    return c.json({ theme: wanted ?? null, ...pointsIn(world, place, filter) }, 200)
  })
}
