import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, type InlineConfig, type Plugin } from 'vite'

const HERE = import.meta.dirname
const WEB = resolve(HERE, '../web')
const FOLDER = resolve(HERE, '../dist/pack')
const WORKER = resolve(HERE, '../node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs')
/** What the map asks the page for, and a file has to find in itself. */
const OWN = /^\.\/(fonts|worker)\.ts$/

/** Inside a pack the map's fonts and worker come out of the file. */
const fromTheFile = (): Plugin => ({
  name: 'from-the-file',
  enforce: 'pre',
  resolveId: (source, importer) => {
    const name = OWN.exec(source)?.[1]
    return name && importer?.includes('/web/map/') ? resolve(WEB, `present/pack/${name}.ts`) : null
  },
})

const common = (input: string, name: string): InlineConfig => ({
  configFile: false,
  publicDir: false,
  root: WEB,
  logLevel: 'warn',
  build: {
    outDir: FOLDER,
    emptyOutDir: false,
    target: 'es2022',
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    cssCodeSplit: false,
    modulePreload: false,
    rolldownOptions: {
      input,
      output: {
        format: 'iife',
        codeSplitting: false,
        entryFileNames: `${name}.js`,
        assetFileNames: `${name}[extname]`,
      },
    },
  },
})

/** Builds what every offline pack carries: the player and the map's worker, each one classic script, and the style sheet with its fonts. */
export const storyPack = (): Plugin => ({
  name: 'story-pack',
  apply: 'build',
  writeBundle: {
    sequential: true,
    order: 'post',
    handler: async () => {
      await build({ ...common(resolve(WEB, 'present/pack/main.tsx'), 'player'), plugins: [fromTheFile(), react()] })
      await build(common(WORKER, 'worker'))
    },
  },
})
