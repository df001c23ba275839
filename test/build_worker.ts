import { resolve } from 'node:path'
import { build } from 'vite'

const ROOT = resolve(import.meta.dirname, '..')

/** The threads as tests run them: the real ones, bundled once before the first of them. */
export default async () => {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir: resolve(ROOT, 'dist/worker'),
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: {
        input: {
          geometry_worker: resolve(ROOT, 'server/engine/geometry_worker/work.ts'),
          export_worker: resolve(ROOT, 'server/exports/work.ts'),
          import_worker: resolve(ROOT, 'server/imports/reading/work.ts'),
          press_worker: resolve(ROOT, 'server/sheet/press/work.ts'),
        },
      },
    },
  })
}
