import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { ownServer } from './own_server.ts'

const FOLDER = resolve(import.meta.dirname, '../embed_contract')
const releases = readdirSync(FOLDER)
  .filter((name) => /^v[\d.]+\.json$/.test(name))
  .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
const FIRST_ROWS = 3

// A server of its own over estimated areas: what other journeys enter, or better boundaries, would change the figures.
const server = ownServer(8967, 'estimated')
test.beforeAll(() => server.start())
test.afterAll(() => server.discard())

type Promised = { readonly address: string; readonly shown: Awaited<ReturnType<typeof shownOn>> | null }

/** What a reader finds on a widget, without its pixels. */
const shownOn = (page: Page) =>
  page.evaluate((most) => {
    const texts = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)]
        .filter((one) => !one.hidden)
        .map((one) =>
          [...one.childNodes]
            .map((node) => node.textContent?.trim())
            .filter(Boolean)
            .join(' '),
        )
    return {
      language: document.documentElement.lang,
      title: texts('h1')[0],
      figure: texts('.figure')[0] ?? null,
      legend: texts('.legend-row'),
      list: texts('.list li').slice(0, most),
      parts: ['.figure', '.chart', '.map-canvas', '.legend', '.list', '.source'].filter((part) =>
        document.querySelector(part),
      ),
      link: document.querySelector<HTMLAnchorElement>('a.open')?.getAttribute('href'),
    }
  }, FIRST_ROWS)

for (const release of releases)
  test(`the addresses of ${release.replace('.json', '')} show what they have always shown`, async ({ page }) => {
    const file = resolve(FOLDER, release)
    const promised = JSON.parse(readFileSync(file, 'utf8')) as readonly Promised[]
    const now: Promised[] = []
    for (const { address } of promised) {
      await page.goto(`${server.url}${address}`)
      await page.locator('.embed .foot').waitFor()
      now.push({ address, shown: await shownOn(page) })
    }
    if (process.env.UPDATE && release === releases.at(-1)) writeFileSync(file, `${JSON.stringify(now, null, 2)}\n`)
    else expect(now).toEqual(promised)
  })
