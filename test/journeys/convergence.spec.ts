import { expect, type Page, test } from '@playwright/test'
import readXlsxFile from 'read-excel-file/node'
import { noViolations } from './accessibility.ts'
import { join, secondFactor } from './members.ts'
import { ownServer } from './own_server.ts'
import { ready } from './ready.ts'

const server = ownServer(4264)
test.beforeAll(() => server.start())
test.afterAll(() => server.discard())
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }))

const BETOK = '61.11.06.2002'
const KARIMATA = `${server.url}/?region=61.11&at=108.85300,-1.58920,11.00`
const SCREEN = `${server.url}/convergence?programme=kerapu&place=${BETOK}`

const cell = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const evidence = (page: Page) => page.getByRole('complementary', { name: 'Bukti' })

const answersBetok = async (page: Page) => {
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Siapa boleh membangun di Betok Jaya')
  await expect(page.locator('.convergence-finding')).toContainText('belum dapat menerima pembangunan fisik')
  await expect(page.locator('.convergence-finding')).toContainText('Balai Konservasi Sumber Daya Alam')
  await expect(page.getByText('Betok Jaya berada dalam kawasan konservasi')).toBeVisible()
  for (const question of ['Rencana', 'Anggaran', 'Pantauan'])
    await expect(page.locator('.convergence-standing > div', { hasText: question })).toContainText('dari 12 pihak')
  await expect(page.locator('.convergence-map .convergence-area[data-here="true"]').first()).toBeVisible()
}

test('two clicks from the Karimata scene say who may build in Betok Jaya, and who has it in plan, budget, monitoring', async ({
  page,
}) => {
  await page.goto(KARIMATA)
  await ready(page)
  const { x, y, width, height } = (await page.locator('.maplibregl-canvas').boundingBox())!
  await page.mouse.click(x + width / 2, y + height / 2)
  await page.getByRole('link', { name: 'Siapa boleh membangun di Betok Jaya?' }).click()
  await answersBetok(page)
})

test('the card of the village leads there with one click', async ({ page }) => {
  await page.goto(`${KARIMATA}&selected=place:${BETOK}`)
  await page.getByRole('link', { name: 'Siapa boleh membangun di sini?' }).click()
  await answersBetok(page)
})

test('a cell opens its document beside it; a cell without one says that this is not a no', async ({ page }) => {
  await page.goto(SCREEN)
  await cell(page, 'Betok Jaya, Dinas Contoh Perikanan, Kayong Utara, Ada di anggaran: Tidak').click()
  await expect(evidence(page)).toContainText('Renja 2026 (contoh), 20 Agustus 2025')
  await expect(evidence(page)).toContainText('Data contoh')
  await expect(page).toHaveURL(/cell=61\.11\.06\.2002:contoh-opd-kelautan-kku:budgeted/)
  await cell(page, /^Betok Jaya, Balai Konservasi .*Ada di rencana: Belum ada data/).click()
  await expect(evidence(page)).toContainText('Ini bukan jawaban tidak')
  await page.reload()
  await expect(evidence(page)).toContainText('Ini bukan jawaban tidak')
})

test('the newer document decides, the older stays beside it', async ({ page }) => {
  await page.goto(SCREEN)
  await cell(page, 'Padang, Dinas Contoh Pekerjaan Umum, Kayong Utara, Ada di rencana: Ya').click()
  await expect(evidence(page).locator('.convergence-documents > li')).toHaveText([
    /^\s*Ya.*Renja 2026/s,
    /^\s*Tidak.*RKPD 2025/s,
  ])
})

test('arrow keys walk through the matrix and Enter opens a cell', async ({ page }) => {
  await page.goto(SCREEN)
  const first = page.locator('[data-at="0,0"]')
  await first.focus()
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key)
  await expect(page.locator('[data-at="1,3"]')).toBeFocused()
  await expect(page.locator('.convergence-matrix [tabindex="0"][data-at]')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-at="1,3"]')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('End')
  await expect(page.locator('[data-at="1,35"]')).toBeFocused()
})

test('proposals inside the reserve are warned about, the one in Pelapis is not', async ({ page }) => {
  await page.goto(SCREEN)
  const warnings = page.locator('.convergence-warnings')
  await expect(warnings).toContainText('Usulan contoh: dermaga perahu Betok Jaya')
  await expect(warnings).toContainText('Bicarakan dengan pemegang kewenangan sebelum diusulkan')
  await expect(warnings).not.toContainText('jalan setapak Pelapis')
})

