import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

/** At the present size, `what` told where one is found; each violation is named with where it is. */
export const noViolations = async (page: Page, what?: string): Promise<void> => {
  const { violations } = await new AxeBuilder({ page })
    // What passes is not told: it takes a fifth of the time.
    .options({
      resultTypes: ['violations'],
      preload: false,
      // Who speaks to the device says what stands on a button.
      rules: { 'label-content-name-mismatch': { enabled: true } },
    })
    .withTags(WCAG_22_AA)
    .analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' | ')}`),
    what,
  ).toEqual([])
}

/** The widths every screen has to fit, from a phone to a projector. */
export const WIDTHS = [360, 1280, 1920] as const
export type Width = (typeof WIDTHS)[number]

export const sized = (page: Page, width: Width): Promise<void> => page.setViewportSize({ width, height: 800 })

/** A screen sticks out sideways at none of the widths. */
export const fitsAllWidths = async (page: Page): Promise<void> => {
  for (const width of WIDTHS) {
    await sized(page, width)
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
}

/** No violation on a phone and at a desk, and nothing sticks out sideways at any width; leaves the page at a desk. */
export const accessibleEverywhere = async (page: Page): Promise<void> => {
  for (const width of [360, 1280] as const) {
    await sized(page, width)
    // What is half under the bar at the top counts as too small to hit.
    await page.evaluate(() => scrollTo(0, 0))
    await noViolations(page)
  }
  await fitsAllWidths(page)
  await sized(page, 1280)
}
