import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'

const PACKAGE = resolve(import.meta.dirname, '../node_modules/maplibre-gl')
const FOLDER = `${PACKAGE}/src`
const WORKER_FILE = `${FOLDER}/source/worker.ts`
const WORKER_URL = 'virtual:map-worker'
const ABSENT = resolve(import.meta.dirname, 'absent_from_map.ts')

/** Globe and MLT tiles: no map of ours shows or reads them. */
const isAbsent = (id: string): boolean =>
  id === '@maplibre/mlt' || /^\.\/(globe|vertical_perspective)_(projection|transform|camera_helper)\.ts$/.test(id)

const fromSource = (): Plugin => {
  let worker = ''
  return {
    name: 'light-map',
    enforce: 'pre',
    apply: 'build',
    config: () => ({
      // As the library compiles itself: a field that is only declared keeps what the parent class gave it.
      oxc: {
        typescript: { removeClassFieldsWithoutInitializer: true },
        assumptions: { setPublicClassFields: true },
      },
      build: {
        rolldownOptions: { treeshake: { moduleSideEffects: (id) => !id.startsWith(FOLDER) || id === WORKER_FILE } },
      },
    }),
    buildStart() {
      this.emitFile({
        type: 'asset',
        fileName: 'assets/maplibre-gl.LICENSE.txt',
        source: readFileSync(`${PACKAGE}/LICENSE.txt`),
      })
      worker = this.emitFile({ type: 'chunk', id: WORKER_FILE, name: 'worker' })
    },
    resolveId(id, importer) {
      if (id === 'maplibre-gl') return `${FOLDER}/index.ts`
      if (id === WORKER_URL) return `\0${WORKER_URL}`
      return importer?.startsWith(FOLDER) && isAbsent(id) ? ABSENT : null
    },
    load: (id) => (id === `\0${WORKER_URL}` ? `export default import.meta.ROLLUP_FILE_URL_${worker}` : null),
  }
}

/** Where nothing is built, the library comes as it is packaged. */
const asPackaged = (): Plugin => ({
  name: 'packaged-map',
  apply: 'serve',
  resolveId: (id) => (id === WORKER_URL ? `\0${WORKER_URL}` : null),
  load: (id) =>
    id === `\0${WORKER_URL}` ? `export { default } from '${PACKAGE}/dist/maplibre-gl-worker.mjs?worker&url'` : null,
})

/**
 * Builds the map library from its own source: the map and its worker share one file where the package ships the shared half
 * twice, and what no map of ours uses stays out. `virtual:map-worker` is the address of the worker.
 */
export const lightMap = (): Plugin[] => [fromSource(), asPackaged()]
