import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { TOTP } from 'otpauth'

export const PASSWORD = 'tiang hujan sepeda lampu'

/** Opens an account with an invitation; the browser is signed in afterwards. */
export const join = async (page: Page, invitation: string, name: string, email: string): Promise<void> => {
  await page.goto(invitation)
  await page.getByLabel('Nama Anda').fill(name)
  await page.getByLabel('Surel').fill(email)
  await page.getByLabel('Kata sandi baru').fill(PASSWORD)
  await page.getByRole('button', { name: 'Buat akun' }).click()
  await expect(page).toHaveURL(/\/(work|account)/)
}

/** Asks, on the page of the account, for a second factor to be set up. */
export const offerSecondFactor = async (page: Page): Promise<void> => {
  const form = page.locator('form', { has: page.getByRole('button', { name: 'Pasang', exact: true }) })
  await form.getByLabel('Kata sandi sekarang').fill(PASSWORD)
  await form.getByRole('button').click()
}

/** Sets up the second factor that Sekber needs before anything else. */
export const secondFactor = async (page: Page): Promise<void> => {
  await page.goto(new URL('/account', page.url()).href)
  await offerSecondFactor(page)
  await page.getByText('Tidak bisa memindai?').click()
  const secret = /[A-Z2-7]{16,}/.exec((await page.locator('main').innerText()).replaceAll(/(?<=[A-Z2-7]{4}) /g, ''))![0]
  await page.getByLabel('Kode enam angka').fill(new TOTP({ secret }).generate())
  await page.getByRole('button', { name: 'Pasang faktor kedua' }).click()
  await expect(page.getByRole('heading', { name: 'Perangkat yang masuk' })).toBeVisible()
}

/** The path of an invitation to the server that all journeys share. */
export const invitation = (...given: readonly string[]): string => {
  const said = execFileSync(process.execPath, ['dist/server/bentang.js', 'invite', ...given], {
    cwd: resolve(import.meta.dirname, '../..'),
    env: { ...process.env, BENTANG_HOME: process.env.BENTANG_TEST_HOME },
    encoding: 'utf8',
  })
  return `/invitation#${/invitation#(\S+)/.exec(said)![1]}`
}
