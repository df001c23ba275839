import { useQueries } from '@tanstack/react-query'
import type { ContextAnswer } from '../../data/model/answers.ts'
import type { Code } from '../../data/model/codes.ts'
import type { Plan } from '../../data/model/plan.ts'
import type { PlanAnswer } from '../../data/model/plan_answer.ts'
import { organisationName } from '../panel/card/names.ts'
import { placeQuery, recordQuery } from '../panel/card/queries.ts'

/** What the ids and codes of a plan are called. */
export type Names = {
  readonly place: (code: Code) => string
  readonly organisation: (id: string) => string
  readonly activity: (id: string) => string
  readonly action: (id: string) => string
}

const unknownIn = (ids: readonly string[], known: ReadonlyMap<string, string>): readonly string[] => [
  ...new Set(ids.filter((id) => !known.has(id))),
]

/** Names from the answer; of what the draft has besides, from the server. */
export const useNames = (plan: Plan, answer: PlanAnswer | undefined, context: ContextAnswer): Names => {
  const places = new Map(answer?.places.map(({ code, name }) => [code, name]))
  const activities = new Map(answer?.activities.map(({ id, title }) => [id, title]))
  const codes = unknownIn([...plan.places, ...plan.actions.flatMap((action) => action.places)], places)
  const ids = unknownIn(
    plan.actions.flatMap((action) => action.activities),
    activities,
  )
  const foundPlaces = useQueries({ queries: codes.map(placeQuery) })
  const foundActivities = useQueries({ queries: ids.map((id) => recordQuery('activity', id)) })
  for (const { data } of foundPlaces) if (data) places.set(data.code, data.name)
  for (const { data } of foundActivities) if (data) activities.set(data.record.id, data.record.title)
  return {
    place: (code) => places.get(code) ?? code,
    organisation: (id) => organisationName(context, id),
    activity: (id) => activities.get(id) ?? id,
    action: (id) => plan.actions.find((one) => one.id === id)?.what || '–',
  }
}
