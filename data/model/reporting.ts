import { completenessOf } from './completeness.ts'
import { FRESH_DAYS, type Freshness, freshnessOf } from './freshness.ts'
import { type AnyRecord, freshnessDays } from './record.ts'

/** How well some records are kept. */
export type Reporting = Freshness & {
  /** Confirmed within 90 days. */
  readonly fresh: number
  /** The mean of the records, 0-1. */
  readonly completeness: number
  /** Fields that are missing, with how many records miss each, the most frequent first. */
  readonly missing: readonly { readonly field: string; readonly records: number }[]
}

const MOST_MISSING = 4

const missingIn = (fields: readonly string[]): Reporting['missing'] => {
  const counts = new Map<string, number>()
  for (const field of fields) counts.set(field, (counts.get(field) ?? 0) + 1)
  return [...counts]
    .map(([field, records]) => ({ field, records }))
    .sort((a, b) => b.records - a.records || (a.field < b.field ? -1 : 1))
    .slice(0, MOST_MISSING)
}

/** Null without records; `today` is ISO. */
export const reportingOf = (entries: readonly AnyRecord[], today: string): Reporting | null => {
  const records = entries.map(({ record }) => record)
  const freshness = freshnessOf(records, today)
  if (!freshness) return null
  const found = entries.map(completenessOf)
  return {
    ...freshness,
    fresh: records.filter((record) => freshnessDays(record, today) <= FRESH_DAYS).length,
    completeness: found.reduce((sum, { share }) => sum + share, 0) / found.length,
    missing: missingIn(found.flatMap(({ missing }) => missing)),
  }
}
