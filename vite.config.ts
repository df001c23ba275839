import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { lightMap } from './scripts/light_map.ts'
import { CHARACTERS_TAG, lightenFonts } from './scripts/lighten_fonts.ts'
import { APART, notices } from './scripts/notices.ts'
import { preload } from './scripts/preload.ts'
import { serviceWorker } from './scripts/service_worker.ts'
import { storyPack } from './scripts/story_pack.ts'

const here = import.meta.dirname

/** Loaded with the first screen anyway, and used by parts that come later. */
const SHARED =
  /\/data\/model\/(activity|codes|period|record|verdict)\.ts$|\/data\/layers\/|\/styles\/(palette|patterns|hatches|labels|records)\.ts$|\/data\/view\/(area|view)\.ts$|\/web\/(api|queries|useView|view)\.ts$|\/web\/(analysis\/keys|area\/area|shell\/useOpening)\.ts$|\/web\/map\/Frame\.tsx$|\/web\/panel\/(named|figure|card\/(names|numbers|queries))\.ts$|\/web\/panel\/Swatch\.tsx$|\/web\/text\/(index|useText)\.ts$|\/web\/text\/id\/(card|panel|record|shell|table)\.ts$|lucide-react\/dist\/esm\/icons\/chevron-down/

/** What cards are made of; reports, tables and profiles use some of it too. */
const CARDS =
  /\/web\/panel\/(place|record)\/|\/web\/panel\/card\/(Actions|Figures|Freshness|Heading|Matches|Origin|PlaceName|Section|To|WhyPart|cards)\.tsx?$|\/web\/photos\//

export default defineConfig(({ isSsrBuild }) => ({
  root: resolve(here, 'web'),
  plugins: [
    react(),
    lightenFonts(),
    preload(),
    ...(isSsrBuild ? [] : [lightMap(), notices(APART), serviceWorker(), storyPack()]),
  ],
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
            export_worker: resolve(here, 'server/exports/work.ts'),
            import_worker: resolve(here, 'server/imports/reading/work.ts'),
            press_worker: resolve(here, 'server/sheet/press/work.ts'),
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
            // What every part shares is fetched once, as one file: a dozen crumbs cost a dozen headers.
            codeSplitting: {
              groups: [
                { name: 'shared', test: SHARED },
                { name: 'cards', test: CARDS },
              ],
            },
            assetFileNames: ({ names }) =>
              names.some((name) => name.endsWith('.woff2'))
                ? `assets/[name]-[hash]-${CHARACTERS_TAG}[extname]`
                : 'assets/[name]-[hash][extname]',
          },
        },
      },
}))
