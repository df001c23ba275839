import { resolve } from 'node:path'
import { defineConfig, mergeConfig, type Plugin } from 'vite'
import app from '../../vite.config.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const ENGLISH = resolve(ROOT, 'web/text/en')

/** Puts a made-up language in the place of English: each catalogue goes through `pseudo` before it is handed on. */
const pseudoEnglish = (): Plugin => ({
  name: 'pseudo-english',
  enforce: 'post',
  transform(code, id) {
    if (!id.startsWith(ENGLISH) || id.endsWith('index.ts')) return
    const [, name] = /export const (\w+) = \{/.exec(code) ?? []
    if (!name) throw new Error(`${id} holds no catalogue that could be disguised.`)
    const disguised = code.replace(`export const ${name} = {`, `const written = {`)
    const source = JSON.stringify(resolve(import.meta.dirname, 'pseudo.ts'))
    return `import { pseudo } from ${source}\n${disguised}\nexport const ${name} = pseudo(written)\n`
  },
})

/** The client in the made-up language, in a program of its own: dist/pseudo. */
export default defineConfig((env) =>
  mergeConfig(app(env), {
    plugins: [pseudoEnglish()],
    build: { outDir: resolve(ROOT, 'dist/pseudo/dist/web'), emptyOutDir: true },
  }),
)
