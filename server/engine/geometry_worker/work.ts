import { parentPort } from 'node:worker_threads'
import { openGeos } from '../geos.ts'
import { createInspect } from '../validity.ts'
import { createCarve } from './carve.ts'
import { createCut } from './cut.ts'
import { type Ask, jobsOf, onlyArea, type Reply, replyOfCuts, replyOfUnion, type Sent } from './messages.ts'
import { createPublish } from './publish.ts'
import { createUnite } from './unite.ts'

/* The thread itself: geometry blocks whoever calls it, and one that got stuck can be ended without ending the server. */

const working = openGeos().then((geos) => {
  parentPort?.postMessage('ready')
  const cut = createCut()
  const unite = createUnite(geos)
  const publish = createPublish(geos)
  const inspect = createInspect(geos)
  const carve = createCarve(geos)
  return (ask: Ask): Sent<Reply> => {
    switch (ask.kind) {
      case 'cut':
        return replyOfCuts(jobsOf(ask).map(cut))
      case 'unite':
        return replyOfUnion(publish(unite(onlyArea(ask.area))))
      case 'inspect':
        return { message: { kind: 'inspect', inspection: inspect(ask.geometry) }, transfers: [] }
      case 'carve':
        return { message: { kind: 'carve', parts: carve(ask.asked) }, transfers: [] }
    }
  }
})

parentPort?.on('message', async (ask: Ask) => {
  const work = await working
  try {
    const { message, transfers } = work(ask)
    parentPort?.postMessage(message, transfers)
  } catch (error) {
    // What breaks WebAssembly breaks its memory too: the thread ends and the next question gets a fresh one.
    if (error instanceof WebAssembly.RuntimeError) throw error
    const fault: Reply = { kind: 'fault', fault: error instanceof Error ? error.message : String(error) }
    parentPort?.postMessage(fault)
  }
})
