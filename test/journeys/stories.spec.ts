import { expect, type Page, test } from '@playwright/test'
import type { StoryAnswer } from '../../data/model/story_answer.ts'
import { accessibleEverywhere } from './accessibility.ts'
import { invitation, join, secondFactor } from './members.ts'
import { ready } from './ready.ts'

const KARIMATA = 'sample-story-karimata'
const NAME = 'Rapat pangan dan gizi'

const scenes = (page: Page) => page.getByRole('navigation', { name: 'Adegan menurut urutannya' }).getByRole('listitem')

test('anybody reads a published story scene by scene, each figure with its denominator and date, and changes nothing', async ({
  page,
}) => {
  await page.goto('/stories')
  await expect(page.getByRole('heading', { name: 'Cerita', exact: true })).toBeVisible()
  await accessibleEverywhere(page)
  await page.getByRole('link', { name: 'Ekspose contoh Kepulauan Karimata' }).click()
  await expect(scenes(page)).toHaveCount(6)
  await page.getByRole('button', { name: /Stunting di pulau-pulau/ }).click()
  await expect(page.getByRole('heading', { level: 2 })).toContainText(/\d+ dari \d+ pulau bertarget \(\d+ \S+ \d{4}\)/)
  await expect(page.getByRole('link', { name: 'Tayangkan' })).toHaveAttribute('href', `/present/${KARIMATA}`)
  await expect(page.getByRole('button', { name: /Simpan/ })).toHaveCount(0)
  await accessibleEverywhere(page)
})

test('a planner begins a story with a template, orders it by the keyboard, marks the map by typing, and Sekber publishes it for a stranger', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000)
  await join(
    page,
    invitation('--role', 'planner', '--organisation', 'opd-kesehatan'),
    'Bu Perencana',
    'cerita@contoh.id',
  )
  await page.goto('/stories')
  await page.getByRole('button', { name: 'Cerita baru' }).click()
  await page.getByRole('radio', { name: /Rapat koordinasi/ }).check()
  await page.getByLabel('Nama cerita').fill(NAME)
  await page.getByLabel('Sumber').fill('Bahan rapat')
  await accessibleEverywhere(page)
  await page.getByRole('button', { name: 'Mulai cerita' }).click()
  await expect(scenes(page)).toHaveCount(5)

  await scenes(page).nth(2).getByRole('button').first().press('Enter')
  const up = page.getByRole('button', { name: /^Naikkan/ })
  await up.press('Enter')
  await expect(scenes(page).nth(1)).toContainText('tanpa kesepakatan')
  await expect(up).toBeFocused()
  await page.getByRole('button', { name: 'Urungkan' }).press('Enter')
  await expect(scenes(page).nth(2)).toContainText('tanpa kesepakatan')
  await page.getByRole('button', { name: 'Ulangi' }).press('Enter')

  await page.getByText('Anotasi di peta (0)').click()
  await page.getByRole('button', { name: 'Nomor', exact: true }).click()
  await page.getByRole('button', { name: 'Taruh di tengah peta' }).click()
  await page.getByLabel('Tulisan anotasi 1').fill('Posyandu')
  await page.getByLabel('Tulisan anotasi 1').press('Enter')
  await expect(page.locator('.story-told-marks')).toContainText('1. Posyandu')
  await page.getByLabel('Temuan adegan').fill('Ada {angka} di sini')
  await page.getByLabel('Temuan adegan').blur()
  await expect(page.getByRole('region', { name: 'Perlu dibetulkan sebelum disimpan' })).toContainText('{angka}')
  await page.getByRole('button', { name: 'Urungkan' }).click()
  await page.getByLabel('Bekukan pada nilai hari ini').check()
  await accessibleEverywhere(page)
  await page.getByRole('button', { name: 'Simpan draf' }).click()
  await expect(page.getByText('Tersimpan.')).toBeVisible()

  await page.goto('/?region=61.05&theme=education')
  await ready(page)
  await page.getByRole('button', { name: 'Bagikan' }).click()
  await page.getByRole('button', { name: /^Cerita/ }).click()
  await page.getByLabel('Cerita', { exact: true }).selectOption({ label: NAME })
  await page.getByLabel('Temuan adegan ini').fill('Pendidikan: {count} belum ada mitra')
  await page.getByRole('button', { name: 'Tambahkan adegan' }).click()
  await page.getByRole('link', { name: 'Buka cerita' }).click()
  await expect(scenes(page)).toHaveCount(6)
  await expect(page.getByRole('heading', { level: 2 }).last()).toContainText(/Pendidikan: \d+ dari \d+ desa bertarget/)
  await page.getByRole('button', { name: 'Simpan dan kirim untuk ditinjau' }).click()
  await expect(page.getByText('Tersimpan dan menunggu tinjauan Sekber.')).toBeVisible()
  const id = new URL(page.url()).searchParams.get('story')!

  const stranger = await browser.newPage()
  expect((await stranger.request.get(`${new URL(page.url()).origin}/api/stories/${id}`)).status()).toBe(404)

  const sekber = await browser.newPage()
  await sekber.goto(new URL('/', page.url()).href)
  await join(
    sekber,
    new URL(invitation('--role', 'moderator'), page.url()).href,
    'Bu Sekber',
    'sekber-cerita@contoh.id',
  )
  await secondFactor(sekber)
  await sekber.goto(new URL(`/stories?story=${id}`, page.url()).href)
  await sekber.getByRole('button', { name: 'Simpan dan terbitkan' }).click()
  await expect(sekber.getByText('Tersimpan.')).toBeVisible()

  await stranger.goto(new URL('/stories', page.url()).href)
  await stranger.getByRole('link', { name: NAME }).click()
  await expect(scenes(stranger)).toHaveCount(6)
  await expect(scenes(stranger).nth(1)).toContainText('tanpa kesepakatan')
  const told = (await (
    await stranger.request.get(`${new URL(page.url()).origin}/api/stories/${id}`)
  ).json()) as StoryAnswer
  expect(told.figures[told.story.scenes[1]!.id]?.overlap).toMatchObject({ frozen: true })
  expect(told.story.scenes[1]?.annotations).toMatchObject([{ kind: 'number', number: 1, text: 'Posyandu' }])
})

test('a stranger who shares a view is told that a story takes an account', async ({ page }) => {
  await page.goto('/')
  await ready(page)
  await page.getByRole('button', { name: 'Bagikan' }).click()
  await page.getByRole('button', { name: /^Cerita/ }).click()
  await expect(page.getByText('Menyusun cerita memerlukan akun anggota.')).toBeVisible()
})
