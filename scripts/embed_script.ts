import { resolve } from 'node:path'
import { build, type Plugin } from 'vite'

const SOURCE = resolve(import.meta.dirname, '../web/embed/bentang_map.ts')
const OUTPUT = 'bentang-map.js'

/** The web component, as one plain script that leaves no name behind on the pages of others. */
export const embedScript = (): Plugin => {
  let folder = ''
  return {
    name: 'embed-script',
    apply: 'build',
    configResolved: (config) => {
      folder = resolve(config.root, config.build.outDir)
    },
    writeBundle: {
      sequential: true,
      order: 'post',
      handler: async () => {
        await build({
          configFile: false,
          publicDir: false,
          logLevel: 'warn',
          build: {
            outDir: folder,
            emptyOutDir: false,
            target: 'es2022',
            rolldownOptions: { input: SOURCE, output: { format: 'iife', entryFileNames: OUTPUT } },
          },
        })
      },
    },
  }
}
