import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import { clientPackage } from './scripts/client_package.ts'

const here = import.meta.dirname

/** The typed client: one script, and types from the sources of the server. */
export default defineConfig({
  root: resolve(here, 'client'),
  publicDir: false,
  plugins: [clientPackage()],
  build: {
    outDir: resolve(here, 'dist/client'),
    emptyOutDir: true,
    target: 'es2022',
    minify: false,
    lib: { entry: resolve(here, 'client/index.ts'), formats: ['es'], fileName: () => 'index.js' },
  },
})
