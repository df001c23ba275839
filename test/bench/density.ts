import { brotliCompressSync, constants } from 'node:zlib'
import { type CDPSession, chromium, type Page } from '@playwright/test'
import { ACTIVITY_STATUSES } from '../../data/model/activity.ts'
import { isWithin } from '../../data/model/codes.ts'
import type { PointsAnswer } from '../../data/model/points.ts'
import type { Place } from '../../server/engine/index.ts'
import { formatCount } from '../../web/text/useText.ts'
import { CHROMIUM_ARGS, findChromium } from '../chromium.mjs'
import { medianOf, percentileOf } from './percentile.ts'
import { seedJournal } from './serving.ts'
import { openSeveral } from './several.ts'

const REGION = '61.05'
const ALL_YEARS = '2019/2028'
/** Some fall outside of every village, and 100,000 are to be drawn. */
const COUNT = 102_500
const RUNS = 5
const SIZE = { width: 1280, height: 800 }
const DRAG_STEPS = 24
const SLIDES = 24

type Seen = { readonly frames: number[]; readonly long: number[] }

/** Notes every frame and every task that held the page up for more than 50 ms. */
const watch = (page: Page) =>
  page.addInitScript(() => {
    const seen = { frames: [] as number[], long: [] as number[] }
    Object.assign(window, { seen })
    let last = performance.now()
    const tick = (now: number) => {
      seen.frames.push(now - last)
      last = now
      requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.long.push(Math.round(duration))
    }).observe({ type: 'longtask', buffered: true })
  })

/** What was seen since it was last asked. */
const take = (page: Page): Promise<Seen> =>
  page.evaluate(() => {
    const { seen } = window as unknown as { seen?: Seen }
    return { frames: seen?.frames.splice(0) ?? [], long: seen?.long.splice(0) ?? [] }
  })

const heapMb = async (session: CDPSession): Promise<number> => {
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  return Math.round(metrics.find(({ name }) => name === 'JSHeapUsedSize')!.value / 1e6)
}

const told = (what: string, { frames, long }: Seen, took: number, heap: number) => ({
  what,
  ms: Math.round(took),
  frames: frames.length,
  'frame median ms': Math.round(medianOf(frames)),
  'p95 ms': Math.round(percentileOf(frames, 0.95)),
  'longest ms': Math.round(Math.max(...frames)),
  'tasks over 50 ms':
    long.length === 0
      ? 'none'
      : long
          .toSorted((a, b) => b - a)
          .slice(0, 6)
          .join(' '),
  'heap MB': heap,
})

/** A hand that drags the map there and back, a step a frame. */
const drag = async (page: Page): Promise<void> => {
  await page.mouse.move(900, 350)
  await page.mouse.down()
  for (let step = 0; step < DRAG_STEPS; step += 1) {
    const out = step < DRAG_STEPS / 2 ? step : DRAG_STEPS - step
    await page.mouse.move(900 - 12 * out, 350 + 5 * out)
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)))
  }
  await page.mouse.up()
}

/** Until nothing held the page up for a second. */
const rest = async (page: Page): Promise<void> => {
  for (;;) {
    const before = await page.evaluate(() => (window as unknown as { seen: Seen }).seen.long.length)
    await page.waitForTimeout(1_000)
    if (before === (await page.evaluate(() => (window as unknown as { seen: Seen }).seen.long.length))) return
  }
}

const screen = async (page: Page, session: CDPSession, address: string, form: string, drawn: number) => {
  const figure = page.locator('.analysis .figure-number')
  const rows: ReturnType<typeof told>[] = []
  const note = async (what: string, act: () => Promise<void>) => {
    await take(page)
    const begun = performance.now()
    await act()
    const took = performance.now() - begun
    rows.push(told(`${form}: ${what}`, await take(page), took, await heapMb(session)))
  }
  await note('opened by a link', async () => {
    await page.goto(`${address}/?region=${REGION}&period=${ALL_YEARS}&density=${form},all`)
    await figure.filter({ hasText: formatCount(drawn, 'id') }).waitFor({ timeout: 120_000 })
    await page.locator('.density-on-map').waitFor({ state: 'attached' })
  })
  await rest(page)
  await note('stands', () => page.waitForTimeout(2_000))
  await note('dragged', () => drag(page))
  await rest(page)
  const slider = page.getByRole('slider', { name: 'Bulan yang ditampilkan' })
  await slider.focus()
  await page.keyboard.press('Home')
  await rest(page)
  await note(`${SLIDES} months by the arrow key`, async () => {
    for (let month = 0; month < SLIDES; month += 1) {
      await page.keyboard.press('ArrowRight')
      await page.waitForTimeout(120)
    }
  })
  return rows
}

/** The first answer to a question, and the one that is kept; the same statuses in another order are another question. */
const askRoute = async (address: string) => {
  const first: number[] = []
  const kept: number[] = []
  let text = ''
  for (let run = 0; run < RUNS; run += 1) {
    const statuses = ACTIVITY_STATUSES.map((_, at) => ACTIVITY_STATUSES[(at + run) % ACTIVITY_STATUSES.length])
    for (const times of [first, kept]) {
      const begun = performance.now()
      text = await (await fetch(`${address}/api/points?region=${REGION}&status=${statuses.join(',')}`)).text()
      times.push(performance.now() - begun)
    }
  }
  const sent = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length
  const row = {
    'GET /api/points': `median of ${RUNS}`,
    'first ms': Math.round(medianOf(first)),
    'kept ms': Math.round(medianOf(kept)),
    kB: Math.round(text.length / 1000),
    'kB in brotli': Math.round(sent / 1000),
  }
  return { text, row }
}

/** One region of 100,000 activities: what the route answers and how a page draws it, pans it and plays its months in software. */
export const measureDensity = async (places: readonly Place[], count: number = COUNT): Promise<void> => {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('No Chromium: install it (apt-get install chromium) or set CHROME_PATH.')
  const several = openSeveral()
  try {
    const home = several.home('density')
    await seedJournal(
      home,
      places.filter(({ code }) => isWithin(code, REGION)),
      count,
    )
    const { address } = await several.start(home, { BENTANG_BOUNDARIES: process.env.BENTANG_BOUNDARIES ?? 'estimated' })
    const { text, row } = await askRoute(address)
    console.table([row])
    const { activities, sites } = JSON.parse(text) as PointsAnswer
    const drawn = sites.activity.length
    console.log(
      `${activities.id.length} activities, ${drawn} points; Chromium ${SIZE.width} x ${SIZE.height}, drawn in software.`,
    )
    const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS })
    try {
      for (const form of ['points', '2km', '10km']) {
        const page = await browser.newPage({ viewport: SIZE, locale: 'id-ID' })
        const session = await page.context().newCDPSession(page)
        await session.send('Performance.enable')
        await watch(page)
        console.table(await screen(page, session, address, form, drawn))
        await page.close()
      }
    } finally {
      await browser.close()
    }
  } finally {
    await several.close()
  }
}
