import type { PlanAction } from '../../data/model/plan.ts'
import { addMonths } from './draft.ts'

const DAY_MS = 86_400_000
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS

/** Days to pixels. `first` is the first of a month, the last day of the last month ends at `widthPx`. */
export type Scale = {
  readonly first: string
  readonly days: number
  readonly pxPerDay: number
  readonly widthPx: number
  readonly months: readonly { readonly iso: string; readonly xPx: number }[]
  /** Where a day begins. */
  readonly xOf: (iso: string) => number
}

/** A month is never narrower, so that its letter and a finger fit. */
const LEAST_MONTH_PX = 22
const MONTH_DAYS = 30.4

const monthOf = (iso: string): string => `${iso.slice(0, 7)}-01`

/** From the month of the first beginning (or today) to that of the last end; an open end reaches half a year past today. */
export const scaleOf = (actions: readonly PlanAction[], today: string, roomPx: number): Scale => {
  const starts = actions.map(({ period }) => period.start).filter((iso) => iso !== '')
  const ends = actions.map(({ period }) => period.end || addMonths(today, 6))
  const first = monthOf([...starts, today].reduce((a, b) => (a < b ? a : b)))
  const end = addMonths(monthOf([...ends, ...starts, today].reduce((a, b) => (a > b ? a : b))), 1)
  const days = daysBetween(first, end)
  const pxPerDay = Math.max(roomPx / days, LEAST_MONTH_PX / MONTH_DAYS)
  const xOf = (iso: string) => daysBetween(first, iso) * pxPerDay
  const months = []
  for (let iso = first; iso < end; iso = addMonths(iso, 1)) months.push({ iso, xPx: xOf(iso) })
  return { first, days, pxPerDay, widthPx: days * pxPerDay, months, xOf }
}

/** The least that is still seen and touched. */
const LEAST_BAR_PX = 8

/** Left edge and width of a period; without an end it runs to the edge of the scale. */
export const barOf = ({ start, end }: PlanAction['period'], scale: Scale): { leftPx: number; widthPx: number } => {
  const leftPx = scale.xOf(start)
  const rightPx = end === null ? scale.widthPx : scale.xOf(end) + scale.pxPerDay
  return { leftPx, widthPx: Math.max(LEAST_BAR_PX, rightPx - leftPx) }
}
