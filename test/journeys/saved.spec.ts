import { expect, test } from '@playwright/test'
import { noViolations } from './accessibility.ts'
import { ready } from './ready.ts'

test('a question is kept on the device; another day it tells what changed, opens, is renamed, removed and put back', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('/?theme=education&ask=overlap&lang=id')
  await ready(page)
  const figure = await page.locator('.figure-number').innerText()
  const openShelf = async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('tampilan tersimpan')
    await expect(page.getByRole('option', { name: /^Tampilan tersimpan/ })).toBeVisible()
    await page.keyboard.press('Enter')
  }
  const shelf = page.getByRole('dialog', { name: 'Tampilan tersimpan' })
  await openShelf()
  await expect(shelf).toContainText('Belum ada yang tersimpan.')
  await shelf.getByLabel('Nama tampilan ini').fill('Sekolah yang bertumpuk')
  await shelf.getByRole('button', { name: 'Simpan', exact: true }).click()
  const row = shelf.getByRole('listitem')
  await expect(row.getByRole('heading', { name: 'Sekolah yang bertumpuk' })).toBeVisible()
  await expect(row).toContainText(`${figure} desa tumpang tindih dari 406 desa`)
  await expect(row).toContainText('Tidak berubah sejak')
  await expect(shelf).toContainText('sudah tersimpan sebagai “Sekolah yang bertumpuk”')
  await noViolations(page, 'the shelf at a desk')

  // As if it had been looked at before two villages changed sides.
  await page.evaluate(() => {
    const [one] = JSON.parse(localStorage.getItem('bentang.saved')!)
    one.seen = { ...one.seen, time: '2026-11-02T03:00:00.000Z', codes: ['61.05.15.2001', ...one.seen.codes.slice(1)] }
    localStorage.setItem('bentang.saved', JSON.stringify([one]))
  })
  await page.goto('/')
  await ready(page)
  await openShelf()
  const change = row.getByText('Sejak 2 November 2026: 1 desa tidak lagi, 1 desa baru')
  await expect(change).toBeVisible()
  await change.click()
  await expect(row.getByText(/^Tidak lagi: .+ \(Ambalau\)/)).toBeVisible()
  await page.setViewportSize({ width: 360, height: 780 })
  await noViolations(page, 'the shelf on a phone')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await page.setViewportSize({ width: 1280, height: 800 })

  await row.getByRole('button', { name: 'Buka Sekolah yang bertumpuk' }).click()
  await expect(page).toHaveURL(/theme=education.*ask=overlap|ask=overlap.*theme=education/)
  await expect(page.locator('.figure-number')).toHaveText(figure)
  await openShelf()
  await expect(row).toContainText('Tidak berubah sejak')
  await row.getByRole('button', { name: 'Ganti nama Sekolah yang bertumpuk' }).click()
  await row.getByLabel('Nama tampilan ini').fill('Sekolah')
  await page.keyboard.press('Enter')
  await expect(row.getByRole('heading', { name: 'Sekolah', exact: true })).toBeVisible()
  await row.getByRole('button', { name: 'Hapus Sekolah' }).click()
  await expect(row).toHaveCount(0)
  await shelf.getByRole('button', { name: 'Kembalikan' }).click()
  await expect(row.getByRole('heading', { name: 'Sekolah', exact: true })).toBeVisible()
})
