import { type Browser, expect, type Page, test } from '@playwright/test'
import { noViolations } from './accessibility.ts'
import { invitation, join, offerSecondFactor, PASSWORD, secondFactor } from './members.ts'
import { ready } from './ready.ts'

const ORGANISATION = 'contoh-mitra-01'
const SIZES = [
  { width: 360, height: 780 },
  { width: 1280, height: 800 },
]

test.describe.configure({ mode: 'serial', timeout: 120_000 })

let admin: Page
let partner: Page
/** The activity that the partner hands in. */
let made = ''

/** No violation and nothing that spills sideways, on a phone and on a desk. */
const isClean = async (page: Page, what: string): Promise<void> => {
  for (const size of SIZES) {
    await page.setViewportSize(size)
    await noViolations(page, `${what}, ${size.width} px`)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect.soft(width, `${what}, ${size.width} px`).toBeLessThanOrEqual(size.width)
  }
}

/** By the keyboard alone: the focus goes on until it is there. */
const tabTo = async (page: Page, name: string): Promise<void> => {
  const wanted = page.getByRole('button', { name, exact: true })
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press('Tab')
    if (await wanted.evaluate((button) => button === document.activeElement)) return
  }
  throw new Error(`The focus never came to ${name}`)
}

const openPage = async (browser: Browser): Promise<Page> =>
  (await browser.newContext({ reducedMotion: 'reduce' })).newPage()

test.beforeAll(async ({ browser }) => {
  admin = await openPage(browser)
  partner = await openPage(browser)
})
test.afterAll(async () => {
  await admin.context().close()
  await partner.context().close()
})

test('signing in, wrong once, and an invitation', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByLabel('Surel').fill('tidak@ada.id')
  await page.getByLabel('Kata sandi').fill('salah sama sekali')
  await isClean(page, 'sign-in')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toBeVisible()
  await isClean(page, 'a refused sign-in')
  await page.goto('/invitation')
  await isClean(page, 'an invitation without its secret')
  await page.goto(invitation('--role', 'partner', '--organisation', ORGANISATION))
  await expect(page.getByLabel('Nama Anda')).toBeVisible()
  await isClean(page, 'an invitation')
  await page.goto('/work')
  await expect(page.getByRole('link', { name: 'Masuk' }).first()).toBeVisible()
  await isClean(page, 'work without an account')
})

test('a partner’s account, work, history and public page', async () => {
  await join(partner, invitation('--role', 'partner', '--organisation', ORGANISATION), 'Maria Lensa', 'maria@mitra.id')
  // As where a mail server is configured.
  await partner.route('**/api/reminders', (route) => route.fulfill({ json: { isReminded: true, canMail: true } }))
  await partner.goto('/account')
  await expect(partner.getByLabel('Ingatkan saya lewat surel')).toBeChecked()
  await offerSecondFactor(partner)
  await expect(partner.getByLabel('Kode enam angka')).toBeVisible()
  await partner.getByLabel('Nama token').fill('sistem kantor')
  await partner.getByRole('button', { name: 'Buat token' }).click()
  await expect(partner.getByRole('button', { name: /Cabut token sistem kantor/ })).toBeVisible()
  await isClean(partner, 'account with a second factor under way and a token')
  const change = partner.locator('form', { has: partner.getByLabel('Kata sandi baru') })
  await change.getByLabel('Kata sandi sekarang').fill('bukan kata sandinya')
  await change.getByLabel('Kata sandi baru').fill(PASSWORD)
  await partner.keyboard.press('Enter')
  await expect(partner.getByRole('alert')).toBeVisible()
  await isClean(partner, 'a password that is not changed')
  await partner.goto('/work')
  await expect(partner.getByRole('button', { name: /^Masih benar: / }).first()).toBeVisible()
  await isClean(partner, 'work')
  await partner.getByLabel('Cari judul').fill('tidak ada yang begini')
  await isClean(partner, 'work that finds nothing')
  await partner.goto('/work')
  await partner
    .getByRole('link', { name: /^Riwayat / })
    .first()
    .click()
  await expect(partner.getByText('Revisi 1')).toBeVisible()
  await isClean(partner, 'the history of a record')
  await partner.goto(`/p/organisation/${ORGANISATION}`)
  await expect(partner.getByRole('heading', { level: 1 })).toBeVisible()
  await isClean(partner, 'the public page')
  await partner.goto('/people')
  await expect(partner.locator('main')).toContainText('Mitra')
  await isClean(partner, 'what a partner may not open')
})

