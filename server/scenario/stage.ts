import type { AsOf } from '../../data/model/answers.ts'
import { formatPeriod } from '../../data/model/period.ts'
import { type AnyRecord, KINDS, type Kind, type RecordByKind } from '../../data/model/record.ts'
import type { Audience } from '../audience.ts'
import type { Engine, EngineChange } from '../engine/engine.ts'
import { createEngine } from '../engine/index.ts'
import { createPace } from '../engine/pace.ts'
import type { Geography } from '../geography.ts'
import { keyOf, type RecordKey } from '../journal/state.ts'
import { isDrawn, relevanceOf, type Scope } from '../relevance.ts'

/** An engine beside the one that answers everybody, with what everyone may see of one question at one moment. */
export type Stage = {
  readonly asOf: AsOf
  readonly engine: Engine
  find<K extends Kind>(kind: K, id: string): RecordByKind[K] | null
  /** Looks while the changes stand; they are gone before it returns. At most one change a record. */
  within<T>(changes: readonly EngineChange[], look: () => T): T
}

/** A stage holds an engine of its own: a few serve the meeting that thinks something through. */
const KEPT = 4
/** So many records are placed between two looks at the clock. */
const BATCH = 20
const DEADLINE_MS = 10_000

const changeOf = ({ kind, record }: AnyRecord): EngineChange => ({ kind, id: record.id, record }) as EngineChange

const raise = async (geography: Geography, everyone: Audience, scope: Scope): Promise<Stage> => {
  const asOf = everyone.asOf()
  const { places, isNeeded } = relevanceOf(geography, scope)
  const entries = KINDS.flatMap((kind) => everyone.all(kind).map((record) => ({ kind, record }) as AnyRecord))
  const standing = new Map<RecordKey, EngineChange>(
    entries.filter(isNeeded).map((entry) => [keyOf({ kind: entry.kind, id: entry.record.id }), changeOf(entry)]),
  )
  const engine = await createEngine({ places })
  const pace = createPace({ deadlineMs: DEADLINE_MS })
  const changes = [...standing.values()]
  for (let from = 0; from < changes.length; from += BATCH) {
    engine.apply(changes.slice(from, from + BATCH))
    await pace.step()
  }
  const isRelevant = ({ kind, record }: EngineChange) => record !== null && isNeeded({ kind, record } as AnyRecord)
  const asItStands = ({ kind, id }: EngineChange) =>
    standing.get(keyOf({ kind, id })) ?? ({ kind, id, record: null } as EngineChange)
  return {
    asOf,
    engine,
    find: <K extends Kind>(kind: K, id: string) =>
      (standing.get(keyOf({ kind, id }))?.record ?? null) as RecordByKind[K] | null,
    within: (changed, look) => {
      try {
        engine.apply(changed.map((one) => (isRelevant(one) ? one : ({ ...one, record: null } as EngineChange))))
        return look()
      } finally {
        engine.apply(changed.map(asItStands))
      }
    },
  }
}

/** Stages by question and moment; the same few are asked again and again while somebody thinks. */
export const createStages = (geography: Geography, everyone: Audience) => {
  const kept = new Map<string, Promise<Stage>>()
  return (scope: Scope): Promise<Stage> => {
    const { seq } = everyone.asOf()
    const key = `${seq} ${isDrawn(scope) ? '' : scope.region} ${formatPeriod(scope.period)}`
    const made = kept.get(key) ?? raise(geography, everyone, scope)
    made.catch(() => kept.delete(key))
    kept.delete(key)
    kept.set(key, made)
    for (const oldest of [...kept.keys()].slice(0, -KEPT)) kept.delete(oldest)
    return made
  }
}
export type Stages = ReturnType<typeof createStages>
