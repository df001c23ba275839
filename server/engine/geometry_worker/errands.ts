import type { Worker } from 'node:worker_threads'
import { abandoned, closed, lost, tooMany, tooSlow } from './refusals.ts'

/** How long and for whom: `signal` fires when the one who asked leaves. */
export type Patience = { readonly signal?: AbortSignal | undefined; readonly deadlineMs?: number | undefined }

/** One message to the thread. Nothing is built before its turn; `null` then means that there is nothing left to do. */
export type Errand<Message, Answer> = {
  prepare(): { readonly message: Message; readonly transfers: readonly ArrayBuffer[] } | null
  /** Called with every answer, also when nobody waits for it any more. */
  take(answer: Answer): void
  /** Instead of the limit of all errands, and of saying that it took too long. */
  readonly limit?: { readonly ms: number; readonly overrun: () => unknown } | undefined
}

export type ErrandsOptions = {
  /** Its first message only says that it is ready; the limit counts from there, for a busy machine starts it slowly. */
  readonly open: () => Worker
  /** The thread is ended when one message takes it longer. */
  readonly limitMs: number
  /** Errands that may wait; the next is refused. */
  readonly room: number
  /** Told why a thread was lost. */
  readonly report: (error: unknown) => void
}

const DEADLINE_MS = 2_000

/** Errands one after another in one thread, which is opened when first needed and again after it was lost. */
export const createErrands = <Message, Answer>({ open, limitMs, room, report }: ErrandsOptions) => {
  type Entry = { readonly errand: Errand<Message, Answer>; readonly settle: (error?: unknown) => void }
  const waiting: Entry[] = []
  let under: Entry | null = null
  let limit: NodeJS.Timeout | undefined
  let thread: Worker | null = null
  let isReady = false
  let whenReady: Promise<void> = Promise.resolve()
  let tellReady = () => {}
  let isClosed = false

  const finish = (error?: unknown): void => {
    if (!under) return
    const entry = under
    under = null
    clearTimeout(limit)
    thread?.unref()
    entry.settle(error)
    begin()
  }

  const drop = (error: unknown): Promise<unknown> | undefined => {
    const ended = thread?.terminate()
    thread = null
    isReady = false
    tellReady()
    finish(error)
    return ended
  }

  const allow = ({ errand }: Entry): void => {
    const { ms, overrun } = errand.limit ?? { ms: limitMs, overrun: tooSlow }
    limit = setTimeout(() => void drop(overrun()), ms)
  }

  const opened = (): Worker => {
    const worker = open()
    whenReady = new Promise((done) => {
      tellReady = done
    })
    worker.on('message', (answer: Answer) => {
      if (worker !== thread) return
      if (!isReady) {
        isReady = true
        tellReady()
        if (under) allow(under)
        else worker.unref()
        return
      }
      if (!under) return
      try {
        under.errand.take(answer)
        finish()
      } catch (error) {
        finish(error)
      }
    })
    const miss = (error: unknown) => {
      if (worker !== thread) return
      report(error)
      void drop(lost())
    }
    worker.on('error', miss)
    worker.on('exit', (code) => miss(new Error(`The geometry thread ended by itself with ${code}`)))
    return worker
  }

  const begin = (): void => {
    while (!under) {
      const entry = waiting.shift()
      if (!entry) return
      try {
        const prepared = entry.errand.prepare()
        if (!prepared) {
          entry.settle()
          continue
        }
        thread ??= opened()
        thread.ref()
        thread.postMessage(prepared.message, prepared.transfers)
        under = entry
        if (isReady) allow(entry)
      } catch (error) {
        entry.settle(error)
      }
    }
  }

  const run = (errand: Errand<Message, Answer>, { signal, deadlineMs = DEADLINE_MS }: Patience = {}): Promise<void> =>
    new Promise((resolve, reject) => {
      if (isClosed) return reject(closed())
      if (signal?.aborted) return reject(abandoned())
      if (waiting.length >= room) return reject(tooMany())
      const settle = (error?: unknown) => {
        clearTimeout(deadline)
        signal?.removeEventListener('abort', leave)
        if (error === undefined) resolve()
        else reject(error)
      }
      const entry: Entry = { errand, settle }
      // What is under way is let finish: it is short, and its answer is kept for whoever asks next.
      const withdraw = (error: unknown) => {
        const at = waiting.indexOf(entry)
        if (at >= 0) waiting.splice(at, 1)
        settle(error)
      }
      const leave = () => withdraw(abandoned())
      const deadline = setTimeout(() => withdraw(tooSlow()), deadlineMs)
      signal?.addEventListener('abort', leave, { once: true })
      waiting.push(entry)
      begin()
    })

  return {
    run,
    /** Resolves when the thread can be given something to do; opening it takes a fifth of a second, much more when busy. */
    ready: async (): Promise<void> => {
      if (isClosed) throw closed()
      thread ??= opened()
      await whenReady
    },
    /** Refuses whatever waits and ends the thread; resolves when it is gone. */
    close: async (): Promise<void> => {
      isClosed = true
      for (const { settle } of waiting.splice(0)) settle(closed())
      await drop(closed())
    },
  }
}
