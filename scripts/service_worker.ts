import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { oneScript } from './one_script.ts'

const SOURCE = resolve(import.meta.dirname, '../web/service_worker/worker.ts')
const OUTPUT = 'service-worker.js'
/** Nobody opens the app offline for these: the density of activities is asked of the server each time. */
const LEFT_OUT = /\.(br|map)$|^(licences\.txt|service-worker\.js)$|^assets\/DensityOnMap-/
const HASHED = /^assets\/.+-[\w-]{8,}\.\w+$/

/** Every file of the client; those whose names do not tell their content carry a digest of it. */
const clientFiles = async (folder: string) => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((name) => !LEFT_OUT.test(name))
    .sort()
  return Promise.all(
    names.map(async (name) => {
      const digest = async () =>
        createHash('sha256')
          .update(await readFile(join(folder, name)))
          .digest('hex')
          .slice(0, 16)
      return { url: `/${name}`, revision: HASHED.test(name) ? null : await digest() }
    }),
  )
}

/** Builds the service worker once the client stands, as one file that knows all others. */
export const serviceWorker = (): Plugin =>
  oneScript({
    name: 'service-worker',
    source: SOURCE,
    output: OUTPUT,
    define: async (folder) => ({ __CLIENT_FILES__: JSON.stringify(await clientFiles(folder)) }),
  })
