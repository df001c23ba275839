import { setTimeout as pause } from 'node:timers/promises'

/** What visitors of the map ask for while others work. */
const PATHS = [
  '/api/coverage?region=61.05&theme=stunting&period=2026',
  '/tiles/activities/9/414/256',
  '/api/search?q=nanga',
  '/tiles/gaps/9/414/256?theme=stunting&period=2026',
  '/api/context',
  '/api/coverage?region=61.05&theme=restoration&period=2025',
  '/healthz',
]
/** Between two looks of one visitor. */
const THOUGHT_MS = 500

export type Answered = { readonly path: string; readonly status: number; readonly ms: number; readonly atMs: number }

/** So many visitors who ask until they are told to stop; then everything they were answered. */
export const openReaders = (address: string, count: number) => {
  const answers: Answered[] = []
  let isOpen = true
  const visit = async (visitor: number): Promise<void> => {
    await pause((visitor / count) * THOUGHT_MS)
    for (let turn = visitor; isOpen; turn += 1) {
      const path = PATHS[turn % PATHS.length]!
      const atMs = performance.now()
      const response = await fetch(`${address}${path}`)
      await response.arrayBuffer()
      answers.push({ path, status: response.status, ms: performance.now() - atMs, atMs })
      await pause(THOUGHT_MS * (0.5 + (turn % 11) / 10))
    }
  }
  const visits = Array.from({ length: count }, (_, visitor) => visit(visitor))
  return async (): Promise<readonly Answered[]> => {
    isOpen = false
    await Promise.all(visits)
    return answers
  }
}
