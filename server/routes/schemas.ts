import { z } from '@hono/zod-openapi'
import { ACTIVITY_STATUSES } from '../../data/model/activity.ts'
import type { AsOf, BoundaryStatus } from '../../data/model/answers.ts'
import { KINDS, type Source } from '../../data/model/record.ts'
import { VERDICT_KINDS, type Verdict, type VerdictCounts } from '../../data/model/verdict.ts'
import type { Words } from '../../data/model/words.ts'
import { LEVELS } from './parameters.ts'

export const list = <T extends z.ZodType>(item: T) => z.array(item).readonly()

const number = z.number()
const whole = z.number().int()
export const code = z.string().openapi({ example: '61.05.01.2007' })
export const id = z.string()
export const ids = list(id)

export const words: z.ZodType<Words> = z.object({ id: z.string(), en: z.string() }).openapi('Words')

export const asOf: z.ZodType<AsOf> = z
  .object({ seq: whole.describe('Journal position'), time: z.string().describe('ISO, UTC') })
  .openapi('AsOf')

export const bbox = z
  .tuple([number, number, number, number])
  .readonly()
  .openapi({
    type: 'array',
    items: { type: 'number' },
    minItems: 4,
    maxItems: 4,
    description: 'west, south, east, north',
  })

export const position = z
  .tuple([number, number])
  .readonly()
  .openapi({ type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2, description: 'lng, lat' })

export const kind = z.enum(KINDS)
export const level = z.enum(['region', 'regency', 'district', 'village', 'island'])
export const unitLevel = z.enum(LEVELS)
export const origin = z.enum(['sourced', 'sample', 'entered'])
export const verification = z.enum(['draft', 'submitted', 'verified', 'returned', 'archived'])
export const activityStatus = z.enum(ACTIVITY_STATUSES)
export const organisationKind = z.enum(['opd', 'ngo', 'credit_union', 'company', 'village', 'ministry', 'agency'])

export const source: z.ZodType<Source> = z
  .object({
    text: z.string(),
    url: z.string().exactOptional(),
    date: z.string().exactOptional(),
    wording: z.string().exactOptional().describe("The source's own label"),
  })
  .openapi('Source')

export const boundaryStatus: z.ZodType<BoundaryStatus> = z
  .object({
    kind: z.enum(['indicative', 'estimated']),
    origin: z.enum(['configured', 'cache', 'sibling', 'download', 'gazetteer']),
    attribution: z.string(),
    remedy: z.string().exactOptional(),
  })
  .openapi('BoundaryStatus')

const organisations = ids
export const verdict: z.ZodType<Verdict> = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('gap'), shortHa: number.exactOptional(), targetHa: number.exactOptional() }),
    z.object({ kind: z.literal('partial'), organisations, servedHa: number, targetHa: number, shortHa: number }),
    z.object({ kind: z.literal('met'), by: id }),
    z.object({ kind: z.literal('overlap'), organisations }),
    z.object({
      kind: z.literal('coordinated'),
      organisations,
      binding: z.object({ kind: z.enum(['agreement', 'activity', 'plan']), id }),
    }),
    z.object({ kind: z.literal('partner_only'), organisations }),
    z.object({ kind: z.literal('no_target') }),
    z.object({ kind: z.literal('unreported') }),
  ])
  .openapi('Verdict')

const countOf = Object.fromEntries(VERDICT_KINDS.map((verdictKind) => [verdictKind, whole])) as {
  readonly [K in keyof VerdictCounts]: z.ZodNumber
}
export const verdictCounts: z.ZodType<VerdictCounts> = z.object(countOf).openapi('VerdictCounts')
