import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as path } from 'node:path'
import { type BrowserContext, chromium, expect, type Page, type TestInfo, test } from '@playwright/test'
import type { CoverageAnswer, PlaceAnswer } from '../../data/model/answers.ts'
import type { WorkList } from '../../data/model/work.ts'
import { noViolations } from './accessibility.ts'
import { join, secondFactor } from './members.ts'
import { ownServer } from './own_server.ts'
import { ready } from './ready.ts'

const TITLE = 'Kelas ibu hamil di hulu'
const PATIENCE_MS = 20_000
const PHONE = { width: 360, height: 780 }

const server = ownServer(4211)
const profile = mkdtempSync(path(tmpdir(), 'bentang-phone-'))

test.beforeAll(() => server.start())
test.afterAll(async () => {
  await server.discard()
  rmSync(profile, { recursive: true, force: true })
})

/** A village of Sintang with a target for stunting and no partner, and where it is. */
const findGap = async (page: Page) => {
  const { units } = (await (
    await page.request.get(`${server.url}/api/coverage?region=61.05&theme=stunting&period=2026&level=village`)
  ).json()) as CoverageAnswer
  const { code } = units.find(({ verdict }) => verdict.kind === 'gap')!
  return (await (await page.request.get(`${server.url}/api/places/${code}`)).json()) as PlaceAnswer
}

/** A photo as a camera would give it, drawn on the spot. */
const takePhoto = async (page: Page): Promise<Buffer> => {
  const data = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    ;[canvas.width, canvas.height] = [1200, 900]
    const pen = canvas.getContext('2d')!
    for (let step = 0; step < 90; step += 1) {
      pen.fillStyle = `hsl(${step * 4} 50% 50%)`
      pen.fillRect(step * 13, step * 10, 200, 200)
    }
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1]!
  })
  return Buffer.from(data, 'base64')
}

const isControlled = (page: Page) => page.evaluate(() => navigator.serviceWorker.controller !== null)

const gaps = async (page: Page): Promise<number> =>
  Number(/(\d+)/.exec(await page.locator('.legend-row', { hasText: 'Celah' }).locator('.legend-count').innerText())![1])

test.describe.configure({ mode: 'serial', timeout: 300_000 })

/** The phone as it was when it was last put away. */
const openPhone = async ({ project }: TestInfo): Promise<{ readonly phone: BrowserContext; readonly page: Page }> => {
  const { launchOptions, locale, timezoneId } = project.use
  const phone = await chromium.launchPersistentContext(profile, {
    ...launchOptions,
    viewport: PHONE,
    locale: locale!,
    timezoneId: timezoneId!,
    reducedMotion: 'reduce',
  })
  const page = phone.pages()[0]!
  page.setDefaultTimeout(PATIENCE_MS)
  return { phone, page }
}

