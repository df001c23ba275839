import { runTests } from './run_tests.ts'

/** The last bytes of a journal that is cut at each of them. */
const TAIL_BYTES = 64 << 10

/** The crash tests with so many kills (2,000 when nothing is said), at every step on disk, and cuts at every byte of 64 KB. Resolves to the exit code. */
export const soakKills = async ([kills = '2000']: readonly string[]): Promise<number> =>
  runTests(['test/kill.test.ts', 'test/power_cut.test.ts', 'test/journal_damage.test.ts'], {
    BENTANG_KILLS: kills,
    BENTANG_TAIL_BYTES: `${TAIL_BYTES}`,
  })