test('an admin’s second factor, people, invitations, and the erasure of a person by keyboard', async () => {
  await join(admin, invitation('--role', 'admin'), 'Rini Admin', 'rini@sekber.id')
  await isClean(admin, 'an account that still needs its second factor')
  await secondFactor(admin)
  await isClean(admin, 'the account of an admin')
  await admin.goto('/people')
  const form = admin.locator('form')
  await form.getByLabel('Lembaga').selectOption({ index: 1 })
  await form.getByRole('button').last().click()
  await expect(admin.locator('.made')).toBeVisible()
  await expect(admin.getByText('maria@mitra.id')).toBeVisible()
  await isClean(admin, 'people with an invitation just made')

  await admin.getByRole('button', { name: 'Hapus Maria Lensa', exact: true }).focus()
  await admin.keyboard.press('Enter')
  const dialog = admin.getByRole('alertdialog', { name: 'Hapus Maria Lensa?' })
  await expect(dialog).toContainText('maria@mitra.id')
  await expect(dialog).toContainText('Yang tetap: catatan yang dibuatnya')
  await expect(dialog.getByRole('button', { name: 'Jangan hapus' })).toBeFocused()
  await isClean(admin, 'the question before a person is erased')
  await admin.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(admin.getByRole('button', { name: 'Hapus Maria Lensa', exact: true })).toBeFocused()
})

test('the review with a submission, its return with reasons, and its acceptance by keyboard', async () => {
  await partner.goto('/?edit=new&at=111.6,0.05,10')
  await ready(partner)
  made = await partner.evaluate(async (organisation) => {
    const record = {
      title: 'Kebun gizi sekolah',
      themes: ['stunting'],
      organisations: [{ id: organisation, role: 'implementer' }],
      sites: [{ code: '61.05.03.2010' }],
      period: { start: '2026-01-01', end: '2026-12-31' },
      status: 'ongoing',
      source: { text: 'Laporan mitra' },
      confirmed: '2026-11-20',
      visibility: 'public',
    }
    const response = await fetch('/api/work/records/activity', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ operation: crypto.randomUUID(), record, submit: true }),
    })
    return ((await response.json()) as { readonly id: string }).id
  }, ORGANISATION)
  await admin.goto('/review')
  await expect(admin.getByRole('button', { name: /^Kebun gizi sekolah/ })).toBeVisible()
  await isClean(admin, 'the queue')
  await admin.getByRole('button', { name: /^Kebun gizi sekolah/ }).press('Enter')
  await expect(admin.getByRole('button', { name: 'Terima A' })).toBeEnabled()
  await isClean(admin, 'a submission')
  await admin.keyboard.press('r')
  await expect(admin.getByRole('heading', { name: 'Kembalikan dengan alasan' })).toBeVisible()
  await expect(admin.getByLabel(/^Alasan untuk/).first()).toBeFocused()
  await isClean(admin, 'a return with reasons')
  await admin.getByRole('button', { name: 'Kembalikan ke pengirim' }).press('Enter')
  await isClean(admin, 'a return without any reason')
  await admin.getByRole('button', { name: 'Batal' }).press('Enter')
  await expect(admin.getByLabel('Alasan untuk Judul')).toBeHidden()
  await admin.keyboard.press('a')
  await expect(admin.getByRole('button', { name: /^Kebun gizi sekolah/ })).toBeHidden()
  await isClean(admin, 'the queue after a decision')
})

test('a person is erased, and their work stays in the name of their organisation', async () => {
  await admin.goto('/people')
  await admin.getByRole('button', { name: 'Hapus Maria Lensa', exact: true }).press('Enter')
  await tabTo(admin, 'Hapus Maria Lensa untuk selamanya')
  await admin.keyboard.press('Enter')
  await expect(admin.getByRole('alertdialog')).toBeHidden()
  await expect(admin.getByText('maria@mitra.id')).toHaveCount(0)
  await partner.goto('/work')
  await expect(partner.getByRole('link', { name: 'Masuk' }).first()).toBeVisible()
  await admin.goto(`/work?history=activity/${made}`)
  await expect(admin.getByText(/Mitra Contoh 01, \d/)).toBeVisible()
  await expect(admin.getByText('Revisi 1')).toBeVisible()
  await expect(admin.locator('main')).not.toContainText('Maria')
})
