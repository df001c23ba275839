import { expect, type Page, test } from '@playwright/test'
import { noViolations } from './accessibility.ts'
import { ready } from './ready.ts'

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }))

const sites = (page: Page) => page.locator('.edit-site-title')
const details = (page: Page) => page.locator('.edit-site-detail')
const hectaresOf = (text: string) => Number(text.split(' ha')[0]?.replaceAll('.', '').replace(',', '.'))

const open = async (page: Page, address = '/?edit=new&at=111.6,0.05,10') => {
  await page.goto(address)
  await ready(page)
  await expect(page.getByRole('heading', { name: 'Tandai kegiatan', level: 2 })).toBeFocused()
}

const drawPolygon = async (page: Page, points: readonly (readonly [number, number])[]) => {
  for (const [x, y] of points) {
    await page.mouse.move(x - 4, y - 3)
    await page.mouse.click(x, y)
  }
}

const FIELD = [
  [480, 230],
  [700, 240],
  [690, 420],
  [490, 430],
] as const

test('without a pointer: a point in the middle, a village by its name, coordinates typed; all taken back and done again', async ({
  page,
}) => {
  await open(page)
  await page.getByRole('button', { name: 'Titik', exact: true }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Taruh titik' })).toBeFocused()
  await page.locator('.maplibregl-canvas').focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await expect(sites(page)).toHaveText(['Titik 1'])

  await page.getByLabel('Tambah tempat dengan nama atau kode').fill('Nanga Mau')
  await expect(page.locator('.edit-found button').first()).toContainText('Nanga Mau')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Koordinat' }).press('Enter')
  await page.getByLabel('Koordinat', { exact: true }).fill('0°04\'10,2" LU 111°29\'42" BT')
  await page.keyboard.press('Enter')
  await expect(sites(page)).toHaveText(['Titik 1', 'Nanga Mau', 'Titik 3'])
  await expect(details(page).last()).toContainText('0°04′10,2″ LU 111°29′42,0″ BT')

  await page.getByRole('button', { name: 'Koordinat' }).focus()
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('Control+z')
  await expect(page.getByRole('heading', { name: 'Belum ada lokasi' })).toBeVisible()
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('Control+Shift+z')
  await expect(sites(page)).toHaveCount(3)
})

test('a field that is drawn sticks to borders, is split and gets a hole; its hectares add up and each step can be taken back', async ({
  page,
}) => {
  await open(page)
  await page.getByRole('button', { name: 'Bidang' }).click()
  await drawPolygon(page, FIELD)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+Shift+z')
  await page.keyboard.press('Enter')
  await expect(sites(page)).toHaveText(['Area 1'])
  const whole = hectaresOf(await details(page).first().innerText())

  await page.getByRole('button', { name: 'Bagi dengan garis' }).click()
  await page.getByLabel('Menempel ke batas').uncheck()
  await drawPolygon(page, [
    [590, 180],
    [600, 480],
  ])
  await page.keyboard.press('Enter')
  await expect(sites(page)).toHaveText(['Area 1', 'Area 2'])
  const pieces = (await details(page).allInnerTexts()).map(hectaresOf)
  expect(Math.abs(pieces.reduce((sum, ha) => sum + ha, 0) - whole)).toBeLessThanOrEqual(2)

  await page.locator('.edit-site-head').first().click()
  await page.getByRole('button', { name: 'Lubangi' }).click()
  const box = (await page.locator('.edit-seen').boundingBox())!
  expect(box.height).toBeGreaterThan(300)
  await drawPolygon(page, [
    [515, 290],
    [555, 290],
    [540, 340],
  ])
  await page.locator('.edit-strip').getByRole('button', { name: 'Lubangi' }).click()
  await expect(page.locator('.edit-strip')).toBeHidden()
  const holed = (await details(page).allInnerTexts()).map(hectaresOf)
  expect(holed[0]! + holed[1]!).toBeLessThan(whole - 10)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(sites(page)).toHaveText(['Area 1'])
})

test('a corner is moved by the keyboard alone', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: 'Bidang' }).click()
  await drawPolygon(page, FIELD)
  await page.keyboard.press('Enter')
  const before = await details(page).first().innerText()
  await page.getByRole('button', { name: 'Ubah bentuk' }).press('Enter')
  await page.getByText('Sudut satu per satu').click()
  await page.getByRole('button', { name: 'Sudut berikutnya' }).press('Enter')
  await expect(page.getByText('Sudut 1 dari 4')).toBeVisible()
  await page.getByLabel('Koordinat sudut').fill('0,2; 111,3')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Selesai' }).press('Enter')
  await expect(details(page).first()).not.toHaveText(before)
})

test('what was marked without an account is there after a reload, and signing in is what saving asks for', async ({
  page,
}) => {
  await open(page)
  await page.getByLabel('Nama kegiatan').fill('Kebun gizi')
  await page.getByLabel('Anggaran').fill('18,7 miliar')
  await expect(page.getByText('Rp 18.700.000.000')).toBeVisible()
  await expect(page.getByText(/Draf di perangkat ini, \d/)).toBeVisible()
  await page.reload()
  await expect(page.getByText(/Melanjutkan draf dari/)).toBeVisible()
  await expect(page.getByLabel('Nama kegiatan')).toHaveValue('Kebun gizi')
  await expect(page.getByRole('link', { name: 'Masuk untuk menyimpan' })).toHaveAttribute('href', /^\/sign-in\?next=/)
  await page.getByRole('button', { name: 'Buang dan mulai dari awal' }).click()
  await expect(page.getByLabel('Nama kegiatan')).toHaveValue('')
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

  test('the form goes in four steps, nothing spills sideways, what the thumb needs is 44 px, and no step has a violation', async ({
    page,
  }) => {
    await open(page)
    const check = async () => {
      await noViolations(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
      const small = await page.locator('.marking :is(button, a, select, summary):visible').evaluateAll((controls) =>
        controls
          .map((control) => ({ name: control.textContent?.trim() ?? '', box: control.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && (box.width < 44 || box.height < 44))
          .map(({ name, box }) => `${name} ${Math.round(box.width)}x${Math.round(box.height)}`),
      )
      expect(small).toEqual([])
    }
    await check()
    await page.getByRole('button', { name: 'Bidang' }).tap()
    await expect(page.getByRole('heading', { name: 'Gambar bidang' })).toBeFocused()
    for (const [x, y] of [
      [80, 150],
      [250, 160],
      [240, 320],
    ] as const)
      await page.touchscreen.tap(x, y)
    await check()
    await page.getByRole('button', { name: 'Selesai' }).tap()
    await expect(sites(page)).toHaveText(['Area 1'])
    for (const step of ['Apa', 'Kapan', 'Simpan']) {
      await page.getByRole('button', { name: `Lanjut: ${step}` }).tap()
      await check()
    }
    await page.getByRole('button', { name: /Beri nama kegiatannya/ }).tap()
    await expect(page.getByLabel('Nama kegiatan')).toBeVisible()
  })

  test('where the phone stands becomes a site, with how sure it is of that', async ({ page, context }) => {
    await context.grantPermissions(['geolocation'])
    await context.setGeolocation({ longitude: 111.4951, latitude: 0.0695, accuracy: 6 })
    await open(page)
    await page.getByRole('button', { name: 'Posisi saya' }).tap()
    await page.getByRole('button', { name: 'Jadikan lokasi' }).tap()
    await expect(details(page)).toContainText('ketelitian ± 6 m')
  })
})
