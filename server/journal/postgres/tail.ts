import { setTimeout as pause } from 'node:timers/promises'
import type { Words } from '../../../data/model/words.ts'
import type { Entry, Journal } from '../entry.ts'
import { JournalError, JournalForeign } from '../errors.ts'
import { createFollowers } from '../followers.ts'
import { type Ledger, note } from '../ledger.ts'
import { readNext } from '../line.ts'
import { type Asked, openClient } from './connection.ts'
import { CHANNEL, readPage } from './table.ts'

/** How far the table is known here. */
export type Known = { seq: number; hash: string; time: string; readonly ledger: Ledger }

/** Follows the table, whoever writes to it. */
export type Tail = {
  readonly known: Known
  readonly follow: Journal['follow']
  /** Takes in what the table has more; rejects with JournalForeign when it is no longer the journal that is known here. */
  catchUp(asked: Asked): Promise<void>
  /** Takes in what was just committed here, unless it was read in the meantime. */
  take(lines: readonly { readonly hash: string; readonly entry: Entry }[]): void
  /** Why nothing more is taken in until a restart. */
  stopped(): JournalError | null
  /** Since when the database does not answer; null while it does. */
  awaySince(): Date | null
  reasons(): readonly Words[]
  close(): Promise<void>
}

/** Besides being told: a notice is lost with the connection it was meant for. */
const POLL_MS = 1_000
const FIRST_PAUSE_MS = 50
const LONGEST_PAUSE_MS = 3_000

const awayWords = (since: Date): Words => {
  const time = since.toISOString()
  return {
    id: `Basis data jurnal tidak menjawab sejak ${time}. Membaca tetap bisa, perubahan ditolak sementara; periksa PostgreSQL, server ini menyambung sendiri.`,
    en: `The database of the journal has not answered since ${time}. Reading goes on, changes are refused meanwhile; check PostgreSQL, this server reconnects by itself.`,
  }
}

export const followTail = ({
  url,
  known,
  now,
  report,
}: {
  readonly url: string
  readonly known: Known
  readonly now: () => Date
  readonly report: (error: unknown) => void
}): Tail => {
  const { follow, tell } = createFollowers()
  const closing = new AbortController()
  let stopped: JournalError | null = null
  let awaySince: Date | null = null

  const take: Tail['take'] = (lines) => {
    for (const { hash, entry } of lines) {
      if (entry.seq <= known.seq) continue
      known.seq = entry.seq
      known.hash = hash
      known.time = entry.time
      note(known.ledger, entry)
      tell(entry)
    }
  }

  const catchUp = async (asked: Asked): Promise<void> => {
    for (;;) {
      const { seq, hash } = known
      const { anchor, lines } = await readPage(asked, seq)
      if (anchor !== hash && known.seq === seq) throw new JournalForeign(seq)
      if (lines.length === 0) return
      // Another reading may have come further in the meantime.
      take(
        readNext(
          known,
          lines.filter((one) => one.seq > known.seq).map(({ line }) => line),
        ),
      )
    }
  }

  /** Until the connection is lost. */
  const listen = async (onUp: () => void): Promise<never> => {
    const client = openClient(url)
    const over = new AbortController()
    let nudge = (): void => {}
    const lost = new Promise<never>((_, fail) => {
      client.on('error', fail)
      client.on('end', () => fail(new Error('PostgreSQL closed the connection')))
      closing.signal.addEventListener('abort', () => fail(closing.signal.reason), { signal: over.signal })
    })
    lost.catch(() => {})
    try {
      await client.connect()
      let isNudged = false
      client.on('notification', () => {
        isNudged = true
        nudge()
      })
      await client.query(`LISTEN ${CHANNEL}`)
      for (;;) {
        isNudged = false
        await Promise.race([catchUp(client), lost])
        onUp()
        if (isNudged) continue
        const told = new Promise<void>((done) => {
          nudge = done
        })
        const waiting = new AbortController()
        const polled = pause(POLL_MS, undefined, { signal: waiting.signal }).catch(() => {})
        await Promise.race([told, polled, lost]).finally(() => waiting.abort())
      }
    } finally {
      over.abort()
      void client.end().catch(() => {})
    }
  }

  const run = async (): Promise<void> => {
    let pauseMs = FIRST_PAUSE_MS
    const onUp = () => {
      awaySince = null
      pauseMs = FIRST_PAUSE_MS
    }
    while (!closing.signal.aborted)
      try {
        await listen(onUp)
      } catch (error) {
        if (closing.signal.aborted) return
        if (awaySince === null || error instanceof JournalError) report(error)
        if (error instanceof JournalError) {
          stopped = error
          return
        }
        awaySince ??= now()
        await pause(pauseMs, undefined, { signal: closing.signal }).catch(() => {})
        pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)
      }
  }
  const running = run()

  return {
    known,
    follow,
    catchUp,
    take,
    stopped: () => stopped,
    awaySince: () => awaySince,
    reasons: () => [...(stopped ? [stopped.words] : []), ...(awaySince ? [awayWords(awaySince)] : [])],
    async close() {
      closing.abort()
      await running
    },
  }
}
