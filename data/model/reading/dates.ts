import type { Words } from '../words.ts'
import { type Days, day, months, plainDays, shownDays, wholeYears, year } from './days.ts'
import { findMonth } from './months.ts'
import { distinct, type Meaning, meaning, quoted, type Reading, readingOf, tidy } from './reading.ts'
import { splitWeekday, weekdayOf } from './weekdays.ts'

/** The order of day, month and year where only figures are written. */
export const DATE_STYLES = ['dmy', 'mdy', 'ymd'] as const
export type DateStyle = (typeof DATE_STYLES)[number]

/** `doubt` is what has to be asked although nothing else can be read. */
type Found = { readonly days: Days; readonly style: DateStyle | null; readonly doubt?: (text: string) => Words }
type Form = readonly [pattern: RegExp, find: (parts: readonly string[]) => readonly (Found | Days | null)[]]

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']
const ordinal = (text: string): number => (/^\d$/.test(text) ? Number(text) : ROMAN.indexOf(text.toLowerCase()) + 1)
const styled = (days: Days | null, style: DateStyle): Found | null => days && { days, style }

/** The three orders of three figures, as far as the calendar knows them; a year stands first with four digits, or last. */
const byOrder = (a: string, b: string, c: string): readonly (Found | null)[] => {
  if (a.length === 4) return [day(Number(a), Number(b), Number(c))].map((days) => styled(days, 'ymd'))
  const firsts = a.length === 2 && c.length === 2 ? wholeYears(a) : []
  return [
    ...wholeYears(c).flatMap((last) => [
      styled(day(last, Number(b), Number(a)), 'dmy'),
      styled(day(last, Number(a), Number(b)), 'mdy'),
    ]),
    ...firsts.map((first) => styled(day(first, Number(b), Number(c)), 'ymd')),
  ]
}

const named = (date: string, month: string, years: string): readonly (Days | null)[] =>
  wholeYears(years).map((one) => day(one, findMonth(month) ?? 0, Number(date)))
const monthOf = (month: number, years: string): readonly (Days | null)[] =>
  wholeYears(years).map((one) => months(one, month, month))
const part = (which: string, length: number, years: string): Days | null => {
  const last = ordinal(which) * length
  return months(Number(years), last - length + 1, last)
}

const DAY_MS = 86_400_000
/** The first serial of this century and the last before 2100, as spreadsheets count days. */
const [FIRST_SERIAL, LAST_SERIAL] = [36_526, 73_050]

const serial = (digits: string): Found | null => {
  const number = Number(digits)
  if (number < FIRST_SERIAL || number > LAST_SERIAL) return null
  const iso = new Date(Date.UTC(1899, 11, 30) + number * DAY_MS).toISOString().slice(0, 10)
  return { days: { from: iso, to: iso }, style: null, doubt: whichSerial }
}

/** May 24: a month of 2024, or a day without its year. */
const monthOrDay = (month: string, figures: string): readonly (Found | Days | null)[] =>
  monthOf(findMonth(month) ?? 0, figures).map((days) =>
    days && figures.length === 2 && Number(figures) <= 31 ? { days, style: null, doubt: whichMonth } : days,
  )

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
/** What may stand between a part of a year and the year. */
const OF = '(?:[ ,/-]*(?:(?:tahun|thn|th)\\.?(?: anggaran)? ?)?)'
const form = (pattern: string, find: Form[1]): Form => [new RegExp(`^(?:${pattern})$`, 'i'), find]

