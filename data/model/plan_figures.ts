import type { Plan, PlanAction } from './plan.ts'

/** Reported as completed, or at a hundred per cent. */
export const isDone = ({ status, progress }: Pick<PlanAction, 'status' | 'progress'>): boolean =>
  status === 'completed' || progress?.percent === 100

/** Cancelled actions are shown and counted nowhere. */
export const isLive = ({ status }: Pick<PlanAction, 'status'>): boolean => status !== 'cancelled'

const isOpen = (action: PlanAction): boolean => isLive(action) && !isDone(action)

/** Its last day is before `on` (ISO date) and nobody has reported it done. */
export const isOverdue = (action: PlanAction, on: string): boolean =>
  isOpen(action) && action.period.end !== null && action.period.end !== '' && action.period.end < on

/** Takes nothing yet, or takes money that nobody has confirmed; what is given in people or kind alone needs no money. */
export const isUnfunded = (action: PlanAction): boolean =>
  isOpen(action) &&
  (action.resources.length === 0 || action.resources.some(({ kind, secured }) => kind === 'money' && !secured))

export const isUnowned = (action: PlanAction): boolean => isOpen(action) && action.responsible === undefined

export const ACTION_FLAGS = ['overdue', 'unfunded', 'unowned'] as const
export type ActionFlag = (typeof ACTION_FLAGS)[number]

export const flagsOf = (action: PlanAction, on: string): readonly ActionFlag[] => {
  const holds = { overdue: isOverdue(action, on), unfunded: isUnfunded(action), unowned: isUnowned(action) }
  return ACTION_FLAGS.filter((flag) => holds[flag])
}

/** Of the live actions of some plans at a date; money is rupiah, each resource once. */
export type PlanFigures = {
  /** The denominator of all others: actions that are not cancelled. */
  readonly actions: number
  readonly done: number
  readonly overdue: number
  readonly unfunded: number
  readonly unowned: number
  readonly moneyIdr: number
  readonly securedIdr: number
  readonly people: number
}

const sum = (actions: readonly PlanAction[], kind: 'money' | 'people', isCounted = (_: boolean) => true): number =>
  actions
    .flatMap(({ resources }) => resources)
    .filter((one) => one.kind === kind && isCounted(one.secured))
    .reduce((total, { amount = 0 }) => total + amount, 0)

export const figuresOf = (given: readonly PlanAction[], on: string): PlanFigures => {
  const actions = given.filter(isLive)
  const flagged = (flag: ActionFlag) => actions.filter((one) => flagsOf(one, on).includes(flag)).length
  return {
    actions: actions.length,
    done: actions.filter(isDone).length,
    overdue: flagged('overdue'),
    unfunded: flagged('unfunded'),
    unowned: flagged('unowned'),
    moneyIdr: sum(actions, 'money'),
    securedIdr: sum(actions, 'money', (secured) => secured),
    people: sum(actions, 'people'),
  }
}

/** What one party carries in some plans; `organisation` null is what nobody carries yet. */
export type Share = {
  readonly organisation: string | null
  /** Live actions it answers for, and others that it supports: each action once. */
  readonly responsible: number
  readonly supporting: number
  readonly moneyIdr: number
  readonly people: number
}

const carriedBy = (organisation: string | null, actions: readonly PlanAction[]): Share => {
  const own = actions.filter(({ responsible }) => (responsible?.id ?? null) === organisation)
  const helped = actions.filter(
    (one) => !own.includes(one) && organisation !== null && one.supporting.some(({ id }) => id === organisation),
  )
  const given = actions.flatMap(({ resources, responsible }) =>
    resources.filter(({ by }) => (by ?? responsible?.id ?? null) === organisation),
  )
  const amount = (kind: 'money' | 'people') =>
    given.reduce((total, one) => (one.kind === kind ? total + (one.amount ?? 0) : total), 0)
  return {
    organisation,
    responsible: own.length,
    supporting: helped.length,
    moneyIdr: amount('money'),
    people: amount('people'),
  }
}

const isCarrying = ({ responsible, supporting, moneyIdr, people }: Share): boolean =>
  responsible + supporting + moneyIdr + people > 0

/** Who carries how much, those with most actions first, nobody last. Every action and every resource is in exactly one share. */
export const sharesOf = (given: readonly PlanAction[]): readonly Share[] => {
  const actions = given.filter(isLive)
  const named = actions.flatMap(({ responsible, supporting, resources }) => [
    ...(responsible ? [responsible.id] : []),
    ...supporting.map(({ id }) => id),
    ...resources.flatMap(({ by }) => by ?? []),
  ])
  const shares = [...new Set(named)].map((id) => carriedBy(id, actions))
  const most = (a: Share, b: Share) =>
    b.responsible - a.responsible ||
    b.supporting - a.supporting ||
    b.moneyIdr - a.moneyIdr ||
    (a.organisation! < b.organisation! ? -1 : 1)
  return [...shares.filter(isCarrying).sort(most), ...[carriedBy(null, actions)].filter(isCarrying)]
}

/** The actions of several plans side by side. */
export const actionsOf = (plans: readonly Pick<Plan, 'actions'>[]): readonly PlanAction[] =>
  plans.flatMap(({ actions }) => actions)
