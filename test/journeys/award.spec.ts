import { expect, type Page, test } from '@playwright/test'
import { fitsAllWidths, noViolations, sized } from './accessibility.ts'
import { ownServer } from './own_server.ts'

const server = ownServer(8961)
test.beforeAll(() => server.start())
test.afterAll(() => server.discard())
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }))

const AWARD = `${server.url}/award`
const rows = (page: Page) => page.locator('.award-ranking tbody tr')
const number = (text: string) => Number(text.replace('.', '').replace(',', '.'))
const lastNumber = (text: string) => number(text.trim().split(/\s/).at(-1)!)

test('anyone sees the ranking; the points shown for each criterion add up to the score shown', async ({ page }) => {
  await page.goto(AWARD)
  await expect(rows(page).first()).toBeVisible()
  for (const row of (await rows(page).all()).slice(0, 6)) {
    const parts = await row.locator('.award-part > span:last-child').allInnerTexts()
    const sum = parts.reduce((total, text) => total + number(text.split(' ')[0]!), 0)
    expect(sum).toBeCloseTo(lastNumber(await row.locator('.award-score').innerText()), 6)
  }
})

test('weights of 105 stand beside 66.7, 4.8, 14.3 and 14.3, and the ranking and the address follow', async ({
  page,
}) => {
  await page.goto(AWARD)
  await page.getByRole('spinbutton', { name: 'Bobot Kolaborasi' }).fill('0')
  const wanted = [
    ['Sumbangan pada target', '70'],
    ['Kesenjangan tertutup', '5'],
    ['Orang terjangkau', '15'],
  ] as const
  for (const [name, given] of wanted) await page.getByRole('spinbutton', { name: `Bobot ${name}` }).fill(given)
  await expect(page.locator('.award-weights tbody .award-number')).toHaveText(['66,7', '4,8', '14,3', '14,3', '0,0'])
  await expect(page.locator('.award-weights tfoot td')).toHaveText(['105', '100'])
  await expect(page).toHaveURL(/weights=70,5,15,15,0/)
  await expect(rows(page).first().locator('.award-part').first()).toContainText('dari 66,7')
  const scores = await page.locator('.award-score').allInnerTexts()
  expect(scores.map(lastNumber)).toEqual(scores.map(lastNumber).toSorted((a, b) => b - a))
  await page.reload()
  await expect(page.locator('.award-score')).toHaveText(scores.map((text) => text.replace('\n', ' ')))
  await page.getByRole('slider', { name: 'Bobot Kolaborasi' }).fill('100')
  await expect(page).toHaveURL(/weights=70,5,15,15,100/)
  await page.getByRole('button', { name: 'Kembali ke bobot yang berlaku' }).click()
  await expect(page).not.toHaveURL(/weights/)
})

test('from the ranking to a record on the map in two clicks, and back', async ({ page }) => {
  await page.goto(AWARD)
  const name = await rows(page).first().getByRole('link').innerText()
  const score = lastNumber(await rows(page).first().locator('.award-score').innerText())
  await rows(page).first().getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
  const parts = await page.locator('.award-criterion h2 span').allInnerTexts()
  expect(parts.reduce((sum, text) => sum + number(text), 0)).toBeCloseTo(score, 6)
  const people = page.locator('.award-criterion').nth(2)
  const figure = number((await people.locator('.award-figures strong').innerText()).split(' ')[0]!)
  const stated = (await people.locator('.award-adds').allInnerTexts()).filter((text) => /\d/.test(text))
  expect(stated.reduce((sum, text) => sum + number(text.split(' ')[0]!), 0)).toBe(figure)
  const record = people.locator('li a').first()
  const title = await record.innerText()
  await record.click()
  await expect(page).toHaveURL(/selected=activity:/)
  await expect(page.getByRole('heading', { name: title })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
})

test('the table and the sheet say what the screen says', async ({ page }) => {
  await page.goto(`${AWARD}?weights=70,5,15,15,0`)
  const first = await rows(page).first().getByRole('link').innerText()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Unduh CSV' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('bentang-penghargaan_sintang_2026.csv')
  const address = await page.getByRole('link', { name: 'Unduh CSV' }).getAttribute('href')
  const [head, row] = (await (await page.request.get(`${server.url}${address}`)).text()).split('\r\n')
  const cells = row!.split(',')
  expect(cells[head!.split(',').indexOf('name')]).toBe(first)
  expect(cells[head!.split(',').indexOf('contribution_weight_percent')]).toBe('66.667')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: 'Cetak' })).toBeHidden()
  await expect(page.locator('.award-sources')).toContainText('Sumber: catatan umum Bentang per')
})

for (const { width, search } of [
  { width: 360, search: '' },
  { width: 1280, search: '?partner=contoh-mitra-04&lang=en&palette=dark' },
  { width: 1920, search: '?palette=projector&period=2010' },
] as const)
  test(`axe finds no violation at ${width} px on /award${search}`, async ({ page }) => {
    await sized(page, width)
    await page.goto(`${AWARD}${search}`)
    await expect(page.locator('.award-sources')).toBeVisible()
    await noViolations(page)
    await fitsAllWidths(page)
  })
