import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { noViolations } from './accessibility.ts'
import { invitation, join, PASSWORD } from './members.ts'
import { ready } from './ready.ts'

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }))

/** A draft in the middle of the map that is opened later. */
const keepDraft = (page: Page) =>
  page.evaluate(async (operation) => {
    const record = {
      title: 'Kebun gizi yang belum diajukan',
      themes: ['stunting'],
      organisations: [{ id: 'contoh-mitra-01', role: 'implementer' }],
      sites: [{ geometry: { type: 'Point', coordinates: [111.6, 0.05] } }],
      period: { start: '2026-01-01', end: '2027-12-31' },
      status: 'planned',
      visibility: 'public',
      confirmed: '2026-11-20',
      source: { text: 'Rencana kerja' },
    }
    const response = await fetch('/api/work/records/activity', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ operation, record, submit: false }),
    })
    if (!response.ok) throw new Error(await response.text())
  }, randomUUID() as string)

test('a partner sees its draft beside the public map, opens what it says and lets it go; a stranger sees nothing of it', async ({
  page,
  browser,
}) => {
  await join(
    page,
    invitation('--role', 'partner', '--organisation', 'contoh-mitra-01'),
    'Sinta',
    'sinta-peta@contoh.id',
  )
  await keepDraft(page)
  await page.goto('/?at=111.6,0.05,11')
  await ready(page)
  const toggle = page.getByRole('button', { name: /kegiatan anggota/ })
  await expect(toggle).toHaveAttribute('aria-pressed', 'true')
  const counted = await page.locator('.figure-number').textContent()

  const card = page.getByRole('region', { name: 'Tidak di peta umum' })
  const box = (await page.locator('.maplibregl-canvas').boundingBox())!
  await expect(async () => {
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    await expect(card).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await expect(card).toContainText('Kebun gizi yang belum diajukan')
  await expect(card).toContainText('Draf · untuk umum setelah diverifikasi')
  await expect(card).toContainText('Tidak dihitung')
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 })
    await noViolations(page)
  }
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.keyboard.press('Escape')
  await expect(card).toBeHidden()
  await toggle.press('Enter')
  await expect(toggle).toHaveAttribute('aria-pressed', 'false')

  const stranger = await (await browser.newContext()).newPage()
  await stranger.goto(page.url())
  await ready(stranger)
  await expect(stranger.getByRole('button', { name: /kegiatan anggota/ })).toHaveCount(0)
  expect(await stranger.locator('.figure-number').textContent()).toBe(counted)
})

test('a person takes what is kept of them as a file, is erased by their password, and leaves no name on the device', async ({
  page,
}) => {
  const email = 'wulan-pergi@contoh.id'
  await join(page, invitation('--role', 'partner', '--organisation', 'contoh-mitra-01'), 'Wulan Pergi', email)
  await page.goto('/account')
  const link = page.getByRole('link', { name: 'Ambil data saya' })
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(JSON.parse(readFileSync(await download.path(), 'utf8')).account).toMatchObject({ name: 'Wulan Pergi', email })
  const keptOnDevice = () =>
    page.evaluate(async () => {
      const cache = await caches.open('bentang-answers')
      const answers = await Promise.all((await cache.keys()).map((one) => cache.match(one)))
      return (await Promise.all(answers.map((one) => one?.text()))).join('\n')
    })
  await expect.poll(keptOnDevice).toContain(email)

  await page.getByText('Hapus akun saya', { exact: true }).click()
  // Under the bar that stays a button seems too small to hit.
  await page.evaluate(() => scrollTo(0, 0))
  await noViolations(page)
  const form = page.locator('form', { has: page.getByRole('button', { name: 'Hapus akun saya untuk selamanya' }) })
  await expect(form).toContainText(`nama Anda Wulan Pergi, alamat ${email}`)
  await form.getByLabel('Kata sandi sekarang').fill(PASSWORD)
  await form.getByRole('button').click()
  await page.waitForURL((url) => url.pathname === '/')
  await expect.poll(keptOnDevice).not.toContain(email)
  await page.goto('/account')
  await expect(page.getByRole('main')).toContainText('Masuk')
  await expect(page.getByText('Wulan Pergi')).toHaveCount(0)
})
