import { setTimeout as wait } from 'node:timers/promises'
import { openStoreAt } from '../../server/journal/open.ts'
import { revisionOf } from '../../server/journal/state.ts'
import { draft, enter } from './world.ts'

/**
 * A process to be killed, on the journal in FOLDER, or in the database of BENTANG_JOURNAL with its snapshot there:
 * `writer.js FOLDER look` opens and closes; `writer.js FOLDER write NAME` commits until it dies, several at once, and
 * prints the number of every operation that was acknowledged. Each operation moves a pair of records together.
 */
const [folder = '', task, name = ''] = process.argv.slice(2)

const place = { folder, database: process.env.BENTANG_JOURNAL ?? null }
const begun = performance.now()
const store = await openStoreAt(place, { every: 20 }).catch((error: unknown) => {
  process.stderr.write(`refused after ${Math.ceil(performance.now() - begun)} ms: ${error}\n`)
  process.exit(1)
})
process.stdout.write(`up ${store.state.seq} ${store.reasons().length}\n`)

const work = async (lane: number): Promise<never> => {
  for (let n = 0; ; n += 1) {
    const operation = `${name}-${lane}-${n}`
    const pair = [`left-${lane}`, `right-${lane}`]
    const changes = pair.map((id) => enter(id, revisionOf(store.state, `organisation/${id}`) + 1, operation))
    // Where a second writer shares the records or the database went away, the next try counts from what stands then.
    const entry = await store.commit(draft(operation, ...changes)).catch((error: unknown) => {
      if (place.database === null) throw error
      return wait(5, null)
    })
    if (entry) process.stdout.write(`ack ${entry.seq} ${operation}\n`)
    if (n % 8 === lane) await wait(1)
  }
}

if (task === 'look') await store.close()
else await Promise.all(Array.from({ length: 8 }, (_, lane) => work(lane)))
