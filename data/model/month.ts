import { FIRST_YEAR, LAST_YEAR, type Period } from './period.ts'

/** Months since January of year 0, both included. */
export type Months = { readonly from: number; readonly to: number }

export const MONTHS = 12
const DAY_MS = 86_400_000

/** The month of a day since 1970-01-01. */
export const monthOfDay = (day: number): number => {
  const date = new Date(day * DAY_MS)
  return MONTHS * date.getUTCFullYear() + date.getUTCMonth()
}

/** `2026-03` */
export const parseMonth = (text: string): number | null => {
  const [, year = '', month = ''] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text) ?? []
  const inRange = Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR
  return inRange ? MONTHS * Number(year) + Number(month) - 1 : null
}

export const formatMonth = (month: number): string =>
  `${Math.floor(month / MONTHS)}-${String((month % MONTHS) + 1).padStart(2, '0')}`

export const monthsOfYears = ({ from, to }: Period): Months => ({ from: MONTHS * from, to: MONTHS * to + MONTHS - 1 })
