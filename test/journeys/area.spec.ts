import { expect, type Page, type Response, test } from '@playwright/test'
import type { AreaReportAnswer } from '../../data/model/answers.ts'
import { noViolations } from './accessibility.ts'
import { ready } from './ready.ts'

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }))

const report = (page: Page) => page.getByRole('complementary', { name: 'Laporan wilayah' })
const isReport = (response: Response) => response.url().endsWith('/api/area-report')
const inIndonesian = (value: number) => value.toLocaleString('id-ID', { maximumFractionDigits: value >= 100 ? 0 : 2 })

const draw = async (page: Page) => {
  await page.goto('/')
  await ready(page)
  await page.getByRole('button', { name: /^Gambar wilayah/ }).click()
  await expect(page.getByRole('heading', { name: 'Gambar wilayah' })).toBeFocused()
}

/** Every figure of the report that stands as a number, against the answer it was made from. */
const expectSame = async (page: Page, answer: AreaReportAnswer) => {
  const { activities, organisations, targets, villages, themes, budget } = answer
  const sheet = report(page)
  await expect(sheet.locator('.report-figure .figure-number')).toHaveText(inIndonesian(answer.areaHa))
  await expect(sheet.locator('.card-why')).toHaveText(
    `${activities.length} kegiatan dari ${organisations.length} lembaga dan ${targets.length} target pada ${answer.period}, di ${villages.length} desa.`,
  )
  await expect(sheet.getByRole('heading', { name: `Putusan per tema (${themes.length})` })).toBeVisible()
  await expect(sheet.getByRole('heading', { name: `Kegiatan (${activities.length})` })).toBeVisible()
  await expect(sheet.locator('.report-sum').first()).toContainText(
    `${budget.known} dari ${budget.of} kegiatan menyebut anggaran`,
  )
}

test('a polygon drawn with the mouse is a report whose figures are those of the answer, and its link reloads it', async ({
  page,
}) => {
  await draw(page)
  const points = [
    [600, 330],
    [740, 340],
    [750, 450],
    [640, 470],
  ] as const
  for (const [x, y] of points) {
    await page.mouse.move(x, y)
    await page.mouse.click(x, y)
  }
  await expect(page.locator('.draw-measure')).toContainText('4 titik')
  await page.keyboard.press('Control+z')
  await expect(page.locator('.draw-measure')).toContainText('3 titik')
  const answered = page.waitForResponse(isReport)
  await page.keyboard.press('Enter')
  const answer = (await (await answered).json()) as AreaReportAnswer
  await expectSame(page, answer)
  await expect(page).toHaveURL(/area=polygon:(-?[\d.]+,){5}-?[\d.]+$/)

  const again = page.waitForResponse(isReport)
  await page.reload()
  await ready(page)
  expect(((await (await again).json()) as AreaReportAnswer).areaHa).toBe(answer.areaHa)
  await expectSame(page, answer)

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV desa' }).click()
  const stream = await (await download).createReadStream()
  const text = (await stream.toArray()).join('')
  expect(text.trim().split('\r\n')).toHaveLength(answer.villages.length + 1)
})

test('a circle tells its radius while it is drawn; the press that ends it chooses no village', async ({ page }) => {
  await draw(page)
  await page.getByRole('button', { name: 'Lingkaran' }).click()
  await page.mouse.move(640, 400)
  await page.mouse.down()
  await page.mouse.move(680, 410, { steps: 4 })
  await expect(page.locator('.draw-measure')).toContainText(/radius [\d,]+ km/)
  await page.mouse.up()
  await expect(report(page).getByRole('heading', { level: 2 })).toContainText(/Lingkaran [\d,]+ km/)
  await expect(page).not.toHaveURL(/selected=/)
})

test('a lasso is a report of the polygon it was drawn around', async ({ page }) => {
  await draw(page)
  await page.getByRole('button', { name: 'Bebas' }).click()
  const answered = page.waitForResponse(isReport)
  await page.mouse.move(720, 400)
  await page.mouse.down()
  for (let step = 1; step <= 24; step += 1) {
    const angle = (step / 24) * 2 * Math.PI
    await page.mouse.move(640 + 80 * Math.cos(angle), 400 + 70 * Math.sin(angle))
  }
  await page.mouse.up()
  const answer = (await (await answered).json()) as AreaReportAnswer
  await expectSame(page, answer)
  await expect(page).toHaveURL(/area=polygon:(-?[\d.]+,){20,}/)
  await expect(page).not.toHaveURL(/selected=/)
})

