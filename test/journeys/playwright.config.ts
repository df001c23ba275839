import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { defineConfig } from '@playwright/test'
import { findChromium } from '../chromium.mjs'

const port = 4210
const root = resolve(import.meta.dirname, '../..')
const executablePath = findChromium()
if (!executablePath) throw new Error('No Chromium: install it (apt-get install chromium) or set CHROME_PATH.')

// Read again by each worker: all of them and the server mean one home.
process.env.BENTANG_TEST_HOME ??= mkdtempSync(join(tmpdir(), 'bentang-home-'))

export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
]

export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: join(tmpdir(), 'bentang-journeys'),
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // Software rendering of one map already fills a core.
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['list'], ['json']] : [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1280, height: 800 },
    locale: 'id-ID',
    timezoneId: 'Asia/Pontianak',
    launchOptions: { executablePath, args: CHROMIUM_ARGS },
  },
  webServer: {
    command: 'node dist/server/main.js',
    cwd: root,
    url: `http://127.0.0.1:${port}/healthz`,
    timeout: 60_000,
    env: {
      PORT: `${port}`,
      BENTANG_HOME: process.env.BENTANG_TEST_HOME,
      BENTANG_BOUNDARIES: process.env.BENTANG_BOUNDARIES ?? 'none',
    },
  },
})
