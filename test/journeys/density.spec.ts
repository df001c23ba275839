import { expect, type Page, test } from '@playwright/test'
import { hexagonAt } from '../../data/model/density.ts'
import { monthOfDay, monthsOfYears, parseMonth } from '../../data/model/month.ts'
import type { PointsAnswer } from '../../data/model/points.ts'
import { noViolations } from './accessibility.ts'
import { ready } from './ready.ts'

const numberIn = (text: string | null): number =>
  Number(/[\d.]+/.exec(text ?? '')?.[0].replaceAll('.', '') ?? Number.NaN)

/** Activities with a point, all activities and sites between two months, counted from what the server answers. */
const counted = async (page: Page, query: string, from: string, to: string) => {
  const response = await page.request.get(`/api/points?${query}`)
  const { activities, sites } = (await response.json()) as PointsAnswer
  const [first, last] = [parseMonth(from)!, parseMonth(to)!]
  const isUnderWay = (row: number) => {
    const end = activities.end[row]
    return monthOfDay(activities.start[row]!) <= last && (end === null || monthOfDay(end!) >= first)
  }
  const here = sites.activity.filter(isUnderWay)
  return {
    all: activities.id.filter((_, row) => isUnderWay(row)).length,
    drawn: new Set(here).size,
    sites: here.length,
  }
}

/** How many hexagons hold anything in 2026, and how often an activity lies in one: Sintang's middle is nearest to the equator. */
const pairsIn = async (page: Page, km: number) => {
  const { activities, sites } = (await (await page.request.get('/api/points?region=61.05')).json()) as PointsAnswer
  const months = monthsOfYears({ from: 2026, to: 2026 })
  const hexagons = new Set<string>()
  const pairs = new Set<string>()
  for (const [site, row] of sites.activity.entries()) {
    const end = activities.end[row]!
    if (monthOfDay(activities.start[row]!) > months.to || (end !== null && monthOfDay(end) < months.from)) continue
    const { q, r } = hexagonAt(sites.lng[site]! / 1e6, sites.lat[site]! / 1e6, { km, latitude: 0 })
    hexagons.add(`${q} ${r}`)
    pairs.add(`${row} ${q} ${r}`)
  }
  return { hexagons: hexagons.size, sum: pairs.size }
}

const panel = (page: Page) => page.locator('.analysis')
const figure = async (page: Page): Promise<number> =>
  numberIn(await panel(page).locator('.figure-number').textContent())
const drawing = (page: Page) => page.locator('.density-on-map')

/** The picture has come: the hexagons of the list, or as many points as the GPU let through. */
const drawn = async (page: Page, sites: number) =>
  expect(drawing(page)).toHaveAttribute('data-points', `${sites}`, { timeout: 30_000 })

test('hexagons: opened from the layers, their sum is the figure that is told, a list does what the map does', async ({
  page,
}) => {
  await page.goto('/?theme=restoration')
  await ready(page)
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname))
  await page.locator('.layers').getByRole('button', { name: 'Sebaran kegiatan' }).click()
  await expect(page).toHaveURL(/density=5km/)
  await expect(panel(page).getByRole('heading', { name: 'Sebaran kegiatan' })).toBeFocused()
  const expected = await counted(page, 'region=61.05&theme=restoration', '2026-01', '2026-12')
  expect(expected.drawn).toBeGreaterThan(3)
  await expect(panel(page).locator('.figure-number')).toHaveText(`${expected.drawn}`)
  await expect(panel(page)).toContainText(`dari ${expected.all} kegiatan di`)
  await expect(panel(page)).toContainText(`${expected.sites} lokasi`)
  expect(fetched.some((path) => path.includes('DensityOnMap'))).toBe(true)

  await page.getByRole('button', { name: 'semua tema', exact: true }).click()
  const all = await counted(page, 'region=61.05', '2026-01', '2026-12')
  await expect(panel(page).locator('.figure-number')).toHaveText(`${all.drawn}`)
  await page.getByRole('button', { name: /^Semua \d/ }).click()
  for (const km of [10, 2]) {
    await page.getByRole('button', { name: `${km} km`, exact: true }).click()
    const { hexagons, sum } = await pairsIn(page, km)
    await expect(drawing(page)).toHaveAttribute('data-hexagons', `${hexagons}`)
    const classes = await panel(page).locator('.density-classes .quiet').allInnerTexts()
    expect(classes.map(numberIn).reduce((total, count) => total + count, 0)).toBe(hexagons)
    await expect(panel(page).locator('.density-sum')).toContainText(`Jumlah semua segi enam: ${sum}.`)
    expect(sum).toBeGreaterThan(all.drawn)
    const listed = (await panel(page).locator('.density-row strong').allInnerTexts()).map(numberIn)
    expect(listed.length).toBe(Math.min(100, hexagons))
    // The hundred fullest are listed: of those that are not, each holds as much as the last one at most.
    const total = listed.reduce((known, count) => known + count, 0)
    if (hexagons <= 100) expect(total).toBe(sum)
    else expect(sum - total).toBeLessThanOrEqual((hexagons - 100) * listed.at(-1)!)
  }

  const row = panel(page).locator('.density-row').first()
  const told = numberIn(await row.locator('strong').textContent())
  await row.focus()
  await page.keyboard.press('Enter')
  await expect(row).toHaveAttribute('aria-pressed', 'true')
  const chosen = page.getByRole('region', { name: 'Segi enam terpilih' })
  await expect(chosen).toContainText(`${told} kegiatan di`)
  await expect(chosen.locator('dd').nth(1)).toContainText('Mitra Contoh')
  await expect(page).toHaveURL(/density=2km,all,h\d+\.-?\d+/)
  await noViolations(page, 'hexagons')
})

