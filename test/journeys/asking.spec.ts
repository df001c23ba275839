import { expect, test } from '@playwright/test'
import { noViolations } from './accessibility.ts'
import { ready } from './ready.ts'

test('a question in one’s own words is answered before it is opened, and then stands on the map', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('/?theme=education')
  await ready(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('celah stunting di ambalau')
  const question = page.getByRole('option', { name: /^Di mana stunting di Sintang pada 2026 belum ada mitra\?/ })
  await expect(question).toContainText(/Ambalau: \d+ desa belum ada mitra, dari \d+ desa bertarget/)
  const [, gaps, targeted] = /Ambalau: (\d+) desa.* dari (\d+) desa/.exec(await question.innerText())!
  await noViolations(page, 'a question in the palette')
  await page.keyboard.press('Enter')
  await expect(page.locator('.card').getByRole('heading', { level: 2, name: 'Ambalau' })).toBeVisible()
  await expect(page).toHaveURL(/selected=place%3A61\.05\.15|selected=place:61\.05\.15/)
  expect(new URL(page.url()).searchParams.get('theme') ?? 'stunting').toBe('stunting')

  // The same figures by the other way, from the answer of the server.
  const { units } = (await (
    await page.request.get('/api/coverage?region=61.05&theme=stunting&period=2026')
  ).json()) as {
    units: { code: string; verdict: { kind: string }; targets: string[] }[]
  }
  const there = units.filter(({ code }) => code.startsWith('61.05.15.'))
  expect(there.filter(({ verdict }) => verdict.kind === 'gap')).toHaveLength(Number(gaps))
  expect(there.filter(({ targets }) => targets.length > 0)).toHaveLength(Number(targeted))
})

test('what can be done is done from the palette: the table, another section, nothing before somebody chooses', async ({
  page,
}) => {
  await page.goto('/')
  await ready(page)
  await page.keyboard.press('/')
  await expect(page.getByRole('option', { name: 'Gambar wilayah untuk laporan' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.type('tabel')
  await expect(page.getByRole('option', { name: 'Buka tabel jawaban' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.locator('.dock').getByRole('table')).toBeVisible()
  await page.setViewportSize({ width: 360, height: 780 })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('overlap education')
  await expect(page.getByRole('option', { name: /^Di mana pendidikan .* tumpang tindih\?/ })).toBeVisible()
  await noViolations(page, 'the palette on a phone')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('pemadanan')
  await expect(page.getByRole('option', { name: 'Pemadanan' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/matching/)
})

test('the figure explains itself: verdict, denominator, records, date, and a sentence to quote', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('/')
  await ready(page)
  const figure = await page.locator('.figure-number').innerText()
  await page.getByRole('button', { name: 'Apa arti angka ini?' }).click()
  const meaning = page.getByRole('dialog', { name: 'Arti angka ini' })
  await expect(meaning).toContainText(`${figure} desa belum ada mitra`)
  await expect(meaning).toContainText('Ada target, tetapi belum ada mitra yang aktif.')
  await expect(meaning).toContainText(/\d+ kegiatan dan \d+ target menentukan/)
  const quote = meaning.getByLabel('Angka dengan sumbernya')
  await expect(quote).toHaveValue(new RegExp(`^${figure} desa .* Sintang, stunting, 2026\\. Bentang, .*http://`))
  await noViolations(page)
  await meaning.getByRole('button', { name: 'Semua putusan dan aturan menghitung' }).click()
  await expect(page.getByRole('dialog')).toContainText('Kamus istilah')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.setViewportSize({ width: 360, height: 780 })
  await page.getByRole('button', { name: 'Apa arti angka ini?' }).click()
  await expect(meaning).toBeVisible()
  await noViolations(page, 'on a phone')
})
