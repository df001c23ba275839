import { expect, type Page, test } from '@playwright/test'
import { comeAsModerator, comeAsPartner } from './members.ts'
import { ready } from './ready.ts'

const TITLE = 'Posyandu keliling di tepi Kapuas'
const PARTNER = 'contoh-mitra-01'
test.describe.configure({ timeout: 180_000 })

/** What everyone finds under the title, asked as everyone. */
const foundByAll = async (page: Page): Promise<number> => {
  const answer = await page.request.get(`/api/search?q=${encodeURIComponent(TITLE)}`)
  return ((await answer.json()) as { title: string }[]).filter(({ title }) => title === TITLE).length
}

test('a partner marks an activity, Sekber accepts it by a key, and everyone sees it within two seconds', async ({
  browser,
}) => {
  const partner = await (await browser.newContext()).newPage()
  await comeAsPartner(partner, PARTNER)
  await partner.goto('/?edit=new')
  await ready(partner)
  await partner.getByLabel('Tambah tempat dengan nama atau kode').fill('Kelam Permai')
  await partner.locator('.edit-found button').first().click()
  await partner.getByLabel('Nama kegiatan').fill(TITLE)
  await partner.getByRole('button', { name: 'Pilih tema' }).click()
  await partner.getByRole('option', { name: 'Stunting' }).click()
  await partner.keyboard.press('Escape')
  await partner.getByLabel('Mulai').fill('2026-01-01')
  await partner.getByLabel('Anggaran').fill('18,7 miliar')
  // What was said of the draft before the last word was typed holds it back until it is looked at again.
  await expect(async () => {
    await partner.getByRole('button', { name: 'Ajukan' }).click({ timeout: 2_000 })
    await expect(partner.getByRole('heading', { name: 'Sudah diajukan' })).toBeVisible({ timeout: 4_000 })
  }).toPass({ timeout: 40_000 })
  expect(await foundByAll(partner)).toBe(0)

  const sekber = await (await browser.newContext()).newPage()
  await comeAsModerator(sekber)
  await sekber.goto('/review')
  await sekber.getByRole('button', { name: TITLE }).click()
  await expect(sekber.getByRole('heading', { name: TITLE })).toBeVisible()
  await expect(sekber.getByText(/^Rp\s18,7\smiliar$/)).toBeVisible()
  await sekber.keyboard.press('a')
  await expect(sekber.getByRole('button', { name: TITLE })).toHaveCount(0)
  await expect.poll(() => foundByAll(partner), { timeout: 2_000 }).toBe(1)
})
