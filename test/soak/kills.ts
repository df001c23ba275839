import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

/** The last bytes of a journal that is cut at each of them. */
const TAIL_BYTES = 64 << 10

/** The crash tests with so many kills (2,000 when nothing is said), at every step on disk, and cuts at every byte of 64 KB. Resolves to the exit code. */
export const soakKills = async ([kills = '2000']: readonly string[]): Promise<number> => {
  const tests = ['test/kill.test.ts', 'test/power_cut.test.ts', 'test/journal_damage.test.ts']
  const env = { ...process.env, BENTANG_KILLS: kills, BENTANG_TAIL_BYTES: `${TAIL_BYTES}` }
  const options = { cwd: resolve(import.meta.dirname, '../..'), env, stdio: 'inherit' } as const
  return spawnSync('npx', ['--no-install', 'vitest', 'run', ...tests], options).status ?? 1
}
