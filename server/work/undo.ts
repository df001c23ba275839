import { z } from '@hono/zod-openapi'
import { isModerating } from '../../data/model/person.ts'
import type { AnyRecord } from '../../data/model/record.ts'
import { sideOf } from '../../data/model/review.ts'
import type { Member } from '../access/caller.ts'
import type { Change, Entry } from '../journal/entry.ts'
import { RevisionConflict } from '../journal/errors.ts'
import { type Kept, keptAfter, keyOf, type RecordKey, revisionOf } from '../journal/state.ts'
import { badRequest, notFound } from '../problems.ts'
import { commitAs, findAnswered } from './accept.ts'
import { requireOperation } from './form.ts'
import type { Room } from './room.ts'

export type Undone = { readonly changed: number; readonly kept: number }

const UNDOES = {
  id: 'Sebut "undoes": operasi yang ingin dibatalkan.',
  en: 'Name "undoes": the operation to take back.',
}
const NOTHING_TO_UNDO = {
  id: 'Operasi itu tidak ditemukan di antara perubahan Anda. Riwayat catatan memuat nomornya.',
  en: 'That operation is not among your changes. The history of a record tells its number.',
}

const findEntry = async (room: Room, caller: Member, operation: string): Promise<Entry> => {
  const { operations } = room.store.state
  const seq = operations.get(operation) ?? operations.get(operation.toLowerCase())
  const entry = seq === undefined ? null : await room.trail.entry(seq)
  if (!entry || (entry.actor !== caller.person && !isModerating(caller.role))) throw notFound(NOTHING_TO_UNDO)
  return entry
}

/** First and last revision that an entry gave each record. */
const spansOf = ({ changes }: Entry) => {
  const spans = new Map<RecordKey, { readonly first: Change; readonly last: Change }>()
  for (const change of changes) {
    const key = keyOf(change)
    spans.set(key, { first: spans.get(key)?.first ?? change, last: change })
  }
  return spans
}

/**
 * The records as they were at a revision, with what stood behind them; each earlier entry is read once, however many records
 * it holds. Those that were not there are missing.
 */
const beforeOf = async (room: Room, keys: readonly (readonly [RecordKey, number])[]) => {
  const wanted = new Map<number, Set<RecordKey>>()
  for (const [key, revision] of keys)
    for (const seq of (await room.trail.of(key)).slice(0, revision))
      wanted.set(seq, (wanted.get(seq) ?? new Set()).add(key))
  const last = new Map(keys)
  const found = new Map<RecordKey, Kept>()
  for (const seq of [...wanted.keys()].sort((a, b) => a - b)) {
    const entry = await room.trail.entry(seq)
    for (const change of entry.changes) {
      const key = keyOf(change)
      if (!wanted.get(seq)!.has(key) || change.revision > last.get(key)!) continue
      const kept = keptAfter(found.get(key), change, entry)
      if (kept) found.set(key, kept)
      else found.delete(key)
    }
  }
  return found
}

/** The change that brings a record back to what it was, and what everyone saw of it too. */
const backTo = ({ kind, id, revision }: Change, before: Kept | undefined): Change =>
  ({
    kind,
    id,
    revision: revision + 1,
    record: before?.record ?? null,
    ...(before ? { standing: before.standing } : {}),
  }) as Change

const reversalOf = async (room: Room, caller: Member, entry: Entry): Promise<readonly Change[]> => {
  const { state } = room.store
  const untouched = [...spansOf(entry)].filter(([key, { last }]) => revisionOf(state, key) === last.revision)
  const before = await beforeOf(
    room,
    untouched.map(([key, { first }]) => [key, first.revision - 1]),
  )
  return untouched.flatMap(([key, { last }]): Change[] => {
    const found = before.get(key)
    const owned = last.record ?? found?.record
    const side = owned ? sideOf(caller, { kind: last.kind, record: owned } as AnyRecord) : 'nobody'
    return side === 'nobody' ? [] : [backTo(last, found)]
  })
}

const MOST_TRIES = 3

/** Takes an operation back as far as nobody has changed its records since: one entry, once for each operation. */
export const undo = async (room: Room, caller: Member, body: unknown): Promise<Undone> => {
  const operation = requireOperation(body)
  const asked = z.object({ undoes: z.string().min(1).max(200) }).safeParse(body)
  if (!asked.success) throw badRequest(UNDOES)
  const entry = await findEntry(room, caller, asked.data.undoes)
  const all = spansOf(entry).size
  const answered = await findAnswered(room, caller, operation)
  if (answered) return { changed: answered.changes.length, kept: all - answered.changes.length }
  for (let tries = 1; ; tries += 1) {
    const changes = await reversalOf(room, caller, entry)
    if (changes.length === 0) return { changed: 0, kept: all }
    try {
      const made = await commitAs(room, caller, operation, changes)
      return { changed: made.changes.length, kept: all - made.changes.length }
    } catch (error) {
      // Somebody changed one of them in this moment: it is kept, the rest goes back.
      if (!(error instanceof RevisionConflict) || tries === MOST_TRIES) throw error
    }
  }
}
