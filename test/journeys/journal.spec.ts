import { expect, test } from '@playwright/test'
import { noViolations } from './accessibility.ts'
import { invitation, join, secondFactor } from './members.ts'

test('an admin reads the whole journal, follows a record into its history, and undoes an entry', async ({ page }) => {
  await join(page, invitation('--role', 'admin'), 'Ibu Admin', 'admin.jurnal@contoh.id')
  await secondFactor(page)
  await page.goto('/work')
  const line = page.locator('.work-line').first()
  // The list is sorted by age: what was confirmed goes to its end.
  const title = await line.locator('strong').innerText()
  await line.getByRole('button', { name: /^Masih benar/ }).click()
  await expect(line.locator('strong')).not.toHaveText(title)

  await page.getByRole('link', { name: 'Jurnal' }).click()
  const entries = page.locator('.journal > li')
  await expect(entries.first()).toContainText('Ibu Admin')
  await expect(entries.last()).toContainText('Entri 1')
  const before = await entries.count()
  page.on('dialog', (dialog) => void dialog.accept())
  await entries
    .first()
    .getByRole('button', { name: /^Urungkan entri/ })
    .click()
  await expect(entries).toHaveCount(before + 1)
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    await noViolations(page)
  }
  await entries.first().getByRole('link').first().click()
  await expect(page.getByText('Revisi 3')).toBeVisible()
})
