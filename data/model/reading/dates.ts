import type { Words } from '../words.ts'
import { type Days, day, months, plainDays, shownDays, wholeYear, year } from './days.ts'
import { findMonth } from './months.ts'
import { type Meaning, meaning, quoted, type Reading, readingOf, tidy } from './reading.ts'

/** The order of day, month and year where only figures are written. */
export const DATE_STYLES = ['dmy', 'mdy', 'ymd'] as const
export type DateStyle = (typeof DATE_STYLES)[number]

type Found = { readonly days: Days; readonly style: DateStyle | null }
type Form = readonly [pattern: RegExp, find: (parts: readonly string[]) => readonly (Found | Days | null)[]]

const ROMAN = ['i', 'ii', 'iii', 'iv']
const ordinal = (text: string): number => (/^\d$/.test(text) ? Number(text) : ROMAN.indexOf(text.toLowerCase()) + 1)
const styled = (days: Days | null, style: DateStyle): Found | null => days && { days, style }

/** The three orders of three figures, as far as the calendar knows them; a year stands first with four digits, or last. */
const byOrder = (a: string, b: string, c: string): readonly (Found | null)[] => {
  if (a.length === 4) return [day(Number(a), Number(b), Number(c))].map((days) => styled(days, 'ymd'))
  const last = wholeYear(c)
  return [
    styled(day(last, Number(b), Number(a)), 'dmy'),
    styled(day(last, Number(a), Number(b)), 'mdy'),
    ...(a.length === 2 && c.length === 2 ? [styled(day(wholeYear(a), Number(b), Number(c)), 'ymd')] : []),
  ]
}

const named = (date: string, month: string, years: string): Days | null =>
  day(wholeYear(years), findMonth(month) ?? 0, Number(date))
const monthOf = (month: number, years: string): Days | null => months(wholeYear(years), month, month)
const part = (which: string, length: number, years: string): Days | null => {
  const last = ordinal(which) * length
  return months(wholeYear(years), last - length + 1, last)
}

const DAY_MS = 86_400_000
/** The first serial of this century and the last before 2100, as spreadsheets count days. */
const [FIRST_SERIAL, LAST_SERIAL] = [36_526, 73_050]

const serial = (digits: string): Days | null => {
  const number = Number(digits)
  if (number < FIRST_SERIAL || number > LAST_SERIAL) return null
  const iso = new Date(Date.UTC(1899, 11, 30) + number * DAY_MS).toISOString().slice(0, 10)
  return { from: iso, to: iso }
}

/** West Indonesian time is seven hours ahead: an evening in UTC may be the next day here. */
const WIB_HOURS = 7

const moment = (date: string, hours: string, zone: string): readonly (Days | null)[] => {
  const [years = 0, month = 0, on = 0] = date.split('-').map(Number)
  const own = day(years, month, on)
  if (!/^(?:Z|\+00:?00)$/i.test(zone) || Number(hours) + WIB_HOURS < 24) return [own]
  const next = new Date(Date.UTC(years, month - 1, on + 1))
  return [own, day(next.getUTCFullYear(), next.getUTCMonth() + 1, next.getUTCDate())]
}

const D = '(\\d{1,2})'
const YY = '(\\d{4}|\\d{2})'
const Y = '(\\d{4})'
const MONTH = '([a-z]{3,9}\\.?)'
const form = (pattern: string, find: Form[1]): Form => [new RegExp(`^(?:${pattern})$`, 'i'), find]

