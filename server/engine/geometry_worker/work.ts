import { parentPort } from 'node:worker_threads'
import { planeHectares } from '../equal_area.ts'
import { openGeos } from '../geos.ts'
import { createInspect } from '../validity.ts'
import { createCarve } from './carve.ts'
import { createDissolve } from './dissolve.ts'
import { type Ask, jobsOf, type Reply, replyOf, transfersOf } from './messages.ts'
import { createPublish } from './publish.ts'

/* The thread itself: GEOS blocks whoever calls it, and one that got stuck can be ended without ending the server. */

const working = openGeos().then((geos) => {
  parentPort?.postMessage('ready')
  const dissolve = createDissolve(geos)
  const publish = createPublish(geos)
  const inspect = createInspect(geos)
  const carve = createCarve(geos)
  return (ask: Ask): { readonly reply: Reply; readonly transfers: ArrayBuffer[] } => {
    if (ask.kind === 'inspect') return { reply: { kind: 'inspect', inspection: inspect(ask.geometry) }, transfers: [] }
    if (ask.kind === 'carve') return { reply: { kind: 'carve', parts: carve(ask.asked) }, transfers: [] }
    const answered = replyOf(
      jobsOf(ask).map((job) => {
        const { area, organisations } = dissolve(job)
        return { areaHa: planeHectares(area), organisations, degrees: publish(area) }
      }),
    )
    return { reply: { kind: 'dissolve', answered }, transfers: transfersOf(answered.map(({ degrees }) => degrees)) }
  }
})

parentPort?.on('message', async (ask: Ask) => {
  const work = await working
  try {
    const { reply, transfers } = work(ask)
    parentPort?.postMessage(reply, transfers)
  } catch (error) {
    // What breaks WebAssembly breaks its memory too: the thread ends and the next question gets a fresh one.
    if (error instanceof WebAssembly.RuntimeError) throw error
    const fault: Reply = { kind: 'fault', fault: error instanceof Error ? error.message : String(error) }
    parentPort?.postMessage(fault)
  }
})
