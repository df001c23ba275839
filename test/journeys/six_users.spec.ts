import { expect, type Page, test } from '@playwright/test'
import { openHand } from './hand.ts'
import { join, secondFactor } from './members.ts'
import { ownServer } from './own_server.ts'
import { ready } from './ready.ts'

/** The six who use it, each at what they come for; the planner's limits are promised, the others hold what was measured. */
const server = ownServer(4283)
const TITLE = 'Posyandu keliling desa hulu'
const ORGANISATION = 'contoh-mitra-01'

test.describe.configure({ mode: 'serial', timeout: 120_000 })
test.beforeAll(() => server.start())
test.afterAll(() => server.discard())
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }))

const openMap = async (page: Page, query = '') => {
  await page.goto(`${server.url}/${query}`)
  await ready(page)
  return openHand(page)
}
const pickTheme = async (page: Page, theme: string) => {
  await page.getByRole('heading', { level: 1 }).getByRole('combobox', { name: 'Tema' }).click()
  await page.getByRole('option', { name: theme, exact: true }).click()
}

test('a planner: villages with a target and no partner, three presses', async ({ page }) => {
  const hand = await openMap(page, '?theme=education')
  await pickTheme(page, 'stunting')
  await page.getByRole('button', { name: /^Celah/ }).click()
  await expect(page.locator('.figure-words')).toContainText('desa belum ada mitra')
  await expect(page).toHaveURL(/only=gap/)
  expect(await hand.rest('planner, gaps')).toBeLessThanOrEqual(3)
})

test('a planner: two partners and the education department at the same in one village and year, four presses', async ({
  page,
}) => {
  const hand = await openMap(page)
  await pickTheme(page, 'pendidikan')
  await page.getByRole('button', { name: 'Siapa tumpang tindih dengan siapa' }).click()
  const village = page
    .getByRole('listitem')
    .filter({ hasText: /Mitra.*Mitra.*Dinas Pendidikan/ })
    .first()
  await village.getByRole('link').click()
  await expect(page.locator('.card')).toContainText('Dinas Pendidikan')
  expect(await hand.rest('planner, overlaps')).toBeLessThanOrEqual(4)
})

test('a planner: a drawn area and its report; and what would change if a partner worked elsewhere', async ({
  page,
}) => {
  const hand = await openMap(page)
  await page.getByRole('button', { name: 'Gambar wilayah' }).click()
  await page.getByRole('button', { name: 'Lingkaran' }).click()
  await page.mouse.move(760, 400)
  await page.mouse.down()
  await page.mouse.move(800, 410, { steps: 4 })
  await page.mouse.up()
  await expect(page.locator('.report-figure .figure-number')).toContainText(/\d/)
  expect(await hand.rest('planner, report of an area')).toBeLessThanOrEqual(4)

  const other = await openMap(page)
  await page.getByRole('link', { name: 'Andai mitra bekerja lain' }).click()
  await page.getByRole('button', { name: 'Tambah mitra di desa' }).click()
  await page.getByLabel('Mitra atau dinas').selectOption({ label: 'Mitra Contoh 04' })
  const gap = await page.request.get(`${server.url}/api/coverage?region=61.05&theme=stunting&period=2026`)
  const { units } = (await gap.json()) as { units: { name: string; verdict: { kind: string } }[] }
  const name = units.find(
    (one) => one.verdict.kind === 'gap' && units.filter((u) => u.name === one.name).length === 1,
  )!.name
  await page.getByLabel('Desa', { exact: true }).fill(name)
  await page.locator('.scenario-found button').filter({ hasText: name }).first().click()
  const headline = page.locator('.scenario-headline strong')
  const closed = async () => {
    const [now = 0, then = 0] = (await headline.innerText()).split(' → ').map(Number)
    return now - then
  }
  await expect.poll(closed).toBe(1)
  expect(await other.rest('planner, what if')).toBeLessThanOrEqual(4)
})

