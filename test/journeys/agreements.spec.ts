import { expect, test } from '@playwright/test'
import type { CorridorAnswer } from '../../data/model/answers.ts'
import { accessibleEverywhere } from './accessibility.ts'
import { invitation, join, secondFactor } from './members.ts'
import { ready } from './ready.ts'

test('the agreement prepared on 8 May 2024 is two clicks from the map: drafting, four parties beside the regency, four fields in the words of the source', async ({
  page,
}) => {
  await page.goto('/')
  await ready(page)
  await page.getByRole('link', { name: 'Kesepakatan' }).click()
  await expect(page.getByRole('heading', { name: 'Penyusunan' })).toBeVisible()
  await accessibleEverywhere(page)
  await page.getByRole('link', { name: /Kesepakatan Bersama Pemkab Sintang dan mitra pembangunan/ }).click()
  await expect(page.getByText(/Penyusunan sejak 8 Mei 2024/)).toBeVisible()
  const parties = page.locator('.agreement-parties li')
  await expect(parties).toHaveCount(5)
  await expect(parties.nth(2)).toContainText('disebut GEMILANG')
  const fields = page.locator('.agreement-fields tbody tr')
  await expect(fields).toHaveCount(4)
  await expect(fields.nth(1)).toContainText('pemberian makanan tambahan')
  await expect(page.getByText('Sumber menyebutnya "Kesepakatan Bersama".')).toBeVisible()
  await accessibleEverywhere(page)
})

test('an agreement on record becomes a draft text in its legal form, with its parties, fields and places, plainly a draft on paper too', async ({
  page,
}) => {
  await page.goto('/agreements?id=kb-sintang-mitra-2024')
  await page.getByRole('button', { name: 'Naskah draf dengan peta' }).click()
  await expect(page).toHaveURL(/draft=1/)
  const draft = page.locator('.draft')
  await expect(draft.getByRole('heading', { level: 1 })).toContainText('KESEPAKATAN BERSAMA')
  await expect(draft.locator('.draft-parties li')).toHaveCount(5)
  await expect(draft).toContainText('pemberian makanan tambahan')
  await expect(draft.locator('.draft-annex svg')).toBeVisible()
  await accessibleEverywhere(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: 'Cetak atau simpan PDF' })).toBeHidden()
  await expect(draft.locator('.draft-mark')).toContainText('DRAF')
})

test('with BKSDA a Nota Kesepakatan and a Rencana Kerja are offered and a PKS refused; what Sekber writes stands on the board and moves on', async ({
  page,
}) => {
  await join(page, invitation('--role', 'moderator'), 'Pak Kerja Sama', 'kerjasama@contoh.id')
  await secondFactor(page)
  await page.goto('/agreements')
  await page.getByRole('button', { name: 'Kesepakatan baru' }).click()
  await page.getByLabel('Judul').fill('Patroli bersama Karimata')
  await page.getByLabel('Tambah pihak').selectOption('pemkab-kayong-utara')
  await page.getByLabel('Tambah pihak').selectOption('bksda-kalbar')
  await expect(page.getByRole('radio', { name: /^NK/ })).toBeChecked()
  await expect(page.getByRole('radio', { name: /^RK/ })).toBeEnabled()
  await expect(page.getByRole('radio', { name: /^PKS/ })).toBeDisabled()
  await expect(page.getByText('tidak dibuat PKS, melainkan Nota Kesepakatan')).toBeVisible()
  await page.getByLabel('Bidang 1 menurut sumber').fill('patroli laut')
  await page.getByLabel('Wilayah', { exact: true }).selectOption('61.11')
  await page.getByLabel('Tempat').fill('Betok Jaya')
  await page.locator('.agreement-found button').first().click()
  await page.getByLabel('Tanggal tahap').fill('2026-11-02')
  await page.getByLabel('Sumber', { exact: true }).fill('Berita acara, 2 November 2026')
  await accessibleEverywhere(page)
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByRole('button', { name: 'Simpan dan terbitkan' }).click()
  await expect(page.getByRole('heading', { name: 'Patroli bersama Karimata' })).toBeVisible()
  await page.getByRole('button', { name: 'Pindah tahap' }).click()
  await page.getByRole('button', { name: 'Catat tahap ini' }).click()
  await expect(page.getByText(/^Penyusunan sejak/)).toBeVisible()
  await page.getByRole('button', { name: 'Kembali ke papan' }).click()
  const column = page.locator('.agreement-board > li', { hasText: 'Penyusunan' })
  await expect(column.getByRole('link', { name: /Patroli bersama Karimata/ })).toBeVisible()
})

test('villages within 1 km of the border of Seruyan and Kotawaringin Timur, both sides, in the four signed fields, three clicks from the map', async ({
  page,
}) => {
  await page.goto('/')
  await ready(page)
  await page.getByRole('link', { name: 'Kesepakatan' }).click()
  await page.getByRole('link', { name: /Kesepakatan Bersama Kabupaten Seruyan dan Kotawaringin Timur/ }).click()
  await page.getByRole('link', { name: 'Ruang kerja perbatasan' }).click()
  const columns = page.locator('.border-table thead th')
  await expect(columns).toHaveText([
    'Desa',
    'Jarak',
    'anak tidak sekolah',
    'benih ikan nila',
    'penanggulangan bencana',
    'kebakaran permukiman',
  ])
  const { villages } = (await (await page.request.get('/api/corridor?a=62.07&b=62.02&km=1')).json()) as CorridorAnswer
  const rows = page.locator('.border-table tbody th[scope="row"]')
  await expect(rows).toHaveCount(villages.length)
  for (const side of ['a', 'b'] as const) expect(villages.some((village) => village.side === side)).toBe(true)
  await expect(page.getByText(/Data kependudukan dibahas/)).toBeVisible()
  await accessibleEverywhere(page)
})
