import type { AnyRecord, Kind } from '../../data/model/record.ts'
import type { Version } from '../../data/model/standing.ts'

export const JOURNAL_SCHEMA = 1

/** One record's new state; `record: null` takes it away. Revision starts at 1 and grows by 1. */
export type Change = {
  [K in Kind]: {
    readonly kind: K
    readonly id: string
    readonly revision: number
    readonly record: Extract<AnyRecord, { kind: K }>['record'] | null
    /** Only of a change that takes others back: what stood behind the record then. Otherwise it follows from the state before. */
    readonly standing?: readonly Version<K>[]
  }
}[Kind]

/** One accepted operation: one line, one fsync. A batch import is one entry with many changes. */
export type Entry = {
  readonly seq: number
  /** ISO, UTC. */
  readonly time: string
  /** Opaque ids only; never a name or an address. */
  readonly actor: string
  readonly organisation: string | null
  /** Chosen by the sender; the same operation twice is applied once. */
  readonly operation: string
  readonly changes: readonly Change[]
  readonly schema: typeof JOURNAL_SCHEMA
}

export type Draft = Pick<Entry, 'actor' | 'organisation' | 'operation' | 'changes'>

/**
 * The record of truth. `append` resolves only after the line is on disk; it rejects, and nothing is kept, otherwise.
 * `replay` yields every entry after `afterSeq` in order. Another store (PostgreSQL) may stand behind the same four verbs.
 */
export type Journal = {
  append(draft: Draft): Promise<Entry>
  replay(afterSeq?: number): AsyncIterable<Entry>
  /** The hash of the line of an entry; null where there is none. What was derived up to there tells by it whether it still stands. */
  hashAt(seq: number): Promise<string | null>
  head(): { readonly seq: number; readonly hash: string; readonly time: string }
  close(): Promise<void>
}
