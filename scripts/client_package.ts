import { execFile } from 'node:child_process'
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Plugin } from 'vite'

const ROOT = resolve(import.meta.dirname, '..')
const run = promisify(execFile)

type Source = { readonly version: string; readonly license: string; readonly devDependencies: Record<string, string> }

/** What a package needs beside its script: types from the same sources, a description of itself, how to use it. */
export const clientPackage = (): Plugin => {
  let folder = ''
  return {
    name: 'client-package',
    configResolved: ({ build }) => {
      folder = resolve(build.outDir)
    },
    async closeBundle() {
      const tsc = join(ROOT, 'node_modules/typescript/bin/tsc')
      await run(process.execPath, [tsc, '-p', join(ROOT, 'client'), '--outDir', join(folder, 'types')])
      const { version, license, devDependencies } = JSON.parse(
        await readFile(join(ROOT, 'package.json'), 'utf8'),
      ) as Source
      const geojson = '@types/geojson'
      const about = {
        name: 'bentang-client',
        version,
        license,
        type: 'module',
        sideEffects: false,
        exports: { '.': { types: './types/client/index.d.ts', default: './index.js' } },
        types: './types/client/index.d.ts',
        files: ['index.js', 'types', 'README.md'],
        // Types alone; nothing of it runs.
        peerDependencies: { [geojson]: devDependencies[geojson] },
        peerDependenciesMeta: { [geojson]: { optional: true } },
      }
      await writeFile(join(folder, 'package.json'), `${JSON.stringify(about, null, 2)}\n`)
      await copyFile(join(ROOT, 'client/README.md'), join(folder, 'README.md'))
    },
  }
}
