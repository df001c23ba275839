import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { MUTATIONS } from './soak/mutations_table.ts'

const ROOT = resolve(import.meta.dirname, '..')

// `npm run soak -- mutations` takes each of them out; here they are only held to what the code says today.
test('every safeguard that the mutation check takes out stands in the code exactly once, with tests that exist', () => {
  for (const { what, file, text, becomes, tests } of MUTATIONS) {
    expect([what, readFileSync(join(ROOT, file), 'utf8').split(text).length - 1]).toEqual([what, 1])
    expect(becomes).not.toBe(text)
    expect([what, tests.length > 0, tests.filter((one) => !existsSync(join(ROOT, one)))]).toEqual([what, true, []])
  }
})
