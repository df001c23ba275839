import { type DateStyle, datesIn, noDate, readDate } from './dates.ts'
import { type Days, months, plainDays, shownDays, through, year } from './days.ts'
import { findMonth } from './months.ts'
import { distinct, type Meaning, meaning, quoted, type Reading, read, readingOf, tidy, unread } from './reading.ts'

const BETWEEN = / ?(?:s\/d|s\.?d\.?|sd|sampai(?: dengan)?|hingga|until|to) ?| - |(?<=[a-z\d]) ?- ?(?=[a-z\d])/gi
const OPEN_START = /^(?:sejak|mulai|dari|since|from) (.+)$/i
const OPEN_END =
  /^(.+?) ?(?:-|s\/d|s\.?d\.?|sampai(?: dengan)?|hingga|until|to) ?(?:sekarang|kini|saat ini|selesai|seterusnya|now|present|ongoing|\.\.\.)?$/i
const SCHOOL_YEAR = /^(?:tahun ajaran|tahun pelajaran|t\.?a\.?j\.?|t\.?p\.?|tapel) ?(\d{4})[/-](\d{4})$/i
/** TA is the year of a budget to one office and that of a school to the next. */
const YEARS = /^(?:(?:tahun|periode|(t\.?a\.?)) ?)?(\d{4}) ?(?:([/-]) ?(\d{4})|(\/)(\d{2}))$/i

const meant = (days: Days): Meaning<Days> => meaning(days, plainDays, shownDays)
const backwards = (text: string) => ({
  id: `${quoted(text)} berakhir sebelum dimulai. Tulis tanggal mulai lebih dulu.`,
  en: `${quoted(text)} ends before it begins. Write the first date first.`,
})
const whichYears = (text: string) => ({
  id: `${quoted(text)} dapat berarti dua tahun penuh atau satu tahun ajaran. Pilih yang dimaksud.`,
  en: `${quoted(text)} may be two whole years or one school year. Choose what is meant.`,
})

const schoolYear = (first: number): Days => ({ from: `${first}-07-01`, to: `${first + 1}-06-30` })

const readYears = (text: string, from: number, to: number, mayBeSchool: boolean): Reading<Days> => {
  const [first, last] = [year(from), year(to)]
  if (!first || !last) return unread(noDate(text))
  const days = through(first, last)
  if (!days) return unread(backwards(text))
  return mayBeSchool && to === from + 1
    ? { kind: 'ambiguous', readings: [meant(days), meant(schoolYear(from))], words: whichYears(text) }
    : read(days)
}

/** 2024/25 is read as 2024/2025; where its second half is a month as well, 2011/12, that is asked too. */
const readShortYears = (text: string, from: number, figures: number): Reading<Days> => {
  if (figures !== (from + 1) % 100) return readDate(text)
  const years = readYears(text, from, from + 1, true)
  const month = months(from, figures, figures)
  return month && years.kind === 'ambiguous' ? { ...years, readings: [...years.readings, meant(month)] } : years
}

/** `8 - 10 Mei 2024` and `Januari - Maret 2024`: what the first half leaves out stands in the second. */
const completed = (first: string, last: string): string => {
  const [, tail = ''] = /^\d{1,2} (.+)$/.exec(last) ?? []
  const [, years = ''] = / ?(\d{4})$/.exec(last) ?? []
  if (/^\d{1,2}$/.test(first)) return `${first} ${tail}`
  const lacksYear =
    findMonth(first) !== null ||
    /^\d{1,2} [a-z]+\.?$/i.test(first) ||
    /^(?:tw|triwulan|semester|q)\b.*(?<!\d{4})$/i.test(first)
  return lacksYear ? `${first} ${years}` : first
}

const valuesOf = (reading: Reading<Days>): readonly Days[] => {
  if (reading.kind === 'value') return [reading.value]
  return reading.kind === 'ambiguous' ? reading.readings.map(({ value }) => value) : []
}

/** The orders in which both dates of a range may be written, when nobody says. */
const EITHER = ['dmy', 'mdy'] as const

/** What two dates enclose; both are written in one order, whichever that is. */
const enclosed = (first: string, last: string, style: DateStyle | null): readonly (Days | null)[] =>
  (style ? [style] : EITHER).flatMap((order) =>
    valuesOf(readDate(first, order)).flatMap((from) => valuesOf(readDate(last, order)).map((to) => through(from, to))),
  )

/** What stands on the two sides of each mark of "until". */
const sidesOf = (text: string): readonly (readonly [first: string, last: string])[] =>
  Array.from(text.matchAll(BETWEEN), (mark) => {
    const [left, right] = [text.slice(0, mark.index).trim(), text.slice(mark.index + mark[0].length).trim()]
    return [completed(left, right), right]
  })

/** Everything that the sides can enclose; null where a range runs backwards. */
const rangesIn = (text: string, style: DateStyle | null): readonly (Days | null)[] =>
  sidesOf(text).flatMap(([first, last]) => enclosed(first, last, style))

const isDoubted = (side: string): boolean => datesIn(side).some(({ doubt }) => doubt)

const readRange = (text: string, style: DateStyle | null): Reading<Days> | null => {
  const ranges = rangesIn(text, style)
  const found = ranges.flatMap((days) => (days ? [meant(days)] : []))
  if (found.length > 0 && sidesOf(text).flat().some(isDoubted))
    return { kind: 'ambiguous', readings: distinct(found), words: doubtfulSpan(text) }
  return ranges.length === 0 ? null : readingOf(found, whichSpan(text), backwards(text))
}

const doubtfulSpan = (text: string) => ({
  id: `Tanggal dalam ${quoted(text)} mungkin salah tulis. Pilih masanya bila itu yang benar, atau tulis lagi.`,
  en: `A date in ${quoted(text)} may be written wrongly. Choose the period if it is right, or write it again.`,
})

const whichSpan = (text: string) => ({
  id: `${quoted(text)} dapat dibaca lebih dari satu cara. Pilih masa yang dimaksud.`,
  en: `${quoted(text)} can be read in more than one way. Choose the period that is meant.`,
})

const openEnded = ({ from }: Days): Days => ({ from, to: null })
const opened = (reading: Reading<Days>): Reading<Days> => {
  if (reading.kind === 'value') return read(openEnded(reading.value))
  if (reading.kind === 'unread') return reading
  return { ...reading, readings: reading.readings.map(({ value }) => meant(openEnded(value))) }
}

/** A period in one text: `2024-2026`, `8 Mei s.d. 10 Juni 2024`, `sejak 2023`, `TA 2024`, or any single date. */
export const readSpan = (text: string, style: DateStyle | null = null): Reading<Days> => {
  const given = tidy(text)
  const [, budget, from, mark, to, , figures] = YEARS.exec(given) ?? []
  if (from && to) return readYears(text, Number(from), Number(to), mark === '/' || budget !== undefined)
  if (from && figures) return readShortYears(text, Number(from), Number(figures))
  const [, school, next] = SCHOOL_YEAR.exec(given) ?? []
  if (school && Number(next) === Number(school) + 1) return read(schoolYear(Number(school)))
  if (datesIn(given).length > 0) return readDate(text, style)
  const range = readRange(given, style)
  if (range) return range
  const open = OPEN_START.exec(given)?.[1] ?? OPEN_END.exec(given)?.[1]
  return open && datesIn(open).length > 0 ? opened(readDate(open, style)) : unread(noDate(text))
}
