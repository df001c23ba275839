import { expect, type Page, test } from '@playwright/test'
import readXlsxFile from 'read-excel-file/node'
import { fitsAllWidths, noViolations, sized } from './accessibility.ts'
import { join } from './members.ts'
import { ownServer } from './own_server.ts'

const server = ownServer(4261)
test.beforeAll(() => server.start())
test.afterAll(() => server.discard())
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }))

const DESK = `${server.url}/matching?department=opd-kesehatan`
const rows = (page: Page) => page.locator('.matching-partner')
const scores = (page: Page) => page.locator('.matching-partner > .matching-score')
const names = (page: Page) => page.locator('.matching-partner .matching-who a')

const number = (text: string) => Number(text.replace(',', '.'))

test('anyone sees who could serve a target, and the points of the parts add up to each score', async ({ page }) => {
  await page.goto(DESK)
  await expect(rows(page)).toHaveCount(10)
  for (const row of (await rows(page).all()).slice(0, 5)) {
    const points = await row.locator('.matching-parts dd > span:nth-child(2)').allInnerTexts()
    const sum = points.reduce((total, text) => total + number(text.split(' ')[0]!), 0)
    const score = (await row.locator(':scope > .matching-score').innerText()).split(/\s/).at(-1)!
    expect(sum).toBeCloseTo(number(score), 6)
  }
  await expect(page.getByText('Masuk sebagai perencana')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Padankan' })).toHaveCount(0)
})

test('a weight that slides reorders the partners at once, and the address holds it', async ({ page }) => {
  await page.goto(DESK)
  await page.getByText('Bobot', { exact: true }).click()
  const theme = page.getByRole('slider', { name: 'Tema dan urusan' })
  await theme.fill('0')
  await expect(page.locator('.matching-sliders')).toContainText('diberikan 0, dinormalkan 0,0')
  await expect(page).toHaveURL(/weights=0,25,15,15,10/)
  await expect(page.getByText('Bobot diubah di layar ini saja')).toBeVisible()
  const sorted = (await scores(page).allInnerTexts()).map((text) => number(text.split(/\s/).at(-1)!))
  expect(sorted).toEqual([...sorted].sort((a, b) => b - a))
  const order = await names(page).allInnerTexts()
  await page.reload()
  await expect(names(page)).toHaveText(order)
  await page.getByRole('button', { name: 'Kembali ke bobot yang berlaku' }).click()
  await expect(page).not.toHaveURL(/weights/)
})

test('four partners stand side by side, and no fifth can be ticked', async ({ page }) => {
  await page.goto(DESK)
  for (const at of [0, 1, 2, 3]) await rows(page).nth(at).getByRole('checkbox').check()
  await expect(page.locator('.matching-scrolls thead th')).toHaveCount(4)
  await expect(rows(page).nth(4).getByRole('checkbox')).toBeDisabled()
  await expect(page.getByRole('row', { name: /Desa target yang dikerjakan/ })).toContainText(/\d+ dari \d+/)
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: 'Side by side' })).toBeVisible()
  await expect(page).toHaveURL(/pick=.+lang=en|lang=en.+pick=/)
})

test('the planner decides in the meeting by single keys; the desk, the list and the history tell of it', async ({
  page,
}) => {
  await join(
    page,
    server.invite('--role', 'planner', '--organisation', 'opd-kesehatan'),
    'Rina Perencana',
    'rina@contoh.id',
  )
  await page.goto(`${server.url}/matching`)
  await expect(page.getByRole('combobox', { name: 'Perangkat daerah' })).toContainText('Dinas Kesehatan')
  await page.getByRole('button', { name: 'Mode rapat' }).click()
  await expect(page.getByText('Target 1 dari')).toBeVisible()
  const cards = page.locator('.matching-four > li')
  await page.keyboard.press('2')
  await page.keyboard.press('m')
  await expect(cards.nth(1).locator('.matching-standing')).toContainText('Dipadankan Rina Perencana')
  await page.keyboard.press('1')
  await page.keyboard.press('i')
  await expect(cards.nth(0).locator('.matching-standing')).toContainText('Minat')
  await page.keyboard.press('3')
  await page.keyboard.press('t')
  await page.getByLabel('Alasan penolakan').fill('Tidak ada tim di kecamatan ini')
  await page.keyboard.press('Enter')
  await expect(cards.nth(2).locator('.matching-standing')).toContainText('Tidak ada tim di kecamatan ini')
  await page.keyboard.press('1')
  await page.keyboard.press('m')
  await expect(cards.nth(0).locator('.matching-standing')).toContainText('Dipadankan')
  await noViolations(page)
  await page.keyboard.press('ArrowRight')
  await expect(page.getByText('Target 2 dari')).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Escape')

  await expect(page.getByRole('button', { name: 'Mode rapat' })).toBeVisible()
  const first = rows(page).first()
  await first.getByText('Riwayat').click()
  await expect(first.locator('.matching-history li')).toHaveText([/^Dipadankan Rina/, /^Minat Rina/])

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Unduh XLSX' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('usulan-kolaborasi_opd-kesehatan_2026.xlsx')
  const sheets = await readXlsxFile(await file.path())
  const list = sheets[0]!.data
  const heading = list[0]!.indexOf('Keputusan')
  expect(list.slice(1, 4).map((row) => row[heading])).toEqual(['Dipadankan', 'Dipadankan', 'Ditolak'])
  expect(sheets[1]!.sheet).toBe('Keterangan')

  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { name: 'Daftar usulan kolaborasi' })).toBeVisible()
  const wanted = page.locator('.matching-sheet tbody tr').filter({ hasText: 'Dipadankan' })
  await expect(wanted).toHaveCount(2)
  await expect(page.locator('.matching-sheet')).not.toContainText('Tidak ada tim')
})

for (const { width, search } of [
  { width: 360, search: '?department=opd-kesehatan&pick=contoh-mitra-01,contoh-mitra-13&weights=35,25,15,15,20' },
  { width: 1280, search: '?partner=contoh-mitra-03' },
  { width: 1920, search: '?department=opd-kesehatan&meeting=1&palette=projector' },
  { width: 360, search: '?department=opd-kesbangpol&lang=en&palette=dark' },
] as const)
  test(`axe finds no violation at ${width} px on ${search}`, async ({ page }) => {
    await sized(page, width)
    await page.goto(`${server.url}/matching${search}`)
    await expect(page.locator('.matching-partner, .matching-four > li, .matching-empty').first()).toBeVisible()
    await noViolations(page)
    await fitsAllWidths(page)
  })
