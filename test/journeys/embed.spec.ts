import { gzipSync } from 'node:zlib'
import { expect, type Frame, type FrameLocator, type Page, test } from '@playwright/test'
import { formatEmbed, parseEmbed } from '../../data/model/embed.ts'
import { noViolations } from './accessibility.ts'
import { openForeignSite } from './foreign_site.ts'
import { join as enter, invitation, secondFactor } from './members.ts'
import { PAYLOADS } from './payloads.ts'

const QUESTION = 'v=1&region=61.05&theme=stunting&period=2026&level=village'
const DRAWN = '[data-drawn="true"]'
/** What a widget is made of: its page, scripts, worker, styles and fonts; before and after a reader turns to its map. */
const [STILL_BYTES, BUDGET_BYTES] = [120_000, 480_000]

/** Turns to the map as a reader does, and waits until all of it stands. */
const turnToMap = async (widget: Page | FrameLocator): Promise<void> => {
  await widget.locator('[data-pictured]').waitFor({ state: 'attached' })
  await widget.locator('.stage').hover({ position: { x: 150, y: 150 } })
  await widget.locator(DRAWN).waitFor({ state: 'attached' })
}

/** Everything that went wrong or was forbidden on a page and in its frames. */
const listen = (page: Page): string[] => {
  const told: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') told.push(message.text())
  })
  page.on('pageerror', (error) => told.push(error.message))
  return told
}

test('a widget stays within 480 kB, asks no other host, and leaves nothing on the device', async ({
  page,
  context,
  baseURL,
}) => {
  const told = listen(page)
  const made = new Map<string, Promise<Buffer>>()
  const all: string[] = []
  page.on('requestfinished', async (request) => {
    all.push(request.url())
    if (/\/embed(\?|\/assets\/)/.test(request.url()))
      made.set(
        request.url(),
        fetch(request.url()).then(async (answer) => Buffer.from(await answer.arrayBuffer())),
      )
  })
  const weighed = async () => {
    await page.waitForLoadState('networkidle')
    const parts = await Promise.all(
      [...made].map(async ([url, bytes]) => [url, gzipSync(await bytes, { level: 9 }).byteLength] as const),
    )
    const sum = parts.reduce((total, [, bytes]) => total + bytes, 0)
    console.log(`widget: ${(sum / 1000).toFixed(0)} kB gzip in ${parts.length} files; ${all.length} requests`)
    return { sum, hasWorker: parts.some(([url]) => url.includes('worker')) }
  }
  await page.goto(`/embed?${QUESTION}`)
  await page.locator('[data-pictured]').waitFor({ state: 'attached' })
  const still = await weighed()
  expect(still.hasWorker).toBe(false)
  expect(still.sum).toBeLessThanOrEqual(STILL_BYTES)
  await turnToMap(page)
  const { sum, hasWorker } = await weighed()
  expect(hasWorker).toBe(true)
  expect(sum).toBeGreaterThan(100_000)
  expect(sum).toBeLessThanOrEqual(BUDGET_BYTES)
  expect(all.filter((url) => /^http/.test(url) && new URL(url).origin !== baseURL)).toEqual([])
  expect(told).toEqual([])
  expect(await context.cookies()).toEqual([])
  const kept = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }))
  expect(kept).toEqual({ local: 0, session: 0, databases: 0, caches: 0, workers: 0 })
})

test('the first map of a widget is drawn under 3 s at 1.6 Mbit/s and 150 ms', { tag: '@alone' }, async ({ page }) => {
  const client = await page.context().newCDPSession(page)
  await client.send('Network.enable')
  // Once without a slow line: what is measured is the line, not a server that has just started.
  await page.goto(`/embed?${QUESTION}`)
  await turnToMap(page)
  await client.send('Network.clearBrowserCache')
  const rate = 1_600_000 / 8
  await client.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: rate,
    uploadThroughput: rate,
  })
  await page.goto('about:blank')
  const began = Date.now()
  await page.goto(`/embed?${QUESTION}`, { waitUntil: 'commit' })
  await page.locator('[data-pictured]').waitFor({ state: 'attached' })
  const seconds = (Date.now() - began) / 1000
  await turnToMap(page)
  console.log(
    `first map of a widget: ${seconds.toFixed(2)} s; can be moved after ${((Date.now() - began) / 1000).toFixed(2)} s`,
  )
  expect(seconds).toBeLessThan(3)
})

