import { type Activity, implementersOf } from './activity.ts'
import { type Code, levelOf, parentOf } from './codes.ts'
import type { OrganisationKind } from './organisation.ts'
import { meets, type Period } from './period.ts'

/** The ways in which a regency's activities are sorted; by source each stands in one group only. */
export const ACTIVITY_GROUPS = ['organisation', 'theme', 'district', 'year', 'source'] as const
export type ActivityGroupName = (typeof ACTIVITY_GROUPS)[number]

export type GroupingSources = {
  readonly period: Period
  /** Villages of the region that an activity reaches. */
  readonly villagesOf: (activity: string) => readonly Code[]
  readonly kindOf: (organisation: string) => OrganisationKind | null
}

/** Funders of different kinds: nobody states who gives how much. */
export const SEVERAL_SOURCES = 'several'

const districtOf = (village: Code): readonly Code[] => {
  const district = parentOf(village)
  return district && levelOf(district) === 'district' ? [district] : []
}

const yearsOf = (activity: Pick<Activity, 'period'>, { from, to }: Period): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at)
    .filter((year) => meets(activity.period, { from: year, to: year }))
    .map(String)

/** The kind of organisation that pays: the funders, and where none is named the implementers. */
const sourceOf = (activity: Activity, kindOf: GroupingSources['kindOf']): readonly string[] => {
  const funders = activity.organisations.filter(({ role }) => role === 'funder').map(({ id }) => id)
  const payers = funders.length > 0 ? funders : implementersOf(activity)
  const kinds = [...new Set(payers.flatMap((id) => kindOf(id) ?? []))]
  return kinds.length > 1 ? [SEVERAL_SOURCES] : kinds
}

/** The groups an activity belongs to; none where what would tell is not stated. */
export const groupKeysOf =
  (by: ActivityGroupName, { period, villagesOf, kindOf }: GroupingSources) =>
  (activity: Activity): readonly string[] => {
    switch (by) {
      case 'organisation':
        return implementersOf(activity)
      case 'theme':
        return activity.themes
      case 'district':
        return villagesOf(activity.id).flatMap(districtOf)
      case 'year':
        return yearsOf(activity, period)
      case 'source':
        return sourceOf(activity, kindOf)
    }
  }
