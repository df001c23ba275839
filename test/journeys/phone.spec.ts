import { expect, test } from '@playwright/test'
import { ready } from './ready.ts'

test.use({ viewport: { width: 360, height: 780 }, hasTouch: true })

test('on a phone the map is full, nothing spills sideways and the figure is in sight', async ({ page }) => {
  await page.goto('/')
  await ready(page)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(360)
  await expect(page.locator('.figure-number').first()).toBeInViewport()
})

test('what the thumb must reach is at least 24 px, and the sheet opens by a button', async ({ page }) => {
  await page.goto('/')
  await ready(page)
  await page.getByRole('button', { name: 'Perbesar lembar' }).click()
  await expect(page.getByRole('button', { name: /^Celah/ })).toBeInViewport()
  const small = await page.locator('button:visible, a:visible').evaluateAll((controls) =>
    controls
      .map((control) => ({
        name: control.textContent?.trim() || control.getAttribute('aria-label'),
        box: control.getBoundingClientRect(),
      }))
      .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
      .map(({ name, box }) => `${name} ${Math.round(box.width)}x${Math.round(box.height)}`),
  )
  expect(small).toEqual([])
})
