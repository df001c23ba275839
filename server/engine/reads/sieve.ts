import { ACTIVITY_STATUSES } from '../../../data/model/activity.ts'
import type { Period } from '../../../data/model/period.ts'
import type { Interned } from '../interned.ts'
import type { Register } from '../register.ts'

/** Which activities a reader wants to see; what is missing or empty is no filter. */
export type Filter = {
  readonly theme?: string | undefined
  /** Activities whose years meet it, whatever their status. */
  readonly period?: Period | undefined
  /** One of these as an implementer. */
  readonly organisations?: readonly string[] | undefined
  readonly statuses?: readonly string[] | undefined
  /** Whole rupiah, both included; an activity without a budget is outside every range. */
  readonly budgetIdr?: { readonly from?: number; readonly to?: number } | undefined
}

/** Whether an activity, by its slot, is wanted; good until the register changes. */
export type Sieve = (slot: number) => boolean

/** Each list of words is looked at once, however many activities have it. */
const passingLists = (
  { all }: Interned<readonly number[]>,
  words: Interned<string>,
  wanted: readonly string[],
): Uint8Array | null => {
  if (wanted.length === 0) return null
  const numbers = new Set(wanted.map(words.find))
  return Uint8Array.from(all, (list) => (list.some((number) => numbers.has(number)) ? 1 : 0))
}

/** The sieve of an open filter: who meets it need not ask. */
export const everything: Sieve = () => true

export const sieveOf = (filter: Filter, register: Register): Sieve => {
  const { theme, period, organisations = [], statuses = [], budgetIdr } = filter
  const isOpen = theme === undefined && period === undefined && budgetIdr === undefined
  if (isOpen && organisations.length === 0 && statuses.length === 0) return everything
  const { columns } = register
  const passesTheme = passingLists(register.themeLists, register.themes, theme === undefined ? [] : [theme])
  const passesOrganisation = passingLists(register.organisationLists, register.organisations, organisations)
  const passesStatus =
    statuses.length === 0 ? null : Uint8Array.from(ACTIVITY_STATUSES, (status) => (statuses.includes(status) ? 1 : 0))
  const { from: leastIdr = -Infinity, to: mostIdr = Infinity } = budgetIdr ?? {}
  return (slot) =>
    (period === undefined || (columns.fromYear[slot]! <= period.to && columns.toYear[slot]! >= period.from)) &&
    (passesTheme === null || passesTheme[columns.themes[slot]!] === 1) &&
    (passesStatus === null || passesStatus[columns.status[slot]!] === 1) &&
    (passesOrganisation === null || passesOrganisation[columns.organisations[slot]!] === 1) &&
    (budgetIdr === undefined || (columns.budgetIdr[slot]! >= leastIdr && columns.budgetIdr[slot]! <= mostIdr))
}
