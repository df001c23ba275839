// Everything a change must pass, in the order that fails soonest: check, build, unit tests, mixed load beside browser journeys.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { setPriority, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { findChromium, installChromium } from './chromium.mjs'

const folder = mkdtempSync(join(tmpdir(), 'bentang-test-'))
const report = (name) => join(folder, `${name}.json`)
const totals = { passed: 0, failed: 0, skipped: 0 }

/** The least that a process can be given before others. */
const LAST = 19

/** What it prints is shown as it comes, or `isHeld` until it has ended; `isPatient` lets all others go first. Resolves to whether it passed. */
const step = async (title, args, { env = {}, command = 'npx', isHeld = false, isPatient = false } = {}) => {
  if (!isHeld) console.log(`\n== ${title}`)
  const started = Date.now()
  const child = spawn(command, command === 'npx' ? ['--no-install', ...args] : args, {
    stdio: isHeld ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: { ...process.env, ...env },
  })
  if (isPatient) setPriority(child.pid, LAST)
  const held = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => held.push(chunk))
  const status = await new Promise((done) => child.once('close', done))
  if (isHeld) process.stdout.write(`\n== ${title}\n${Buffer.concat(held)}`)
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

const checked = (await step('lint and format', ['biome', 'check', '.'])) && (await step('types', ['tsc', '--noEmit']))
if (!checked) {
  totals.failed += 1
  finish(false)
}
if (!(await step('build', ['run', 'build', '--silent'], { command: 'npm' }))) finish(false)

const units = await step('unit tests', [
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
const underLoad = (isHeld) =>
  step(`mixed load, ${loadFor}`, ['run', 'soak', '--silent', '--', 'load', loadFor], { command: 'npm', isHeld })

const chromium = findChromium() ?? installChromium()
if (!chromium) {
  console.log(
    '\nThe browser part was SKIPPED: no Chromium. Install it (apt-get install chromium) or set CHROME_PATH, then run npm test again.',
  )
  const load = await underLoad(false)
  totals[load ? 'passed' : 'failed'] += 1
  finish(load && !process.env.CI)
}
/** What times itself has the machine for itself, after all others. */
const ALONE = '@alone'
const drive = async (title, name, args, isPatient) => {
  const patient = { CHROME_PATH: resolve(import.meta.dirname, 'patient_chromium.sh'), PATIENT_CHROMIUM: chromium }
  const browser = isPatient ? patient : { CHROME_PATH: chromium }
  const env = { ...browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report(name) }
  const config = ['--config', 'test/journeys/playwright.config.ts']
  const ok = await step(title, ['playwright', 'test', ...config, ...args], { env, isPatient })
  const stats = readReport(name)?.stats
  totals.passed += (stats?.expected ?? 0) + (stats?.flaky ?? 0)
  totals.failed += stats?.unexpected ?? 0
  totals.skipped += stats?.skipped ?? 0
  return ok
}
// Neither needs the whole machine: browsers take what the load, which is timed, leaves to them.
const [load, together] = await Promise.all([
  underLoad(true),
  drive('browser journeys', 'journeys', ['--grep-invert', ALONE], true),
])
totals[load ? 'passed' : 'failed'] += 1
const alone = await drive(
  'browser journeys, one at a time',
  'journeys_alone',
  ['--grep', ALONE, '--workers', '1'],
  false,
)
finish(load && together && alone)
