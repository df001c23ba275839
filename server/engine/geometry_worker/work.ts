import { parentPort } from 'node:worker_threads'
import { planeHectares } from '../equal_area.ts'
import { createDissolve } from './dissolve.ts'
import { openGeos } from './geos.ts'
import { type Ask, jobsOf, type Reply, replyOf, transfersOf } from './messages.ts'
import { createPublish } from './publish.ts'

/* The thread itself: GEOS blocks whoever calls it, and one that got stuck can be ended without ending the server. */

const working = openGeos().then((geos) => {
  const dissolve = createDissolve(geos)
  const publish = createPublish(geos)
  return (ask: Ask) =>
    replyOf(
      jobsOf(ask).map((job) => {
        const { area, organisations } = dissolve(job)
        return { areaHa: planeHectares(area), organisations, degrees: publish(area) }
      }),
    )
})

parentPort?.on('message', async (ask: Ask) => {
  const work = await working
  const answer = (reply: Reply, transfers: ArrayBuffer[] = []) => parentPort?.postMessage(reply, transfers)
  try {
    const reply = work(ask)
    answer(reply, transfersOf(reply.map(({ degrees }) => degrees)))
  } catch (error) {
    // What breaks WebAssembly breaks its memory too: the thread ends and the next question gets a fresh one.
    if (error instanceof WebAssembly.RuntimeError) throw error
    answer({ fault: error instanceof Error ? error.message : String(error) })
  }
})
