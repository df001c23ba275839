import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { isOutOfMemory, runThread } from '../server/run_thread.ts'

type Told = 'more' | 'done'

/** One errand of this code in a real thread of 16 MB; what it came to. */
const errand = (code: string, { limitMs = 20_000, leftAfterMs = 20_000 } = {}) => {
  const leaving = new AbortController()
  const left = setTimeout(() => leaving.abort(new Error('left')), leftAfterMs)
  const worker = new Worker(`const { parentPort } = require('node:worker_threads')\n${code}`, {
    eval: true,
    resourceLimits: { maxOldGenerationSizeMb: 16 },
    stderr: true,
  })
  const came = runThread<Told>({
    open: () => worker,
    signal: leaving.signal,
    limitMs,
    hear: (told) => told,
    late: () => new Error('late'),
    lost: (error) => new Error(isOutOfMemory(error) ? 'no memory' : `lost: ${(error as Error).message}`),
  })
    .then(
      () => 'done',
      (error: Error) => error.message,
    )
    .finally(() => clearTimeout(left))
  return { came, worker }
}
const DONE = "parentPort.postMessage('done'); setInterval(() => {}, 1000)"

test.each([
  ['says it is done and goes on', DONE, {}, 'done'],
  [
    'takes all its memory',
    'const all = []; for (;;) all.push(new Array(10_000).fill(all.length + 0.5))',
    {},
    'no memory',
  ],
  ['throws where nobody catches', "throw new Error('tried on purpose')", {}, 'lost: tried on purpose'],
  ['rejects where nobody waits', "Promise.reject(new Error('tried on purpose'))", {}, 'lost: tried on purpose'],
  ['ends by itself', 'process.exit(0)', {}, 'lost: The thread ended by itself (0)'],
  ['ends before it is done', "parentPort.postMessage('more')", {}, 'lost: The thread ended by itself (0)'],
  ['never ends', 'for (;;);', { limitMs: 300 }, 'late'],
  ['never ends, and nobody waits any more', 'for (;;);', { leftAfterMs: 300 }, 'left'],
])('a thread that %s harms nothing but its own errand, and is gone', async (_, code, options, expected) => {
  const { came, worker } = errand(code, options)
  expect(await came).toBe(expected)
  // What Node says of a thread that is over.
  expect(worker.threadId).toBe(-1)
  expect(await errand(DONE).came).toBe('done')
})
