import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import type { ChangeAnswer, CorridorAnswer, ExplanationAnswer, OverlapsAnswer } from '../../data/model/answers.ts'
import { ready } from './ready.ts'

const ask = async <Answer>(page: Page, address: string): Promise<Answer> => {
  const answer = await page.request.get(address)
  expect(answer.ok(), address).toBe(true)
  return answer.json()
}

test('four clicks find where two partners and the education department do the same thing in one village and year', async ({
  page,
}) => {
  await page.goto('/')
  await ready(page)
  await page.getByRole('heading', { level: 1 }).getByRole('combobox', { name: 'Tema' }).click()
  await page.getByRole('option', { name: 'pendidikan', exact: true }).click()
  await page.getByRole('button', { name: 'Siapa tumpang tindih dengan siapa' }).click()
  const crowded = page.getByRole('region', { name: 'Tiga lembaga atau lebih di satu desa' })
  const village = crowded
    .getByRole('listitem')
    .filter({ hasText: /Mitra.*Mitra.*Dinas Pendidikan/ })
    .first()
  const name = await village.getByRole('link').innerText()
  await village.getByRole('link').click()
  const card = page.getByRole('complementary', { name: 'Rincian pilihan' })
  await expect(card.getByRole('heading', { name })).toBeVisible()
  await expect(card.getByText(/Dinas Pendidikan.*pendidikan di .* pada 2026/).first()).toBeVisible()
})

test('the list of pairs is the answer of the API; a chosen pair is in the link, and the list comes as CSV', async ({
  page,
}) => {
  await page.goto('/?theme=education&pairs=all')
  await ready(page)
  const { pairs, count } = await ask<OverlapsAnswer>(
    page,
    '/api/overlaps?region=61.05&theme=education&period=2026&level=village',
  )
  await expect(page.locator('.figure-number')).toHaveText(`${count}`)
  const rows = page.locator('.pair')
  await expect(rows).toHaveCount(count)
  const most = Math.max(...pairs.map(({ units }) => units.length))
  await expect(rows.first()).toContainText(`${most} desa`)
  await rows.first().click()
  await expect(page).toHaveURL(/pairs=all,[a-z0-9-]+,[a-z0-9-]+/)
  await expect(page.locator('.pair-units').getByRole('listitem')).toHaveCount(most)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.analysis').getByRole('link', { name: 'Unduh CSV' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/\.csv$/)
  await page.getByRole('button', { name: 'Kembali ke jawaban' }).click()
  await expect(page.getByRole('button', { name: /^Celah/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Siapa tumpang tindih dengan siapa' })).toBeFocused()
})

test('a verdict explains itself: the work that counts, the work that does not and why, and the target', async ({
  page,
}) => {
  await page.goto('/?theme=education&selected=place:61.05.08.2002')
  await ready(page)
  const card = page.getByRole('complementary', { name: 'Rincian pilihan' })
  await card.getByRole('button', { name: 'Mengapa?' }).click()
  await expect(page).toHaveURL(/why=1/)
  const explanation = await ask<ExplanationAnswer>(
    page,
    '/api/explanation?code=61.05.08.2002&theme=education&period=2026&level=village',
  )
  const counted = explanation.activities.filter(({ excluded }) => excluded === null)
  expect(counted.length).toBeGreaterThan(1)
  const why = card.locator('.why')
  await expect(why.locator('.why-item')).toHaveCount(explanation.activities.length + explanation.targets.length)
  for (const { title } of counted) await expect(why.getByRole('link', { name: title }).first()).toBeVisible()
})

test('two years compared: both figures with their denominators, and every village whose verdict changed', async ({
  page,
}) => {
  await page.goto('/')
  await ready(page)
  await page.getByRole('button', { name: 'Bandingkan dengan 2025' }).click()
  await expect(page).toHaveURL(/compare=2025/)
  const change = await ask<ChangeAnswer>(
    page,
    '/api/change?region=61.05&theme=stunting&level=village&from=2025&to=2026',
  )
  const { before, after, units } = change
  await expect(page.locator('.change-figures')).toContainText(`${before.counts.gap}`)
  await expect(page.locator('.change-figures')).toContainText(`dari ${after.targeted} bertarget`)
  await expect(page.getByText(`Putusan berubah di ${units.length} desa`)).toBeVisible()
  const closed = units.filter((unit) => unit.before.kind === 'gap' && unit.after.kind === 'met').length
  const turn = page.getByRole('button', { name: /Celah.*Terpenuhi/ })
  await expect(turn).toContainText(`${closed}`)
  await turn.click()
  await expect(page.locator('.turn-units > li')).toHaveCount(closed)
  await page.getByRole('button', { name: /^2025: / }).click()
  await expect(page).toHaveURL(/period=2025/)
})

test('the border corridor of two regencies counts both sides, and follows the distance', async ({ page }) => {
  await page.goto('/?region=62.07')
  await ready(page)
  await page.getByRole('button', { name: 'Koridor perbatasan Seruyan–Kotawaringin Timur' }).click()
  await expect(page).toHaveURL(/corridor=62\.07,62\.02,5/)
  const asked = (km: number) =>
    ask<CorridorAnswer>(page, `/api/corridor?a=62.07&b=62.02&km=${km}&theme=stunting&period=2026`)
  const five = await asked(5)
  expect(new Set(five.villages.map(({ side }) => side)).size).toBe(2)
  await expect(page.locator('.figure-number')).toHaveText(`${five.villages.length}`)
  const field = page.getByRole('spinbutton')
  await field.fill('2')
  await expect(page).toHaveURL(/corridor=62\.07,62\.02,2/)
  await expect(page.locator('.figure-number')).toHaveText(`${(await asked(2)).villages.length}`)
  await field.fill('900')
  await expect(page.getByText('Isi jarak 0.5 sampai 50 km.')).toBeVisible()
})

test('the ground that nobody serves is a layer of its own, and comes as GeoJSON', async ({ page }) => {
  await page.goto('/?theme=restoration')
  await ready(page)
  const [tile] = await Promise.all([
    page.waitForResponse((response) => response.url().includes('/tiles/gaps/')),
    page.getByRole('switch', { name: 'Lahan celah' }).click(),
  ])
  expect(tile.ok()).toBe(true)
  await page.getByRole('button', { name: 'Lahan celah' }).click()
  await page.getByRole('button', { name: 'Unduh', exact: true }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^GeoJSON Untuk/ }).click(),
  ])
  const ground = JSON.parse(await readFile(await download.path(), 'utf8')) as { features: readonly unknown[] }
  expect(ground.features.length).toBeGreaterThan(0)
})

test('an analysis that does not come says so with a way to try again, and the map stays', async ({ page }) => {
  await page.route('**/api/change?*', (route) => route.abort())
  await page.goto('/?compare=2025')
  await ready(page)
  await expect(page.getByRole('button', { name: 'Coba lagi' })).toBeVisible()
  await page.unroute('**/api/change?*')
  await page.getByRole('button', { name: 'Coba lagi' }).click()
  await expect(page.getByText(/Putusan berubah di/)).toBeVisible()
})
