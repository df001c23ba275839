import type { LastingImportShelf } from '../imports/shelf.ts'
import type { StoredImport } from '../imports/stored.ts'
import type { Journal } from '../journal/entry.ts'
import type { People } from '../people/index.ts'
import { CLOCK_SLACK_MS } from '../people/sessions.ts'
import type { ReminderMemory } from '../reminders/memory.ts'
import { forgetGone } from '../reminders/remind.ts'
import type { LastingPhotoShelf } from '../work/photos/shelf.ts'
import { photosIn } from '../work/photos/take.ts'
import type { RetentionMemory } from './memory.ts'
import { RECORDED_IMPORT_MS, TOKEN_KEPT_MS, UNFINISHED_IMPORT_MS, UNNAMED_PHOTO_MS } from './table.ts'

type Needs = {
  readonly people: Pick<People, 'store' | 'sessions' | 'tokens' | 'invitations'>
  readonly imports: LastingImportShelf
  readonly photos: LastingPhotoShelf
  readonly journal: Pick<Journal, 'replay'>
  readonly reminders: ReminderMemory
  readonly memory: RetentionMemory
  readonly now: () => Date
}

/** Between two looks a server may rest; a clock that went further may be wrong. */
const MOST_REST_MS = 60 * 86_400_000

/** Whether time went on since the last look as it does; what goes by a wrong clock never comes back. */
const isSteady = (last: Date | null, now: Date): boolean => {
  const passedMs = last === null ? Number.NaN : now.getTime() - last.getTime()
  return passedMs >= -CLOCK_SLACK_MS && passedMs <= MOST_REST_MS
}

const isOver = (nowMs: number) => (stored: StoredImport | null, touchedMs: number) => {
  if (stored?.underWay) return false
  const isRecorded = stored !== null && Object.keys(stored.done).length > 0
  return nowMs - touchedMs >= (isRecorded ? RECORDED_IMPORT_MS : UNFINISHED_IMPORT_MS)
}

/** A picture that a former state of a record names stays: that state can be brought back. */
const forgetUnnamed = async ({ photos, journal }: Pick<Needs, 'photos' | 'journal'>, sinceMs: number) => {
  const unnamed = new Set(await photos.unsentSince(sinceMs))
  if (unnamed.size === 0) return
  for await (const { changes } of journal.replay())
    for (const { record } of changes) if (record) for (const id of photosIn(record)) unnamed.delete(id)
  for (const id of unnamed) await photos.remove(id, sinceMs)
}

/**
 * Takes away whatever has been kept long enough (see `RETENTION`). Where the clock went back, or on by more than two months since the
 * last look, nothing goes until it has been so for a day. Rejects where something could not go; the rest is gone.
 */
export const sweep = async ({ people, imports, photos, journal, reminders, memory, now }: Needs): Promise<void> => {
  const time = now()
  const last = await memory.load()
  await memory.save(time)
  if (!isSteady(last, time)) return
  const done = await Promise.allSettled([
    people.sessions.forgetOver(),
    people.invitations.takeOver(),
    people.tokens.forgetOver(TOKEN_KEPT_MS),
    forgetGone(reminders, people),
    imports.sweep(isOver(time.getTime())),
    forgetUnnamed({ photos, journal }, time.getTime() - UNNAMED_PHOTO_MS),
  ])
  const faults = done.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  if (faults.length > 0) throw new AggregateError(faults, 'Not everything that is over could be taken away.')
}
