import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import type { FeatureCollection } from 'geojson'
import { fitsAllWidths, noViolations, sized } from './accessibility.ts'
import { ready } from './ready.ts'

test('what is on screen comes as a file: chosen by keyboard, counted beforehand, cancelled when it takes long', async ({
  page,
}) => {
  await page.goto('/?region=61.05&theme=stunting&period=2026')
  await ready(page)
  await page.getByRole('button', { name: 'Bagikan' }).click()
  await page.getByRole('button', { name: /^Unduh data/ }).press('Enter')
  await page.getByLabel('Yang diunduh').selectOption('activities')
  const counted = page.locator('.download-count')
  await expect(counted).toHaveText(/^\d+ dari \d+ fitur, per \d+ \w+ \d{4}\.$/)
  await expect(page.getByText('Saringan: Sintang · stunting · 2026.')).toBeVisible()
  for (const width of [360, 1280] as const) {
    await sized(page, width)
    await noViolations(page, `${width} px`)
  }
  await fitsAllWidths(page)
  await sized(page, 1280)

  const geojson = page.getByRole('button', { name: /^GeoJSON Untuk/ })
  await geojson.focus()
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  expect(download.suggestedFilename()).toMatch(/^bentang-lokasi-kegiatan-mitra_sintang_stunting_2026_[\d-]+\.geojson$/)
  const { features } = JSON.parse(await readFile(await download.path(), 'utf8')) as FeatureCollection
  expect(await counted.textContent()).toContain(`${features.length} dari`)

  let letGo = () => {}
  const held = new Promise<void>((go) => {
    letGo = go
  })
  await page.route('**/api/export/activities.gpkg*', async (route) => {
    await held
    await route.abort()
  })
  await page.getByRole('button', { name: /^GeoPackage/ }).click()
  await expect(page.getByText('GeoPackage sedang disusun.')).toBeVisible()
  await page.getByRole('button', { name: 'Batalkan' }).click()
  await expect(page.getByText('Unduhan dibatalkan.')).toBeVisible()
  letGo()
})