test('points: the slider’s figure is a plain count of what the server answered, and the GPU draws as many', async ({
  page,
}) => {
  await page.goto('/?density=points,all')
  await ready(page)
  const whole = await counted(page, 'region=61.05', '2026-01', '2026-12')
  await drawn(page, whole.sites)
  expect(await figure(page)).toBe(whole.drawn)

  const slider = page.getByRole('slider', { name: 'Bulan yang ditampilkan' })
  await slider.focus()
  for (const key of ['Home', 'PageUp', 'ArrowRight', 'ArrowRight', 'End', 'ArrowLeft']) {
    await page.keyboard.press(key)
    await expect(page).toHaveURL(/density=points,all,\d{4}-\d\d/)
    await expect
      .poll(async () => {
        const month = /density=points,all,(\d{4}-\d\d)/.exec(page.url())![1]!
        const { drawn: count, sites } = await counted(page, 'region=61.05', month, month)
        return [
          (await figure(page)) - count,
          Number(await drawing(page).getAttribute('data-points')) - sites,
          numberIn(await page.locator('.months-shown span').textContent()) - count,
        ]
      })
      .toEqual([0, 0, 0])
  }
  await expect(slider).toHaveAttribute('aria-valuetext', /\d{4}: \d+ kegiatan di peta/)

  const before = page.url()
  await page.getByRole('button', { name: 'Putar bulan' }).click()
  await expect(page).not.toHaveURL(before)
  await page.getByRole('button', { name: 'Jeda' }).click()
  await page.getByRole('button', { name: 'Seluruh 2026' }).click()
  await drawn(page, whole.sites)
  await noViolations(page, 'points')
})

test('a link restores the mode on a phone; a point opens its activity; Esc and the way back leave', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.setViewportSize({ width: 360, height: 780 })
  await page.goto('/?density=10km,all,2026-03&lang=en')
  await ready(page)
  const march = await counted(page, 'region=61.05', '2026-03', '2026-03')
  await expect(panel(page).locator('.figure-number')).toHaveText(`${march.drawn}`)
  await expect(page.getByRole('button', { name: '10 km' })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('slider', { name: 'Month shown' })).toHaveAttribute('aria-valuetext', /^March 2026: /)
  await noViolations(page, 'hexagons on a phone')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await page.getByRole('button', { name: 'Back to the answer' }).click()
  await expect(page).not.toHaveURL(/density/)
  await expect(page.locator('.answer')).toBeVisible()

  await page.setViewportSize({ width: 1280, height: 800 })
  const answer = (await (await page.request.get('/api/points?region=61.05&status=ongoing')).json()) as PointsAnswer
  const [lng, lat] = [answer.sites.lng[0]! / 1e6, answer.sites.lat[0]! / 1e6]
  await page.goto(`/?density=points,all&status=ongoing&period=2019/2030&at=${lng},${lat},15`)
  await ready(page)
  await expect(drawing(page)).toHaveAttribute('data-points', /\d/)
  const box = (await page.locator('.map-canvas canvas').boundingBox())!
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  await expect(page).toHaveURL(/selected=activity:/)
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(/selected/)
  await expect(page).toHaveURL(/density/)
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(/density/)
})

test('from the palette; and a device without WebGL2 is told so, has figures and lists, and is offered the table', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const { getContext } = HTMLCanvasElement.prototype
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...asked: unknown[]) {
      return /^webgl/.test(`${asked[0]}`) ? null : (getContext as (...given: unknown[]) => unknown).apply(this, asked)
    } as typeof getContext
  })
  await page.goto('/')
  await expect(page.locator('.answer[aria-busy="false"]')).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Pencarian' }).fill('heksagon')
  await page.getByRole('option', { name: 'Sebaran kegiatan: segi enam atau titik' }).click()
  await expect(page.getByText('WebGL2 tidak tersedia')).toBeVisible()
  await page.getByRole('button', { name: 'semua tema', exact: true }).click()
  const { drawn: count } = await counted(page, 'region=61.05', '2026-01', '2026-12')
  await expect(panel(page).locator('.figure-number')).toHaveText(`${count}`)
  await expect(panel(page).locator('.density-row')).toHaveCount(6)
  await page.getByRole('button', { name: 'Buka tabel' }).click()
  await expect(page.getByRole('table')).toBeVisible()
})