test('the map waits for its reader, who may come by a button; one with islands to name comes by itself', async ({
  page,
}) => {
  await page.goto(`/embed?${QUESTION}`)
  await page.locator('[data-pictured]').waitFor({ state: 'attached' })
  const scale = page.locator('.scale')
  const standing = await scale.textContent()
  expect(standing).toMatch(/^\d+ km$/)
  await page.waitForTimeout(1_500)
  await expect(page.locator(DRAWN)).toHaveCount(0)
  await page.getByRole('button', { name: 'Perbesar peta' }).press('Enter')
  await page.locator(DRAWN).waitFor({ state: 'attached' })
  await expect(scale).not.toHaveText(standing!)
  await expect(page.locator('.first-picture')).toHaveCount(0)

  await page.goto('/embed?v=1&region=61.11&theme=marine_conservation&period=2026&level=island')
  await page.locator(DRAWN).waitFor({ state: 'attached' })
})

test('a device without WebGL keeps the first picture, and is told where the answer stands besides', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const own = HTMLCanvasElement.prototype.getContext as (this: HTMLCanvasElement, ...given: unknown[]) => unknown
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...given: unknown[]) {
      return given[0] === '2d' ? own.apply(this, given) : null
    } as typeof HTMLCanvasElement.prototype.getContext
  })
  await page.goto(`/embed?${QUESTION}`)
  await page.getByRole('button', { name: 'Perbesar peta' }).press('Enter')
  await expect(page.getByText('Di perangkat ini peta tidak dapat digeser')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Perbesar peta' })).toHaveCount(0)
  await expect(page.getByRole('img', { name: /peta/i })).toBeVisible()
  await noViolations(page)
  await page.setViewportSize({ width: 360, height: 640 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await expect(page.locator('.first-picture')).toHaveJSProperty('width', 358)
})

for (const width of [320, 800, 1200])
  test(`at ${width} px nothing is cut off, and figure, legend, table and link are there`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 })
    await page.goto(`/embed?${QUESTION}&show=counter,chart,map,list`)
    await turnToMap(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Stunting di Sintang, 2026')
    await expect(page.locator('.figure-words')).toContainText('desa bertarget')
    await expect(page.locator('.legend-row:visible')).toHaveCount(5)
    await page.getByRole('button', { name: 'Legenda lengkap' }).press('Enter')
    expect(await page.locator('.legend-row:visible').count()).toBeGreaterThan(5)
    await page.getByRole('button', { name: 'Tabel' }).press('Enter')
    await expect(page.getByRole('region', { name: 'Tabel' }).getByRole('row')).not.toHaveCount(0)
    await expect(page.getByRole('link', { name: 'Buka di Bentang' })).toHaveAttribute(
      'href',
      /^\/\?region=61\.05&theme=stunting/,
    )
  })

test('the page around a widget scrolls on over the map', async ({ page, baseURL }) => {
  const site = await openForeignSite({
    '/': `<body style="margin:0;height:4000px"><iframe src="${baseURL}/embed?${QUESTION}" width="800" height="600"></iframe></body>`,
  })
  await page.goto(site.origin)
  const frame = page.frameLocator('iframe')
  await turnToMap(frame)
  const before = await frame.locator('.scale').textContent()
  await page.mouse.move(400, 350)
  await page.mouse.wheel(0, 600)
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(300)
  expect(await frame.locator('.scale').textContent()).toBe(before)
  await site.close()
})

