/** One whole day of a calendar; `date` is ISO, `remindDays` before it a reader is told. */
export type CalendarDay = {
  readonly uid: string
  readonly date: string
  readonly summary: string
  readonly description: string
  readonly url: string
  readonly remindDays: number
}

const MOST_OCTETS = 75
const encoder = new TextEncoder()

const escaped = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replaceAll(/\r?\n/g, '\\n')

/** A line goes on in the next after 75 octets, never within a character (RFC 5545, 3.1). */
const folded = (line: string): string => {
  const lines = ['']
  let octets = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (octets + size > MOST_OCTETS) {
      lines.push(' ')
      octets = 1
    }
    lines[lines.length - 1] += character
    octets += size
  }
  return lines.join('\r\n')
}

const compact = (iso: string): string => iso.replaceAll('-', '')
const dayAfter = (iso: string): string => new Date(Date.parse(iso) + 86_400_000).toISOString().slice(0, 10)

const eventOf = (
  { uid, date, summary, description, url, remindDays }: CalendarDay,
  stamp: string,
): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  `DTSTAMP:${stamp}`,
  `DTSTART;VALUE=DATE:${compact(date)}`,
  `DTEND;VALUE=DATE:${compact(dayAfter(date))}`,
  `SUMMARY:${escaped(summary)}`,
  `DESCRIPTION:${escaped(description)}`,
  `URL:${url}`,
  'TRANSP:TRANSPARENT',
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `DESCRIPTION:${escaped(summary)}`,
  `TRIGGER:-P${remindDays}D`,
  'END:VALARM',
  'END:VEVENT',
]

/** An iCalendar (RFC 5545); `time` is ISO, UTC: the moment the data is of. */
export const calendarOf = (name: string, days: readonly CalendarDay[], time: string): string => {
  const stamp = `${time.slice(0, 19).replaceAll(/[-:]/g, '')}Z`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Bentang//Bentang//ID',
    `X-WR-CALNAME:${escaped(name)}`,
    ...days.flatMap((day) => eventOf(day, stamp)),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}
