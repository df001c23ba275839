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

/** While it starts it holds the process; from then on only while it has something to do. */
export const openThread = (): Worker => new Worker(findFile(), { name: 'geometry', execArgv: [] })