test('a partner marks an activity in a village from a phone, and says in one tap that a record is still true', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 780 })
  await join(page, server.invite('--role', 'partner', '--organisation', ORGANISATION), 'Rani', 'rani@contoh.id')
  await page.goto(`${server.url}/work`)
  const oneTap = await openHand(page)
  await page
    .getByRole('button', { name: /^Masih benar: / })
    .first()
    .click()
  await expect(page.getByText('Dikonfirmasi').first()).toBeVisible()
  expect(await oneTap.rest('partner, still true')).toBe(1)

  const hand = await openMap(page)
  await page.getByRole('button', { name: 'Tandai kegiatan' }).click()
  await page.getByLabel('Tambah tempat dengan nama atau kode').fill('Nanga Mau')
  await page.locator('.edit-found button').first().click()
  await page.getByRole('button', { name: /^Lanjut/ }).click()
  await page.getByLabel('Nama kegiatan').fill(TITLE)
  await page.getByRole('button', { name: 'Pilih tema' }).click()
  await page.getByRole('option', { name: 'Stunting' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Lanjut/ }).click()
  await page.getByLabel('Mulai').fill('2026-02-01')
  await page.getByRole('button', { name: /^Lanjut/ }).click()
  await page.getByRole('button', { name: 'Ajukan', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Sudah diajukan' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Target yang terbantu' })).toBeVisible()
  expect(await hand.rest('partner, an activity handed in')).toBeLessThanOrEqual(10)
})

test('the secretariat accepts it, and decides on a match for a department', async ({ page }) => {
  await join(page, server.invite('--role', 'moderator'), 'Sinta', 'sinta@contoh.id')
  await secondFactor(page)
  await page.goto(`${server.url}/review`)
  const hand = await openHand(page)
  await page.locator('.review-queue').getByText(TITLE).click()
  await expect(page.getByRole('button', { name: 'Terima A' })).toBeEnabled()
  await page.keyboard.press('a')
  await expect(page.locator('.review-queue').getByText(TITLE)).toBeHidden()
  expect(await hand.rest('secretariat, a submission accepted')).toBeLessThanOrEqual(2)

  await page.goto(`${server.url}/matching?department=opd-kesehatan`)
  const meeting = await openHand(page)
  await page.getByRole('button', { name: 'Mode rapat' }).click()
  await expect(page.getByText('Target 1 dari')).toBeVisible()
  await page.keyboard.press('1')
  await page.keyboard.press('m')
  await expect(page.locator('.matching-four > li').first()).toContainText('Dipadankan Sinta')
  expect(await meeting.rest('secretariat, a match recorded')).toBeLessThanOrEqual(3)
})

test('a presenter goes through six scenes with one key each', async ({ page }) => {
  await page.goto(`${server.url}/stories`)
  const hand = await openHand(page)
  await page.getByRole('link', { name: 'Ekspose contoh Kepulauan Karimata' }).click()
  await page.getByRole('link', { name: 'Tayangkan' }).click()
  const player = page.locator('.present')
  for (let scene = 1; scene < 6; scene += 1) {
    const shown = (await player.getAttribute('data-scene'))!
    await expect(player).toHaveAttribute('data-drawn', shown, { timeout: 40_000 })
    await page.keyboard.press('ArrowRight')
    await expect(player).not.toHaveAttribute('data-scene', shown)
  }
  expect(await hand.rest('presenter, six scenes')).toBeLessThanOrEqual(7)
})

test('a webmaster copies one snippet of the view on the screen', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url })
  const hand = await openMap(page, '?theme=education')
  await page.getByRole('button', { name: 'Bagikan' }).click()
  await page.getByRole('button', { name: /^Widget/ }).click()
  await page.locator('.share-part').getByRole('link').first().click()
  const snippet = page.locator('.widget-snippet').first()
  await snippet.getByRole('button', { name: 'Salin' }).click()
  await expect(snippet.getByRole('button', { name: 'Tersalin' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('education')
  expect(await hand.rest('webmaster, a snippet copied')).toBeLessThanOrEqual(4)
})

test('an analyst takes a GeoPackage of what is on the screen without an account', async ({ page }) => {
  const hand = await openMap(page)
  await page.getByRole('button', { name: 'Bagikan' }).click()
  await page.getByRole('button', { name: /^Unduh data/ }).click()
  await page.getByLabel('Yang diunduh').selectOption('activities')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: /^GeoPackage/ }).click()
  expect((await download).suggestedFilename()).toMatch(/\.gpkg$/)
  expect(await hand.rest('analyst, a GeoPackage')).toBeLessThanOrEqual(4)
})
