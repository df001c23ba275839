import { ACTIVITY_STATUSES } from '../../data/model/activity.ts'
import type { Question } from '../engine/engine.ts'
import type { Register } from '../engine/register.ts'
import type { TileFilter } from './records.ts'

export type ActivityFilter = TileFilter & {
  readonly budgetIdr?: Question['budgetIdr']
  /** Slots of activities that the named organisations pay for or support: on the map too, though no presence there. */
  readonly supported?: ReadonlySet<number>
}

const isOpen = ({ theme, period, organisations = [], statuses = [], budgetIdr }: ActivityFilter): boolean =>
  theme === undefined && period === undefined && organisations.length + statuses.length === 0 && budgetIdr === undefined

/** Which slots of the register a filter lets through; halted work too, for a map shows what is on record. */
export const createSieve = (filter: ActivityFilter, register: Register): ((slot: number) => boolean) => {
  const { theme, period, organisations = [], statuses = [], budgetIdr, supported } = filter
  if (isOpen(filter)) return () => true
  const { columns, themes, themeLists, organisations: words, organisationLists } = register
  const themeNumber = theme === undefined ? -1 : themes.find(theme)
  const passesTheme = themeLists.all.map((list) => theme === undefined || list.includes(themeNumber))
  const wanted = new Set(organisations.map(words.find))
  const passesOrganisation = organisationLists.all.map(
    (list) => wanted.size === 0 || list.some((one) => wanted.has(one)),
  )
  const passesStatus = ACTIVITY_STATUSES.map((status) => statuses.length === 0 || statuses.includes(status))
  const { from: leastIdr = -Infinity, to: mostIdr = Infinity } = budgetIdr ?? {}
  const { from, to } = period ?? { from: -Infinity, to: Infinity }
  return (slot) =>
    passesTheme[columns.themes[slot]!]! &&
    passesStatus[columns.status[slot]!]! &&
    columns.fromYear[slot]! <= to &&
    columns.toYear[slot]! >= from &&
    (passesOrganisation[columns.organisations[slot]!]! || supported?.has(slot) === true) &&
    (budgetIdr === undefined || (columns.budgetIdr[slot]! >= leastIdr && columns.budgetIdr[slot]! <= mostIdr))
}
