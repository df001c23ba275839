import type { Plan, PlanAction } from '../../data/model/plan.ts'

const DAY_MS = 86_400_000

/** An ISO date some days later. */
export const addDays = (iso: string, days: number): string =>
  new Date(Date.parse(iso) + days * DAY_MS).toISOString().slice(0, 10)

const lastDayOf = (year: number, month: number): number => new Date(Date.UTC(year, month + 1, 0)).getUTCDate()

/** An ISO date some months later; the last day of a month stays the last. */
export const addMonths = (iso: string, months: number): string => {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number)
  const target = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = lastDayOf(target.getUTCFullYear(), target.getUTCMonth())
  const isLast = day === lastDayOf(year, month - 1)
  target.setUTCDate(isLast ? last : Math.min(day, last))
  return target.toISOString().slice(0, 10)
}

export const FIRST_DAY = '1945-01-01'
export const LAST_DAY = '2100-12-31'
const within = (iso: string): boolean => iso >= FIRST_DAY && iso <= LAST_DAY

export type Edge = 'start' | 'end' | 'both'

/** The period with one edge or both moved; as it was where that would turn it around or leave the calendar. */
export const movePeriod = (
  { start, end }: PlanAction['period'],
  edge: Edge,
  move: (iso: string) => string,
): PlanAction['period'] => {
  const next = {
    start: edge === 'end' ? start : move(start),
    end: end === null || edge === 'start' ? end : move(end),
  }
  const isSound = within(next.start) && (next.end === null || (within(next.end) && next.end >= next.start))
  return isSound ? next : { start, end }
}

/** Fields to set; undefined takes a field away. */
export type ActionChange = { readonly [K in keyof PlanAction]?: PlanAction[K] | undefined }

const withChange = (action: PlanAction, change: ActionChange): PlanAction =>
  Object.fromEntries(
    Object.entries({ ...action, ...change }).filter(([, value]) => value !== undefined),
  ) as unknown as PlanAction

export const changeAction = (plan: Plan, id: string, change: ActionChange): Plan => ({
  ...plan,
  actions: plan.actions.map((action) => (action.id === id ? withChange(action, change) : action)),
})

/** A new action after all others, of the theme of the last and from today on for a year. */
export const addAction = (plan: Plan, id: string, theme: string, today: string): Plan => ({
  ...plan,
  actions: [
    ...plan.actions,
    {
      id,
      what: '',
      theme: plan.actions.at(-1)?.theme ?? theme,
      period: { start: today, end: addDays(addMonths(today, 12), -1) },
      places: [],
      supporting: [],
      resources: [],
      dependsOn: [],
      status: 'planned',
      activities: [],
    },
  ],
})

/** Without the action, and without anybody waiting for it. */
export const dropAction = (plan: Plan, id: string): Plan => ({
  ...plan,
  actions: plan.actions
    .filter((action) => action.id !== id)
    .map((action) => ({ ...action, dependsOn: action.dependsOn.filter((one) => one !== id) })),
})

/** Adds the place to the action, or takes it away. */
export const togglePlace = (plan: Plan, id: string, code: string): Plan => {
  const places = plan.actions.find((action) => action.id === id)?.places ?? []
  const next = places.includes(code) ? places.filter((one) => one !== code) : [...places, code]
  return changeAction(plan, id, { places: next })
}