/** What a date may look like once the name of its weekday is gone. The first form that fits is the one. */
const FORMS: readonly Form[] = [
  form(
    `(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2})[:.]\\d{2}(?:[:.]\\d{2}(?:\\.\\d+)?)?(Z|[+-]\\d{2}:?\\d{2})?`,
    ([date = '', hours = '', zone = '']) => moment(date, hours, zone),
  ),
  form(`(?:tw|triwulan|kuartal|q)[ .-]*(iv|i{1,3}|[1-4])${OF}${Y}`, ([which = '', years = '']) => [
    part(which, 3, years),
  ]),
  form(`(?:smt|semester|sem)[ .-]*(i{1,2}|[12])${OF}${Y}`, ([which = '', years = '']) => [part(which, 6, years)]),
  form(`(\\d{1,4}) ?[/.-] ?${D} ?[/.-] ?${YY}|(\\d{4}) ?[/.-] ?${D} ?[/.-] ?${D}`, ([a, b, c, d, e, f]) =>
    byOrder(a ?? d ?? '', b ?? e ?? '', c ?? f ?? ''),
  ),
  form(`${D} ${D} ${YY}`, ([a = '', b = '', c = '']) => byOrder(a, b, c)),
  form(`(\\d{2})(\\d{2})(\\d{2})(\\d{2})`, ([a = '', b = '', c = '', d = '']) => [
    ...byOrder(`${a}${b}`, c, d),
    ...byOrder(a, b, `${c}${d}`),
  ]),
  form(`(?:(?:tahun|thn|th|ta|t\\.a)\\.?(?: anggaran)? ?)?${Y}`, ([years = '']) => [year(Number(years))]),
  form(`${D}[ ./-]+([ivx]{1,4})[ ./-]+${Y}`, ([date = '', month = '', years = '']) => [
    day(Number(years), ordinal(month), Number(date)),
  ]),
  form(`${D}[ ./-]*${MONTH}[ ./,'-]*${YY}`, ([date = '', month = '', years = '']) => named(date, month, years)),
  form(`${MONTH}[ .-]*${D}(?:st|nd|rd|th)?,? ${Y}`, ([month = '', date = '', years = '']) => named(date, month, years)),
  form(`${Y}[ -]${MONTH}[ -]${D}`, ([years = '', month = '', date = '']) => named(date, month, years)),
  form(`${MONTH} ${YY}`, ([month = '', figures = '']) => monthOrDay(month, figures)),
  form(`${MONTH}(?:[ .,/'-]*|${OF})${YY}`, ([month = '', years = '']) => monthOf(findMonth(month) ?? 0, years)),
  form(`${D}[/.-]${Y}`, ([month = '', years = '']) => monthOf(Number(month), years)),
  form(`${Y}[/-](\\d{2})`, ([years = '', month = '']) => monthOf(Number(month), years)),
  form(`${Y}[ -]*q([1-4])`, ([years = '', which = '']) => [part(which, 3, years)]),
  form('(\\d{5})', ([digits = '']) => [serial(digits)]),
]

const LEAD = /^(?:tgl\.?|tanggal|pada|bulan|bln\.?) /i

const isFound = (found: Found | Days): found is Found => 'days' in found

/** An hour behind a date says nothing about the day, unless it names a zone. */
const CLOCK = /,?(?: (?:pukul|pkl\.?|jam))? \d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?(?:am|pm|wib|wita|wit))?$/i

const foundIn = (given: string): readonly Found[] => {
  for (const [pattern, find] of FORMS) {
    const match = pattern.exec(given)
    if (match)
      return find(match.slice(1)).flatMap((one) =>
        one === null ? [] : isFound(one) ? [one] : [{ days: one, style: null }],
      )
  }
  return []
}

/** The weekday decides which day was meant; where it fits none of them, one of the two is written wrongly. */
const ofWeekday = (found: readonly Found[], weekday: number): readonly Found[] => {
  const fitting = found.filter(({ days }) => days.from !== days.to || weekdayOf(days.from) === weekday)
  return fitting.length > 0 ? fitting : found.map((one) => ({ ...one, doubt: whichWeekday }))
}

/** Everything that the text can be on the calendar. */
export const datesIn = (text: string): readonly Found[] => {
  const { weekday, rest } = splitWeekday(tidy(text).replace(LEAD, ''))
  const found = foundIn(rest.replace(LEAD, '').replace(CLOCK, ''))
  return weekday === null ? found : ofWeekday(found, weekday)
}

/** The order that alone can read the text; null where several can and differ, or none. */
export const orderShownBy = (text: string): DateStyle | null => {
  const styles = new Set(datesIn(text).map(({ style }) => style))
  return styles.size === 1 ? [...styles][0]! : null
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
const whichMonth = (text: string): Words => ({
  id: `${quoted(text)} dapat berarti bulan dan tahun, atau tanggal tanpa tahun. Pilih bulannya bila itu yang dimaksud, atau tulis lengkap.`,
  en: `${quoted(text)} may be a month and its year, or a day without one. Choose the month if that is meant, or write it in full.`,
})
const whichWeekday = (text: string): Words => ({
  id: `Hari dan tanggal dalam ${quoted(text)} tidak cocok. Pilih tanggalnya bila itu yang benar, atau tulis lagi.`,
  en: `The weekday and the date in ${quoted(text)} do not agree. Choose the date if that is right, or write it again.`,
})
export const noDate = (text: string): Words => ({
  id: `${quoted(text)} bukan tanggal yang ada. Tulis misalnya 8 Mei 2024, Mei 2024 atau 2024.`,
  en: `${quoted(text)} is not a date that exists. Write for example 8 May 2024, May 2024 or 2024.`,
})

/** One date and what it covers: `8 Mei 2024` a day, `Mei 2024` a month, `TW II 2024` a quarter, `2024` a year. */
export const readDate = (text: string, style: DateStyle | null = null): Reading<Days> => {
  const found = datesIn(text)
  const preferred = found.filter((one) => one.style === style)
  const kept = style && preferred.length > 0 ? preferred : found
  const meanings = kept.map(({ days }) => meant(days))
  const doubt = kept.find((one) => one.doubt)?.doubt
  return doubt
    ? { kind: 'ambiguous', readings: distinct(meanings), words: doubt(text) }
    : readingOf(meanings, whichDate(text), noDate(text))
}
