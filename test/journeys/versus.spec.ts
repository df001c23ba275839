import { expect, type Page, test } from '@playwright/test'
import type { CoverageAnswer } from '../../data/model/answers.ts'
import type { Scenario } from '../../data/model/scenario.ts'
import { noViolations } from './accessibility.ts'
import { ready } from './ready.ts'

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }))

const answer = async (page: Page, question: string): Promise<CoverageAnswer> =>
  (await page.request.get(`/api/coverage?region=61.05&${question}`)).json()

const bar = (page: Page) => page.getByRole('region', { name: 'Perbandingan dua peta' })
const figures = (page: Page) => bar(page).locator('.versus-figure b')
const plain = (text: string) => Number(text.replace('.', ''))

/** Pixels from the middle of a map: it stays where it is when the map gets narrower, and estimated areas leave land between them. */
const NEAR_MIDDLE = [
  [0, 0],
  [24, 10],
  [-24, -14],
  [14, -26],
  [-14, 26],
] as const

/** How many units have another verdict in the second answer. */
const differing = (one: CoverageAnswer, other: CoverageAnswer): number => {
  const kinds = new Map(other.units.map(({ code, verdict }) => [code, verdict.kind]))
  return one.units.filter(({ code, verdict }) => kinds.get(code) !== verdict.kind).length
}

test('two years lie over each other: both figures are the answers of the server, the line moves by keys, the link brings it back', async ({
  page,
}) => {
  await page.goto('/')
  await ready(page)
  await page.getByRole('button', { name: 'Geser dua tahun atau tema di peta' }).click()
  await expect(page).toHaveURL(/versus=2025/)
  const [before, now] = [
    await answer(page, 'theme=stunting&period=2025'),
    await answer(page, 'theme=stunting&period=2026'),
  ]
  await expect(bar(page)).toContainText(`${differing(now, before)} dari 406 desa berbeda putusan`)
  expect((await figures(page).allInnerTexts()).map(plain)).toEqual([before.counts.gap, now.counts.gap])
  await expect(bar(page)).toContainText(`dari ${before.targeted} desa bertarget`)
  const line = page.getByRole('slider', { name: 'Garis antara 2025 dan 2026' })
  await expect(page.locator('.versus-map canvas')).toBeVisible()
  await line.focus()
  await page.keyboard.press('Home')
  await expect(line).toHaveAttribute('aria-valuetext', '0 % lebar peta menampilkan 2025')
  const shown = () => page.locator('.versus-map').evaluate((map) => getComputedStyle(map).clipPath)
  expect(await shown()).toContain('100%')
  for (let presses = 0; presses < 5; presses += 1) await page.keyboard.press('ArrowRight')
  await expect(line).toHaveAttribute('aria-valuenow', '20')
  expect(await shown()).toContain('80%')
  await noViolations(page, 'two years')

  await bar(page).getByRole('button', { name: 'Beri garis tepi' }).click()
  await expect(bar(page).getByRole('button', { name: 'Beri garis tepi' })).toHaveAttribute('aria-pressed', 'true')
  await page.reload()
  await ready(page)
  await expect(figures(page).first()).toHaveText(`${before.counts.gap}`)

  await bar(page).getByRole('button', { name: 'Daftar perubahan' }).click()
  await expect(page).toHaveURL(/compare=2025/)
  await expect(bar(page)).toHaveCount(0)
  await page.goBack()
  await bar(page).getByRole('button', { name: 'Tutup perbandingan' }).click()
  await expect(page).not.toHaveURL(/versus/)
  await expect(page.locator('.versus-map')).toHaveCount(0)
})

