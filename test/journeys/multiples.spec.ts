import { expect, test } from '@playwright/test'
import type { CoverageAnswer } from '../../data/model/answers.ts'
import { noViolations } from './accessibility.ts'
import { ready } from './ready.ts'

test('the same question year by year and theme by theme, each small map with its own figure, one press from the map it shows', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('/?theme=education&ask=overlap')
  await ready(page)
  await page.getByRole('button', { name: 'Semua tahun dan tema berdampingan' }).click()
  const maps = page.getByRole('dialog', { name: 'pendidikan di Sintang, tahun demi tahun' })
  const tiles = maps.locator('.stamp-tile')
  await expect(tiles).toHaveCount(8)
  await expect(maps.locator('.stamp')).toHaveCount(8)
  const asked = await page.request.get('/api/coverage?region=61.05&theme=education&period=2025')
  const { counts, units } = (await asked.json()) as CoverageAnswer
  const of2025 = maps.getByRole('button', { name: /^2025/ })
  await expect(of2025.locator('.stamp-figure')).toHaveText(new RegExp(`^${counts.overlap} dari 406 desa`))
  // Every unit is drawn once, whatever its verdict.
  const edge = await of2025.locator('.stamp-edge').getAttribute('d')
  const parts = await of2025.locator('.stamp-unit').evaluateAll((paths) => paths.map((path) => path.getAttribute('d')))
  expect(parts.join('').length).toBe(edge!.length)
  expect(edge!.match(/M/g)!.length).toBeGreaterThanOrEqual(units.length)
  await noViolations(page, 'years')

  await maps.getByRole('button', { name: 'Menurut tema' }).click()
  const themes = page.getByRole('dialog', { name: 'Semua tema di Sintang, 2026' })
  await expect(themes).toContainText('Tanpa target dan tanpa kegiatan pada 2026:')
  const figures = await themes.locator('.stamp-figure b').allInnerTexts()
  const numbers = figures.map((text) => Number(text.replace('.', '')))
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a))
  await page.setViewportSize({ width: 360, height: 780 })
  await noViolations(page, 'themes on a phone')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await themes.getByRole('button', { name: /^air bersih/i }).click()
  await expect(page).toHaveURL(/theme=clean_water/)
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
