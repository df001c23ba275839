import { createRoute, z } from '@hono/zod-openapi'
import { AGREEMENT_KINDS, AGREEMENT_STAGES } from '../../data/model/agreement.ts'
import type { AgreementBoard } from '../../data/model/agreement_board.ts'
import { type KindOffer, kindsFor } from '../../data/model/agreement_kind.ts'
import { agreementCalendar } from '../agreement_calendar.ts'
import { agreementBoard } from '../agreements.ts'
import type { World } from '../world.ts'
import { ORGANISATION_WORDS, requireKnown, requirePlace } from './asked.ts'
import { parameters, queryOf } from './parameters.ts'
import { createRouter, json, REFUSALS, type SeenAt } from './router.ts'
import { asOf, code, id, ids, list, organisationKind, origin, words } from './schemas.ts'

const text = z.string()
const whole = z.number().int()

const board: z.ZodType<AgreementBoard> = z
  .object({
    asOf,
    columns: list(
      z.object({
        id: text,
        stage: z.enum(AGREEMENT_STAGES),
        label: words.nullable().describe('Null: the name of the stage itself'),
        days: whole.nullable().describe('How long it should take at most'),
      }),
    ),
    lines: list(
      z.object({
        id,
        title: text,
        kind: z.enum(AGREEMENT_KINDS),
        wording: text.nullable(),
        stage: z.enum(AGREEMENT_STAGES),
        column: text,
        isLate: z.boolean().describe('Longer in its column than that should take'),
        since: text.nullable(),
        daysInStage: whole.nullable(),
        parties: list(
          z.object({
            id,
            name: text,
            kind: organisationKind.nullable(),
            role: text.exactOptional(),
            wording: text.exactOptional(),
          }),
        ),
        fields: list(z.object({ wording: text, themes: ids })),
        region: code,
        scope: list(code),
        villages: whole,
        activities: whole,
        end: text.nullable(),
        daysToEnd: whole.nullable(),
        next: z.object({ step: text, organisation: id.nullable(), due: text.nullable() }).nullable(),
        carriesOut: id.nullable(),
        origin,
      }),
    ),
  })
  .openapi('AgreementBoard')

const reasons = list(z.object({ kind: z.enum(AGREEMENT_KINDS), reason: words }))
const offer: z.ZodType<KindOffer> = z.object({ offered: reasons, refused: reasons }).openapi('KindOffer')

const asked = queryOf({ region: parameters.region.optional(), partner: parameters.partner.optional() })

const boardRoute = createRoute({
  method: 'get',
  path: '/api/agreements',
  summary:
    'Agreements with stage, days in it, parties, fields, scope and what is next; those longest in their stage first',
  request: { query: asked },
  responses: { 200: json(board, 'The board'), ...REFUSALS },
})

const kindsRoute = createRoute({
  method: 'get',
  path: '/api/agreements/kinds',
  summary: 'Which legal forms some parties may choose, the usual one first, and why not the others',
  request: { query: queryOf({ organisation: parameters.organisation }) },
  responses: { 200: json(offer, 'Offered and refused'), ...REFUSALS },
})

const calendarRoute = createRoute({
  method: 'get',
  path: '/api/agreements.ics',
  summary: 'Ends and due dates as iCalendar, for a calendar of your own',
  request: { query: queryOf({ region: parameters.region.optional(), lang: parameters.lang.optional() }) },
  responses: {
    200: { description: 'iCalendar', content: { 'text/calendar': { schema: z.string() } } },
    ...REFUSALS,
  },
})

export const agreementRoutes = (world: World, now: () => Date, seenAt: SeenAt) => {
  const today = () => now().toISOString().slice(0, 10)
  const place = (given: string | undefined) => (given === undefined ? undefined : requirePlace(given, world.geography))
  const organisation = (given: string) => requireKnown(given, world.everyone.all('organisation'), ORGANISATION_WORDS)
  return createRouter()
    .openapi(boardRoute, (c) => {
      const { region, partner } = c.req.valid('query')
      const party = partner === undefined ? undefined : organisation(partner)
      return c.json(agreementBoard({ region: place(region), party }, today(), world), 200)
    })
    .openapi(kindsRoute, (c) => {
      const parties = c.req.valid('query').organisation.map((given) => {
        return world.everyone.find('organisation', organisation(given))!.record
      })
      return c.json(kindsFor(parties), 200)
    })
    .openapi(calendarRoute, (c) => {
      const { region, lang = 'id' } = c.req.valid('query')
      const found = agreementBoard({ region: place(region) }, today(), world)
      return c.body(agreementCalendar(found, seenAt(c.req.url).origin, lang), 200, {
        'Content-Type': 'text/calendar; charset=utf-8',
        'Content-Disposition': 'inline; filename="bentang-agreements.ics"',
      })
    })
}
