import { createRoute, z } from '@hono/zod-openapi'
import { stream } from 'hono/streaming'
import type { Journal } from '../journal/entry.ts'
import { BEAT_MS, beatLine } from '../journal/replica.ts'
import { Refusal } from '../problems.ts'
import { numberWords, queryOf, read, textOf, wholeNumber } from './parameters.ts'
import { createRouter, REFUSALS } from './router.ts'

/** Lines of the journal, and between them JSON of this server's head: `{"seq":12}`. */
export const JOURNAL_LINES = 'application/vnd.bentang.journal'
const LAST = 999_999_999

const route = createRoute({
  method: 'get',
  path: '/api/journal/lines',
  summary:
    'Every line of the journal as it stands on disk after one position, and each that comes: what a replica follows',
  request: {
    query: queryOf({
      after: read(wholeNumber(0, LAST), numberWords(0, LAST), '1000').describe('The last entry that the replica has'),
      hash: textOf(64, '0'.repeat(64)).describe('Its hash; the stream begins only where this journal has the same'),
    }),
  },
  responses: {
    200: { description: 'Stays open', content: { [JOURNAL_LINES]: { schema: z.string() } } },
    ...REFUSALS,
  },
})

const MOST_REPLICAS = 50
const FLUSH_BYTES = 1 << 18

const PARTED = {
  id: 'Jurnal replika ini bukan awal dari jurnal di sini. Kosongkan folder jurnalnya lalu mulai lagi, atau periksa alamat BENTANG_FOLLOW.',
  en: 'The journal of this replica is not the beginning of the journal here. Empty its journal folder and start again, or check BENTANG_FOLLOW.',
}
const TOO_MANY = {
  id: `Sudah ${MOST_REPLICAS} replika mengikuti server ini. Hentikan yang tidak dipakai, atau ikuti sebuah replika.`,
  en: `${MOST_REPLICAS} replicas follow this server already. Stop those not in use, or follow a replica.`,
}

/** Resolves when the journal grew, when it is time for a beat, or when nobody listens any more. */
const createWaiting = (journal: Pick<Journal, 'follow'>, beatMs: number) => {
  let wake = (): void => {}
  const timer = setInterval(() => wake(), beatMs)
  const unfollow = journal.follow(() => wake())
  return {
    next: () =>
      new Promise<void>((done) => {
        wake = done
      }),
    wake: () => wake(),
    stop() {
      clearInterval(timer)
      unfollow()
    },
  }
}

export const journalLineRoutes = (journal: Journal, closing: AbortSignal | undefined) => {
  let replicas = 0
  return createRouter().openapi(route, async (c) => {
    const { after, hash } = c.req.valid('query')
    if (replicas >= MOST_REPLICAS || closing?.aborted) throw new Refusal('too-slow', TOO_MANY, { 'Retry-After': '30' })
    if (after > 0 && (await journal.hashAt(after)) !== hash) throw new Refusal('conflict', PARTED)
    const holds = c.get('holds')
    c.header('Content-Type', JOURNAL_LINES)
    c.header('X-Accel-Buffering', 'no')
    return stream(c, async (out) => {
      replicas += 1
      const waiting = createWaiting(journal, BEAT_MS)
      out.onAbort(waiting.wake)
      closing?.addEventListener('abort', waiting.wake, { once: true })
      const isOver = () => out.aborted || closing?.aborted || !holds()
      let sent = after
      try {
        while (!isOver()) {
          // Asked for before it is read: an entry that comes meanwhile is not slept through.
          const woken = waiting.next()
          let gathered: Buffer[] = []
          let bytes = 0
          for await (const line of journal.lines(sent)) {
            gathered.push(line)
            bytes += line.length
            sent += 1
            if (bytes < FLUSH_BYTES) continue
            await out.write(Buffer.concat(gathered))
            if (isOver()) return
            ;[gathered, bytes] = [[], 0]
          }
          await out.write(Buffer.concat([...gathered, Buffer.from(beatLine(journal.head().seq))]))
          await woken
        }
      } finally {
        replicas -= 1
        waiting.stop()
        closing?.removeEventListener('abort', waiting.wake)
      }
    })
  })
}
