import { resolve } from 'node:path'
import { defineConfig } from 'vite'

const here = import.meta.dirname

export default defineConfig({
  build: {
    outDir: resolve(here, '../../dist/soak'),
    target: 'node20',
    ssr: true,
    rolldownOptions: {
      input: {
        run: resolve(here, 'run.ts'),
      },
    },
  },
})
