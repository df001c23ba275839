import { expect, type Request, test } from '@playwright/test'
import { ready } from './ready.ts'

const BUDGET_BYTES = 700_000

/** Bytes of an answer as they crossed the wire, headers included; of a worker's file the browser tells only the length. */
const weigh = async (request: Request): Promise<number> => {
  const { responseBodySize, responseHeadersSize } = await request.sizes()
  const length = Number((await request.response())?.headers()['content-length'] ?? 0)
  return (responseBodySize || length) + responseHeadersSize
}

test('the first screen asks no other host, logs no error and stays under 700 kB', async ({ page }) => {
  const hosts = new Set<string>()
  const errors: string[] = []
  page.on('request', (request) => {
    if (/^https?:/.test(request.url())) hosts.add(new URL(request.url()).host)
  })
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(error.message))
  const finished: Promise<number>[] = []
  page.on('requestfinished', (request) => finished.push(weigh(request)))
  await page.goto('/')
  await ready(page)
  await page.waitForLoadState('networkidle')
  const bytes = (await Promise.all(finished)).reduce((sum, size) => sum + size, 0)
  expect(finished.length).toBeGreaterThan(20)
  expect([...hosts]).toEqual([new URL(page.url()).host])
  expect(errors).toEqual([])
  console.log(`first screen: ${(bytes / 1000).toFixed(0)} kB over the wire in ${finished.length} requests`)
  expect(bytes).toBeGreaterThan(100_000)
  expect(bytes).toBeLessThan(BUDGET_BYTES)
})

test('a damaged link opens on what can be read, and says what was replaced', async ({ page }) => {
  await page.goto('/?theme=education&period=20x6&at=1,2')
  await ready(page)
  await expect(page.getByText(/Bagian tautan ini tidak terbaca.*period.*at/)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('pendidikan')
})

test('a broken layer is told in a notice and never takes the page down', async ({ page }) => {
  await page.route('**/tiles/zones/**', (route) => route.abort())
  await page.goto('/?layers=regencies,districts,villages,zones')
  await ready(page)
  await expect(page.getByText(/Tidak tampil: Zona aksi lanskap/)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('stunting')
})

test('an unknown address is answered in words with a way back', async ({ page }) => {
  const answer = await page.goto('/tidak-ada')
  expect(answer?.status()).toBe(404)
})
