import type { RecordAnswer } from '../../data/model/answers.ts'
import { type AnyRecord, KINDS } from '../../data/model/record.ts'
import { programmesOf } from '../convergence/answer.ts'
import { describe } from '../describe.ts'
import type { World } from '../world.ts'

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

/** The agreement an activity stands on, or the activities that stand on an agreement. */
const bound = ({ kind, record }: AnyRecord, { everyone }: World): Related[] => {
  const { find, all } = everyone
  if (kind === 'activity') {
    const agreement = record.agreement === undefined ? null : find('agreement', record.agreement)?.record
    return agreement ? [{ kind: 'agreement', id: agreement.id, title: agreement.title, relation: 'agreement' }] : []
  }
  if (kind !== 'agreement') return []
  return all('activity')
    .filter(({ agreement }) => agreement === record.id)
    .map(({ id, title }) => ({ kind: 'activity', id, title, relation: 'agreement' }))
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
