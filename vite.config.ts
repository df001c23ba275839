import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { CHARACTERS_TAG, lightenFonts } from './scripts/lighten_fonts.ts'
import { preloadMap } from './scripts/preload_map.ts'

const here = import.meta.dirname

export default defineConfig(({ isSsrBuild }) => ({
  root: resolve(here, 'web'),
  plugins: [react(), lightenFonts(), preloadMap()],
  build: isSsrBuild
    ? {
        outDir: resolve(here, 'dist/server'),
        emptyOutDir: true,
        target: 'node20',
        ssr: true,
        rolldownOptions: {
          input: {
            main: resolve(here, 'server/main.ts'),
            bentang: resolve(here, 'server/bentang.ts'),
            geometry_worker: resolve(here, 'server/engine/geometry_worker/work.ts'),
          },
        },
      }
    : {
        outDir: resolve(here, 'dist/web'),
        emptyOutDir: true,
        target: 'es2022',
        rolldownOptions: {
          input: { index: resolve(here, 'web/index.html') },
          output: {
            assetFileNames: ({ names }) =>
              names.some((name) => name.endsWith('.woff2'))
                ? `assets/[name]-[hash]-${CHARACTERS_TAG}[extname]`
                : 'assets/[name]-[hash][extname]',
          },
        },
      },
}))
