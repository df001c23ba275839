import { resolve } from 'node:path'
import type { Plugin } from 'vite'
import { oneScript } from './one_script.ts'

/** The web component, as one file for the pages of others. */
export const embedScript = (): Plugin =>
  oneScript({
    name: 'embed-script',
    source: resolve(import.meta.dirname, '../web/embed/bentang_map.ts'),
    output: 'bentang-map.js',
  })
