import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import type { CoverageAnswer } from '../../data/model/answers.ts'
import { ready } from './ready.ts'

const ask = async (page: Page, query: string): Promise<CoverageAnswer> => {
  const answer = await page.request.get(`/api/coverage?${query}`)
  expect(answer.ok()).toBe(true)
  return answer.json()
}

const pick = async (page: Page, list: string, choice: string): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).getByRole('combobox', { name: list }).click()
  await page.getByRole('option', { name: choice, exact: true }).click()
}

test('three clicks find the villages with a stunting target and no partner; map, counter, table and CSV agree', async ({
  page,
}) => {
  await page.goto('/?theme=education')
  await ready(page)
  await pick(page, 'Tema', 'stunting')
  const answer = await ask(page, 'region=61.05&theme=stunting&period=2026&level=village')
  const gaps = answer.units.filter(({ verdict }) => verdict.kind === 'gap').map(({ code }) => code)
  expect(answer.denominator).toBe(406)
  expect(gaps).toHaveLength(answer.counts.gap)

  await expect(page.locator('.figure-number')).toHaveText(`${answer.counts.gap}`)
  await expect(page.getByText('406 = 100 %')).toBeVisible()
  await expect(page.getByText(new RegExp(`dari ${answer.targeted} desa bertarget`)).first()).toBeVisible()

  await page.getByRole('button', { name: /^Celah/ }).click()
  await expect(page).toHaveURL(/only=gap/)

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Unduh CSV' }).first().click(),
  ])
  expect(download.suggestedFilename()).toMatch(/sintang.*stunting.*2026\.csv$/)
  const [head = '', ...rows] = (await readFile(await download.path(), 'utf8')).trim().split(/\r?\n/)
  const verdictAt = head.split(',').indexOf('verdict')
  expect(verdictAt).toBeGreaterThan(0)
  const listed = rows.filter((row) => row.split(',').includes('gap')).map((row) => row.split(',')[0])
  expect(listed.sort()).toEqual([...gaps].sort())

  await page.reload()
  await ready(page)
  await expect(page.locator('.figure-number')).toHaveText(`${answer.counts.gap}`)
  await expect(page.getByRole('button', { name: /^Celah/ })).toHaveAttribute('aria-pressed', 'true')
})

test('the table is the same answer as the map, sorts, and selects a village', async ({ page }) => {
  await page.goto('/?only=gap&table=1')
  await ready(page)
  const { counts } = await ask(page, 'region=61.05&theme=stunting&period=2026&level=village')
  await expect(page.getByText(new RegExp(`${counts.gap} dari 406`)).first()).toBeVisible()
  const table = page.getByRole('table')
  await expect(table.getByText('Celah').first()).toBeVisible()
  await table.getByRole('button', { name: /Desa/ }).first().click()
  await expect(table.locator('[aria-sort="ascending"], [aria-sort="descending"]')).toHaveCount(1)
})

test('where several work: the overlaps of a theme are counted out of all villages', async ({ page }) => {
  await page.goto('/')
  await ready(page)
  await pick(page, 'Putusan yang ditanyakan', 'tumpang tindih')
  const { counts } = await ask(page, 'region=61.05&theme=stunting&period=2026&level=village')
  await expect(page.locator('.figure-number')).toHaveText(`${counts.overlap}`)
  await expect(page.getByText(/dari 406 desa/).first()).toBeVisible()
})

test('another year moves the figure, and the link holds it', async ({ page }) => {
  await page.goto('/')
  await ready(page)
  await page.getByRole('button', { name: /^2025: / }).click()
  const { counts } = await ask(page, 'region=61.05&theme=stunting&period=2025&level=village')
  await expect(page.locator('.figure-number')).toHaveText(`${counts.gap}`)
  await expect(page).toHaveURL(/period=2025/)
})
