import type { Activity } from '../data/model/activity.ts'
import type { RecordAnswer } from '../data/model/answers.ts'
import type { Plan } from '../data/model/plan.ts'
import { type AnyRecord, KINDS } from '../data/model/record.ts'
import { programmesOf } from './convergence/answer.ts'
import { describe } from './describe.ts'
import type { World } from './world.ts'

type Related = RecordAnswer['related'][number]

/** Enough for a profile; the listings hold the rest. */
const MOST = 200

/** Organisations a record names, with the part each plays in it. */
const namedIn = (entry: AnyRecord, { everyone }: World): Related[] =>
  describe(entry).organisations.flatMap(({ id, role }) => {
    const found = everyone.find('organisation', id)
    return found ? [{ kind: 'organisation' as const, id, title: found.record.name, relation: role }] : []
  })

/** Records that name this organisation, with the part it plays in each. */
const naming = (organisation: string, { everyone }: World): Related[] =>
  KINDS.flatMap((kind) =>
    everyone.all(kind).flatMap((record) => {
      const { title, organisations } = describe({ kind, record } as AnyRecord)
      const part = organisations.find(({ id }) => id === organisation)
      return part ? [{ kind, id: record.id, title, relation: part.role }] : []
    }),
  )

const agreementOf = (id: string | undefined, { everyone }: World): Related[] => {
  const found = id === undefined ? null : everyone.find('agreement', id)?.record
  return found ? [{ kind: 'agreement', id: found.id, title: found.title, relation: 'agreement' }] : []
}

const plansOf = (isOf: (plan: Plan) => boolean, { everyone }: World): Related[] =>
  everyone
    .all('plan')
    .filter(isOf)
    .map(({ id, name }) => ({ kind: 'plan', id, title: name, relation: 'plan' }))

const activitiesOf = (isOf: (activity: Activity) => boolean, relation: string, { everyone }: World): Related[] =>
  everyone
    .all('activity')
    .filter(isOf)
    .map(({ id, title }) => ({ kind: 'activity', id, title, relation }))

/** What a record stands on, and what stands on it: agreements carry activities and plans, plans their activities. */
const bound = ({ kind, record }: AnyRecord, world: World): Related[] => {
  const { id } = record
  switch (kind) {
    case 'activity':
      return [
        ...agreementOf(record.agreement, world),
        ...plansOf(({ actions }) => actions.some(({ activities }) => activities.includes(id)), world),
      ]
    case 'agreement':
      return [
        ...plansOf(({ agreement }) => agreement === id, world),
        ...activitiesOf(({ agreement }) => agreement === id, 'agreement', world),
      ]
    case 'zone':
      return plansOf(({ zone }) => zone === id, world)
    case 'plan': {
      const named = new Set(record.actions.flatMap(({ activities }) => activities))
      return [...agreementOf(record.agreement, world), ...activitiesOf((one) => named.has(one.id), 'plan', world)]
    }
    default:
      return []
  }
}

/** Programmes of convergence for places that an authority area lies over. */
const programmesOver = ({ kind, record }: AnyRecord, world: World): Related[] => {
  if (kind !== 'authority') return []
  const places = world.everyone.engine.reachedCodes('authority', record.id)
  const found = new Map(places.flatMap((place) => programmesOf(world, place).map((one) => [one.id, one.title])))
  return [...found].map(([id, title]) => ({ kind: 'convergence', id, title, relation: 'programme' }))
}

/** Other figures on the same topic: where they differ they stand side by side. */
const besides = ({ kind, record }: AnyRecord, { everyone }: World): Related[] =>
  kind === 'figure'
    ? everyone
        .all('figure')
        .filter(({ id, topic }) => id !== record.id && topic === record.topic)
        .map(({ id, label }) => ({ kind: 'figure', id, title: label.id, relation: 'same_topic' }))
    : []

export const relatedTo = (entry: AnyRecord, world: World): readonly Related[] =>
  [
    ...(entry.kind === 'organisation' ? naming(entry.record.id, world) : namedIn(entry, world)),
    ...bound(entry, world),
    ...programmesOver(entry, world),
    ...besides(entry, world),
  ].slice(0, MOST)
