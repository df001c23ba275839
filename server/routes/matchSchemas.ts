import { z } from '@hono/zod-openapi'
import type { MatchAnswer, MatchPart } from '../../data/model/answers.ts'
import { MATCH_PARTS } from '../../data/model/match_weights.ts'
import type {
  ComparedAnswer,
  ComparedPartner,
  DepartmentsAnswer,
  MatchDeskAnswer,
  MatchedTarget,
} from '../../data/model/matching.ts'
import { VERDICT_KINDS } from '../../data/model/verdict.ts'
import { asOf, bbox, code, id, ids, list, organisationKind, origin, position, verdictCounts, words } from './schemas.ts'

const text = z.string()
const number = z.number()
const whole = z.number().int()

const part: z.ZodType<MatchPart> = z.object({
  name: text,
  value: number,
  weight: number.describe('Share of all weights, 0-1'),
  points: number.describe('One decimal; those of all parts add up to the score'),
  reason: words,
})

const rowObject = z
  .object({
    organisation: id,
    name: text,
    target: id,
    score: number.describe('0-100, one decimal'),
    parts: list(part),
    withoutSites: z.boolean(),
  })
  .openapi('Match')

export const matchAnswer: z.ZodType<MatchAnswer> = list(rowObject)

const matchedTarget: z.ZodType<MatchedTarget> = z
  .object({
    id,
    title: text,
    theme: text,
    indicator: text,
    unit: text,
    value: number,
    year: whole,
    measure: z.enum(['presence', 'area']),
    organisation: id,
    origin,
    confirmed: text,
    department: text,
    document: text,
    budgetIdr: number.nullable(),
    units: whole.describe('Villages of the target in the region: the denominator of counts'),
    counts: verdictCounts,
    verdict: z.enum(VERDICT_KINDS),
    partners: list(rowObject),
    of: whole.describe('How many partners were ranked'),
  })
  .openapi('MatchedTarget')

export const deskAnswer: z.ZodType<MatchDeskAnswer> = z
  .object({
    asOf,
    side: z.enum(['department', 'partner']),
    organisation: z.object({ id, name: text, kind: organisationKind, origin, concerns: ids }),
    region: code,
    period: text,
    weights: list(z.object({ name: z.enum(MATCH_PARTS), given: number, share: number })),
    weightsFrom: z.enum(['table', 'regency', 'asked']),
    targets: list(matchedTarget),
    sample: z.boolean(),
  })
  .openapi('MatchDesk')

export const departmentsAnswer: z.ZodType<DepartmentsAnswer> = z
  .object({
    asOf,
    region: code,
    period: text,
    departments: list(z.object({ id, name: text, targets: whole, waiting: whole })),
  })
  .openapi('MatchDepartments')

const comparedPartner: z.ZodType<ComparedPartner> = z
  .object({
    row: rowObject,
    kind: organisationKind,
    origin,
    villagesInPlace: whole,
    villagesInRegion: whole,
    activities: whole,
    ofTheme: whole,
    budget: z.object({ totalIdr: number, known: whole, of: whole }),
    beneficiaries: z.object({ total: number, known: whole, of: whole }),
    agreements: list(z.object({ id, title: text, kind: text, stage: text })),
    freshnessDays: whole,
    positions: list(position),
  })
  .openapi('ComparedPartner')

export const comparedAnswer: z.ZodType<ComparedAnswer> = z
  .object({
    asOf,
    target: id,
    region: code,
    period: text,
    bbox: bbox.nullable(),
    units: whole,
    partners: list(comparedPartner),
  })
  .openapi('ComparedMatches')
