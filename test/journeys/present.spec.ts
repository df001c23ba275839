import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, type Page, test } from '@playwright/test'
import { noViolations, sized, WIDTHS } from './accessibility.ts'
import { ownServer } from './own_server.ts'

const server = ownServer(8963)
const folder = mkdtempSync(join(tmpdir(), 'bentang-pack-'))
const whole = join(folder, 'cerita.html')
const lacking = join(folder, 'tanpa-pulau.html')

/** The file is all that is left: the server is stopped before the first scene is shown. */
test.beforeAll(async () => {
  await server.start()
  const html = await (await fetch(`${server.url}/api/stories/sample-story-karimata/pack.html`)).text()
  await server.stop()
  writeFileSync(whole, html)
  writeFileSync(lacking, html.replace(/<script type="text\/plain" id="pack-tiles-islands">[^<]*<\/script>/, ''))
  console.log(`The pack of six scenes takes ${(html.length / 1e6).toFixed(1)} MB.`)
})
test.afterAll(async () => {
  await server.discard()
  rmSync(folder, { recursive: true, force: true })
})
test.beforeEach(async ({ page, context }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await context.setOffline(true)
})

const player = (page: Page) => page.locator('.present')
const open = (page: Page, file: string) => page.goto(pathToFileURL(file).href)
const isDrawn = (page: Page, scene: string) =>
  expect(player(page)).toHaveAttribute('data-drawn', scene, { timeout: 40_000 })
const sceneOf = async (page: Page): Promise<string> => (await player(page).getAttribute('data-scene'))!

/** No barrier on the scene that is shown, from a phone to a projector. */
const isOpenToAll = async (page: Page): Promise<void> => {
  for (const width of WIDTHS) {
    await sized(page, width)
    await isDrawn(page, await sceneOf(page))
    await noViolations(page)
  }
}

/** Turns to the next scene and tells how long it took to stand with its map. */
const turn = async (page: Page): Promise<number> => {
  const started = Date.now()
  const before = await sceneOf(page)
  await page.keyboard.press('ArrowRight')
  await expect(player(page)).not.toHaveAttribute('data-scene', before)
  await isDrawn(page, await sceneOf(page))
  return Date.now() - started
}

test('six scenes play out of one file, with the server stopped and the network gone', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => {
    if (!/^(file|blob|data):/.test(request.url())) asked.push(request.url())
  })
  await open(page, whole)
  await isDrawn(page, await sceneOf(page))
  const titles = [await page.locator('h1').innerText()]
  for (let at = 2; at <= 6; at += 1) {
    console.log(`Scene ${at} stood after ${await turn(page)} ms.`)
    titles.push(await page.locator('h1').innerText())
  }
  expect(new Set(titles).size).toBe(6)
  expect(asked).toEqual([])
  await expect(page.locator('.present-missing')).toHaveCount(0)
  await page.keyboard.press('Home')
  await expect(page).toHaveURL(/#pembuka$/)
})

test('each kind of scene is open to all who read it, on a phone, at a desk and on a wall', async ({ page }) => {
  // Six looks at a map that software draws.
  test.slow()
  for (const scene of ['kewenangan', 'air-bersih']) {
    await page.goto(`${pathToFileURL(whole).href}#${scene}`)
    await isDrawn(page, scene)
    await isOpenToAll(page)
  }
})

test('a layer taken out of the file is named in one line, and the story goes on', async ({ page }) => {
  await open(page, lacking)
  await isDrawn(page, await sceneOf(page))
  await expect(page.locator('.present-missing')).toContainText('Pulau')
  await turn(page)
  await expect(page.locator('h1')).toBeVisible()
  await expect(page.locator('.present-scene-number')).toContainText('2 / 6')
})
