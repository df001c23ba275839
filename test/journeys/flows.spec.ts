import { expect, type Page, test } from '@playwright/test'
import type { FlowsAnswer } from '../../data/model/flows.ts'
import { noViolations } from './accessibility.ts'
import { ready } from './ready.ts'

const asked = async (page: Page, query: string): Promise<FlowsAnswer> =>
  (await page.request.get(`/api/flows?${query}`)).json()

const open = async (page: Page, address: string) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(address)
  await ready(page)
  await page.getByRole('button', { name: 'Siapa bekerja di mana' }).click()
  const window = page.getByRole('dialog', { name: /^Siapa bekerja di mana/ })
  await expect(window).toBeVisible()
  return window
}

test('every partner is led to every place it works in; pointing at one tells its reach, and a press leads to its map', async ({
  page,
}) => {
  const answer = await asked(page, 'region=61.05&theme=education&period=2026&level=district')
  const window = await open(page, '/?theme=education')
  const { partners, total, flows, denominator, villages } = answer
  await expect(window).toContainText(
    `${partners.length} mitra bekerja di ${total.places} dari ${denominator} kecamatan, di ${total.villages} dari ${villages} desa.`,
  )
  const curves = window.locator('.flows-map .flows-curve')
  const [first] = partners
  const own = flows.filter(({ partner }) => partner === first!.id)
  await expect(curves.and(page.locator(`[data-partner="${first!.id}"]`))).toHaveCount(own.length)
  const more = window.getByRole('button', { name: /mitra lainnya/ })
  if (await more.isVisible()) await more.click()
  await expect(curves).toHaveCount(flows.length)
  const numbers = await window.locator('.flows-discs text').allInnerTexts()
  expect(numbers.length).toBeGreaterThan(total.places / 2)
  await noViolations(page, 'flows as a picture')

  // Told while it is pointed at, held by a press, let go by Escape; the window stays until the next.
  const row = window.getByRole('button', { name: first!.name })
  const told = window.getByRole('status')
  await row.hover()
  await expect(told).toContainText(`${first!.name}: ${first!.places} dari ${denominator} kecamatan`)
  await expect(curves.and(page.locator('[data-lifted="true"]'))).toHaveCount(own.length)
  await row.click()
  await page.mouse.move(4, 4)
  await expect(row).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Escape')
  await expect(row).toHaveAttribute('aria-pressed', 'false')
  await expect(window).toBeVisible()

  // A place by the list, as by the map itself.
  const busiest = answer.places.toSorted((a, b) => b.partners - a.partners)[0]!
  await window.getByLabel('Sorot tempat').selectOption({ value: busiest.code })
  await expect(told).toContainText(`${busiest.name}: ${busiest.partners} mitra`)
  await expect(curves.and(page.locator('[data-lifted="true"]'))).toHaveCount(busiest.partners)
  await window.getByRole('button', { name: 'Rinci per desa' }).click()
  await expect(window).toContainText('Kembali ke seluruh Sintang')
  const inside = await asked(page, `region=${busiest.code}&theme=education&period=2026&level=village`)
  await expect(window).toContainText(`dari ${inside.denominator} desa`)
  await window.getByRole('button', { name: 'Kembali ke seluruh Sintang' }).click()

  await row.click()
  await window.getByRole('button', { name: 'Lihat di peta' }).click()
  await expect(page).toHaveURL(new RegExp(`organisation=${first!.id}`))
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('as a table every partner and place has its figure, totals count each once, and the file says the same', async ({
  page,
}) => {
  const answer = await asked(page, 'region=61.05&theme=education&period=2026&level=district')
  const window = await open(page, '/?theme=education')
  await window.getByRole('button', { name: 'Tabel' }).click()
  await window.getByLabel('Isi sel').selectOption('villages')
  await window.getByLabel('Urutkan mitra menurut').selectOption('activities')
  const rows = window.locator('.flows-table tbody tr')
  await expect(rows).toHaveCount(answer.partners.length)
  const worked = answer.places.filter(({ partners }) => partners > 0)
  const most = answer.partners.toSorted((a, b) => b.activities - a.activities)[0]!
  const cells = await rows.first().locator('th, td').allInnerTexts()
  expect(cells.slice(0, 4)).toEqual([most.name, `${most.places}`, `${most.villages}`, `${most.activities}`])
  const ofMost = new Map(
    answer.flows.filter(({ partner }) => partner === most.id).map((flow) => [flow.place, flow.villages!.length]),
  )
  expect(cells.slice(-worked.length)).toEqual(worked.map(({ code }) => `${ofMost.get(code) ?? ''}`))
  const total = await window.locator('.flows-table tfoot tr').first().locator('th, td').allInnerTexts()
  expect(total.slice(1, 4)).toEqual([answer.total.places, answer.total.villages, answer.total.activities].map(String))
  await noViolations(page, 'flows as a table')

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    window.getByRole('link', { name: 'Unduh CSV' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('bentang-mitra_sintang_education_2026.csv')
  await window.getByRole('button', { name: `${worked[0]!.name}: lihat di peta` }).click()
  await expect(page).toHaveURL(new RegExp(`selected=place(%3A|:)${worked[0]!.code}`))
})

test('on a phone the places of a partner are discs on its own map, and nothing is wider than the screen', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 780 })
  const answer = await asked(page, 'region=61.11&theme=marine_conservation&period=2026&level=island')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('/?region=61.11&theme=marine_conservation&level=island&panel=full')
  await ready(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('flow map')
  await expect(page.getByRole('option', { name: /^Siapa bekerja di mana/ })).toHaveAttribute('data-highlighted', '')
  await page.keyboard.press('Enter')
  const window = page.getByRole('dialog', { name: /^Siapa bekerja di mana/ })
  const [first] = answer.partners
  await window.getByRole('button', { name: first!.name }).click()
  const own = answer.flows.filter(({ partner }) => partner === first!.id)
  await expect(window.locator('.flows-map .flows-own circle')).toHaveCount(own.length)
  await expect(window.getByRole('status')).toContainText(`${first!.places} dari ${answer.denominator} pulau`)
  await noViolations(page, 'flows on a phone')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
})
