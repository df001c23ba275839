import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import { openSeveral } from '../bench/several.ts'
import { CHROMIUM_ARGS, findChromium } from '../chromium.mjs'
import { BOUNDARIES, seedScreenHome } from './home.ts'

const SCREEN = {
  viewport: { width: 1280, height: 800 },
  locale: 'id-ID',
  timezoneId: 'Asia/Pontianak',
} satisfies BrowserContextOptions

const startChromium = (): Promise<Browser> => {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('No Chromium: install it (apt-get install chromium) or set CHROME_PATH.')
  return chromium.launch({ executablePath, args: CHROMIUM_ARGS })
}

/** The built server over the sample and `count` activities more, and a browser with an empty page, more where asked; all of it is gone with `close`. */
export const openScreen = async (count: number) => {
  const several = openSeveral()
  const close = { browser: async () => {} }
  try {
    const home = several.home('screen')
    await seedScreenHome(home, count)
    const { address } = await several.start(home, { BENTANG_BOUNDARIES: BOUNDARIES })
    const browser = await startChromium()
    close.browser = () => browser.close()
    const context = await browser.newContext({ ...SCREEN, baseURL: address })
    const trouble: string[] = []
    const newPage = async (): Promise<Page> => {
      const page = await context.newPage()
      page.on('pageerror', (error) => trouble.push(error.message))
      return page
    }
    const page = await newPage()
    const devtools = await context.newCDPSession(page)
    return {
      page,
      devtools,
      browser,
      newPage,
      trouble,
      close: async (): Promise<void> => {
        await close.browser()
        await several.close()
      },
    }
  } catch (error) {
    await close.browser()
    await several.close()
    throw error
  }
}
export type Screen = Awaited<ReturnType<typeof openScreen>>
