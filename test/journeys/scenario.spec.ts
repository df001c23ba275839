import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import type { CoverageAnswer } from '../../data/model/answers.ts'
import { fitsAllWidths, noViolations, sized } from './accessibility.ts'
import { join } from './members.ts'
import { ownServer } from './own_server.ts'
import { ready } from './ready.ts'

const server = ownServer(4271)
test.beforeAll(() => server.start())
test.afterAll(() => server.discard())
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }))

const SCENARIO = `${server.url}/scenario`
const QUESTION = 'region=61.05&theme=stunting&period=2026'
const PARTNER = 'Mitra Contoh 04'
const headline = (page: Page) => page.locator('.scenario-headline strong')
const chips = (page: Page) => page.locator('.scenario-form .scenario-chips li')

/** What everybody is told today, to the byte. */
const today = async (page: Page) => {
  const response = await page.request.get(`${server.url}/api/coverage?${QUESTION}`)
  return { bytes: await response.text(), etag: response.headers().etag }
}

/** Five villages with a target and no partner, none of whose names another place has. */
const fiveGaps = async (page: Page) => {
  const { units } = JSON.parse((await today(page)).bytes) as CoverageAnswer
  const isAlone = (name: string) => units.filter((one) => one.name === name || one.within === name).length === 1
  return units.filter(({ verdict, name }) => verdict.kind === 'gap' && isAlone(name)).slice(0, 5)
}

/** Adds the partner to villages by their names and leaves the form open. */
const addPartner = async (page: Page, names: readonly string[]) => {
  await page.getByRole('button', { name: 'Tambah mitra di desa' }).click()
  await page.getByLabel('Mitra atau dinas').selectOption({ label: PARTNER })
  for (const name of names) {
    await page.getByLabel('Desa', { exact: true }).fill(name)
    await page.locator('.scenario-found button').filter({ hasText: name }).first().click()
  }
}

test('from the map: a partner in five villages closes five gaps, and leaving finds the map as it was', async ({
  page,
}) => {
  // Three maps are drawn one after the other, without a graphics card.
  test.slow()
  await page.goto(`${server.url}/`)
  await ready(page)
  const figure = await page.locator('.figure-number').innerText()
  const before = await today(page)
  await page.getByRole('link', { name: 'Andai mitra bekerja lain' }).click()
  await expect(headline(page)).toHaveText(`${figure} → ${figure}`)
  const gaps = await fiveGaps(page)
  await addPartner(
    page,
    gaps.map(({ name }) => name),
  )
  await expect(chips(page)).toHaveCount(5)
  await expect(headline(page)).toHaveText(`${figure} → ${Number(figure) - 5}`)
  await page.getByLabel('Anggaran seluruhnya').fill('250000000')
  await page.getByRole('button', { name: 'Selesai' }).click()
  const row = (name: string) => page.locator('.scenario-figures tr').filter({ hasText: name }).locator('td').last()
  await expect(row('Celah')).toHaveText('−5')
  await expect(row('Terpenuhi')).toHaveText('+5')
  await expect(row('Desa dengan mitra')).toHaveText('+5')
  await expect(row('Anggaran')).toHaveText('+Rp 250 juta')
  await expect(page.locator('.scenario-villages tbody tr')).toHaveCount(5)
  for (const { name } of gaps)
    await expect(page.locator('.scenario-villages tr').filter({ hasText: name })).toContainText(`datang ${PARTNER}`)
  expect(await today(page)).toEqual(before)
  await page.getByRole('link', { name: 'Peta dengan pertanyaan ini' }).click()
  await ready(page)
  await expect(page.locator('.figure-number')).toHaveText(figure)
  expect(await today(page)).toEqual(before)
  await page.goBack()
  await expect(headline(page)).toHaveText(`${figure} → ${Number(figure) - 5}`)
})

