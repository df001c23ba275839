import type { AnyRecord, Kind } from '../../data/model/record.ts'
import type { Version } from '../../data/model/standing.ts'
import type { Words } from '../../data/model/words.ts'

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
 * The record of truth: a file, or a table in PostgreSQL. `append` resolves only after the line is on disk and every
 * follower has heard of it and of all before it; it rejects, and nothing is kept, otherwise.
 */
export type Journal = {
  append(draft: Draft): Promise<Entry>
  /** Takes over lines of another journal as they are, each with its newline; rejects with JournalForeign unless they follow the head. */
  adopt(lines: readonly Buffer[]): Promise<void>
  /** Every entry after `afterSeq` in order, up to the head. */
  replay(afterSeq?: number): AsyncIterable<Entry>
  /** The same as they stand there, each line with its newline. */
  lines(afterSeq?: number): AsyncIterable<Buffer>
  /** Calls with each entry that is on disk from now on, whoever wrote it, in order. Returns how to stop. */
  follow(listener: (entry: Entry) => void): () => void
  /** The hash of the line of an entry; null where there is none. What was derived up to there tells by it whether it still stands. */
  hashAt(seq: number): Promise<string | null>
  /** How far it is known here: the followers have heard of all up to there. */
  head(): { readonly seq: number; readonly hash: string; readonly time: string }
  /** What an operator should know; empty while all is well. */
  reasons(): readonly Words[]
  close(): Promise<void>
}

/** A journal that is looked at, and left as it is. */
export type JournalReader = Pick<Journal, 'replay' | 'lines' | 'hashAt' | 'head' | 'close'>
