import type { AsOf } from './answers.ts'
import { isKind, type Kind } from './record.ts'

export const CHANGES = ['created', 'changed', 'removed'] as const

/**
 * The newest public change of one record. `removed`: nobody but members sees it any longer, and nothing more is told of it.
 * Who keeps a copy takes `created` and `changed` alike: as the record that stands at `record`.
 */
export type ChangeItem = {
  readonly seq: number
  /** ISO, UTC. */
  readonly time: string
  readonly kind: Kind
  readonly id: string
  readonly what: (typeof CHANGES)[number]
  /** Of the version that everyone sees; null where it was removed. */
  readonly revision: number | null
  /** Where the record is answered as JSON, and its page; null where it was removed. */
  readonly record: string | null
  readonly page: string | null
}

/** `GET /api/changes`. `cursor` is where to go on from later; `next` is the address of what is left now, null where nothing is. */
export type ChangesAnswer = {
  readonly asOf: AsOf
  readonly items: readonly ChangeItem[]
  readonly cursor: string
  readonly next: string | null
}

/** A place in the feed: behind all of an entry, or behind one record in it. */
export type FeedPosition = { readonly seq: number; readonly key: string | null }

export const formatPosition = ({ seq, key }: FeedPosition): string => (key === null ? `${seq}` : `${seq}.${key}`)

export const parseFeedPosition = (text: string): FeedPosition | null => {
  const [, seq, kind, id] = /^(\d{1,9})(?:\.([a-z]+)\/([a-z0-9][a-z0-9._-]{0,199}))?$/i.exec(text) ?? []
  if (seq === undefined || (kind !== undefined && !isKind(kind))) return null
  return { seq: Number(seq), key: kind === undefined ? null : `${kind}/${id}` }
}

/** Whether what stands at `seq` and `key` comes behind a position. */
export const isBehind = (one: { readonly seq: number; readonly key: string }, { seq, key }: FeedPosition): boolean =>
  one.seq > seq || (one.seq === seq && key !== null && one.key > key)