test('a village that is tapped says what it is and takes a partner; tapped again it is left out', async ({ page }) => {
  await page.goto(SCENARIO)
  await expect(page.locator('.scenario-map canvas')).toBeVisible()
  const { units } = JSON.parse((await today(page)).bytes) as CoverageAnswer
  const map = page.locator('.scenario-map')
  const places = [0.38, 0.42, 0.46, 0.5].map((along) => ({ along, down: 0.56 }))
  let tries = 0
  // Through the map itself, which first has to lie still: the page above it still grows.
  const tap = async () => {
    const { along, down } = places[tries % places.length]!
    const box = (await map.boundingBox())!
    await map.click({ position: { x: box.width * along, y: box.height * down } })
  }
  // Estimated areas leave land between them that is no village's.
  await expect(async () => {
    tries += 1
    await tap()
    await expect(page.locator('.scenario-tapped strong')).toBeVisible({ timeout: 1_500 })
  }).toPass()
  const name = (await page.locator('.scenario-tapped strong').innerText()).split(',')[0]!
  expect(units.map((one) => one.name)).toContain(name)
  await page.getByRole('button', { name: 'Tambah mitra di sini' }).click()
  await expect(chips(page)).toHaveText([name])
  await tap()
  await expect(chips(page)).toHaveCount(0)
  await tap()
  await expect(chips(page)).toHaveText([name])
})

test('the link opens the same elsewhere, the file too; a damaged one is told, and what was there before is kept', async ({
  page,
  browser,
}) => {
  await page.goto(SCENARIO)
  const names = (await fiveGaps(page)).map(({ name }) => name)
  await addPartner(page, names)
  await page.getByRole('button', { name: 'Selesai' }).click()
  await page.getByLabel('Nama skenario').fill('Rapat Jumat')
  const said = await page.locator('.scenario-list > li').innerText()
  const figures = await headline(page).innerText()
  const link = await page.getByLabel('Tautan berisi seluruh skenario').inputValue()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Unduh JSON' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('bentang-andai_rapat-jumat.json')
  const file = await download.path()
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ name: 'Rapat Jumat', changes: [{ kind: 'add' }] })

  const asked: string[] = []
  const elsewhere = await (await browser.newContext({ locale: 'id-ID', reducedMotion: 'reduce' })).newPage()
  elsewhere.on('request', (request) => asked.push(request.url()))
  await elsewhere.goto(link)
  await expect(elsewhere.locator('.scenario-list > li')).toHaveText(said)
  await expect(headline(elsewhere)).toHaveText(figures)
  expect(asked.filter((address) => address.includes('#s=') || address.includes(link.split('#')[1]!))).toEqual([])
  expect(elsewhere.url()).toBe(SCENARIO)
  await elsewhere.getByRole('button', { name: 'Hapus perubahan 1' }).click()
  await expect(elsewhere.locator('.scenario-list > li')).toHaveCount(0)
  await elsewhere.locator('input[type="file"]').setInputFiles(file)
  await expect(elsewhere.locator('.scenario-list > li')).toHaveText(said)
  await elsewhere.goto(`${SCENARIO}?lang=en${link.slice(link.indexOf('#'), -12)}`)
  await expect(elsewhere.getByText('This link or file is no whole scenario')).toBeVisible()
  await expect(elsewhere.locator('.scenario-list > li')).toHaveCount(1)
  await elsewhere.context().close()
})

test('two scenarios are kept on the device and stand side by side, with the villages that tell them apart', async ({
  page,
}) => {
  await page.goto(SCENARIO)
  const gaps = await fiveGaps(page)
  await addPartner(page, [gaps[0]!.name, gaps[1]!.name])
  await page.getByRole('button', { name: 'Selesai' }).click()
  await page.getByLabel('Nama skenario').fill('Dua desa')
  await page.getByRole('button', { name: 'Simpan di perangkat ini' }).click()
  await expect(page.getByText('Tersimpan: Dua desa')).toBeVisible()
  await page.getByRole('button', { name: 'Kosongkan' }).click()
  await addPartner(page, [gaps[0]!.name])
  await page.getByRole('button', { name: 'Selesai' }).click()
  await page.getByRole('button', { name: 'Bandingkan dengan Dua desa' }).click()
  await expect(page.getByRole('heading', { name: 'Dua skenario berdampingan' })).toBeVisible()
  await expect(page.getByText('1 desa berbeda di antara keduanya, dari 406 desa')).toBeVisible()
  await expect(page.locator('.scenario-villages tbody tr')).toContainText(gaps[1]!.name)
  await page.getByRole('button', { name: 'Tutup perbandingan' }).click()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Buka Dua desa' })).toBeVisible()
  await page.getByRole('button', { name: 'Buka Dua desa' }).click()
  await expect(page.locator('.scenario-list > li')).toContainText(gaps[1]!.name)
})

