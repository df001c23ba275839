import { z } from '@hono/zod-openapi'
import { VISIBILITIES } from '../../data/model/record.ts'
import type {
  Accepted,
  CheckAnswer,
  Claim,
  Finding,
  HistoryLine,
  JournalLine,
  MemberFeature,
  MemberMap,
  RewardAnswer,
  Save,
  StepAsked,
  Twin,
  WorkLine,
  WorkList,
  WorkRecord,
} from '../../data/model/work.ts'
import { STEPS } from '../../data/model/work.ts'
import { matchAnswer } from './matchSchemas.ts'
import { record } from './recordSchemas.ts'
import { bbox, code, id, ids, kind, list, verification, words } from './schemas.ts'

const whole = z.number().int()
const text = z.string()
const named = list(z.object({ code, name: text }))

export const completeness = z.object({ share: z.number(), missing: ids })

export const claim: z.ZodType<Claim> = z
  .object({ person: id, name: text, until: text.describe('ISO, UTC') })
  .openapi('Claim')

export const workRecord: z.ZodType<WorkRecord> = z
  .object({
    kind,
    record,
    revision: whole,
    changed: z.object({ time: text, actor: id, name: text.nullable() }),
    standing: record.nullable().describe('What everyone still sees, where that is another version'),
    keeper: id.nullable(),
    steps: list(z.enum(STEPS)),
    canSave: z.boolean(),
    completeness,
    freshnessDays: whole,
    claim: claim.nullable(),
  })
  .openapi('WorkRecord')

const workLine: z.ZodType<WorkLine> = z
  .object({
    kind,
    id,
    title: text,
    keeper: id.nullable(),
    keeperName: text.nullable(),
    verification,
    visibility: z.enum(VISIBILITIES),
    awaitsReview: z.boolean(),
    status: text.nullable(),
    revision: whole,
    changed: text,
    confirmed: text,
    freshnessDays: whole,
    completeness: z.number(),
    villages: list(code),
    bbox: bbox.nullable(),
    claim: claim.nullable(),
    isSample: z.boolean(),
  })
  .openapi('WorkLine')

export const workList: z.ZodType<WorkList> = z
  .object({ numberMatched: whole, lines: list(workLine), next: text.nullable() })
  .openapi('WorkList')

const memberFeature: z.ZodType<MemberFeature> = z.custom<MemberFeature>().openapi('MemberFeature', {
  type: 'object',
  description: 'GeoJSON (RFC 7946); a place that is only named stands at its official position',
})

export const memberMap: z.ZodType<MemberMap> = z
  .object({
    type: z.literal('FeatureCollection'),
    activities: whole.describe('All that match'),
    shown: whole.describe('How many of them the features show'),
    features: list(memberFeature),
  })
  .openapi('MemberMap')

export const accepted: z.ZodType<Accepted> = z
  .object({ kind, id, revision: whole, verification, seq: whole, notes: list(words) })
  .openapi('Accepted')

const finding: z.ZodType<Finding> = z
  .object({
    field: text,
    severity: z.enum(['error', 'warning', 'question']),
    name: text,
    words,
    remedy: z.object({ words, value: z.unknown() }).exactOptional(),
  })
  .openapi('Finding')

export const twin: z.ZodType<Twin> = z.object({ id, title: text, reason: words, score: z.number() }).openapi('Twin')

export const checkAnswer: z.ZodType<CheckAnswer> = z
  .object({
    findings: list(finding),
    villages: list(z.object({ code, name: text, areaHa: z.number().nullable() })),
    districts: named,
    urusan: ids,
    twins: list(twin),
    completeness,
  })
  .openapi('CheckAnswer')

export const rewardAnswer: z.ZodType<RewardAnswer> = z
  .object({
    serves: list(
      z.object({
        target: id,
        title: text,
        department: text,
        closes: named,
        reaches: whole,
        isVerified: z.boolean(),
      }),
    ),
    matches: matchAnswer,
    completeness,
    profile: text,
  })
  .openapi('Reward')

export const historyLine: z.ZodType<HistoryLine> = z
  .object({
    revision: whole,
    seq: whole,
    time: text,
    actor: id,
    name: text.nullable(),
    organisation: id.nullable(),
    operation: text,
    changed: ids,
    record: record.nullable(),
  })
  .openapi('HistoryLine')

const journalLine: z.ZodType<JournalLine> = z
  .object({
    seq: whole,
    time: text,
    actor: id,
    name: text.nullable(),
    organisation: id.nullable(),
    operation: text,
    count: whole,
    changes: list(z.object({ kind, id, revision: whole, title: text.nullable() })),
  })
  .openapi('JournalLine')

export const journalPage: z.ZodType<{ readonly lines: readonly JournalLine[]; readonly next: number | null }> = z
  .object({ lines: list(journalLine), next: whole.nullable() })
  .openapi('JournalPage')

const operation = {
  type: 'string',
  format: 'uuid',
  description: 'Made by the sender; sending it again changes nothing',
} as const

export const save: z.ZodType<Save> = z.custom<Save>().openapi('Save', {
  type: 'object',
  required: ['operation', 'record'],
  properties: {
    operation,
    record: { type: 'object', description: 'The fields of the kind, without those that the server writes' },
    submit: { type: 'boolean', description: 'Goes to review at once' },
  },
})

export const stepAsked: z.ZodType<StepAsked> = z.custom<StepAsked>().openapi('StepAsked', {
  type: 'object',
  required: ['operation'],
  properties: {
    operation,
    status: { type: 'string', description: 'For `status`' },
    returned: { type: 'object', description: 'For `return`: { note?, fields: [{ field, reason }] }' },
    revision: { type: 'integer', description: 'For `restore`' },
  },
})

type Undo = { readonly operation: string; readonly undoes: string }
export const undoAsked: z.ZodType<Undo> = z.custom<Undo>().openapi('UndoAsked', {
  type: 'object',
  required: ['operation', 'undoes'],
  properties: { operation, undoes: { type: 'string', description: 'The operation to take back' } },
})

type Check = { readonly kind: 'activity'; readonly record: object; readonly id?: string }
export const checkAsked: z.ZodType<Check> = z.custom<Check>().openapi('CheckAsked', {
  type: 'object',
  required: ['kind', 'record'],
  properties: {
    kind: { type: 'string', enum: ['activity'] },
    record: { type: 'object', description: 'Any part of an activity' },
    id: { type: 'string', description: 'Of the record, where it is on record already' },
  },
})

type Accept = {
  readonly operation: string
  readonly items: readonly { readonly kind: string; readonly id: string; readonly revision: number }[]
}
export const acceptAsked: z.ZodType<Accept> = z.custom<Accept>().openapi('AcceptAsked', {
  type: 'object',
  required: ['operation', 'items'],
  properties: { operation, items: { type: 'array', items: { type: 'object' }, maxItems: 500 } },
})