/** What a date may look like once the name of its weekday is gone. The first form that fits is the one. */
const FORMS: readonly Form[] = [
  form(
    `(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2})[:.]\\d{2}(?:[:.]\\d{2}(?:\\.\\d+)?)?(Z|[+-]\\d{2}:?\\d{2})?`,
    ([date = '', hours = '', zone = '']) => moment(date, hours, zone),
  ),
  form(`(?:tw|triwulan|kuartal|q)[ .-]*(iv|i{1,3}|[1-4])[ ,/-]*${Y}`, ([which = '', years = '']) => [
    part(which, 3, years),
  ]),
  form(`(?:smt|semester|sem)[ .-]*(i{1,2}|[12])[ ,/-]*${Y}`, ([which = '', years = '']) => [part(which, 6, years)]),
  form(`(\\d{1,4}) ?[/.-] ?${D} ?[/.-] ?${YY}|(\\d{4}) ?[/.-] ?${D} ?[/.-] ?${D}`, ([a, b, c, d, e, f]) =>
    byOrder(a ?? d ?? '', b ?? e ?? '', c ?? f ?? ''),
  ),
  form(`${D} ${D} ${YY}`, ([a = '', b = '', c = '']) => byOrder(a, b, c)),
  form(`(\\d{2})(\\d{2})(\\d{2})(\\d{2})`, ([a = '', b = '', c = '', d = '']) => [
    ...byOrder(`${a}${b}`, c, d),
    ...byOrder(a, b, `${c}${d}`),
  ]),
  form(`${D}[ ./-]*${MONTH}[ ./,-]*${YY}`, ([date = '', month = '', years = '']) => [named(date, month, years)]),
  form(`${MONTH}[ .-]*${D}(?:st|nd|rd|th)?,? ${Y}`, ([month = '', date = '', years = '']) => [
    named(date, month, years),
  ]),
  form(`${Y}[ -]${MONTH}[ -]${D}`, ([years = '', month = '', date = '']) => [named(date, month, years)]),
  form(`${MONTH}[ .,/'-]*${YY}`, ([month = '', years = '']) => [monthOf(findMonth(month) ?? 0, years)]),
  form(`${D}[/.-]${Y}`, ([month = '', years = '']) => [monthOf(Number(month), years)]),
  form(`${Y}[/-](\\d{2})`, ([years = '', month = '']) => [monthOf(Number(month), years)]),
  form(`${Y}[ -]*q([1-4])`, ([years = '', which = '']) => [part(which, 3, years)]),
  form(`(?:(?:tahun|thn|th|ta|t\\.a)\\.?(?: anggaran)? ?)?${Y}`, ([years = '']) => [year(Number(years))]),
]

const WEEKDAY =
  /^(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad|mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b[,.]? */i
const LEAD = /^(?:tgl\.?|tanggal|pada|bulan|bln\.?) /i

const isFound = (found: Found | Days): found is Found => 'days' in found

/** An hour behind a date says nothing about the day, unless it names a zone. */
const CLOCK = /,? \d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?(?:am|pm|wib|wita|wit))?$/i

/** Everything that the text can be on the calendar. */
export const datesIn = (text: string): readonly Found[] => {
  const given = tidy(text).replace(LEAD, '').replace(WEEKDAY, '').replace(LEAD, '').replace(CLOCK, '')
  for (const [pattern, find] of FORMS) {
    const match = pattern.exec(given)
    if (match)
      return find(match.slice(1)).flatMap((one) =>
        one === null ? [] : isFound(one) ? [one] : [{ days: one, style: null }],
      )
  }
  return []
}

/** The order that alone can read the text; null where several can and differ, or none. */
export const orderShownBy = (text: string): DateStyle | null => {
  const found = datesIn(text)
  return found.length === 1 ? found[0]!.style : null
}

const meant = (days: Days): Meaning<Days> => meaning(days, plainDays, shownDays)

const whichDate = (text: string): Words => ({
  id: `${quoted(text)} dapat dibaca lebih dari satu cara. Pilih tanggal yang dimaksud.`,
  en: `${quoted(text)} can be read in more than one way. Choose the date that is meant.`,
})
const whichSerial = (text: string): Words => ({
  id: `${quoted(text)} tampaknya nomor hari dari lembar sebar. Pilih tanggalnya bila memang itu.`,
  en: `${quoted(text)} looks like the day number of a spreadsheet. Choose its date if that is meant.`,
})
export const noDate = (text: string): Words => ({
  id: `${quoted(text)} bukan tanggal yang ada. Tulis misalnya 8 Mei 2024, Mei 2024 atau 2024.`,
  en: `${quoted(text)} is not a date that exists. Write for example 8 May 2024, May 2024 or 2024.`,
})

/** One date and what it covers: `8 Mei 2024` a day, `Mei 2024` a month, `TW II 2024` a quarter, `2024` a year. */
export const readDate = (text: string, style: DateStyle | null = null): Reading<Days> => {
  const given = tidy(text)
  const counted = /^\d{5}$/.test(given) ? serial(given) : null
  if (counted) return { kind: 'ambiguous', readings: [meant(counted)], words: whichSerial(text) }
  const found = datesIn(given)
  const preferred = found.filter((one) => one.style === style)
  const kept = style && preferred.length > 0 ? preferred : found
  return readingOf(
    kept.map(({ days }) => meant(days)),
    whichDate(text),
    noDate(text),
  )
}