test(
  'a phone that loses its network halfway hands in one activity with its photo after a restart; it is verified, seen at once, undone and restored',
  { tag: '@alone' },
  async ({ browser, playwright: _ }, info) => {
    let { phone, page } = await openPhone(info)
    await join(page, server.invite('--role', 'partner', '--organisation', 'contoh-mitra-01'), 'Rani', 'rani@contoh.id')
    await expect.poll(() => isControlled(page)).toBe(true)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const village = await findGap(page)
    const photo = await takePhoto(page)

    await page.goto(`${server.url}/?edit=new&region=61.05`)
    await ready(page)
    await page.getByLabel('Tambah tempat dengan nama atau kode').fill(village.code)
    await page.locator('.edit-found button').first().click()
    await server.stop()

    await page.getByRole('button', { name: /^Lanjut/ }).click()
    await page.getByLabel('Nama kegiatan').fill(TITLE)
    await page.getByRole('button', { name: 'Pilih tema' }).click()
    await page.getByRole('option', { name: 'Stunting' }).click()
    await page.keyboard.press('Escape')
    await page.getByLabel('Anggaran').fill('18,7 miliar')
    await page.getByRole('button', { name: /^Lanjut/ }).click()
    await page.getByLabel('Mulai').fill('2026-02-01')
    await page.getByRole('button', { name: /^Lanjut/ }).click()
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'posyandu.jpg', mimeType: 'image/jpeg', buffer: photo })
    await expect(page.locator('.edit-photo')).toHaveCount(1)
    await page.getByRole('button', { name: 'Ajukan', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Menunggu jaringan' })).toBeVisible()
    await expect(page.locator('.bar .outbox-sign')).toBeVisible()
    // With the sign the bar is at its fullest.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
    await noViolations(page)
    await phone.close()

    ;({ phone, page } = await openPhone(info))
    await page.goto(`${server.url}/work`)
    await expect(page.getByRole('heading', { name: 'Di perangkat ini' })).toBeVisible()
    await expect(page.locator('.outbox')).toContainText(TITLE)
    await noViolations(page)

    await server.start()
    await expect(page.locator('.outbox')).toBeHidden({ timeout: 20_000 })
    const own = page.locator('.work-line', { hasText: TITLE })
    await expect(own).toHaveCount(1)
    await expect(own).toContainText('Menunggu tinjauan')
    const listed = (await (await page.request.get(`${server.url}/api/work/records?q=hulu`)).json()) as WorkList
    expect(listed.lines.filter(({ title }) => title === TITLE).map(({ revision }) => revision)).toEqual([1])

    const public_ = await browser.newPage()
    await public_.goto(`${server.url}/?region=61.05&theme=stunting&period=2026`)
    await ready(public_)
    const before = await gaps(public_)

    const sekber = await browser.newPage()
    await join(sekber, server.invite('--role', 'moderator'), 'Sinta', 'sinta@contoh.id')
    await secondFactor(sekber)
    await sekber.goto(`${server.url}/review`)
    await sekber.locator('.review-queue').getByText(TITLE).click()
    await expect(sekber.getByRole('heading', { name: TITLE })).toBeVisible()
    await expect(sekber.locator('main img').first()).toBeVisible()
    await sekber.locator('body').press('a')
    await expect.poll(() => gaps(public_), { timeout: 2_000, intervals: [50] }).toBe(before - 1)

    const id = listed.lines.find(({ title }) => title === TITLE)!.id
    await sekber.goto(`${server.url}/work?history=activity/${id}`)
    await sekber.getByRole('button', { name: 'Urungkan perubahan ini' }).click()
    await expect.poll(() => gaps(public_), { timeout: 5_000 }).toBe(before)
    await sekber.getByRole('button', { name: 'Pulihkan revisi 2' }).click()
    await expect.poll(() => gaps(public_), { timeout: 5_000 }).toBe(before - 1)
    await phone.close()
  },
)

test(
  'fifty taps without a network over three restarts of the browser are fifty journal entries',
  { tag: '@alone' },
  async ({ playwright: _ }, info) => {
    let { phone, page } = await openPhone(info)
    const seq = async () =>
      ((await (await page.request.get(`${server.url}/healthz`)).json()) as { journal: { seq: number } }).journal.seq
    const lines = page.locator('.work-line').filter({ has: page.getByRole('button', { name: /^Masih benar/ }) })
    await page.goto(`${server.url}/work`)
    await expect.poll(() => lines.count()).toBeGreaterThan(4)
    const before = await seq()
    await server.stop()
    let taps = 0
    for (const round of [17, 17, 16]) {
      await page.goto(`${server.url}/work`)
      const shown = page.locator('.work-line').filter({ has: page.getByRole('button', { name: /^Masih benar/ }) })
      await expect.poll(() => shown.count()).toBeGreaterThan(4)
      for (let tap = 0; tap < round; tap += 1) {
        await shown
          .nth(taps % 5)
          .getByRole('button', { name: /^Masih benar/ })
          .click()
        taps += 1
        await expect(page.locator('.outbox li')).toHaveCount(taps)
      }
      await phone.close()
      ;({ phone, page } = await openPhone(info))
    }
    await page.goto(`${server.url}/work`)
    await expect(page.locator('.outbox li')).toHaveCount(50)
    await server.start()
    await expect(page.locator('.outbox')).toBeHidden({ timeout: 90_000 })
    expect(await seq()).toBe(before + 50)
    await phone.close()
  },
)
