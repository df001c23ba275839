import { expect, test } from '@playwright/test'
import { noViolations } from './accessibility.ts'
import { ready } from './ready.ts'

test('a visitor finds a Karimata island by search and reads its record', async ({ page }) => {
  await page.goto('/')
  await ready(page)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Pencarian' }).fill('Pulau Karimata')
  await page
    .getByRole('option', { name: /61\.11\.40034/ })
    .first()
    .click()
  await expect(page).toHaveURL(/selected=place:61\.11\.40034/)
  const card = page.getByRole('complementary', { name: 'Rincian pilihan' })
  await expect(card.getByRole('heading', { name: 'Pulau Karimata' })).toBeVisible()
  await expect(card.getByText('61.11.40034').first()).toBeVisible()
  await expect(card.getByText(/berpenghuni/i).first()).toBeVisible()
})

test('a sourced agreement shows its stage, its parties, its wording and its date', async ({ page }) => {
  await page.goto('/?selected=agreement:kb-sintang-mitra-2024')
  await ready(page)
  const card = page.getByRole('complementary', { name: 'Rincian pilihan' })
  await expect(card.getByRole('heading', { name: /Kesepakatan Bersama Pemkab Sintang/ })).toBeVisible()
  await expect(card.getByText('GEMILANG').first()).toBeVisible()
  await expect(card.getByText('8 Mei 2024').first()).toBeVisible()
  await expect(card.getByText(/Bersumber/).first()).toBeVisible()
})

test('the whole screen speaks English by a switch and by the link', async ({ page }) => {
  await page.goto('/')
  await ready(page)
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page).toHaveURL(/lang=en/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/Where/)
  await page.reload()
  await ready(page)
  await expect(page.getByRole('button', { name: /^Gap \d/ })).toBeVisible()
  await expect(page.getByText('Tumpang tindih')).toHaveCount(0)
})

test('an activity that is not there, or not theirs, is told within the screen and can be left', async ({ page }) => {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 780 })
    await page.goto('/?edit=tidak-ada')
    await ready(page)
    const panel = page.getByRole('complementary', { name: 'Ubah kegiatan' })
    const told = panel.getByRole('alert')
    await expect(told).toBeVisible()
    const box = (await told.boundingBox())!
    expect([box.x >= 0, box.x + box.width <= width]).toEqual([true, true])
    await noViolations(page, `${width} px`)
    await panel.getByRole('button', { name: 'Tutup', exact: true }).click()
    await expect(page).not.toHaveURL(/edit=/)
    await expect(panel).toHaveCount(0)
  }
})
