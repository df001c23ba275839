import { expect, type Locator, type Page, test } from '@playwright/test'
import { noViolations, sized } from './accessibility.ts'
import { ready } from './ready.ts'

const TITLES = [
  'Satu kalimat untuk bertanya',
  'Satu angka sebagai jawaban',
  'Legenda yang juga saringan',
  'Peta yang menjelaskan',
  'Cari, tanyakan, bagikan',
]
const start = (page: Page): Locator => page.getByRole('button', { name: 'Mulai tur lima langkah' })
const step = (page: Page, at: number): Locator => page.getByRole('dialog', { name: TITLES[at - 1]! })

/** Whole on the screen, and not over what it speaks of. */
const standsBeside = async (page: Page, card: Locator, anchor: string): Promise<void> => {
  await expect
    .poll(async () => {
      const own = (await card.boundingBox())!
      const other = (await page.locator(anchor).first().boundingBox())!
      const { width, height } = page.viewportSize()!
      const isWhole = own.x >= 0 && own.y >= 0 && own.x + own.width <= width && own.y + own.height <= height
      const isBeside =
        own.x >= other.x + other.width ||
        own.x + own.width <= other.x ||
        own.y >= other.y + other.height ||
        own.y + own.height <= other.y
      return isWhole && isBeside
    })
    .toBe(true)
}

test('a first visit is offered a tour, which goes by keyboard, ends by Esc, is not offered again and can be repeated', async ({
  page,
}) => {
  await page.goto('/')
  await ready(page)
  await expect(page.getByRole('heading', { name: 'Baru pertama kali di sini?' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Belum ada laporan/ })).toBeInViewport({ ratio: 1 })
  await start(page).focus()
  await page.keyboard.press('Enter')
  for (const [index, anchor] of ['.question', '.answer', '.legend', '.stage', '.bar-search'].entries()) {
    const card = step(page, index + 1)
    await expect(card).toContainText(`${index + 1} dari 5`)
    await standsBeside(page, card, anchor)
    await expect(card.locator(':focus')).toHaveText(index === 4 ? 'Selesai' : 'Berikutnya')
    if (index < 4) await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(step(page, 4).locator(':focus')).toHaveText('Kembali')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(start(page)).toHaveCount(0)
  await expect(page.locator('.question :focus')).toHaveCount(1)

  await page.reload()
  await ready(page)
  await expect(start(page)).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Pencarian' }).fill('tur lima')
  await page.getByRole('option', { name: 'Tur lima langkah' }).click()
  await expect(step(page, 1).locator(':focus')).toHaveText('Berikutnya')
  await page.getByRole('button', { name: 'Lewati tur' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.getByRole('button', { name: 'Tentang data' }).click()
  await page.getByRole('button', { name: 'Kenali layar peta dalam lima langkah' }).click()
  await expect(step(page, 1).locator(':focus')).toHaveText('Berikutnya')
})

test('a sample question sets the view and stays beside the others; "Lain kali" takes them away for good', async ({
  page,
}) => {
  await page.goto('/')
  await ready(page)
  await page.getByRole('button', { name: 'Di mana pendidikan tumpang tindih pada 2026?' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('pendidikan')
  await expect(page.locator('.answer')).toContainText('tumpang tindih')
  await page.getByRole('button', { name: 'Di mana konservasi laut Karimata terkoordinasi?' }).click()
  await expect(page).toHaveURL(/region=61\.11.*level=island/)
  await expect(page.locator('.answer')).toContainText('pulau')
  await page.getByRole('button', { name: 'Lain kali' }).click()
  await expect(page.getByRole('region', { name: 'Contoh pertanyaan' })).toHaveCount(0)
  await page.goto('/')
  await ready(page)
  await expect(start(page)).toHaveCount(0)
})

test('whoever follows a link sees what it shows, without an invitation', async ({ page }) => {
  await page.goto('/?theme=education')
  await ready(page)
  await expect(start(page)).toHaveCount(0)
})

test('no step has a fault of accessibility, on a phone or at a desk', async ({ page }) => {
  for (const width of [360, 1280] as const) {
    await sized(page, width)
    // The invitation stays until the tour is left, which going elsewhere is not.
    await page.goto('/')
    await ready(page)
    await noViolations(page, `${width}, invited`)
    if (width === 360) await page.getByRole('button', { name: 'Perbesar lembar' }).click()
    await start(page).click()
    for (const at of [1, 2, 3, 4, 5]) {
      await expect(step(page, at)).toBeInViewport({ ratio: 1 })
      await noViolations(page, `${width}, step ${at}`)
      if (at < 5) await step(page, at).getByRole('button', { name: 'Berikutnya' }).click()
    }
  }
})
