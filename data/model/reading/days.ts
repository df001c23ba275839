import type { Words } from '../words.ts'
import { MONTH_WORDS } from './months.ts'

/** What a date covers, ISO days, both included: a day, a month, a quarter, a year. `to` is null where it has no end. */
export type Days = { readonly from: string; readonly to: string | null }

const EARLIEST = 1945
const LATEST = 2100

const two = (number: number): string => `${number}`.padStart(2, '0')

export const isYear = (year: number): boolean => Number.isInteger(year) && year >= EARLIEST && year <= LATEST
export const lastDayOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** ISO; null where the calendar has no such day. */
export const isoDay = (year: number, month: number, day: number): string | null =>
  isYear(year) && month >= 1 && month <= 12 && day >= 1 && day <= lastDayOf(year, month)
    ? `${year}-${two(month)}-${two(day)}`
    : null

export const day = (year: number, month: number, date: number): Days | null => {
  const iso = isoDay(year, month, date)
  return iso === null ? null : { from: iso, to: iso }
}

/** From the first day of a month to the last of another in the same year. */
export const months = (year: number, first: number, last: number): Days | null =>
  isYear(year) && first >= 1 && last <= 12 && first <= last
    ? { from: `${year}-${two(first)}-01`, to: `${year}-${two(last)}-${two(lastDayOf(year, last))}` }
    : null

export const year = (number: number): Days | null => months(number, 1, 12)

/** 24 is 2024 and 98 is 1998; 45 may be the year of independence or that of its hundredth; those after 50 are nobody's. */
export const wholeYears = (digits: string): readonly number[] => {
  const number = Number(digits)
  if (digits.length !== 2) return [number]
  if (number >= 70) return [1900 + number]
  if (number < EARLIEST % 100) return [2000 + number]
  return number <= 50 ? [1900 + number, 2000 + number] : []
}

/** From where one begins to where the other ends; null where that is backwards. */
export const through = (first: Days, last: Days): Days | null =>
  last.to === null || first.from <= last.to ? { from: first.from, to: last.to } : null

const shownDay = (iso: string): Words => {
  const [years, month, date] = iso.split('-').map(Number) as [number, number, number]
  const { id, en } = MONTH_WORDS[month - 1]!
  return { id: `${date} ${id} ${years}`, en: `${date} ${en} ${years}` }
}

/** "8 Mei 2024", "1 Januari 2024 sampai 31 Desember 2024". */
export const shownDays = ({ from, to }: Days): Words => {
  const first = shownDay(from)
  if (to === from) return first
  if (to === null) return { id: `sejak ${first.id}`, en: `from ${first.en}` }
  const last = shownDay(to)
  return { id: `${first.id} sampai ${last.id}`, en: `${first.en} to ${last.en}` }
}

/** As it can be written back without doubt. */
export const plainDays = ({ from, to }: Days): string => {
  if (to === null) return `${from} - sekarang`
  return from === to ? from : `${from} - ${to}`
}
