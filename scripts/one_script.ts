import { resolve } from 'node:path'
import { build, type Plugin } from 'vite'

type OneScript = {
  readonly name: string
  readonly source: string
  readonly output: string
  /** Constants that are known once the bundle before it stands in `folder`. */
  readonly define?: (folder: string) => Promise<Record<string, string>>
}

/** Builds one more file beside a bundle, once that stands: a plain script that needs no other file and leaves no name behind. */
export const oneScript = ({ name, source, output, define }: OneScript): Plugin => {
  let folder = ''
  return {
    name,
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
          define: (await define?.(folder)) ?? {},
          build: {
            outDir: folder,
            emptyOutDir: false,
            target: 'es2022',
            rolldownOptions: { input: source, output: { format: 'iife', entryFileNames: output } },
          },
        })
      },
    },
  }
}