test('two themes stand side by side: both maps look at the same place, whichever is moved', async ({ page }) => {
  await page.goto('/?versus=2025&at=111.5,0.1,10')
  await ready(page)
  await bar(page).getByRole('combobox', { name: 'Bandingkan dengan' }).click()
  await page.getByRole('option', { name: 'Tema pendidikan', exact: true }).click()
  await bar(page).getByRole('button', { name: 'Berdampingan' }).click()
  await expect(page).toHaveURL(/versus=theme:education,halves/)
  const other = await answer(page, 'theme=education&period=2026')
  await expect(figures(page).nth(1)).toHaveText(`${other.counts.gap}`)
  const [left, right] = [page.locator('.stage > .map'), page.locator('.versus-map')]
  await expect(right.locator('canvas')).toBeVisible()
  const [a, b] = [(await left.boundingBox())!, (await right.boundingBox())!]
  expect(Math.abs(a.width - b.width)).toBeLessThanOrEqual(2)
  expect(a.x + a.width).toBeLessThanOrEqual(b.x + 1)

  /** What is chosen by a press on a half, after which its card is closed: it makes both halves narrower. */
  const chosenAt = async (box: { x: number; y: number }, x: number, y: number) => {
    for (const half of [left, right])
      await expect
        .poll(async () => Math.abs((await half.locator('canvas').boundingBox())!.width - a.width))
        .toBeLessThan(2)
    await page.mouse.click(box.x + x, box.y + y)
    await page.waitForTimeout(300)
    const chosen = new URL(page.url()).searchParams.get('selected')
    const told = chosen && (await bar(page).locator('.versus-unit').innerText())
    if (chosen) await page.locator('.card').getByRole('button', { name: 'Tutup' }).click()
    return told
  }
  /** Both halves have the same village under the same point. */
  const sameUnder = async () => {
    for (const [right, down] of NEAR_MIDDLE) {
      const [x, y] = [a.width / 2 + right, a.height / 2 + down]
      const told = await chosenAt(a, x, y)
      if (told) {
        expect(await chosenAt(b, x, y)).toBe(told)
        return told
      }
    }
    return null
  }
  expect(await sameUnder()).toMatch(/: stunting .+, pendidikan .+/i)
  // The second map is dragged, the first one comes along, and so does the address.
  const at = () => new URL(page.url()).searchParams.get('at')
  const before = at()
  await page.mouse.move(b.x + 120, b.y + 400)
  await page.mouse.down()
  await page.mouse.move(b.x + 60, b.y + 300, { steps: 6 })
  await page.mouse.up()
  await expect.poll(at).not.toBe(before)
  await page.waitForTimeout(600)
  expect(await sameUnder()).toMatch(/: stunting .+, pendidikan .+/i)
  await noViolations(page, 'side by side')
})

test('a scenario lies beside today, village by village; without one the screen says where to make it', async ({
  page,
}) => {
  await page.goto('/?level=district&versus=scenario')
  await ready(page)
  await expect(bar(page)).toContainText('Belum ada skenario di perangkat ini.')
  const today = await answer(page, 'theme=stunting&period=2026')
  const gaps = today.units.filter(({ verdict }) => verdict.kind === 'gap').slice(0, 3)
  const scenario: Scenario = {
    name: 'Rapat Jumat',
    changes: [
      {
        kind: 'add',
        organisation: 'contoh-mitra-04',
        theme: 'stunting',
        places: gaps.map(({ code }) => code),
        period: { start: '2026-01-01', end: '2026-12-31' },
      },
    ],
  }
  await page.evaluate(
    (kept) => localStorage.setItem('bentang.scenarios', JSON.stringify({ current: kept, kept: [] })),
    scenario,
  )
  await page.goto('/scenario')
  await page.getByRole('link', { name: 'Geser hari ini dan skenario di peta' }).click()
  await ready(page)
  await expect(page).toHaveURL(/versus=scenario/)
  await expect(bar(page)).toContainText('3 dari 406 desa berbeda putusan')
  expect((await figures(page).allInnerTexts()).map(plain)).toEqual([today.counts.gap, today.counts.gap - 3])
  await expect(page.getByRole('slider', { name: 'Garis antara Hari ini dan Rapat Jumat' })).toBeVisible()
  // What a filter would count is not what the scenario counts.
  await page.goto('/?versus=scenario&organisation=contoh-mitra-04')
  await ready(page)
  await bar(page).getByRole('button', { name: 'Lepas saringan' }).click()
  await expect(bar(page)).toContainText('3 dari 406 desa berbeda putusan')
})

test('on a phone one map lies over the other, and nothing sticks out', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 })
  await page.goto('/?versus=2025,halves')
  await ready(page)
  await expect(page.getByRole('slider')).toBeVisible()
  await expect(bar(page).getByRole('button', { name: 'Berdampingan' })).toHaveCount(0)
  await expect(bar(page)).toContainText('berbeda putusan')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await noViolations(page, 'a phone')
})