test('figures that differ stand side by side with their dates', async ({ page }) => {
  await page.goto(SCREEN)
  const differing = page.locator('[data-differs="true"]', { hasText: '190.800 ha' })
  for (const value of ['77.000 ha', '120.000 ha', '158.686,11 ha', '190.800 ha'])
    await expect(differing).toContainText(value)
  await expect(differing).toContainText('15 Juni 1981')
})

test('the list for a ministry is on screen, on paper and in a spreadsheet the same', async ({ page }) => {
  await page.goto(SCREEN)
  await page.getByLabel('Kepada').selectOption('kementerian-lhk')
  await expect(page).toHaveURL(/to=kementerian-lhk/)
  const lines = page.locator('.convergence .convergence-asks tbody tr')
  await expect(lines.first()).toContainText('Menunggu kewenangan')
  const shown = await lines.locator('td:nth-child(3)').allInnerTexts()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Unduh XLSX' }).click(),
  ])
  const [{ data: rows }] = (await readXlsxFile(await download.path())) as unknown as [{ data: unknown[][] }]
  expect(rows.slice(1).map((row) => row[3])).toEqual(shown)
  await page.emulateMedia({ media: 'print' })
  const paper = page.locator('.convergence-sheet')
  await expect(paper.getByRole('heading')).toHaveText('Daftar untuk Kementerian Lingkungan Hidup dan Kehutanan')
  await expect(paper.locator('tbody td:nth-child(3)')).toHaveText(shown)
  await expect(paper).toContainText('Memuat data contoh; bukan untuk dikirim')
})

test('a place without a programme is told so, and offered what there is', async ({ page }) => {
  await page.goto(`${server.url}/convergence?place=61.05`)
  await expect(page.getByText('Belum ada program konvergensi untuk tempat ini')).toBeVisible()
  await page.getByRole('button', { name: /KERAPU/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Pelapis')
})

test('on a phone one place or one party is shown at a time, and evidence opens under its line', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 })
  await page.goto(SCREEN)
  await expect(page.locator('.convergence-lines tbody tr')).toHaveCount(12)
  await cell(page, 'Betok Jaya, Mitra Contoh 31, Dipantau: Ya').click()
  await expect(page.locator('.convergence-lines').getByText('Rencana kerja 2026 (contoh)')).toBeVisible()
  await noViolations(page)
  await page.getByRole('button', { name: 'Satu pihak' }).click()
  await page.getByLabel('Pihak', { exact: true }).selectOption('bksda-kalbar')
  await expect(page.locator('.convergence-lines tbody tr').first()).toContainText('Pelapis')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
})

for (const [name, more] of [
  ['the whole matrix', ''],
  ['English and dark', '&lang=en&palette=dark&see=place'],
  ['open evidence for the projector', `&see=place&palette=projector&cell=${BETOK}:contoh-opd-air-kku:planned`],
] as const)
  test(`there are no violations: ${name}`, async ({ page }) => {
    await page.goto(`${SCREEN}${more}`)
    await expect(page.locator('[data-at="0,0"]')).toBeVisible()
    await expect(page.locator('.convergence-map .convergence-area').first()).toBeVisible()
    await noViolations(page)
  })

test('Sekber records an answer with its document, and everyone sees it at once', async ({ page, browser }) => {
  await join(page, server.invite('--role', 'moderator'), 'Rina', 'rina@contoh.id')
  await secondFactor(page)
  await page.goto(`${SCREEN}&cell=${BETOK}:bksda-kalbar:planned`)
  await page.getByText('Catat jawaban dengan dokumennya').click()
  const form = page.locator('.convergence-entry')
  await form.getByLabel('Tidak', { exact: true }).check()
  await form.getByLabel('Dokumen', { exact: true }).fill('Renja BKSDA 2026')
  await form.getByLabel('Tanggal dokumen').fill('2026-01-15')
  await form.getByRole('button', { name: 'Terbitkan jawaban' }).click()
  await expect(evidence(page)).toContainText('Ada di rencana: Tidak')
  const stranger = await browser.newPage()
  await stranger.goto(`${SCREEN}&cell=${BETOK}:bksda-kalbar:planned`)
  await expect(evidence(stranger)).toContainText('Renja BKSDA 2026, 15 Januari 2026')
  await expect(stranger.getByText('Catat jawaban dengan dokumennya')).toHaveCount(0)
  await stranger.close()
})
