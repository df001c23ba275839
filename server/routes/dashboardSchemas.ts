import { z } from '@hono/zod-openapi'
import {
  type DashboardAnswer,
  type DashboardChange,
  type DashboardRecords,
  type DashboardVillages,
  type DashboardWeek,
  RECORD_SETS,
} from '../../data/model/dashboard.ts'
import { VERDICT_KINDS } from '../../data/model/verdict.ts'
import { asOf, code, id, ids, kind, list, organisationKind, origin, verdictCounts, words } from './schemas.ts'

const text = z.string()
const number = z.number()
const whole = z.number().int()
const verdictKind = z.enum(VERDICT_KINDS)

const stated = z.object({
  total: number,
  known: whole.describe('How many state it'),
  of: whole.describe('The denominator'),
})
const figures = z.object({ activities: whole.describe('Each once'), budget: stated, people: stated })
const targetedVillages = z.object({ targeted: whole, gap: whole, partial: whole, covered: whole })

const grouping = z.object({
  groups: list(
    figures.extend({
      key: text,
      label: words,
      shared: whole.describe('How many of its activities are in another group too'),
    }),
  ),
  total: figures,
  several: whole.describe('Activities in more than one group'),
  repeated: z
    .object({ activities: whole, budgetIdr: number, people: number })
    .describe('The groups add up to the total and this'),
})

const report = z.object({
  organisation: id,
  name: text,
  kind: organisationKind,
  origin,
  of: whole.describe('Records: its own, its activities of the region and period, its targets due there'),
  fresh: whole.describe('Confirmed within 90 days'),
  medianDays: number,
  oldestDays: whole,
  completeness: number.describe('Mean share of the expected fields that are filled, 0-1'),
  missing: list(z.object({ field: text, records: whole })),
})

const about = { asOf, region: code, period: text }

export const dashboard: z.ZodType<DashboardAnswer> = z
  .object({
    ...about,
    today: text,
    villages: whole.describe('Villages of the region'),
    reached: whole.describe('Those that any active activity reaches'),
    total: figures,
    organisations: whole,
    coverage: z.object({
      total: targetedVillages,
      urusan: list(targetedVillages.extend({ urusan: id, themes: ids })),
      themes: list(z.object({ theme: id, targeted: whole, counts: verdictCounts })),
    }),
    groups: z.object({
      organisation: grouping,
      theme: grouping,
      district: grouping,
      year: grouping,
      source: grouping,
    }),
    targetBudget: stated,
    reporting: list(report),
    sample: z.boolean(),
  })
  .openapi('Dashboard')

export const records: z.ZodType<DashboardRecords> = z
  .object({
    ...about,
    by: z.enum(RECORD_SETS),
    of: text.nullable(),
    label: words.nullable(),
    records: list(
      z.object({
        kind,
        id,
        title: text,
        organisations: list(text),
        budgetIdr: number.nullable(),
        people: number.nullable(),
        villages: whole.nullable(),
        freshnessDays: whole,
        completeness: number,
        origin,
      }),
    ),
  })
  .openapi('DashboardRecords')

export const villages: z.ZodType<DashboardVillages> = z
  .object({
    ...about,
    urusan: id.nullable(),
    villages: list(
      z.object({
        code,
        name: text,
        within: text,
        verdicts: list(z.object({ theme: id, verdict: verdictKind })),
      }),
    ),
  })
  .openapi('DashboardVillages')

const side = z.object({ targeted: whole, counts: verdictCounts })

export const change: z.ZodType<DashboardChange> = z
  .object({
    ...about,
    villages: whole,
    before: asOf,
    after: asOf,
    themes: list(
      z.object({
        theme: id,
        before: side,
        after: side,
        closed: whole.describe('Villages that are no gap any more'),
        opened: whole.describe('Villages that became a gap'),
        changed: whole.describe('Villages whose verdict is another one'),
        units: list(z.object({ code, name: text, before: verdictKind, after: verdictKind })),
      }),
    ),
  })
  .openapi('DashboardChange')

export const week: z.ZodType<DashboardWeek> = z
  .object({
    asOf,
    region: code,
    since: text,
    until: text,
    records: whole,
    entries: list(
      z.object({
        seq: whole,
        time: text,
        count: whole,
        records: list(
          z.object({
            kind,
            id,
            title: text,
            organisation: text.nullable(),
            what: z.enum(['new', 'confirmed', 'changed']),
            fields: list(text),
          }),
        ),
      }),
    ),
  })
  .openapi('DashboardWeek')
