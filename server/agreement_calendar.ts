import type { AgreementBoard, AgreementLine } from '../data/model/agreement_board.ts'
import { AGREEMENT_KIND_LABELS } from '../data/model/agreement_kind.ts'
import type { Language } from '../data/model/words.ts'
import { type CalendarDay, calendarOf } from './formats/calendar.ts'

/** Time to prepare a renewal, and time to do one step. */
const REMIND_DAYS = { end: 90, due: 7 } as const

const WORDS = {
  id: { name: 'Kesepakatan Bentang', ends: 'Berakhir', due: 'Tenggat', parties: 'Para pihak' },
  en: { name: 'Agreements of Bentang', ends: 'Ends', due: 'Due', parties: 'Parties' },
} as const

const daysOf = (line: AgreementLine, origin: string, language: Language): readonly CalendarDay[] => {
  const { id, title, kind, parties, end, next } = line
  const words = WORDS[language]
  const url = `${origin}/agreements?id=${encodeURIComponent(id)}`
  const description = `${AGREEMENT_KIND_LABELS[kind][language]}. ${words.parties}: ${parties.map(({ name }) => name).join(', ')}`
  const day = (what: keyof typeof REMIND_DAYS, date: string, summary: string): CalendarDay => ({
    uid: `${id}-${what}@bentang`,
    date,
    summary,
    description,
    url,
    remindDays: REMIND_DAYS[what],
  })
  return [
    ...(end ? [day('end', end, `${words.ends}: ${title}`)] : []),
    ...(next?.due ? [day('due', next.due, `${words.due}: ${next.step} (${title})`)] : []),
  ]
}

/** Ends and due dates of the agreements on a board, for anybody's own calendar. */
export const agreementCalendar = ({ lines, asOf }: AgreementBoard, origin: string, language: Language): string =>
  calendarOf(
    WORDS[language].name,
    lines.flatMap((line) => daysOf(line, origin, language)),
    asOf.time,
  )
