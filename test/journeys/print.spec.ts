import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { VERDICT_LEGEND } from '../../data/layers/verdicts.ts'
import type { CoverageAnswer } from '../../data/model/answers.ts'
import { readPdf } from '../read_pdf.ts'
import { fitsAllWidths, noViolations, sized } from './accessibility.ts'
import { ready } from './ready.ts'

const QUESTION = 'region=61.05&theme=stunting&period=2026'

test('what is on screen goes on paper: its title, every class of its legend, its source and its scale', async ({
  page,
}) => {
  test.slow()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(`/?${QUESTION}`)
  await ready(page)
  const response = await page.request.get(`/api/coverage?${QUESTION}&level=village`)
  const { counts } = (await response.json()) as CoverageAnswer
  await page.getByRole('button', { name: 'Bagikan' }).click()
  await page.getByRole('button', { name: /^Cetak atau simpan/ }).click()
  await expect(page.locator('.print-preview')).toHaveJSProperty('complete', true)
  for (const width of [360, 1280] as const) {
    await sized(page, width)
    await noViolations(page, `${width} px`)
  }
  await fitsAllWidths(page)
  await sized(page, 1280)

  await page.getByRole('radio', { name: 'A4' }).check()
  await page.getByRole('radio', { name: 'Mendatar' }).check()
  await page.getByLabel('Judul').fill('Bahan rapat Sintang')
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.getByRole('button', { name: 'Unduh PDF' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/\.pdf$/)
  const { text, widthPt, heightPt, pages } = await readPdf(new Uint8Array(await readFile(await download.path())))
  expect([Math.round(widthPt), Math.round(heightPt), pages]).toEqual([842, 595, 1])
  expect(text).toContain('Bahan rapat Sintang')
  expect(text).toMatch(/1 : [\d.]+/)
  expect(text).toContain('GSHHG')
  const shown = VERDICT_LEGEND.filter(({ value }) => counts[value as keyof typeof counts] > 0)
  expect(shown.length).toBeGreaterThan(4)
  for (const { label } of shown) expect(text).toContain(label.id)
})
