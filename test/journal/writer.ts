import { setTimeout as wait } from 'node:timers/promises'
import { revisionOf } from '../../server/journal/state.ts'
import { openFileStore } from '../../server/journal/store.ts'
import { draft, enter } from './world.ts'

/**
 * A process to be killed: `writer.js FOLDER look` opens and closes; `writer.js FOLDER write NAME` commits until it
 * dies, several at once, and prints the number of every operation that was acknowledged. Each operation moves a pair of
 * records together.
 */
const [folder = '', task, name = ''] = process.argv.slice(2)

const begun = performance.now()
const store = await openFileStore({ folder, every: 20 }).catch((error: unknown) => {
  process.stderr.write(`refused after ${Math.ceil(performance.now() - begun)} ms: ${error}\n`)
  process.exit(1)
})
process.stdout.write(`up ${store.state.seq} ${store.reasons().length}\n`)

const work = async (lane: number): Promise<never> => {
  for (let n = 0; ; n += 1) {
    const operation = `${name}-${lane}-${n}`
    const pair = [`left-${lane}`, `right-${lane}`]
    const changes = pair.map((id) => enter(id, revisionOf(store.state, `organisation/${id}`) + 1, operation))
    const { seq } = await store.commit(draft(operation, ...changes))
    process.stdout.write(`ack ${seq} ${operation}\n`)
    if (n % 8 === lane) await wait(1)
  }
}

if (task === 'look') await store.close()
else await Promise.all(Array.from({ length: 8 }, (_, lane) => work(lane)))
