import type { Page } from '@playwright/test'

const THEMES = ['stunting', 'pendidikan', 'air bersih', 'pemulihan lahan', 'anak tidak sekolah']
const YEARS = [2024, 2025, 2026]
const VILLAGES = ['Nanga Mau', 'Kayan Hulu', 'Sepauk', 'Ketungau Hulu']

/** One round of a planner's work on an open map, which stays open; another round asks about something else. */
export const planOnMap = async (page: Page, round: number): Promise<void> => {
  const pick = <T>(from: readonly T[], step = 0): T => from[(round + step) % from.length]!
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
  const window = page.getByRole('dialog')
  const shut = async () => {
    await page.keyboard.press('Escape')
    await window.waitFor({ state: 'detached' })
  }
  const command = async (words: string) => {
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('combobox').fill(words)
    await page.locator('.search-item[data-highlighted]').waitFor()
  }

  for (const step of [0, 1]) {
    await page.getByRole('heading', { level: 1 }).getByRole('combobox', { name: 'Tema' }).click()
    await page.getByRole('option', { name: pick(THEMES, step), exact: true }).click()
  }
  for (const step of [0, 1]) await button(new RegExp(`^${pick(YEARS, step)}: `)).click()
  const row = page.locator('button.legend-row')
  for (let press = 0; press < 2; press += 1) await row.nth(round % 4).click()

  // The map: moved by hand, a village pressed, its card read and put away.
  await page.mouse.move(800, 380)
  await page.mouse.down()
  await page.mouse.move(700 + 10 * (round % 5), 340, { steps: 12 })
  await page.mouse.up()
  await page.mouse.wheel(0, round % 2 === 0 ? -480 : 480)
  await button(/^Tampilkan seluruh/).click()
  await page.waitForTimeout(1_500)

  // One village by its name, and its card.
  await command(pick(VILLAGES))
  await page.keyboard.press('Enter')
  await page.locator('.card h2').waitFor()
  await page.waitForTimeout(500)
  await button('Tutup rincian').click()
  await page.locator('.card').waitFor({ state: 'detached' })

  await button('Tabel').click()
  await page.locator('.table-scroll').hover()
  for (let turn = 0; turn < 5; turn += 1) await page.mouse.wheel(0, 900)
  await button('Tutup tabel').click()
  await page.locator('.table-scroll').waitFor({ state: 'detached' })

  await command(`celah ${pick(THEMES, 2)}`)
  await page.keyboard.press('Escape')
  await window.waitFor({ state: 'detached' })

  await button('Semua tahun dan tema berdampingan').click()
  await page.locator('.stamp').first().waitFor()
  await button('Menurut tema').click()
  await page.locator('.stamp').first().waitFor()
  await shut()

  await command('tampilan tersimpan')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Tampilan tersimpan' }).waitFor()
  await shut()

  await button(/^Gambar wilayah/).click()
  await button('Lingkaran').click()
  await page.mouse.move(760, 400)
  await page.mouse.down()
  await page.mouse.move(800, 410, { steps: 4 })
  await page.mouse.up()
  await page.locator('.report-figure .figure-number').waitFor()
  await button('Tutup laporan').click()
  await page.locator('.report-figure').waitFor({ state: 'detached' })
}

/** One round from screen to screen and back to the map. */
export const walkThroughPages = async (page: Page): Promise<void> => {
  for (const address of ['/dashboard', '/matching']) {
    await page.goto(address)
    await page.locator('main.page h1').first().waitFor()
    await page.waitForLoadState('networkidle')
  }
  await page.goBack()
  await page.locator('main.page h1').first().waitFor()
  await page.goto('/')
  await page.locator('[data-map-ready="true"]').waitFor({ state: 'attached' })
}
