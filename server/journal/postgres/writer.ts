import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import type { Draft, Entry } from '../entry.ts'
import { JournalAway, JournalError, JournalFull, JournalReadOnly } from '../errors.ts'
import { answerAll, type Group, type Staged, stageGroup, takeGroup, type Waiting } from '../group.ts'
import { createIntake } from '../intake.ts'
import { readNext } from '../line.ts'
import { isPassing } from './connection.ts'
import { BEGIN, commit, insertLines, isFull } from './table.ts'
import type { Tail } from './tail.ts'

export type TableWriter = {
  append(draft: Draft): Promise<Entry>
  adopt(lines: readonly Buffer[]): Promise<void>
  close(): Promise<void>
}

/** How long a change waits for a database that went away under it: a restart takes a second or two. */
const PATIENCE_MS = 6_000
const PAUSE_MS = 150

/**
 * Many drafts share one transaction. It holds the lock of the journal, takes in what others wrote, judges the drafts by
 * that, and adds their lines. Whether a commit came to be whose answer was lost is seen by taking the lock again: the
 * operation is in the table then, or it never will be.
 */
export const openTableWriter = ({
  pool,
  tail,
  now,
  report,
  entryAt,
}: {
  readonly pool: pg.Pool
  readonly tail: Tail
  readonly now: () => Date
  readonly report: (error: unknown) => void
  readonly entryAt: (seq: number) => Promise<Entry>
}): TableWriter => {
  const { known } = tail

  /** Adds what `stage` makes once everything before it is known. */
  const transact = async <Lines extends readonly Omit<Staged, 'askers'>[]>(stage: () => Lines): Promise<Lines> => {
    const client = await pool.connect()
    try {
      await client.query(BEGIN)
      await tail.catchUp(client)
      const lines = stage()
      if (lines.length > 0) {
        await insertLines(client, lines)
        await commit(client, lines.at(-1)!.entry.seq)
        tail.take(lines)
      } else await client.query('ROLLBACK')
      client.release()
      return lines
    } catch (error) {
      client.release(true)
      throw isFull(error) ? new JournalFull(error) : error
    }
  }

  const commitGroup = async (queue: Waiting[]): Promise<void> => {
    let group: Group = { lines: [], pending: takeGroup(queue) }
    const refuse = (error: unknown) => {
      for (const { asker } of group.pending) asker.reject(error)
    }
    for (let deadlineMs = Number.NaN; group.pending.length > 0; await pause(PAUSE_MS))
      try {
        await transact(() => {
          group = stageGroup(group.pending, { ...known, now, entryAt })
          return group.lines
        })
        answerAll(group.lines)
        return
      } catch (error) {
        if (error instanceof JournalError) return refuse(error)
        if (Number.isNaN(deadlineMs)) {
          report(error)
          deadlineMs = performance.now() + PATIENCE_MS
        }
        if (performance.now() > deadlineMs || !isPassing(error)) return refuse(new JournalAway(error))
      }
  }

  const intake = createIntake({
    refuse() {
      const stopped = tail.stopped()
      if (stopped) throw new JournalReadOnly(stopped.words, stopped)
      const away = tail.awaySince()
      if (away) throw new JournalAway(away)
    },
    commitGroup,
  })

  return {
    append: intake.append,
    adopt: (lines) =>
      intake.between(async () => {
        await transact(() => readNext(known, lines)).catch((error: unknown) => {
          throw error instanceof JournalError ? error : new JournalAway(error)
        })
      }),
    close: intake.close,
  }
}
