import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder of its own on the real disk, gone when the test is. */
export const ownFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'bentang-journal-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
