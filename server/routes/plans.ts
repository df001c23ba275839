import { createRoute, z } from '@hono/zod-openapi'
import type { PlanAnswer, PlanList } from '../../data/model/plan_answer.ts'
import type { PlanFigures } from '../../data/model/plan_figures.ts'
import { planCalendar } from '../plan_calendar.ts'
import { openActions, planAnswer, planList } from '../plans.ts'
import { notFound, quote } from '../problems.ts'
import type { World } from '../world.ts'
import { ORGANISATION_WORDS, requireKnown, requirePlace } from './asked.ts'
import { parameters, queryOf } from './parameters.ts'
import { plan, span } from './recordSchemas.ts'
import { createRouter, json, REFUSALS, type SeenAt } from './router.ts'
import { asOf, bbox, code, id, level, list, origin } from './schemas.ts'

const text = z.string()
const whole = z.number().int()
const day = text.describe('YYYY-MM-DD')

const figures: z.ZodType<PlanFigures> = z
  .object({
    actions: whole.describe('The denominator: actions that are not cancelled'),
    done: whole,
    overdue: whole.describe('Last day before `on`, not reported done'),
    unfunded: whole.describe('Takes nothing yet, or money that nobody has confirmed'),
    unowned: whole.describe('Nobody answers for it'),
    moneyIdr: z.number(),
    securedIdr: z.number(),
    people: z.number(),
  })
  .openapi('PlanFigures')

const shares = list(
  z.object({
    organisation: id.nullable().describe('null is what nobody carries yet'),
    name: text.nullable(),
    responsible: whole,
    supporting: whole,
    moneyIdr: z.number(),
    people: z.number(),
  }),
)

const where = list(text)
const agreement = z.object({ id, title: text }).nullable()

const planListSchema: z.ZodType<PlanList> = z
  .object({
    asOf,
    on: day,
    plans: list(
      z.object({
        id,
        name: text,
        isReadIn: z.boolean().describe("Read from a zone's own actions"),
        region: code,
        where,
        agreement,
        span: span.nullable(),
        figures,
        origin,
        confirmed: day,
      }),
    ),
    figures,
    shares,
  })
  .openapi('PlanList')

const planAnswerSchema: z.ZodType<PlanAnswer> = z
  .object({
    asOf,
    on: day,
    plan,
    isReadIn: z.boolean(),
    where,
    figures,
    shares,
    agreement,
    activities: list(z.object({ id, title: text })),
    places: list(z.object({ code, name: text, level })),
    bbox: bbox.nullable(),
  })
  .openapi('PlanAnswer')

const asked = { region: parameters.region.optional(), partner: parameters.partner.optional() }

const listRoute = createRoute({
  method: 'get',
  path: '/api/plans',
  summary: 'Action plans with what is done, overdue, unfunded and unowned on a day, and who carries how much',
  request: { query: queryOf({ ...asked, on: parameters.on.optional() }) },
  responses: { 200: json(planListSchema, 'The plans'), ...REFUSALS },
})

const planRoute = createRoute({
  method: 'get',
  path: '/api/plans/{id}',
  summary: 'One action plan whole, by its id or that of its zone: the answer behind table, timeline and map',
  request: { params: z.object({ id }), query: queryOf({ on: parameters.on.optional() }) },
  responses: { 200: json(planAnswerSchema, 'The plan'), ...REFUSALS },
})

const calendarRoute = createRoute({
  method: 'get',
  path: '/api/plans.ics',
  summary: 'Last days of open actions as iCalendar, for a calendar of your own',
  request: { query: queryOf({ ...asked, lang: parameters.lang.optional() }) },
  responses: {
    200: { description: 'iCalendar', content: { 'text/calendar': { schema: z.string() } } },
    ...REFUSALS,
  },
})

const noPlan = (given: string) =>
  notFound({
    id: `Tidak ada rencana aksi ${quote(given)} yang terbuka untuk umum. Daftarnya di /api/plans.`,
    en: `There is no action plan ${quote(given)} open to everyone. /api/plans lists them.`,
  })

export const planRoutes = (world: World, now: () => Date, seenAt: SeenAt) => {
  const today = () => now().toISOString().slice(0, 10)
  const read = ({ region, partner }: { region?: string | undefined; partner?: string | undefined }) => ({
    region: region === undefined ? undefined : requirePlace(region, world.geography),
    party:
      partner === undefined ? undefined : requireKnown(partner, world.everyone.all('organisation'), ORGANISATION_WORDS),
  })
  return createRouter()
    .openapi(listRoute, (c) => {
      const query = c.req.valid('query')
      return c.json(planList(read(query), query.on ?? today(), world), 200)
    })
    .openapi(planRoute, (c) => {
      const given = c.req.valid('param').id
      const found = planAnswer(given, c.req.valid('query').on ?? today(), world)
      if (!found) throw noPlan(given)
      return c.json(found, 200)
    })
    .openapi(calendarRoute, (c) => {
      const query = c.req.valid('query')
      const text = planCalendar(openActions(read(query), world), {
        nameOf: (one) => world.everyone.find('organisation', one)?.record.name ?? one,
        origin: seenAt(c.req.url).origin,
        language: query.lang ?? 'id',
        time: world.everyone.asOf().time,
      })
      return c.body(text, 200, {
        'Content-Type': 'text/calendar; charset=utf-8',
        'Content-Disposition': 'inline; filename="bentang-plans.ics"',
      })
    })
}
