import { expect, test } from '@playwright/test'
import { ready } from './ready.ts'

test('the first screen asks no other host and logs no error', async ({ page }) => {
  const hosts = new Set<string>()
  const errors: string[] = []
  let asked = 0
  page.on('request', (request) => {
    asked += 1
    if (/^https?:/.test(request.url())) hosts.add(new URL(request.url()).host)
  })
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto('/')
  await ready(page)
  await page.waitForLoadState('networkidle')
  expect(asked).toBeGreaterThan(20)
  expect([...hosts]).toEqual([new URL(page.url()).host])
  expect(errors).toEqual([])
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
