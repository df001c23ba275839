import { runTests } from './run_tests.ts'

/** Fifty writers who change twenty records so many times each (200 when nothing is said). Resolves to the exit code. */
export const soakEdits = async ([edits = '200']: readonly string[]): Promise<number> =>
  runTests(['test/edits.test.ts'], { BENTANG_EDITS: edits })
