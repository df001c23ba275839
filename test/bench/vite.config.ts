import { resolve } from 'node:path'
import { defineConfig } from 'vite'

const here = import.meta.dirname

export default defineConfig({
  build: {
    outDir: resolve(here, '../../dist/bench'),
    target: 'node20',
    ssr: true,
    rolldownOptions: {
      input: {
        run: resolve(here, 'run.ts'),
        geometry_worker: resolve(here, '../../server/engine/geometry_worker/work.ts'),
      },
    },
  },
})