test('the web component is as tall as its widget, and hears nobody else', async ({ page, baseURL }) => {
  const site = await openForeignSite({
    '/': `<body style="margin:0"><script async src="${baseURL}/embed/bentang-map.js"></script>
      <bentang-map region="61.05" theme="stunting" period="2026" level="village" show="counter,list"><a href="/">di Bentang</a></bentang-map></body>`,
  })
  // On a slow line the widget has loaded long before its answer is there.
  await page.route('**/embed/v1/**', async (route) => {
    await new Promise((done) => setTimeout(done, 1_500))
    await route.continue()
  })
  await page.goto(site.origin)
  const height = () =>
    page.evaluate(() => document.querySelector('bentang-map')?.shadowRoot?.querySelector('iframe')?.clientHeight ?? 0)
  await expect.poll(height).not.toBe(480)
  const natural = () => widgetFrame(page).evaluate(() => document.querySelector('#embed')!.scrollHeight)
  await expect.poll(async () => Math.abs((await height()) - (await natural()))).toBeLessThanOrEqual(2)
  const told = await height()
  await page.evaluate(() => postMessage({ type: 'bentang:height', v: 1, height: 77 }, '*'))
  await page.waitForTimeout(300)
  expect(await height()).toBe(told)
  await site.close()
})

const widgetFrame = (page: Page): Frame => page.frames().find((frame) => frame.url().includes('/embed?'))!

test('a widget tells its height to the page that frames it, at its origin, and to nobody else', async ({
  page,
  baseURL,
}) => {
  const site = await openForeignSite({
    '/': `<iframe name="widget" src="${baseURL}/embed?${QUESTION}&show=counter,list"></iframe><iframe name="stranger" src="/stranger"></iframe>
      <script>addEventListener('message', (event) => { (window.heard ??= []).push([event.origin, event.data.type]) })</script>`,
    '/stranger': `<script>addEventListener('message', () => { window.heard = true })</script>`,
  })
  await page.goto(site.origin)
  await page.frameLocator('[name=widget]').locator('.list').waitFor()
  const heard = () => page.evaluate(() => (window as unknown as { heard?: unknown[] }).heard ?? [])
  // Without a hello it is silent; a hello of a window that is not its parent changes nothing.
  await page.evaluate(() => {
    const script = `parent.frames.widget.postMessage({ type: 'bentang:hello', v: 1 }, '*')`
    ;(window.frames as unknown as { stranger: { eval(text: string): void } }).stranger.eval(script)
  })
  await page.waitForTimeout(400)
  expect(await heard()).toEqual([])
  expect(await page.frame('stranger')!.evaluate(() => 'heard' in window)).toBe(false)
  await page.evaluate(() => frames[0]!.postMessage({ type: 'bentang:hello', v: 1 }, '*'))
  await expect.poll(heard).toEqual([[baseURL, 'bentang:height']])
  await site.close()
})

test('a site off the list is refused by the browser, one on it is let in; nothing else may be framed', async ({
  page,
  baseURL,
}) => {
  const frame = (path: string) => `<iframe src="${baseURL}${path}"></iframe>`
  const site = await openForeignSite({
    '/listed': frame(`/embed?${QUESTION}&show=list&site=terdaftar`),
    '/unlisted': frame(`/embed?${QUESTION}&show=list&site=lain`),
    '/unknown': frame(`/embed?${QUESTION}&show=list&site=tidak-ada`),
    '/public': frame(`/embed?${QUESTION}&show=list`),
    '/app': frame('/?region=61.05'),
    '/widget': frame('/widget'),
  })
  await enter(page, invitation('--role', 'moderator'), 'Sekber Widget', 'widget@sekber.example')
  await secondFactor(page)
  const keep = (key: string, origins: readonly string[]) =>
    page.evaluate(
      async ([address, body]) =>
        (await fetch(address!, { method: 'PUT', body: body!, headers: { 'Content-Type': 'application/json' } })).status,
      [`/api/embeds/${key}`, JSON.stringify({ name: key, origins })],
    )
  expect(await keep('terdaftar', [site.origin])).toBe(200)
  expect(await keep('lain', ['https://lain.example'])).toBe(200)
  const isShown = async (path: string): Promise<boolean> => {
    await page.goto(`${site.origin}${path}`)
    await page.waitForTimeout(1_500)
    return (
      (await page
        .frames()[1]!
        .locator('.list, .app, .widget')
        .count()
        .catch(() => 0)) > 0
    )
  }
  expect(await isShown('/listed')).toBe(true)
  expect(await isShown('/public')).toBe(true)
  for (const path of ['/unlisted', '/unknown', '/app', '/widget'])
    expect([path, await isShown(path)]).toEqual([path, false])
  await site.close()
})

