import { setImmediate as breathe } from 'node:timers/promises'
import type { AsOf } from '../data/model/answers.ts'
import { formatPeriod } from '../data/model/period.ts'
import type { AnyRecord, Kind, RecordByKind } from '../data/model/record.ts'
import type { Engine, EngineChange } from './engine/engine.ts'
import { createEngine } from './engine/index.ts'
import type { Geography } from './geography.ts'
import type { Hidden } from './hidden.ts'
import type { Journal } from './journal/entry.ts'
import { type Kept, keptAfter, keyOf, NO_TIME, type RecordKey } from './journal/state.ts'
import { isDrawn, type Relevance, relevanceOf, type Scope } from './relevance.ts'

/**
 * What everyone could know at one position of the journal, as far as one question needs it, without what may not be seen
 * today: a site that was shown by mistake must not come back by asking for yesterday.
 */
export type Standpoint = {
  readonly asOf: AsOf
  readonly engine: Pick<Engine, 'coverage'>
  find<K extends Kind>(kind: K, id: string): { readonly record: RecordByKind[K] } | null
}

export type Past = {
  /** Where the journal stood just before a moment. */
  positionBefore(moment: Date): Promise<number>
  at(seq: number, scope: Scope): Promise<Standpoint>
}

/** A standpoint holds an engine of its own: a few serve the meeting that compares them. */
const KEPT = 4
/** Twenty records take about 5 ms to place; others are served in between. */
const BATCH = 20

export const createPast = (
  geography: Geography,
  journal: Pick<Journal, 'replay'>,
  hidden: Pick<Hidden, 'show' | 'version'>,
): Past => {
  const times: string[] = []
  let reading: Promise<void> = Promise.resolve()
  /** Times of the entries up to now; only what came since the last look is read. */
  const readTimes = async (): Promise<void> => {
    const before = reading.catch(() => {})
    reading = before.then(async () => {
      for await (const { time } of journal.replay(times.length)) times.push(time)
    })
    await reading
  }

  /** What stood then, as far as any version of it is needed. */
  const keptAt = async (seq: number, isNeeded: Relevance['isNeeded']): Promise<Map<RecordKey, Kept>> => {
    const records = new Map<RecordKey, Kept>()
    if (seq === 0) return records
    for await (const entry of journal.replay()) {
      for (const change of entry.changes) {
        const key = keyOf(change)
        const kept = keptAfter(records.get(key), change, entry)
        const versions = kept ? [kept, ...kept.standing] : []
        if (kept && versions.some(({ record }) => isNeeded({ kind: kept.kind, record } as AnyRecord)))
          records.set(key, kept)
        else records.delete(key)
      }
      if (entry.seq === seq) break
      if (entry.seq % BATCH === 0) await breathe()
    }
    return records
  }

  const recordsAt = async (seq: number, isNeeded: Relevance['isNeeded']): Promise<Map<RecordKey, AnyRecord>> => {
    const shown = [...(await keptAt(seq, isNeeded))].flatMap(([key, kept]) => {
      const seen = hidden.show(kept)
      const entry = seen && ({ kind: kept.kind, record: seen.record } as AnyRecord)
      return entry && isNeeded(entry) ? [[key, entry] as const] : []
    })
    return new Map(shown)
  }

  const stand = async (seq: number, scope: Scope): Promise<Standpoint> => {
    await readTimes()
    const { places, isNeeded } = relevanceOf(geography, scope)
    const records = await recordsAt(seq, isNeeded)
    const engine = await createEngine({ places })
    const changes = [...records.values()].map(({ kind, record }) => ({ kind, id: record.id, record }) as EngineChange)
    for (let from = 0; from < changes.length; from += BATCH) {
      engine.apply(changes.slice(from, from + BATCH))
      await breathe()
    }
    return {
      asOf: { seq, time: times[seq - 1] ?? NO_TIME },
      engine,
      find: <K extends Kind>(kind: K, id: string) =>
        (records.get(keyOf({ kind, id })) as { readonly record: RecordByKind[K] } | undefined) ?? null,
    }
  }

  const kept = new Map<string, Promise<Standpoint>>()
  return {
    positionBefore: async (moment) => {
      await readTimes()
      const iso = moment.toISOString()
      return times.findLastIndex((time) => time < iso) + 1
    },
    at: (seq, scope) => {
      const key = `${seq} ${hidden.version()} ${isDrawn(scope) ? '' : scope.region} ${formatPeriod(scope.period)}`
      const made = kept.get(key) ?? stand(seq, scope)
      made.catch(() => kept.delete(key))
      kept.delete(key)
      kept.set(key, made)
      for (const oldest of [...kept.keys()].slice(0, -KEPT)) kept.delete(oldest)
      return made
    },
  }
}
