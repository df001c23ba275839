import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import { embedScript } from './scripts/embed_script.ts'
import { lightMap } from './scripts/light_map.ts'
import { CHARACTERS_TAG, lightenFonts } from './scripts/lighten_fonts.ts'
import { notices } from './scripts/notices.ts'

const here = import.meta.dirname

/** The widget is built by itself: nothing of the app comes along, and no change of the app's parts moves its bytes. */
export default defineConfig({
  root: resolve(here, 'web/embed'),
  base: '/embed/',
  publicDir: false,
  plugins: [lightMap(), lightenFonts(), notices(), embedScript()],
  build: {
    outDir: resolve(here, 'dist/web/embed'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: resolve(here, 'web/embed/index.html') },
      output: {
        assetFileNames: ({ names }) =>
          names.some((name) => name.endsWith('.woff2'))
            ? `assets/[name]-[hash]-${CHARACTERS_TAG}[extname]`
            : 'assets/[name]-[hash][extname]',
      },
    },
  },
})
