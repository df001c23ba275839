import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Words } from '../../data/model/words.ts'
import { JournalElsewhere, JournalError } from './errors.ts'
import { openFileJournal } from './file.ts'
import { createLineCutter } from './line_cutter.ts'
import { openStoreWithSnapshot, type RecordStore, type StoreSettings } from './store.ts'

/** How far a replica is behind; `lagSeconds` since it last knew that it held all that the writer had. */
export type Replication = {
  readonly writer: string
  readonly isConnected: boolean
  readonly lagEntries: number
  readonly lagSeconds: number
}
export type Replica = { readonly store: RecordStore; replication(): Replication }

/** Between the lines of the journal the writer says how far it is, so often at least. */
export const BEAT_MS = 1_000
/** A line that is silent for longer is dead. */
const SILENCE_MS = 10_000
const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 5_000
/** A replica that has records already does not wait longer for a writer that is away. */
const START_MS = 5_000
const BRACE = 0x7b

const beat = z.object({ seq: z.number().int().nonnegative() })

/** What the writer says of its head, as a line among the others. */
export const beatLine = (seq: number): string => `${JSON.stringify({ seq } satisfies z.infer<typeof beat>)}\n`

const refusedWords = (writer: string, status: number): Words => {
  if (status === 401 || status === 403)
    return {
      id: `${writer} menolak token replika ini. Buat token admin dengan izin "replicate" di ${writer}/account dan isi BENTANG_FOLLOW_TOKEN.`,
      en: `${writer} refuses the token of this replica. Make an admin's token with the scope "replicate" at ${writer}/account and set BENTANG_FOLLOW_TOKEN.`,
    }
  if (status === 409)
    return {
      id: `Jurnal di sini bukan awal dari jurnal ${writer}. Kosongkan folder jurnal replika ini lalu mulai lagi, atau periksa BENTANG_FOLLOW.`,
      en: `The journal here is not the beginning of the journal of ${writer}. Empty the journal folder of this replica and start again, or check BENTANG_FOLLOW.`,
    }
  return {
    id: `${writer} menjawab ${status} dan belum memberi jurnalnya. Server ini tetap menjawab dari yang sudah diterima dan mencoba lagi.`,
    en: `${writer} answers ${status} and does not give its journal yet. This server goes on answering from what it has and tries again.`,
  }
}
const silentWords = (writer: string): Words => ({
  id: `${writer} sedang tidak dapat dihubungi. Server ini tetap menjawab dari yang sudah diterima dan menyambung sendiri.`,
  en: `${writer} cannot be reached at the moment. This server goes on answering from what it has and reconnects by itself.`,
})

type Following = {
  /** Resolves when everything that the writer had is here, or after `patienceMs`. */
  whole(patienceMs: number): Promise<void>
  replication(): Replication
  reasons(): readonly Words[]
  close(): Promise<void>
}

const followWriter = (
  journal: Pick<Awaited<ReturnType<typeof openFileJournal>>, 'adopt' | 'head'>,
  { url, token, report }: { readonly url: string; readonly token: string; readonly report: (error: unknown) => void },
): Following => {
  const closing = new AbortController()
  let [announced, isConnected, wholeAtMs] = [0, false, performance.now()]
  let trouble: Words | null = silentWords(url)
  let markWhole = (): void => {}
  const firstWhole = new Promise<void>((done) => {
    markWhole = done
  })

  const take = async (lines: readonly Buffer[]): Promise<void> => {
    const entries = lines.filter(([first]) => first !== BRACE)
    if (entries.length > 0) await journal.adopt(entries.map((line) => Buffer.concat([line, Buffer.from('\n')])))
    for (const line of lines) if (line[0] === BRACE) announced = beat.parse(JSON.parse(line.toString())).seq
    if (journal.head().seq < announced || entries.length === lines.length) return
    wholeAtMs = performance.now()
    markWhole()
  }

  /** Until the writer or the way to it is gone. */
  const listen = async (onUp: () => void): Promise<void> => {
    const silence = new AbortController()
    const hush = setTimeout(() => silence.abort(new Error(`${url} fell silent`)), SILENCE_MS)
    try {
      const { seq, hash } = journal.head()
      const response = await fetch(`${url}/api/journal/lines?after=${seq}&hash=${hash}`, {
        headers: { Authorization: `Bearer ${token}` },
        // The token is for the address that was set, and for none that it leads to.
        redirect: 'manual',
        signal: AbortSignal.any([closing.signal, silence.signal]),
      })
      if (!response.ok || !response.body) {
        await response.body?.cancel()
        throw new JournalError(refusedWords(url, response.status))
      }
      onUp()
      const cutter = createLineCutter()
      for await (const chunk of response.body) {
        hush.refresh()
        await take(cutter.cut(Buffer.from(chunk)))
      }
    } finally {
      clearTimeout(hush)
    }
  }

  const run = async (): Promise<void> => {
    let pauseMs = FIRST_PAUSE_MS
    const onUp = () => {
      ;[isConnected, trouble, pauseMs] = [true, null, FIRST_PAUSE_MS]
    }
    while (!closing.signal.aborted) {
      try {
        await listen(onUp)
        trouble = silentWords(url)
      } catch (error) {
        if (closing.signal.aborted) return
        const words = error instanceof JournalError ? error.words : silentWords(url)
        if (words.en !== trouble?.en || isConnected) report(error)
        trouble = words
      }
      isConnected = false
      await pause(pauseMs, undefined, { signal: closing.signal }).catch(() => {})
      pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)
    }
  }
  const running = run()

  return {
    async whole(patienceMs) {
      const enough = new AbortController()
      const tired = Number.isFinite(patienceMs)
        ? pause(patienceMs, undefined, { signal: enough.signal }).catch(() => {})
        : firstWhole
      await Promise.race([firstWhole, tired])
      enough.abort()
    },
    replication: () => ({
      writer: url,
      isConnected,
      lagEntries: Math.max(0, announced - journal.head().seq),
      lagSeconds: Math.round((performance.now() - wholeAtMs) / 100) / 10,
    }),
    reasons: () => (trouble ? [trouble] : []),
    async close() {
      closing.abort()
      await running
    },
  }
}

/**
 * A store that follows the journal of another server: it keeps the same lines in a file of its own, each checked against
 * the chain, and takes no changes. The file is a whole journal: without following, a server on it is a writer.
 */
export const openReplica = async ({
  folder,
  url,
  token,
  ...settings
}: StoreSettings & { readonly folder: string; readonly url: string; readonly token: string }): Promise<Replica> => {
  const { report = console.error } = settings
  let following: Following | null = null
  const store = await openStoreWithSnapshot(
    folder,
    async (snapshot) => {
      const journal = await openFileJournal({ folder, snapshot, ...settings })
      const followed = followWriter(journal, { url, token, report })
      following = followed
      await followed.whole(journal.head().seq > 0 ? START_MS : Number.POSITIVE_INFINITY)
      return {
        ...journal,
        append: async () => {
          throw new JournalElsewhere(url)
        },
        reasons: () => [...journal.reasons(), ...followed.reasons()],
        canKeep: () => journal.trouble() === null,
        async close() {
          await followed.close()
          await journal.close()
        },
      }
    },
    settings,
  )
  return { store, replication: () => following!.replication() }
}