test('nothing that is put into the address of a widget runs', async ({ page }) => {
  test.slow()
  expect(new Set(PAYLOADS).size).toBe(150)
  const names = [
    'region',
    'theme',
    'period',
    'level',
    'ask',
    'layers',
    'lang',
    'palette',
    'show',
    'site',
    'paper',
    'ink',
    'accent',
    'v',
    'edit',
    'unknown',
  ]
  const reports: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) reports.push(message.text())
  })
  for (const payload of PAYLOADS) {
    const search = new URLSearchParams(names.filter((name) => name !== 'site').map((name) => [name, payload]))
    search.set('show', 'counter,list')
    await page.goto(`/embed?${search}#${payload}`)
    await page.locator('.list').waitFor()
    expect(await page.evaluate(() => 'hit' in window), payload).toBe(false)
  }
  for (const theme of ['x', 'stunting'].map((id) => formatEmbed({ ...parseEmbed(''), theme: id, show: ['list'] }))) {
    await page.goto(`/embed${theme}`)
    await page.locator('.list, .trouble').waitFor()
  }
  expect(reports).toEqual([])
})

test('`edit` opens no editor, and an answer that does not come is told with a way on', async ({ page }) => {
  await page.goto(`/embed?${QUESTION}&edit=new&show=list`)
  await page.locator('.list').waitFor()
  expect(await page.locator('form, input, textarea').count()).toBe(0)
  await page.route('**/embed/v1/61.05/**', (route) => route.abort())
  await page.goto(`/embed?${QUESTION}&show=list`)
  await expect(page.getByRole('alert')).toContainText('belum dapat dimuat')
  await page.unroute('**/embed/v1/61.05/**')
  await page.getByRole('button', { name: 'Coba lagi' }).click()
  await page.locator('.list').waitFor()
})

test('the builder shows the widget as it will look and gives four snippets', async ({ page }) => {
  const told = listen(page)
  await page.goto('/widget?region=61.05&theme=stunting&period=2026&show=counter,list')
  const preview = page.frameLocator('.widget-preview iframe')
  await expect(preview.getByRole('heading', { level: 1 })).toHaveText('Stunting di Sintang, 2026')
  await page.getByLabel('Tema').selectOption('education')
  await expect(preview.getByRole('heading', { level: 1 })).toHaveText('Pendidikan di Sintang, 2026')
  await page.getByLabel('Bahasa widget').selectOption('en')
  await expect(preview.getByRole('heading', { level: 1 })).toHaveText('Education in Sintang, 2026')
  await expect(page.getByLabel('Komponen web', { exact: false })).toHaveValue(
    /<bentang-map .*theme="education".*lang="en"/s,
  )
  await expect(page.getByLabel('Iframe', { exact: false })).toHaveValue(/^<iframe src="http.*theme=education.*lang=en/)
  await expect(page.getByLabel('oEmbed', { exact: false })).toHaveValue(/\/oembed\?url=/)
  await expect(page.getByLabel('Gambar diam', { exact: false })).toHaveValue(/picture\.png/)
  await page.getByLabel('Warna tulisan').fill('#eeeeee')
  await expect(page.getByText(/kurang dari 4,5/)).toBeVisible()
  expect(told).toEqual([])
})
