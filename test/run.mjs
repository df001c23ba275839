// Everything a change must pass, in the order that fails soonest: check, build, unit tests, mixed load, browser journeys.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium, installChromium } from './chromium.mjs'

const folder = mkdtempSync(join(tmpdir(), 'bentang-test-'))
const report = (name) => join(folder, `${name}.json`)
const totals = { passed: 0, failed: 0, skipped: 0 }

const step = (title, args, env = {}, command = 'npx') => {
  console.log(`\n== ${title}`)
  const started = Date.now()
  const { status } = spawnSync(command, command === 'npx' ? ['--no-install', ...args] : args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  console.log(`-- ${title}: ${status === 0 ? 'ok' : 'failed'}, ${((Date.now() - started) / 1000).toFixed(1)} s`)
  return status === 0
}

const readReport = (name) => {
  try {
    return JSON.parse(readFileSync(report(name), 'utf8'))
  } catch {
    return null
  }
}

const finish = (ok) => {
  rmSync(folder, { recursive: true, force: true })
  console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`)
  process.exit(ok && totals.failed === 0 ? 0 : 1)
}

const checked = step('lint and format', ['biome', 'check', '.']) && step('types', ['tsc', '--noEmit'])
if (!checked) {
  totals.failed += 1
  finish(false)
}
if (!step('build', ['run', 'build', '--silent'], {}, 'npm')) finish(false)

const units = step('unit tests', [
  'vitest',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report('unit')}`,
])
const unitReport = readReport('unit')
totals.passed += unitReport?.numPassedTests ?? 0
totals.failed += unitReport?.numFailedTests ?? 0
totals.skipped += (unitReport?.numPendingTests ?? 0) + (unitReport?.numTodoTests ?? 0)
if (!units) finish(false)

/** How long everything runs at once; a minute finds what is broken, what leaks shows in five. */
const loadFor = process.env.BENTANG_LOAD ?? (process.env.CI ? '5m' : '1m')
const load = step(`mixed load, ${loadFor}`, ['run', 'soak', '--silent', '--', 'load', loadFor], {}, 'npm')
totals[load ? 'passed' : 'failed'] += 1

const chromium = findChromium() ?? installChromium()
if (!chromium) {
  console.log(
    '\nThe browser part was SKIPPED: no Chromium. Install it (apt-get install chromium) or set CHROME_PATH, then run npm test again.',
  )
  finish(load && !process.env.CI)
}
/** What times itself has the machine for itself, after all others. */
const ALONE = '@alone'
const drive = (title, name, args) => {
  const ok = step(title, ['playwright', 'test', '--config', 'test/journeys/playwright.config.ts', ...args], {
    CHROME_PATH: chromium,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report(name),
  })
  const stats = readReport(name)?.stats
  totals.passed += (stats?.expected ?? 0) + (stats?.flaky ?? 0)
  totals.failed += stats?.unexpected ?? 0
  totals.skipped += stats?.skipped ?? 0
  return ok
}
const together = drive('browser journeys', 'journeys', ['--grep-invert', ALONE])
const alone = drive('browser journeys, one at a time', 'journeys_alone', ['--grep', ALONE, '--workers', '1'])
finish(load && together && alone)
