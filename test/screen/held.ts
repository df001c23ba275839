import type { CDPSession } from '@playwright/test'

/** What a page holds after everything that nobody needs was thrown away. */
export type Held = {
  readonly heapMb: number
  readonly nodes: number
  readonly listeners: number
  readonly documents: number
}

/** Collects garbage first; twice, because what a finaliser lets go of goes with the next one. */
export const readHeld = async (devtools: CDPSession): Promise<Held> => {
  await devtools.send('HeapProfiler.collectGarbage')
  await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  const { nodes, jsEventListeners, documents } = await devtools.send('Memory.getDOMCounters')
  return { heapMb: usedSize / 1e6, nodes, listeners: jsEventListeners, documents }
}
