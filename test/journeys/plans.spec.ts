import { expect, type Page, test } from '@playwright/test'
import type { PlanAnswer } from '../../data/model/plan_answer.ts'
import { accessibleEverywhere } from './accessibility.ts'
import { invitation, join, secondFactor } from './members.ts'

const KARIMATA = 'contoh-rencana-01'
const BETOK = 'Betok Jaya'

const answerOf = async (page: Page): Promise<PlanAnswer> =>
  (await page.request.get(`/api/plans/${KARIMATA}`)).json() as Promise<PlanAnswer>
const actionOf = async (page: Page, id: string) => (await answerOf(page)).plan.actions.find((one) => one.id === id)!

const face = (page: Page, name: 'Tabel' | 'Lini masa' | 'Peta') =>
  page.getByRole('button', { name, exact: true }).click()

/** A village may be many islands: a tap into its middle would meet the sea. */
const tap = async (page: Page, code: string) => {
  const at = await page.locator(`path[data-code="${code}"]`).evaluate((element) => {
    const path = element as SVGPathElement
    // Away from the foot of the window, where saving stands.
    path.ownerSVGElement?.scrollIntoView({ block: 'start' })
    scrollBy(0, -140)
    const { x, y, width, height } = path.getBBox()
    for (let step = 0; step < 2500; step += 1) {
      const point = new DOMPoint(x + (width * (step % 50)) / 50, y + (height * Math.floor(step / 50)) / 50)
      if (path.isPointInFill(point)) return point.matrixTransform(path.getScreenCTM()!).toJSON()
    }
    throw new Error('No land in this village')
  })
  await page.mouse.click(at.x + 1, at.y + 1)
}

const asSekber = async (page: Page, name: string, email: string) => {
  await join(page, invitation('--role', 'moderator'), name, email)
  await secondFactor(page)
}

test('anybody sees what is late, unfunded and unowned, in a table, in time and on the map, and changes nothing', async ({
  page,
}) => {
  await page.goto('/plans')
  await expect(page.getByRole('heading', { name: 'Rencana aksi', exact: true })).toBeVisible()
  await accessibleEverywhere(page)
  await page.getByRole('link', { name: /Rencana aksi contoh Kepulauan Karimata/ }).click()
  const figures = page.getByRole('region', { name: 'Angka rencana' })
  await expect(figures.locator('[data-figure="unowned"]')).toContainText('1 dari 6')
  await expect(page.getByRole('rowheader', { name: /Modal kelompok pengolah ikan/ })).toContainText(
    'Tanpa penanggung jawab',
  )
  await expect(page.getByRole('button', { name: 'Simpan' })).toHaveCount(0)
  await accessibleEverywhere(page)
  await figures.getByRole('button', { name: 'Hanya tanpa penanggung jawab' }).click()
  await expect(page.locator('.plan-table tbody > tr')).toHaveCount(1)
  await figures.getByRole('button', { name: 'Tampilkan semua aksi' }).click()
  await face(page, 'Lini masa')
  await expect(page.getByRole('button', { name: /^Tanda batas zona tangkap.*55 persen, Lewat waktu/ })).toBeVisible()
  await accessibleEverywhere(page)
  await face(page, 'Peta')
  await expect(page.getByRole('img', { name: 'Tempat aksi di peta: 3 tempat' })).toBeVisible()
  await accessibleEverywhere(page)
})

