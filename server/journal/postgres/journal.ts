import { setTimeout as pause } from 'node:timers/promises'
import type { Journal, JournalReader } from '../entry.ts'
import { JournalAway, JournalElsewhere, JournalError, JournalForeign } from '../errors.ts'
import { emptyLedger, ledgerOf } from '../ledger.ts'
import { GENESIS, readEntry } from '../line.ts'
import type { Snapshot } from '../snapshot.ts'
import { NO_TIME } from '../state.ts'
import { isPassing, openPool } from './connection.ts'
import { hasTable, makeTable, readerOf, readHead, readLinesTo, readPage } from './table.ts'
import { followTail, type Known, type Tail } from './tail.ts'
import { openTableWriter } from './writer.ts'

export type TableJournal = Journal & {
  /** The snapshot handed in stands on this chain, so that folding may begin after it. */
  readonly snapshotFits: boolean
}

const MISSING = {
  id: 'Di basis data ini belum ada jurnal. Mulai dahulu server yang menulis, atau salin dengan `bentang journal copy`.',
  en: 'There is no journal in this database yet. Start the server that writes first, or copy one with `bentang journal copy`.',
}

/** At the start a database may still be starting too. */
const START_MS = 30_000
const START_PAUSE_MS = 500

const refused = (error: unknown): JournalError => {
  const message = error instanceof Error ? error.message : `${error}`
  return new JournalError(
    {
      id: `PostgreSQL menolak: ${message}. Periksa BENTANG_JOURNAL dan hak penggunanya.`,
      en: `PostgreSQL refuses: ${message}. Check BENTANG_JOURNAL and the rights of its user.`,
    },
    error,
  )
}

const untilUp = async <T>(work: () => Promise<T>): Promise<T> => {
  const deadline = performance.now() + START_MS
  for (;;)
    try {
      return await work()
    } catch (error) {
      if (error instanceof JournalError) throw error
      if (!isPassing(error)) throw refused(error)
      if (performance.now() > deadline) throw new JournalAway(error)
      await pause(START_PAUSE_MS)
    }
}

/** From the snapshot where it stands on this chain; throws JournalForeign where the table ends before it. */
const knownFrom = async (pool: ReturnType<typeof openPool>, snapshot: Snapshot | null): Promise<[Known, boolean]> => {
  const empty: Known = { seq: 0, hash: GENESIS, time: NO_TIME, ledger: emptyLedger() }
  if (snapshot === null || snapshot.seq === 0) return [empty, snapshot !== null]
  const { anchor } = await readPage(pool, snapshot.seq)
  if (anchor === null) throw new JournalForeign(snapshot.seq)
  if (anchor !== snapshot.hash) return [empty, false]
  const { seq, hash, time } = snapshot
  return [{ seq, hash, time, ledger: ledgerOf(snapshot) }, true]
}

/**
 * The journal in PostgreSQL, shared by as many servers as like. Rejects with JournalAway when the database does not
 * answer, and with JournalForeign when it ends before the snapshot, or its chain is broken.
 */
export const openTableJournal = async ({
  url,
  now = () => new Date(),
  snapshot = null,
  isReadOnly = false,
  report = console.error,
}: {
  readonly url: string
  readonly now?: () => Date
  readonly snapshot?: Snapshot | null
  /** Appends nothing and makes no table: a role that may only SELECT is enough. */
  readonly isReadOnly?: boolean
  /** Hears of each time the database goes away. */
  readonly report?: (error: unknown) => void
}): Promise<TableJournal> => {
  const pool = openPool(url)
  let tail: Tail | null = null
  try {
    const [known, snapshotFits] = await untilUp(async () => {
      if (!(await hasTable(pool))) {
        if (isReadOnly) throw new JournalError(MISSING)
        const client = await pool.connect()
        await makeTable(client).finally(() => client.release(true))
      }
      return knownFrom(pool, snapshot)
    })
    const following = followTail({ url, known, now, report })
    tail = following
    await untilUp(() => following.catchUp(pool))
    const reader = readerOf(pool, () => known.seq)
    const entryAt = async (seq: number) => {
      for await (const { line } of readLinesTo(pool, seq - 1, seq)) return readEntry(line.subarray(0, -1))
      throw new JournalForeign(seq)
    }
    const writer = openTableWriter({ pool, tail: following, now, report, entryAt })
    const refuse = async (): Promise<never> => {
      throw new JournalElsewhere(null)
    }
    return {
      snapshotFits,
      append: isReadOnly ? refuse : writer.append,
      adopt: isReadOnly ? refuse : writer.adopt,
      ...reader,
      follow: following.follow,
      head: () => ({ seq: known.seq, hash: known.hash, time: known.time }),
      reasons: following.reasons,
      async close() {
        await writer.close()
        await following.close()
        await pool.end()
      },
    }
  } catch (error) {
    await tail?.close()
    await pool.end()
    throw error
  }
}

/** For looking only; nothing is followed. */
export const openTableReader = async (url: string): Promise<JournalReader> => {
  const pool = openPool(url)
  try {
    const head = (await hasTable(pool)) ? await readHead(pool) : { seq: 0, hash: GENESIS, time: NO_TIME }
    return { ...readerOf(pool, () => head.seq), head: () => head, close: () => pool.end() }
  } catch (error) {
    await pool.end()
    throw new JournalAway(error)
  }
}
