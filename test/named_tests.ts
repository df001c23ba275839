import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** What the tests and groups in a file, given from the root of the project, are called; those of tables follow the table's closing bracket. */
export const titlesIn = (file: string): readonly string[] =>
  [
    ...readFileSync(resolve(import.meta.dirname, '..', file), 'utf8').matchAll(
      /(?:\b(?:test|describe)[\w.]*|\))\(\s*(['"`])((?:(?!\1).)+)\1/g,
    ),
  ].map(([, , title = '']) => title)
