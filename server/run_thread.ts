import type { Worker } from 'node:worker_threads'

export const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

export type ThreadRun<Told> = {
  readonly open: () => Worker
  readonly signal: AbortSignal
  readonly limitMs: number
  /** What a message means: go on, count the limit anew from here, it is done, or why it cannot be. */
  readonly hear: (told: Told) => 'more' | 'again' | 'done' | Error
  /** What to reject with past the limit, and where the thread ended by itself. */
  readonly late: () => Error
  readonly lost: (error: unknown) => Error
}

/**
 * One errand in a thread of its own, which is ended whatever comes of it. Resolves when it is done; rejects with the reason of
 * `signal` once that is aborted.
 */
export const runThread = async <Told>({ open, signal, limitMs, hear, late, lost }: ThreadRun<Told>): Promise<void> => {
  signal.throwIfAborted()
  const worker = open()
  let leave = (): void => {}
  try {
    await new Promise<void>((done, fail) => {
      let isOver = false
      const overrun = (): void => fail(late())
      let limit = setTimeout(overrun, limitMs)
      const stop = (): void => fail(signal.reason)
      signal.addEventListener('abort', stop, { once: true })
      leave = () => {
        clearTimeout(limit)
        signal.removeEventListener('abort', stop)
      }
      worker.on('error', (error) => fail(lost(error)))
      worker.on('exit', (code) => {
        if (!isOver) fail(lost(new Error(`The thread ended by itself (${code})`)))
      })
      worker.on('message', (told: Told) => {
        const meaning = hear(told)
        if (meaning === 'more') return
        if (meaning === 'again') {
          clearTimeout(limit)
          limit = setTimeout(overrun, limitMs)
          return
        }
        isOver = true
        if (meaning === 'done') done()
        else fail(meaning)
      })
    })
  } finally {
    leave()
    worker.removeAllListeners()
    // Whatever it does now, nobody listens.
    worker.on('error', () => {})
    await worker.terminate()
  }
}
