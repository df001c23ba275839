import { type Browser, type BrowserContextOptions, type CDPSession, chromium, type Page } from '@playwright/test'
import { openSeveral } from '../bench/several.ts'
import { CHROMIUM_ARGS, findChromium } from '../chromium.mjs'
import { BOUNDARIES, seedScreenHome } from './home.ts'
import { keepNoAnswers } from './keep_no_answers.ts'

const SCREEN = {
  viewport: { width: 1280, height: 800 },
  locale: 'id-ID',
  timezoneId: 'Asia/Pontianak',
} satisfies BrowserContextOptions

/** Where many things share a machine a press may have to wait long; that is measured, not refused. */
const PATIENCE_MS = 180_000

const startChromium = (): Promise<Browser> => {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('No Chromium: install it (apt-get install chromium) or set CHROME_PATH.')
  return chromium.launch({ executablePath, args: CHROMIUM_ARGS })
}

/** A browser of its own with one empty page: what its processes hold, that page holds. */
type Desk = { readonly browser: Browser; readonly page: Page; readonly devtools: CDPSession }

/**
 * The built server over the sample and `count` activities more, and so many browsers before it; all of it is gone with `close`. `trouble`
 * are the faults that their pages threw.
 */
export const openScreens = async (count: number, desks: number) => {
  const several = openSeveral()
  const browsers: Browser[] = []
  const close = async (): Promise<void> => {
    await Promise.all(browsers.map((browser) => browser.close()))
    await several.close()
  }
  try {
    const home = several.home('screen')
    await seedScreenHome(home, count)
    const { address } = await several.start(home, { BENTANG_BOUNDARIES: BOUNDARIES })
    const trouble: string[] = []
    const opened: Desk[] = []
    while (opened.length < desks) {
      const browser = await startChromium()
      browsers.push(browser)
      const context = await browser.newContext({ ...SCREEN, baseURL: address })
      context.setDefaultTimeout(PATIENCE_MS)
      const page = await context.newPage()
      page.on('pageerror', (error) => trouble.push(error.message))
      await keepNoAnswers(page)
      opened.push({ browser, page, devtools: await context.newCDPSession(page) })
    }
    return { desks: opened, trouble, close }
  } catch (error) {
    await close()
    throw error
  }
}