test('Sekber changes a plan in the table, in time by the keyboard and on the map, takes a step back, and saves once', async ({
  page,
}) => {
  await asSekber(page, 'Bu Rencana', 'rencana@contoh.id')
  await page.goto(`/plans?id=${KARIMATA}`)
  const before = await actionOf(page, 'modal-kelompok')
  await page.getByLabel('Penanggung jawab: Modal kelompok pengolah ikan').selectOption('contoh-mitra-34')
  await page.getByRole('button', { name: 'Semua isian: Modal kelompok pengolah ikan' }).click()
  await expect(page.getByLabel('Berupa')).toHaveValue('simpan pinjam')
  await page.getByLabel('Sudah pasti').check()
  const money = page.getByLabel('Jumlah (Rp)')
  await money.fill('250000000')
  await money.press('Enter')
  await expect(page.locator('[data-figure="unowned"]')).toContainText('0 dari 6')
  await accessibleEverywhere(page)
  await page.setViewportSize({ width: 1280, height: 900 })

  await face(page, 'Lini masa')
  const bar = page.getByRole('button', { name: /^Modal kelompok pengolah ikan, / })
  await bar.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await expect(bar).toHaveAccessibleName(/1 Nov 2026 sampai 30 Nov 2027/)
  await page.keyboard.press('ArrowRight')
  await page.getByRole('button', { name: 'Urungkan' }).click()
  await expect(bar).toHaveAccessibleName(/1 Nov 2026 sampai 30 Nov 2027/)
  await accessibleEverywhere(page)
  await page.setViewportSize({ width: 1280, height: 900 })

  await face(page, 'Peta')
  const places = page.locator('.plan-map-side .plan-chips li')
  await expect(places).toHaveText(['Pelapis'])
  const { plan, places: named } = await answerOf(page)
  const [pelapis, betok] = ['Pelapis', BETOK].map((name) => named.find((one) => one.name === name)!.code)
  expect(plan.places).toContain(pelapis)
  await tap(page, betok!)
  await expect(places).toHaveText(['Pelapis', BETOK])
  await page.getByRole('button', { name: 'Lepas Pelapis' }).click()
  await expect(places).toHaveText([BETOK])
  await accessibleEverywhere(page)
  await page.setViewportSize({ width: 1280, height: 900 })

  await expect(page.getByText('7 perubahan belum disimpan')).toBeVisible()
  await page.getByRole('button', { name: 'Simpan', exact: true }).click()
  await expect(page.getByText('Tersimpan.')).toBeVisible()
  await page.reload()
  await expect(places).toHaveText([BETOK])
  const after = await actionOf(page, 'modal-kelompok')
  expect(after).toEqual({
    ...before,
    responsible: { id: 'contoh-mitra-34' },
    period: { start: '2026-11-01', end: '2027-11-30' },
    places: [betok],
    resources: [{ ...before.resources[0], amount: 250_000_000, secured: true }],
  })
})

test('what a second person saved meanwhile is merged in; the same field is asked about', async ({ page, browser }) => {
  await asSekber(page, 'Bu Pertama', 'pertama@contoh.id')
  const other = await (await browser.newContext()).newPage()
  await asSekber(other, 'Pak Kedua', 'kedua@contoh.id')
  const what = (on: Page) => on.getByLabel('Aksi: Pemantauan bersama dan laporan tahunan', { exact: true })
  const percent = (on: Page) => on.getByLabel('Kemajuan (%): Pemantauan bersama dan laporan tahunan')
  const save = async (on: Page) => on.getByRole('button', { name: 'Simpan', exact: true }).click()
  for (const one of [page, other]) await one.goto(`/plans?id=${KARIMATA}`)
  await expect(what(page)).toBeVisible()

  await percent(other).fill('5')
  await percent(other).press('Enter')
  await save(other)
  await expect(other.getByText('Tersimpan.')).toBeVisible()
  await page.getByLabel('Selesai: Pemantauan bersama dan laporan tahunan').fill('2028-01-31')
  await page.keyboard.press('Tab')
  await save(page)
  await expect(page.getByText(/Pak Kedua menyimpan perubahan lebih dahulu/)).toBeVisible()
  await expect(percent(page)).toHaveValue('5')
  await save(page)
  await expect(page.getByText('Tersimpan.')).toBeVisible()

  await what(other).fill('Laporan tahunan')
  await what(other).press('Enter')
  await save(other)
  await expect(other.getByText(/Bu Pertama menyimpan perubahan lebih dahulu/)).toBeVisible()
  await save(other)
  await expect(other.getByText('Tersimpan.')).toBeVisible()
  await what(page).fill('Pemantauan bersama')
  await what(page).press('Enter')
  await save(page)
  const question = page.getByRole('alert')
  await expect(question).toContainText('Pak Kedua mengubah isian yang sama')
  await accessibleEverywhere(page)
  await question.getByRole('radio', { name: /Laporan tahunan/ }).check()
  await question.getByRole('button', { name: 'Gabungkan' }).click()
  await expect(page.getByLabel('Aksi: Laporan tahunan', { exact: true })).toBeVisible()
  const { period, progress } = await actionOf(page, 'pantau-bersama')
  expect([period.end, progress?.percent]).toEqual(['2028-01-31', 5])
})
