// Takes a picture of every view at every size from a freshly started server.
//   npm run gallery                  all of them, into var/gallery with an index page
//   npm run gallery -- --readme      the one in the README
//   npm run gallery -- --guide       those of the user guide, into docs/guide
//   npm run gallery -- NAME [NAME]   only these views
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium } from '@playwright/test'
import { CHROMIUM_ARGS, findChromium } from '../chromium.mjs'
import { GUIDE, SIZES, VIEWS } from './views.mjs'

const root = resolve(import.meta.dirname, '../..')
const words = process.argv.slice(2)
const forReadme = words.includes('--readme')
const forGuide = words.includes('--guide')
const names = words.filter((word) => !word.startsWith('--'))
const port = 4220
const address = process.env.BENTANG_URL ?? `http://127.0.0.1:${port}`

const executablePath = findChromium()
if (!executablePath) {
  console.error('No Chromium: install it (apt-get install chromium) or set CHROME_PATH.')
  process.exit(2)
}

const startServer = async () => {
  const home = mkdtempSync(join(tmpdir(), 'bentang-gallery-'))
  const env = {
    ...process.env,
    PORT: `${port}`,
    BENTANG_HOME: home,
    BENTANG_BOUNDARIES: process.env.BENTANG_BOUNDARIES ?? 'none',
  }
  const child = spawn('node', ['dist/server/main.js'], { cwd: root, env, stdio: 'inherit' })
  for (let tries = 0; tries < 120; tries += 1) {
    const answer = await fetch(`${address}/healthz`).catch(() => null)
    if (answer?.ok) break
    await sleep(250)
  }
  return async () => {
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    await gone
    rmSync(home, { recursive: true, force: true })
  }
}

const stop = process.env.BENTANG_URL ? async () => {} : await startServer()
const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS })

/** `prepare` does on the page what leads to the picture. */
const take = async (url, size, file, { prepare, ...format } = {}) => {
  const page = await browser.newPage({
    viewport: { width: size.width, height: size.height },
    locale: 'id-ID',
    reducedMotion: 'reduce',
  })
  page.on('console', (message) => message.type() === 'error' && console.error(`${url}: ${message.text()}`))
  page.on('pageerror', (error) => console.error(`${url}: ${error.message}`))
  await page.goto(address + url)
  await page
    .waitForSelector('[data-map-ready="true"], main.page [role="status"], .meeting, main.page h1', { timeout: 30_000 })
    .catch(() => console.error(`${url}: the screen did not become ready`))
  await prepare?.(page)
  await sleep(600)
  await page.screenshot({ path: file, ...format })
  await page.close()
}

try {
  if (forReadme) {
    await take('/?selected=place:61.05.03.2010', { width: 1440, height: 900 }, join(root, 'docs/bentang.png'))
  } else if (forGuide) {
    const folder = join(root, 'docs/guide')
    mkdirSync(folder, { recursive: true })
    for (const { name, url, width = 1280, height = 800, prepare } of GUIDE) {
      await take(url, { width, height }, join(folder, `${name}.jpg`), { prepare, type: 'jpeg', quality: 72 })
      console.log(name)
    }
  } else {
    const folder = join(root, 'var/gallery')
    mkdirSync(folder, { recursive: true })
    const views = names.length > 0 ? VIEWS.filter(({ name }) => names.includes(name)) : VIEWS
    for (const view of views)
      for (const size of SIZES) {
        await take(view.url, size, join(folder, `${view.name}-${size.name}.png`))
        console.log(`${view.name} at ${size.name} px`)
      }
    const rows = views.map(({ name, url }) => {
      const pictures = SIZES.map((size) => `<img alt="${name} at ${size.name} px" src="${name}-${size.name}.png">`)
      return `<h2>${name} <small>${url.replaceAll('&', '&amp;')}</small></h2><p>${pictures.join(' ')}</p>`
    })
    writeFileSync(
      join(folder, 'index.html'),
      `<!doctype html><meta charset="utf-8"><title>Bentang, every view</title><style>img{height:420px;border:1px solid #ccc}</style>${rows.join('\n')}`,
    )
    console.log(`Open ${join('var', 'gallery', 'index.html')}`)
  }
} finally {
  await browser.close()
  await stop()
}
