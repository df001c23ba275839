import { createRoute, z } from '@hono/zod-openapi'
import type { AwardAnswer } from '../../data/model/award_answer.ts'
import type { AwardRecord, EvidenceLine } from '../../data/model/award_evidence.ts'
import { AWARD_CRITERIA } from '../../data/model/award_weights.ts'
import { isPartner } from '../../data/model/organisation.ts'
import { answerAward } from '../award.ts'
import { writeAwardCsv } from '../formats/award_csv.ts'
import { downloadHeaders } from '../formats/download.ts'
import type { World } from '../world.ts'
import { ORGANISATION_WORDS, requireKnown, requirePlace } from './asked.ts'
import { parameters, queryOf } from './parameters.ts'
import { createRouter, json, REFUSALS } from './router.ts'
import { asOf, code, id, list, organisationKind, origin } from './schemas.ts'

const text = z.string()
const number = z.number()
const whole = z.number().int()
const criterion = z.enum(AWARD_CRITERIA)

const record: z.ZodType<AwardRecord> = z
  .object({ kind: z.enum(['activity', 'target', 'organisation', 'agreement']), id })
  .openapi('AwardRecord')

const line = {
  kind: z.enum(['activity', 'target', 'organisation', 'place']),
  id,
  theme: text.exactOptional(),
  adds: list(number).describe('What it adds to each figure of the criterion; all lines add up to them'),
  of: number.nullable(),
  through: list(record),
} satisfies Record<keyof EvidenceLine, z.ZodType>

const part = z.object({
  name: criterion,
  figures: list(
    z.object({
      name: z.enum(['places', 'closed', 'people', 'fresh', 'complete', 'joint']),
      value: number,
      of: number.describe('The denominator'),
      full: number.describe('The value that brings 100 points: the most of any partner, or the denominator'),
    }),
  ),
  points: number.describe('0-100: the mean of value / full'),
  weighted: number.describe('One decimal; those of all criteria add up to the score'),
  records: list(record),
})

const answer: z.ZodType<AwardAnswer> = z
  .object({
    asOf,
    region: code,
    period: text,
    today: text,
    weights: list(z.object({ name: criterion, given: number, share: number })),
    weightsFrom: z.enum(['table', 'regency', 'asked']),
    partners: whole.describe('Partners on record, ranked or not'),
    ranking: list(
      z.object({
        rank: whole.describe('Equal scores share a rank'),
        organisation: id,
        name: text,
        kind: organisationKind,
        origin,
        score: number.describe('0-100, one decimal'),
        parts: list(part),
      }),
    ),
    dossier: z
      .object({
        organisation: id,
        criteria: list(
          z.object({ name: criterion, lines: list(z.object({ ...line, title: text, confirmed: text.nullable() })) }),
        ),
        titles: z.record(text, text).readonly(),
      })
      .nullable(),
    sample: z.boolean(),
  })
  .openapi('Award')

const asked = {
  region: parameters.region,
  period: parameters.period.optional(),
  weights: parameters.awardWeights.optional(),
}

const route = createRoute({
  method: 'get',
  path: '/api/award',
  summary: 'Partners ranked by five criteria, each with raw figure, denominator, points, weight and records behind it',
  description: 'With "partner" also its dossier: what every record adds to every figure.',
  request: { query: queryOf({ ...asked, partner: parameters.partner.optional() }) },
  responses: { 200: json(answer, 'The ranking'), ...REFUSALS },
})

const CSV = 'text/csv; charset=utf-8'

const csvRoute = createRoute({
  method: 'get',
  path: '/api/award.csv',
  summary: 'The same ranking as a table',
  request: { query: queryOf(asked) },
  responses: { 200: { description: 'One row a partner', content: { [CSV]: { schema: z.string() } } }, ...REFUSALS },
})

type Given = z.output<typeof route.request.query>

export const awardRoutes = (world: World, now: () => Date) => {
  const partners = () => world.everyone.all('organisation').filter(({ kind }) => isPartner(kind))
  const answered = ({ region, period, weights, partner }: Given): AwardAnswer => {
    const year = now().getUTCFullYear()
    return answerAward(world, {
      region: requirePlace(region, world.geography),
      period: period ?? { from: year, to: year },
      weights,
      partner: partner === undefined ? undefined : requireKnown(partner, partners(), ORGANISATION_WORDS),
      today: now().toISOString().slice(0, 10),
    })
  }
  return createRouter()
    .openapi(route, (c) => c.json(answered(c.req.valid('query')), 200))
    .openapi(csvRoute, (c) => {
      const found = answered(c.req.valid('query'))
      const about = ['penghargaan', world.geography.nameOf(found.region), found.period]
      return c.body(writeAwardCsv(found), 200, downloadHeaders(CSV, about, 'csv'))
    })
}
