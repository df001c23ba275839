import { expect, type Page } from '@playwright/test'

/** Waits until the verdicts of the region are on the map. */
export const ready = async (page: Page): Promise<void> => {
  await expect(page.locator('[data-map-ready="true"]')).toBeAttached({ timeout: 30_000 })
}
