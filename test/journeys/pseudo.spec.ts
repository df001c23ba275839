import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join as pathOf, resolve } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { build } from 'vite'
import { join } from './members.ts'
import { ownServer } from './own_server.ts'
import { ready } from './ready.ts'
import { MAPS, SCREENS } from './views.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const server = ownServer(4270, undefined, 'dist/pseudo/dist/server')
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  test.setTimeout(120_000)
  await build({ configFile: pathOf(ROOT, 'test/pseudo/vite.config.ts'), logLevel: 'error' })
  for (const part of ['server', 'web/embed'])
    cpSync(pathOf(ROOT, 'dist', part), pathOf(ROOT, 'dist/pseudo/dist', part), { recursive: true })
  await server.start()
})
test.afterAll(() => server.discard())

/** What rooms besides the catalogues say in English themselves: names of verdicts and layers, reasons of matches; a value may stand wherever they leave room for one. */
const wordsElsewhere = (): { readonly whole: string; readonly patterns: RegExp } => {
  const said = ['data', 'web/map', 'web/embed']
    .flatMap((room) =>
      readdirSync(pathOf(ROOT, room), { recursive: true, encoding: 'utf8' }).map((file) => pathOf(ROOT, room, file)),
    )
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\ben:\s+(['"`])(.*?)\1/g)].map((match) => match[2]!))
  const escaped = (text: string) => text.replace(/[.*+?^()|[\]\\]/g, '\\$&')
  const patterns = said
    .filter((text) => text.includes('${'))
    .map((text) =>
      text
        .split(/\$\{[^}]*\}/)
        .map(escaped)
        .join('.+'),
    )
  const units = readFileSync(pathOf(ROOT, 'data/model/unit.ts'), 'utf8')
  return { whole: [...said, units].join('\n'), patterns: new RegExp(`^(${patterns.join('|')})$`) }
}

/** Numbers with their units, money, dates, marks of keys, licences and codes: the same in each language, or written by the browser. */
const PLAIN =
  /^(\d|[\p{P}\p{S}\s]|ha|km|m|px|MIT|ODbL|CC|BY|LGPL|or|later|Rp|bn|billion|million|tn|CSV|XLSX|PDF|PNG|QR|GeoJSON|Ctrl|Shift|Enter|Esc|Tab|Del|Home|End|Bentang|ID|EN|[NSEW]|and|January|February|March|April|June|July|August|September|October|November|December|(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec))+$/u
/** What stands before a unit. */
const AMOUNT = /^[\d.,]+\s/
/** Where a browser or a page joins names to a list, or a source to its date. */
const JOINTS = /, | and | · |: |; |\. |\.$/

type Seen = { readonly text: string; readonly cut: boolean; readonly where: string }

/** Every text that is to be seen, and whether its box hides a part of it. */
const seenOn = (page: Page): Promise<readonly Seen[]> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const seen: Seen[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.nodeValue!.trim()
      const element = node.parentElement!
      if (!text || element.closest('script, style, code, kbd, textarea, .unseen, [lang="id"], .maplibregl-ctrl-attrib'))
        continue
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
      const { overflowX, overflowY } = getComputedStyle(element)
      const hides = [overflowX, overflowY].some((overflow) => overflow === 'hidden' || overflow === 'clip')
      const isSpill = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1
      const isForReaders = element.getBoundingClientRect().width < 4
      seen.push({
        text,
        cut: hides && isSpill && !isForReaders && element.clientWidth > 0,
        where: `${element.tagName.toLowerCase()}.${element.className}`,
      })
    }
    return seen
  })

/** What opens over the map: what else it is called at Ctrl K, in words no catalogue has, and by what it is known. */
const WINDOWS = [
  { called: 'small multiples', opened: '.stamps' },
  { called: 'flow map', opened: '.flows-picture' },
  { called: 'bookmark', opened: '.saved-list' },
  { called: 'definisi', opened: '.about-glossary' },
  { called: 'keyboard', opened: '.shortcuts' },
  { called: 'tautan unduh', opened: '.window .copy' },
  { called: 'guide start', opened: '.tour-card' },
] as const

/** Of what is seen, times how far it goes, in screens. */
const MOST_SHIFT = 0.02

type Shifts = { total: number; readonly moved: string[] }
type ShiftEntry = PerformanceEntry & {
  readonly value: number
  readonly hadRecentInput: boolean
  readonly sources: readonly { readonly node: Node | null }[]
}