test('a distance is measured on the ellipsoid, by pointer and by keys, and leaves nothing behind', async ({ page }) => {
  await page.goto('/?at=111.5,0,9')
  await ready(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('ukur jarak')
  await expect(page.locator('.search-item[data-highlighted]')).toContainText('Ukur jarak di peta')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Ukur jarak' })).toBeAttached()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const told = page.locator('.draw-measure')
  // A pixel at zoom 9 on the equator: 2 pi x 6,378,137 m / (512 x 512) = 152.874 m.
  const kmOf = (px: number) => (px * 152.874) / 1000
  const canvas = (await page.locator('.stage .maplibregl-canvas').boundingBox())!
  const [x, y] = [Math.round(canvas.x + canvas.width / 2), Math.round(canvas.y + canvas.height / 2)]
  await page.mouse.move(x, y)
  await page.mouse.click(x, y)
  await page.mouse.move(x + 100, y, { steps: 4 })
  await page.mouse.click(x + 100, y)
  const measured = async () => Number(/([\d,]+) km/.exec(await told.innerText())![1]!.replace(',', '.'))
  await expect(told).toContainText('km')
  expect(await measured()).toBeCloseTo(kmOf(100), 0)
  await page.mouse.move(x + 100, y - 100, { steps: 4 })
  await page.mouse.click(x + 100, y - 100)
  await expect(told).toContainText('bila ditutup sekitar')
  // A degree of latitude is 0.67 % shorter than one of longitude there.
  await expect.poll(measured).toBeCloseTo(kmOf(100) + kmOf(100) * 0.9933, 0)
  await page.keyboard.press('Enter')
  await expect(page.locator('.draw-hint')).toHaveText('Garis sudah diukur. Ketuk peta untuk mengukur yang lain.')
  const before = await told.innerText()
  await page.mouse.move(x - 60, y + 30)
  expect(await told.innerText()).toBe(before)
  await page.mouse.click(x - 60, y + 30)
  await page.mouse.move(x - 160, y + 30, { steps: 3 })
  await expect.poll(measured).toBeCloseTo(kmOf(100), 0)
  await noViolations(page)
  await page.keyboard.press('Escape')
  await expect(page.locator('.draw')).toHaveCount(0)
  await expect(page).not.toHaveURL(/area=|selected=/)
  await page.setViewportSize({ width: 360, height: 780 })
  await page.keyboard.press('g')
  await expect(page.getByRole('button', { name: 'Ukur jarak' })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
})

test('without a mouse: the chosen village and one more by name, with a buffer', async ({ page }) => {
  await page.goto('/?selected=place:61.05.08.2001')
  await ready(page)
  await page.keyboard.press('g')
  await page.getByRole('button', { name: 'Daftar desa' }).focus()
  await page.keyboard.press('Enter')
  await expect(report(page).getByRole('heading', { level: 2 })).toHaveText('Nanga Mau')
  await page.getByLabel('Tambah desa, kecamatan, atau pulau').fill('Kayan Hulu')
  await expect(page.locator('.report-found button').first()).toBeVisible()
  await page.getByLabel('Tambah desa, kecamatan, atau pulau').press('Enter')
  await expect(page).toHaveURL(/area=units:61\.05\.08\.2001,61\./)
  const answered = page.waitForResponse((response) => isReport(response) && response.request().postDataJSON().bufferKm)
  await page.getByLabel('Penyangga (km)').fill('2.5')
  await expectSame(page, (await (await answered).json()) as AreaReportAnswer)
  await expect(page).toHaveURL(/buffer=2\.5/)
})

test('the keyboard alone draws on the map: arrows move it, Space sets points, Escape leaves', async ({ page }) => {
  await draw(page)
  const canvas = page.locator('.maplibregl-canvas')
  await canvas.focus()
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft']) {
    await page.keyboard.press('Space')
    await page.keyboard.press(key)
    await page.waitForTimeout(400)
  }
  await expect(page.locator('.draw-measure')).toContainText('3 titik')
  await page.keyboard.press('Escape')
  await expect(page.locator('.draw')).toHaveCount(0)
  await expect(page).not.toHaveURL(/area=/)
})

test('a refusal is told in the words of the server and the shape stays; the sea is told from the land', async ({
  page,
}) => {
  await page.goto('/?area=polygon:179.1,1,-179.2,1,-179.2,2,179.1,2')
  await ready(page)
  await expect(report(page).getByRole('alert')).toContainText('180')
  await expect(report(page).getByText('Bentuk tetap ada di peta')).toBeVisible()
  await page.goto('/?area=circle:107.5,-2.2,5')
  await ready(page)
  await expect(report(page).getByText('Tidak ada desa', { exact: false })).toBeVisible()
})

test('a damaged area in a link is named and the rest of it opens', async ({ page }) => {
  await page.goto('/?theme=education&area=polygon:1,2,3')
  await ready(page)
  await expect(page.getByText(/Bagian tautan ini tidak terbaca.*area/)).toBeVisible()
  await expect(report(page)).toHaveCount(0)
})

test('on a phone taps draw, and the tools bear a thumb and a screen reader', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true })
  const page = await context.newPage()
  await page.goto('/')
  await ready(page)
  await page.getByRole('button', { name: /^Gambar wilayah/ }).tap()
  await noViolations(page)
  for (const [x, y] of [
    [110, 330],
    [170, 330],
    [170, 390],
  ] as const)
    await page.touchscreen.tap(x, y)
  await expect(page.locator('.draw-measure')).toContainText('3 titik')
  await page.getByRole('button', { name: 'Selesai' }).tap()
  await expect(report(page).locator('.report-figure')).toBeVisible()
  await context.close()
})
