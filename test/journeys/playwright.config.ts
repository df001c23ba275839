import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { defineConfig } from '@playwright/test'
import { CHROMIUM_ARGS, findChromium } from '../chromium.mjs'

/** As many browsers at once, each with a server and a home of its own: what one journey enters no other one counts. */
const PLACES = [0, 1]
const portOf = (place: number): number => 4210 + 10 * place
/** Which of them this process is for; the one that starts the servers is for none. */
const own = Number(process.env.TEST_PARALLEL_INDEX ?? 0)
const root = resolve(import.meta.dirname, '../..')
const executablePath = findChromium()
if (!executablePath) throw new Error('No Chromium: install it (apt-get install chromium) or set CHROME_PATH.')

// Read again by each worker: it and its server mean one home.
process.env.BENTANG_TEST_HOMES ??= mkdtempSync(join(tmpdir(), 'bentang-homes-'))
const homeOf = (place: number): string => join(process.env.BENTANG_TEST_HOMES!, `${place}`)
process.env.BENTANG_TEST_HOME = homeOf(own)

export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: join(tmpdir(), 'bentang-journeys'),
  timeout: 90_000,
  expect: { timeout: 20_000 },
  // Software rendering of one map already fills a core.
  workers: PLACES.length,
  // A machine that is held back for a moment loses a key press now and then; what passes only again is listed as flaky.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['list'], ['json']] : [['list']],
  use: {
    baseURL: `http://127.0.0.1:${portOf(own)}`,
    viewport: { width: 1280, height: 800 },
    locale: 'id-ID',
    timezoneId: 'Asia/Pontianak',
    launchOptions: { executablePath, args: CHROMIUM_ARGS },
  },
  webServer: PLACES.map((place) => ({
    command: 'node dist/server/main.js',
    cwd: root,
    url: `http://127.0.0.1:${portOf(place)}/healthz`,
    timeout: 60_000,
    env: {
      PORT: `${portOf(place)}`,
      BENTANG_HOME: homeOf(place),
      BENTANG_BOUNDARIES: process.env.BENTANG_BOUNDARIES ?? 'estimated',
    },
  })),
})
