import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'

const ROOT = resolve(import.meta.dirname, '../..')
const PASSWORD = 'tengkawang di tepi sungai kapuas'

/** Where an invitation from the command line is opened, made while the server runs. */
const invite = (...options: readonly string[]): string => {
  const printed = execFileSync(process.execPath, ['dist/server/bentang.js', 'invite', ...options], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, BENTANG_HOME: process.env.BENTANG_TEST_HOME },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [, secret] = /\/invitation#([\w-]+)/.exec(printed) ?? []
  if (!secret) throw new Error(`No invitation was printed: ${printed}`)
  return `/invitation#${secret}`
}

const accept = async (page: Page, invitation: string, name: string, email: string): Promise<void> => {
  await page.goto(invitation)
  await page.getByLabel('Nama Anda').fill(name)
  await page.getByLabel('Surel').fill(email)
  await page.getByLabel('Kata sandi baru').fill(PASSWORD)
  await page.getByRole('button', { name: 'Buat akun' }).click()
}

/** Comes in as a partner of an organisation, by an invitation. */
export const comeAsPartner = async (page: Page, organisation: string): Promise<void> => {
  await accept(page, invite('--role', 'partner', '--organisation', organisation), 'Dewi', 'dewi@mitra.test')
  await page.waitForURL('**/work')
}

/** Comes in as Sekber, which sets up its second factor first. */
export const comeAsModerator = async (page: Page): Promise<void> => {
  await accept(page, invite('--role', 'moderator'), 'Bu Sekber', 'sekber@sekber.test')
  await page.waitForURL('**/account')
  await page.getByRole('button', { name: 'Pasang', exact: true }).click()
  const words = (await page.getByText('Tidak bisa memindai?').textContent()) ?? ''
  const secret = Secret.fromBase32(words.split(': ').at(-1)!.trim())
  await page.getByLabel('Kode enam angka').fill(new TOTP({ secret }).generate())
  await page.getByRole('button', { name: 'Pasang faktor kedua' }).click()
  await page.getByRole('heading', { name: 'Perangkat yang masuk' }).waitFor()
}