/** Adds up how far what is seen moves by itself while a page loads, and notes what moved. */
const watchShifts = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const shifts: Shifts = { total: 0, moved: [] }
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const { hadRecentInput, value, sources } of list.getEntries() as ShiftEntry[]) {
        if (hadRecentInput) continue
        shifts.total += value
        const names = sources.map(({ node }) => (node instanceof Element ? node.className : node?.textContent))
        shifts.moved.push(`${value.toFixed(4)} ${names.join(' ')}`)
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

/** What is wrong on the screens of a page, gathered by each look at what stands there. */
const judged = (page: Page) => {
  const { whole, patterns } = wordsElsewhere()
  const said: string[] = [whole]
  page.on('response', async (response) => {
    if (!/json/.test(response.headers()['content-type'] ?? '')) return
    said.push(JSON.stringify(await response.json().catch(() => '')).replaceAll('\\"', '"'))
  })
  const faults = new Set<string>()
  const look = async (view: string, width: number): Promise<void> => {
    const seen = await seenOn(page)
    expect([view, seen.some(({ text }) => text.includes('⟦'))]).toEqual([view, true])
    const known = said.join('\n')
    const isKnown = (text: string): boolean =>
      text === '' || PLAIN.test(text) || known.includes(text) || patterns.test(text)
    const isSaid = (text: string): boolean =>
      isKnown(text) || isKnown(text.replace(AMOUNT, '')) || text.split(JOINTS).every(isKnown)
    for (const { text, cut, where } of seen) {
      if (!/[⟦⟧˙]/.test(text) && /\p{L}{2}/u.test(text) && !isSaid(text))
        faults.add(`${view}: no catalogue says "${text.slice(0, 80)}" (${where})`)
      if (/\{\w+(, \w+)?/.test(text)) faults.add(`${view}: a value is missing in "${text.slice(0, 60)}" (${where})`)
      if (cut && /[⟦⟧]/.test(text)) faults.add(`${view} ${width}: cut off "${text.slice(0, 60)}" (${where})`)
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    if (wide > 0) faults.add(`${view} ${width}: ${wide} px wider than the screen`)
  }
  return { faults, look }
}

test('in a made-up language every word of every screen comes from the catalogues, a third more length cuts nothing off, and nothing moves while it loads', async ({
  page,
}) => {
  test.setTimeout(240_000)
  await join(page, server.invite('--role', 'partner', '--organisation', 'contoh-mitra-01'), 'Sari', 'sari@contoh.id')
  await watchShifts(page)
  const { faults, look } = judged(page)
  for (const [at, view] of [...MAPS, ...SCREENS].entries()) {
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 })
      await page.goto(`${server.url}${view}${view.includes('?') ? '&' : '?'}lang=en`)
      await page.waitForLoadState('networkidle')
      await look(view, width)
      const { total, moved } = await page.evaluate(() => (window as unknown as { shifts: Shifts }).shifts)
      if (total > MOST_SHIFT) faults.add(`${view} ${width}: moved by ${total.toFixed(3)} (${moved.join(', ')})`)
    }
    if (process.env.BENTANG_PICTURES && at < 40)
      await page.screenshot({ path: `${process.env.BENTANG_PICTURES}/pseudo_${at}.png` })
  }
  expect([...faults]).toEqual([])
})

test('what opens over the map is in the made-up language as well, and nothing in it is cut off', async ({ page }) => {
  test.setTimeout(120_000)
  const { faults, look } = judged(page)
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 })
    await page.goto(`${server.url}/?lang=en`)
    await ready(page)
    for (const { called, opened } of WINDOWS) {
      await page.keyboard.press('Control+k')
      await page.keyboard.type(called)
      await page.locator('.search-item[data-highlighted]').waitFor()
      await page.keyboard.press('Enter')
      await page.locator(opened).first().waitFor({ state: 'attached' })
      await page.waitForLoadState('networkidle')
      await look(`the window of "${called}"`, width)
      if (process.env.BENTANG_PICTURES)
        await page.screenshot({ path: `${process.env.BENTANG_PICTURES}/pseudo_${called}_${width}.png` })
      await page.keyboard.press('Escape')
      await expect(page.locator(opened)).toHaveCount(0)
    }
  }
  expect([...faults]).toEqual([])
})
