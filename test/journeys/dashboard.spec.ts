import { expect, type Page, test } from '@playwright/test'
import { fitsAllWidths, noViolations, sized } from './accessibility.ts'
import { ownServer } from './own_server.ts'

const server = ownServer(8971)
test.beforeAll(() => server.start())
test.afterAll(() => server.discard())
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }))

const OVERVIEW = `${server.url}/dashboard`
const number = (text: string) => Number(text.replaceAll('.', '').replace(',', '.'))
const table = (page: Page, name: string) => page.getByRole('table', { name })

test('the gaps of a theme stand on the map as they stand in the overview', async ({ page }) => {
  await page.goto(OVERVIEW)
  const theme = table(page, 'Cakupan menurut urusan')
    .getByRole('link', { name: /^stunting: / })
    .first()
  const [, gap, targeted] = /stunting (\d+) dari (\d+)/.exec(await theme.innerText())!
  await theme.click()
  await expect(page).toHaveURL(/only=gap/)
  await expect(page.locator('.figure-number').first()).toHaveText(gap!)
  await expect(page.locator('main, #app').first()).toContainText(targeted!)
})

test('a number of activities goes down to as many records, each on the map, and back', async ({ page }) => {
  await page.goto(`${OVERVIEW}?group=theme`)
  const row = table(page, 'Kegiatan menurut tema').locator('tbody tr').first()
  const count = row.getByRole('link', { name: /^\d+ catatan: / })
  const shown = number(await count.innerText())
  await count.click()
  await expect(page).toHaveURL(/records=theme:/)
  const records = table(page, 'Catatan di balik angka').locator('tbody tr')
  await expect(records).toHaveCount(shown)
  const link = records.first().getByRole('link')
  const title = await link.innerText()
  await link.click()
  await expect(page).toHaveURL(/selected=activity:/)
  await expect(page.getByRole('heading', { name: title })).toBeVisible()
  await page.goBack()
  await page.getByRole('button', { name: 'Kembali ke ikhtisar' }).click()
  await expect(row).toBeVisible()
})

test('the total is the same by whatever grouping, and the rows add up to it as the foot says', async ({ page }) => {
  const totals = new Set<string>()
  for (const [group, words] of [
    ['organisation', 'lembaga'],
    ['theme', 'tema'],
    ['district', 'kecamatan'],
    ['year', 'tahun'],
  ]) {
    await page.goto(`${OVERVIEW}?group=${group}&whole=${group}`)
    const grouped = table(page, `Kegiatan menurut ${words}`)
    await expect(grouped).toBeVisible()
    const cells = async (rows: string) =>
      (await grouped.locator(`${rows} td:nth-of-type(2)`).allInnerTexts()).map(number)
    const sum = (await cells('tbody tr')).reduce((all, one) => all + one, 0)
    const foot = await grouped.locator('tfoot .dash-figure:first-of-type').allInnerTexts()
    const total = foot.at(-1)!
    const less = foot.length > 1 ? number(foot[1]!.replace('−', '')) : 0
    expect(sum - less).toBe(number(total))
    totals.add(total)
  }
  expect(totals.size).toBe(1)
})

test('organisations are sorted by any column, and the address keeps it', async ({ page }) => {
  await page.goto(`${OVERVIEW}?whole=reporting`)
  const reports = table(page, 'Kemutakhiran dan kelengkapan')
  await reports.getByRole('button', { name: 'Urutkan menurut Kelengkapan' }).click()
  await expect(page).toHaveURL(/sort=-completeness/)
  await expect(reports.getByRole('columnheader', { name: /Kelengkapan/ })).toHaveAttribute('aria-sort', 'descending')
  const shares = (await reports.locator('tbody td:nth-of-type(5)').allInnerTexts()).map((text) =>
    number(text.split(/\s/)[0]!),
  )
  expect(shares).toEqual(shares.toSorted((a, b) => b - a))
  await page.reload()
  await expect(reports.locator('tbody tr').first()).toContainText(shares[0]!.toLocaleString('id-ID'))
})

test('a day is compared with another, and the week says what is new in plain words', async ({ page }) => {
  await page.goto(OVERVIEW)
  await expect(page.getByText('Pada tanggal itu belum ada catatan')).toBeVisible()
  await page.getByRole('button', { name: '7 hari' }).click()
  await expect(page).toHaveURL(/since=\d{4}-\d{2}-\d{2}/)
  const week = page.getByRole('region', { name: 'Minggu ini' })
  await expect(week.getByRole('listitem').filter({ hasText: 'Target baru:' }).first()).toBeVisible()
  await expect(week).toContainText('catatan lain dalam entri yang sama')
})

test('every table is a file, and the sheet prints without its controls', async ({ page }) => {
  await page.goto(OVERVIEW)
  const link = page.getByRole('link', { name: 'CSV: Anggaran menurut sumber' })
  const text = await (await page.request.get(`${server.url}${await link.getAttribute('href')}`)).text()
  expect(text.split('\r\n')[0]).toContain('row,key,name,activities,budget_idr')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Unduh semua tabel (XLSX)' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('bentang-ikhtisar_sintang_semua_2026.xlsx')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: 'Cetak' })).toBeHidden()
  await expect(page.locator('.dash-sources')).toContainText('Sumber: catatan umum Bentang per')
})

for (const { width, search } of [
  { width: 360, search: '' },
  { width: 1280, search: '?lang=en&palette=dark&group=district' },
  { width: 360, search: '?villages=health' },
  { width: 1920, search: '?records=all&palette=projector' },
] as const)
  test(`axe finds no violation at ${width} px on /dashboard${search}`, async ({ page }) => {
    await sized(page, width)
    await page.goto(`${OVERVIEW}${search}`)
    await expect(page.locator('.dash-table').first()).toBeVisible()
    if (search === '') await expect(page.locator('.dash-week')).toBeVisible()
    await noViolations(page)
    await fitsAllWidths(page)
  })
