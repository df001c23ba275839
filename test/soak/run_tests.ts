import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

/** Runs files of tests with more asked of them by the environment. Resolves to the exit code. */
export const runTests = (tests: readonly string[], more: Readonly<Record<string, string>>): number => {
  const env = { ...process.env, ...more }
  const options = { cwd: resolve(import.meta.dirname, '../..'), env, stdio: 'inherit' } as const
  return spawnSync('npx', ['--no-install', 'vitest', 'run', ...tests], options).status ?? 1
}
