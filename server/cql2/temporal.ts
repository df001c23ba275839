import type { TemporalOp } from './expression.ts'

/** Milliseconds since 1970, both ends; a day is the instant it begins at, in UTC. An open end is infinite. */
export type Span = readonly [start: number, end: number]

/** How two spans lie to each other: the relations of Allen as CQL2 defines them. */
export const RELATIONS: { readonly [op in TemporalOp]: (a: Span, b: Span) => boolean } = {
  t_after: ([start], [, end]) => start > end,
  t_before: ([, end], [start]) => end < start,
  t_contains: (a, b) => a[0] < b[0] && a[1] > b[1],
  t_disjoint: (a, b) => a[1] < b[0] || a[0] > b[1],
  t_during: (a, b) => a[0] > b[0] && a[1] < b[1],
  t_equals: (a, b) => a[0] === b[0] && a[1] === b[1],
  t_finishedby: (a, b) => a[0] < b[0] && a[1] === b[1],
  t_finishes: (a, b) => a[0] > b[0] && a[1] === b[1],
  t_intersects: (a, b) => a[0] <= b[1] && a[1] >= b[0],
  t_meets: (a, b) => a[1] === b[0],
  t_metby: (a, b) => a[0] === b[1],
  t_overlappedby: (a, b) => a[0] > b[0] && a[0] < b[1] && a[1] > b[1],
  t_overlaps: (a, b) => a[0] < b[0] && a[1] > b[0] && a[1] < b[1],
  t_startedby: (a, b) => a[0] === b[0] && a[1] > b[1],
  t_starts: (a, b) => a[0] === b[0] && a[1] < b[1],
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/

const isRealDay = (day: string): boolean => {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}

/** The instant that a day (`YYYY-MM-DD`) begins at, UTC; null for no day of the calendar. */
export const readDay = (text: string): number | null =>
  DAY.test(text) && isRealDay(text) ? Date.parse(`${text}T00:00:00Z`) : null

/** An instant with its zone, RFC 3339; null where it is none. */
export const readTime = (text: string): number | null => {
  const time = TIME.test(text) && isRealDay(text.slice(0, 10)) ? Date.parse(text) : Number.NaN
  return Number.isNaN(time) ? null : time
}
