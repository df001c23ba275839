import { freshnessDays, type RecordBase } from './record.ts'

/** A quarter of a year, after which reminders are sent. */
export const FRESH_DAYS = 90

/** Days since the median and the oldest of so many records were confirmed. */
export type Freshness = { readonly medianDays: number; readonly oldestDays: number; readonly of: number }

const medianOf = (sorted: readonly number[]): number => {
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** Null without records; `today` is ISO. */
export const freshnessOf = (records: readonly Pick<RecordBase, 'confirmed'>[], today: string): Freshness | null => {
  const days = records.map((record) => freshnessDays(record, today)).sort((a, b) => a - b)
  return days.length === 0 ? null : { medianDays: medianOf(days), oldestDays: days.at(-1)!, of: days.length }
}
