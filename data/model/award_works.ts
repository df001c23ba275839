import { type Activity, implementersOf, isActive } from './activity.ts'
import type { Agreement } from './agreement.ts'
import type { Code } from './codes.ts'
import type { Organisation } from './organisation.ts'
import type { Period } from './period.ts'
import type { VerdictKind } from './verdict.ts'

/** A village and a theme, with what counts there in the period: targets due, activities under way, the verdict. */
export type AwardPlace = {
  readonly code: Code
  readonly theme: string
  readonly targets: readonly string[]
  readonly activities: readonly string[]
  readonly verdict: VerdictKind
}

/** What is on record of a region in a period. */
export type AwardFacts = {
  readonly partners: readonly Organisation[]
  /** With a village of the region and a day in the period, whatever their status. */
  readonly activities: readonly Activity[]
  readonly places: readonly AwardPlace[]
  /** In force in the period. */
  readonly agreements: readonly Agreement[]
  readonly period: Period
  /** ISO date. */
  readonly today: string
}

export const listsBy = <T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> => {
  const lists = new Map<string, T[]>()
  for (const item of items) {
    const list = lists.get(keyOf(item))
    if (list) list.push(item)
    else lists.set(keyOf(item), [item])
  }
  return lists
}

/** A place where a partner works: its own activities there, and how many partners work there with it. */
type OwnPlace = { readonly place: AwardPlace; readonly own: readonly string[]; readonly partners: number }

/** What one partner does itself: presence belongs to the implementers. */
export type PartnerWork = {
  readonly organisation: Organisation
  /** Whatever their status. */
  readonly activities: readonly Activity[]
  readonly active: readonly Activity[]
  readonly places: readonly OwnPlace[]
}

/** What is the same for all partners: the denominators. */
export type AwardSurvey = {
  readonly facts: AwardFacts
  /** Villages of each target due. */
  readonly villagesOf: ReadonlyMap<string, number>
  /** Their sum: two targets in one village are two. */
  readonly targetPlaces: number
  /** Villages with a target, by theme. */
  readonly targeted: number
  /** People whom partners' active work reaches, each activity once however many partners carry it out. */
  readonly people: number
}

const partnerIds = ({ partners }: AwardFacts): ReadonlySet<string> => new Set(partners.map(({ id }) => id))

const peopleOf = (facts: AwardFacts): number => {
  const known = partnerIds(facts)
  return facts.activities
    .filter((one) => isActive(one, facts.period) && implementersOf(one).some((id) => known.has(id)))
    .reduce((sum, { beneficiaries = 0 }) => sum + beneficiaries, 0)
}

export const surveyOf = (facts: AwardFacts): AwardSurvey => {
  const villagesOf = new Map<string, number>()
  for (const { targets } of facts.places) for (const id of targets) villagesOf.set(id, (villagesOf.get(id) ?? 0) + 1)
  return {
    facts,
    villagesOf,
    targetPlaces: [...villagesOf.values()].reduce((sum, count) => sum + count, 0),
    targeted: facts.places.filter(({ targets }) => targets.length > 0).length,
    people: peopleOf(facts),
  }
}

type Doing = { readonly partner: string; readonly activity: Activity }

const doingsOf = (facts: AwardFacts): readonly Doing[] => {
  const known = partnerIds(facts)
  return facts.activities.flatMap((activity) =>
    [...new Set(implementersOf(activity))].filter((id) => known.has(id)).map((partner) => ({ partner, activity })),
  )
}

const presence = (place: AwardPlace, byActivity: ReadonlyMap<string, readonly Doing[]>) => {
  const there = listsBy(
    place.activities.flatMap((id) => byActivity.get(id) ?? []),
    ({ partner }) => partner,
  )
  return [...there].map(([partner, doings]) => ({
    partner,
    place,
    own: [...new Set(doings.map(({ activity }) => activity.id))],
    partners: there.size,
  }))
}

/** The partners who carry something out, each with its work. */
export const worksOf = (facts: AwardFacts): readonly PartnerWork[] => {
  const doings = doingsOf(facts)
  const byActivity = listsBy(doings, ({ activity }) => activity.id)
  const byPartner = listsBy(doings, ({ partner }) => partner)
  const placesOf = listsBy(
    facts.places.flatMap((place) => presence(place, byActivity)),
    ({ partner }) => partner,
  )
  return facts.partners.flatMap((organisation) => {
    const activities = byPartner.get(organisation.id)?.map(({ activity }) => activity) ?? []
    const active = activities.filter((one) => isActive(one, facts.period))
    return activities.length === 0
      ? []
      : [{ organisation, activities, active, places: placesOf.get(organisation.id) ?? [] }]
  })
}
