import { isDeepStrictEqual } from 'node:util'
import type { AnyRecord, Kind } from '../../data/model/record.ts'
import type { HistoryLine, JournalLine } from '../../data/model/work.ts'
import type { Member } from '../access/caller.ts'
import { describe } from '../describe.ts'
import type { Change, Entry } from '../journal/entry.ts'
import { keyOf, type RecordKey, revisionOf } from '../journal/state.ts'
import { noRecord, seesNewest } from './find.ts'
import type { Room } from './room.ts'

/** A batch names its first changes; the whole of it is in each record's own history. */
const MOST_CHANGES = 200

/** Names of the fields that differ between two states of a record. */
export const changedFields = (before: Change['record'], after: Change['record']): readonly string[] => {
  const [then, now]: Readonly<Record<string, unknown>>[] = [{ ...before }, { ...after }]
  const names = [...new Set([...Object.keys(then!), ...Object.keys(now!)])]
  return names.filter((name) => !isDeepStrictEqual(then![name], now![name]))
}

/** True for those who may see how a record came to be: of its keeper or Sekber, also after it was taken away. */
const mayTrace = async (room: Room, caller: Member, key: RecordKey): Promise<boolean> => {
  const { state } = room.store
  const kept = state.records.get(key) ?? (await room.trail.change(key, revisionOf(state, key) - 1))
  return kept?.record != null && seesNewest(caller, kept as AnyRecord)
}

const changeIn = (entry: Entry, key: RecordKey, revision: number): Change | undefined =>
  entry.changes.find((change) => keyOf(change) === key && change.revision === revision)

/** Which of a record's states: `limit` of those older than the revision `before`, or the newest. */
type Page = { readonly before: number | undefined; readonly limit: number }

/** States of a record, newest first: who, when, what. The last one is revision 1 where there are no older ones. */
export const historyOf = async (
  room: Room,
  caller: Member,
  { kind, id }: { readonly kind: Kind; readonly id: string },
  page: Page,
): Promise<HistoryLine[]> => {
  const key = keyOf({ kind, id })
  if (!(await mayTrace(room, caller, key))) throw noRecord(kind, id)
  const seqs = await room.trail.of(key)
  const end = Math.min(seqs.length, (page.before ?? Number.POSITIVE_INFINITY) - 1)
  const from = Math.max(0, end - page.limit)
  let before = from === 0 ? null : ((await room.trail.change(key, from))?.record ?? null)
  const lines: HistoryLine[] = []
  for (const [offset, seq] of seqs.slice(from, end).entries()) {
    const entry = await room.trail.entry(seq)
    const revision = from + offset + 1
    const record = changeIn(entry, key, revision)?.record ?? null
    const { time, actor, organisation, operation } = entry
    const name = room.people.nameOf(actor)
    lines.push({
      revision,
      seq,
      time,
      actor,
      name,
      organisation,
      operation,
      changed: changedFields(before, record),
      record,
    })
    before = record
  }
  return lines.reverse()
}

const journalLine = ({ seq, time, actor, organisation, operation, changes }: Entry, room: Room): JournalLine => ({
  seq,
  time,
  actor,
  name: room.people.nameOf(actor),
  organisation,
  operation,
  count: changes.length,
  changes: changes.slice(0, MOST_CHANGES).map(({ kind, id, revision, record }) => ({
    kind,
    id,
    revision,
    title: record === null ? null : describe({ kind, record } as AnyRecord).title,
  })),
})

/** Entries of the journal before a position, newest first. */
export const journalLines = async (
  room: Room,
  { before, limit }: { readonly before: number | undefined; readonly limit: number },
): Promise<{ readonly lines: readonly JournalLine[]; readonly next: number | null }> => {
  const end = Math.min(before ?? Number.POSITIVE_INFINITY, room.store.state.seq + 1)
  const begin = Math.max(1, end - limit)
  const lines: JournalLine[] = []
  if (begin >= end) return { lines, next: null }
  for await (const entry of room.store.journal.replay(begin - 1)) {
    if (entry.seq >= end) break
    lines.push(journalLine(entry, room))
  }
  return { lines: lines.reverse(), next: begin > 1 ? begin : null }
}
