import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'

/**
 * The thread is an entry of its own in each bundle: beside the server, or above it where the bundler put this file into a
 * chunk. Tests run from source and take the one that their setup builds, because Node 20 cannot run TypeScript.
 */
const PLACES = ['./geometry_worker.js', '../geometry_worker.js', '../../../dist/worker/geometry_worker.js']

const findFile = (): URL => {
  const found = PLACES.map((place) => new URL(place, import.meta.url)).find((url) => existsSync(url))
  if (!found) throw new Error('geometry_worker.js is missing beside the server. Run npm run build, then start again.')
  return found
}

/** A thread that lets the process end; what it gets to do holds the process for as long as it takes. */
export const openThread = (): Worker => {
  const thread = new Worker(findFile(), { name: 'geometry', execArgv: [] })
  thread.unref()
  return thread
}