test('by keys alone a partner is added, edited and removed', async ({ page }) => {
  await page.goto(SCENARIO)
  const [gap] = await fiveGaps(page)
  const press = async (name: string) => {
    await page.getByRole('button', { name }).focus()
    await page.keyboard.press('Enter')
  }
  await press('Tambah mitra di desa')
  await page.getByLabel('Mitra atau dinas').focus()
  await page.keyboard.type(PARTNER)
  await page.keyboard.press('Tab')
  await page.keyboard.type(gap!.name)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(chips(page)).toHaveText([gap!.name])
  await press('Selesai')
  await expect(page.locator('.scenario-list > li')).toContainText(`${PARTNER} bekerja di ${gap!.name}`)
  await press('Ubah perubahan 1')
  await press(`Hapus ${gap!.name}`)
  await expect(page.getByRole('button', { name: 'Selesai' })).toBeDisabled()
  await press('Batal')
  await press('Hapus perubahan 1')
  await expect(page.locator('.scenario-list > li')).toHaveCount(0)
})

test('a member turns an addition into a draft after confirming it, and only then is anything recorded', async ({
  page,
}) => {
  await join(page, server.invite('--role', 'partner', '--organisation', 'contoh-mitra-04'), 'Rina', 'rina@contoh.id')
  await page.goto(SCENARIO)
  const [gap] = await fiveGaps(page)
  await addPartner(page, [gap!.name])
  await page.getByRole('button', { name: 'Selesai' }).click()
  const before = await today(page)
  await page.getByRole('button', { name: 'Jadikan usulan' }).click()
  await expect(page.getByLabel('Judul usulan 1')).toHaveValue(new RegExp(`di ${gap!.name}$`))
  await page.getByLabel('Judul usulan 1').fill('Usulan rapat Jumat')
  expect(await today(page)).toEqual(before)
  await page.getByRole('button', { name: 'Kirim 1 rancangan' }).click()
  await expect(page.getByText('Terkirim sebagai rancangan')).toBeVisible()
  await page.getByRole('link', { name: 'Lihat di Kerja saya' }).click()
  await expect(page.getByText('Usulan rapat Jumat').first()).toBeVisible()
  const { units } = JSON.parse((await today(page)).bytes) as CoverageAnswer
  expect(units.find(({ code }) => code === gap!.code)?.verdict.kind).toBe('gap')
})

const LOOKS = [
  { width: 360, search: '' },
  { width: 1280, search: '?lang=en&palette=dark' },
  { width: 1920, search: '?palette=projector' },
] as const
for (const { width, search } of LOOKS)
  test(`axe finds no violation at ${width} px on /scenario${search}`, async ({ page }) => {
    await sized(page, width)
    await page.goto(SCENARIO)
    const names = (await fiveGaps(page)).map(({ name }) => name)
    await addPartner(page, names)
    await noViolations(page)
    await page.getByRole('button', { name: 'Selesai' }).click()
    await page.getByLabel('Nama skenario').fill('Rapat')
    await page.getByRole('button', { name: 'Simpan di perangkat ini' }).click()
    await page.goto(`${SCENARIO}${search}`)
    await expect(page.locator('.scenario-villages')).toBeVisible()
    await noViolations(page)
    await fitsAllWidths(page)
  })
