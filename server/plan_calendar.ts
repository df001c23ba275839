import { type Plan, type PlanAction, partiesOf } from '../data/model/plan.ts'
import { isDone, isLive } from '../data/model/plan_figures.ts'
import type { Language } from '../data/model/words.ts'
import { calendarOf } from './formats/calendar.ts'

/** Time to see that it will not be done. */
const REMIND_DAYS = 14

const WORDS = {
  id: { name: 'Rencana aksi Bentang', due: 'Batas aksi', parties: 'Pihak' },
  en: { name: 'Action plans of Bentang', due: 'Action due', parties: 'Parties' },
} as const

type Due = { readonly plan: Plan; readonly action: PlanAction }
type Asked = {
  readonly nameOf: (organisation: string) => string
  readonly origin: string
  readonly language: Language
  /** ISO, UTC. */
  readonly time: string
}

/** The last days of actions that are still open, for anybody's own calendar. */
export const planCalendar = (actions: readonly Due[], { nameOf, origin, language, time }: Asked): string => {
  const words = WORDS[language]
  const days = actions.flatMap(({ plan, action }) => {
    const { end } = action.period
    if (end === null || isDone(action) || !isLive(action)) return []
    return [
      {
        uid: `${plan.id}-${action.id}@bentang`,
        date: end,
        summary: `${words.due}: ${action.what} (${plan.name})`,
        description: `${words.parties}: ${partiesOf(action).map(nameOf).join(', ')}`,
        url: `${origin}/plans?id=${encodeURIComponent(plan.id)}&action=${encodeURIComponent(action.id)}`,
        remindDays: REMIND_DAYS,
      },
    ]
  })
  return calendarOf(words.name, days, time)
}
