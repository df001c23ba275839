import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { MUTATIONS, type Mutation } from './mutations_table.ts'

const ROOT = resolve(import.meta.dirname, '../..')

/** What is under version control as it stands, beside the packages of this folder. */
const copyProject = (to: string): void => {
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 })
  for (const file of files.split('\0').filter((name) => name !== '' && existsSync(join(ROOT, name)))) {
    mkdirSync(dirname(join(to, file)), { recursive: true })
    cpSync(join(ROOT, file), join(to, file))
  }
  symlinkSync(join(ROOT, 'node_modules'), join(to, 'node_modules'))
}

/** How many tests failed and passed; a run that ends without saying so proves nothing. */
const run = (folder: string, tests: readonly string[]): { readonly failed: number; readonly passed: number } => {
  const report = join(folder, 'report.json')
  rmSync(report, { force: true })
  const args = ['--no-install', 'vitest', 'run', '--reporter=json', `--outputFile=${report}`, ...tests]
  spawnSync('npx', args, { cwd: folder, stdio: 'ignore', timeout: 600_000 })
  const { numFailedTests, numPassedTests } = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>
  return { failed: numFailedTests ?? 0, passed: numPassedTests ?? 0 }
}

const tryOne = (folder: string, { file, text, becomes, tests }: Mutation): { failed: number; passed: number } => {
  const path = join(folder, file)
  const whole = readFileSync(path, 'utf8')
  writeFileSync(
    path,
    whole.replace(text, () => becomes),
  )
  try {
    return run(folder, tests)
  } finally {
    writeFileSync(path, whole)
  }
}

/** Takes out one safeguard after another, or those whose words contain `only`, and demands that tests notice. Resolves to the exit code. */
export const soakMutations = async ([only = '']: readonly string[]): Promise<number> => {
  const folder = mkdtempSync(join(tmpdir(), 'bentang-mutations-'))
  let unnoticed = 0
  try {
    copyProject(folder)
    const chosen = MUTATIONS.filter(({ what }) => what.includes(only))
    const untouched = run(folder, [...new Set(chosen.flatMap(({ tests }) => tests))])
    console.log(`nothing taken out: ${untouched.passed} passed, ${untouched.failed} failed`)
    if (untouched.failed > 0) return 1
    for (const mutation of chosen) {
      const { failed, passed } = tryOne(folder, mutation)
      if (failed === 0) unnoticed += 1
      console.log(`${failed > 0 ? 'noticed  ' : 'UNNOTICED'} ${mutation.what}: ${failed} failed, ${passed} passed`)
    }
    console.log(`${chosen.length - unnoticed} of ${chosen.length} noticed`)
    return unnoticed === 0 && chosen.length > 0 ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
