import { expect, type Page, test } from '@playwright/test'
import type { ImportSummary } from '../../data/model/importing.ts'
import type { WorkList } from '../../data/model/work.ts'
import { collection, hasGdal, writtenByGdal } from '../imports/gdal.ts'
import { TITLES, twelveXlsx } from '../imports/twelve.ts'
import { noViolations } from './accessibility.ts'
import { invitation, join } from './members.ts'

const ORGANISATION = 'contoh-mitra-01'
const PHONE = { width: 360, height: 780 }
const DESK = { width: 1280, height: 800 }

test.describe.configure({ mode: 'serial', timeout: 120_000 })

let page: Page
test.beforeAll(async ({ browser }) => {
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  page = await context.newPage()
  const link = invitation('--role', 'partner', '--organisation', ORGANISATION)
  await join(page, link, 'Rina Impor', 'rina.impor@contoh.id')
})
test.afterAll(() => page.context().close())

/** No violation, nothing that spills sideways, and on a phone nothing too small for a thumb. */
const isClean = async (what: string): Promise<void> => {
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size)
    await noViolations(page, `${what}, ${size.width} px`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth), what).toBeLessThanOrEqual(size.width)
  }
}

const row = (number: number) => page.locator('.import-row').filter({ hasText: new RegExp(`^Baris ${number} `) })
const tab = (name: string) => page.locator('.import-states').getByRole('button', { name })
const upload = async (name: string, bytes: Uint8Array) => {
  await page.goto('/import')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
}
/** Of the twelve titles, those that are on record. */
const recorded = async (): Promise<readonly string[]> => {
  const answer = await page.request.get('/api/work/records?limit=200')
  const { lines } = (await answer.json()) as WorkList
  return lines.map(({ title }) => title).filter((title) => TITLES.includes(title))
}

test('what twelve rows leave open is asked with what each choice makes of it; what is left open is asked at its row', async () => {
  await page.goto('/import')
  await expect(page.getByRole('heading', { name: 'Impor kegiatan' })).toBeVisible()
  await isClean('the desk')
  await upload('dua-belas.xlsx', await twelveXlsx('Baning Kota'))
  await expect(page.getByRole('heading', { name: 'Putuskan cara membaca' })).toBeFocused()
  await expect(page.getByRole('button', { name: /Putuskan cara membaca 3 pertanyaan terbuka/ })).toBeVisible()
  await isClean('the questions')

  const codes = page.getByRole('group', { name: /Kode tanpa titik/ })
  await expect(codes.getByText('6105 → Sintang (61.05)')).toBeVisible()
  await expect(codes.getByText('6105 → Sanggau (61.03)')).toBeVisible()
  await expect(codes.getByRole('radio', { checked: true })).toHaveCount(0)
  await codes.getByRole('radio', { name: /Kemendagri/ }).press('Space')
  await page.getByRole('radio', { name: /hari\/bulan\/tahun/ }).press('Space')
  await page.getByRole('button', { name: 'Baca ulang dengan pilihan ini' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Periksa baris dan catat' })).toBeFocused()
  await expect(page.getByRole('button', { name: /9 siap, 3 perlu Anda/ })).toBeVisible()
})

test('each row is answered or mended in place, by keyboard alone', async () => {
  await expect(tab('Perlu diperbaiki')).toHaveAttribute('aria-pressed', 'true')
  await isClean('the rows')
  await row(8).getByRole('button', { name: 'Balik bujur dan lintang' }).press('Enter')
  await expect(page.getByText('Baris 8: Siap.')).toBeVisible()

  await page.getByRole('button', { name: 'Perbaiki baris 13' }).press('Enter')
  const cells = page.getByRole('form', { name: 'Perbaiki baris 13' })
  await expect(cells.locator('input:focus')).toHaveAttribute('aria-invalid', 'true')
  await isClean('the cells of a row')
  await cells.getByLabel('Lintang').fill('')
  await cells.getByLabel('Bujur').fill('')
  await cells.getByLabel('Desa').fill('Baning Kota')
  await cells.getByLabel('Kabupaten').fill('Sintang')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Baris 13: Siap.')).toBeVisible()

  await expect(tab('Perlu jawaban')).toHaveAttribute('aria-pressed', 'true')
  await expect(row(11)).toContainText('"1.500" terlalu kecil untuk rupiah utuh')
  await page.getByRole('button', { name: 'Sisihkan baris 11' }).press('Enter')
  await expect(tab('Disisihkan')).toContainText('1')
})

test('the ready rows are recorded as one batch, the row set aside stays, and the batch is undone', async () => {
  await tab('Siap').press('Enter')
  await expect(row(2)).toContainText('Rp 1.173.000.000')
  await expect(row(2)).toContainText('1.500')
  await expect(row(9)).toContainText('dihitung sebagai perairan Kayong Utara')
  await expect(row(12)).toContainText('Sekolah Lapang René')
  await isClean('what is ready')
  await page.getByRole('button', { name: 'Catat 11 baris yang siap' }).press('Enter')
  await expect(page.getByText('11 ditambahkan, 0 diperbarui, 1 baris tetap di sini untuk nanti.')).toBeVisible()
  await isClean('the outcome')
  expect((await recorded()).toSorted()).toEqual(TITLES.filter((title) => title !== 'Timbangan bayi').toSorted())
  await page.getByRole('button', { name: 'Urungkan impor ini' }).press('Enter')
  await expect(page.getByText('Diurungkan: 11 catatan kembali seperti semula.')).toBeVisible()
  expect(await recorded()).toEqual([])
  await expect(tab('Siap')).toContainText('11')
})

test('what a GeoPackage does not say is said once for all its rows', async () => {
  test.skip(!hasGdal, 'ogr2ogr is not on PATH (apt-get install gdal-bin)')
  const places = [0, 1, 2].map((at) => ({ type: 'Point' as const, coordinates: [111.4951 + at / 1000, 0.0695] }))
  await upload('titik.gpkg', writtenByGdal(collection(places), 'gpkg', ['-t_srs', 'EPSG:32649']))
  await expect(page.getByText('EPSG:32649')).toBeVisible()
  await expect(page.locator('.import-row')).toHaveCount(3)
  await page.getByRole('button', { name: /^1 Putuskan cara membaca/ }).press('Enter')
  const usual = (name: string) => page.locator('.import-defaults label').filter({ hasText: name })
  await usual('Tema').locator('select').selectOption({ label: 'stunting' })
  await usual('Status').locator('select').selectOption({ label: 'Berjalan' })
  await usual('Masa').locator('input').fill('2024-2026')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Catat 3 baris yang siap' })).toBeVisible()
  await expect(row(1)).toContainText('31 Desember 2026')
  await page.getByRole('button', { name: 'Hapus impor ini' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Impor kegiatan' })).toBeVisible()
  const left = (await (await page.request.get('/api/imports')).json()) as readonly ImportSummary[]
  expect(left.map(({ file }) => file)).toEqual(['dua-belas.xlsx'])
})
