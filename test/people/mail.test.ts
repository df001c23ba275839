import { expect, test } from 'vitest'
import { openMail } from '../../server/mail.ts'
import { mailInvitations } from '../../server/people/mail.ts'
import { openPostOffice } from './post_office.ts'

const LINK = 'https://peta.contoh.id/invitation#rahasia'

test('an invitation goes out as plain text, in both languages, to the one who is invited', async () => {
  const { url, said } = await openPostOffice()
  const send = mailInvitations(await openMail({ url, from: 'Sekber <sekber@contoh.id>' }, () => {}))
  expect(await send('maria@bina.id', LINK, 'Bu Ratna')).toBe(true)
  expect(said()).toContain('MAIL FROM:<sekber@contoh.id>')
  expect(said()).toContain('RCPT TO:<maria@bina.id>')
  expect(said()).toMatch(/Content-Type: text\/plain/)
  expect(said()).toContain(LINK)
  expect(said()).toMatch(/Bu Ratna mengundang Anda[\s\S]*Bu Ratna invites you/)
})

test('a mail server on another machine gets nothing in the open, unless the operator says so', async () => {
  const { url, said } = await openPostOffice()
  // Every address of this machine, and none that is known to be its own.
  const elsewhere = url.replace('127.0.0.1', '0.0.0.0')
  const faults: unknown[] = []
  const letter = { to: 'maria@bina.id', subject: 'x', text: LINK }
  const shut = await openMail({ url: elsewhere, from: 'a@b.id' }, (fault) => faults.push(fault))
  expect(await shut(letter)).toBe(false)
  expect(`${faults[0]}`).toMatch(/SSL|TLS/)
  expect(said()).not.toMatch(/MAIL FROM|rahasia/)
  const open = await openMail({ url: `${elsewhere}?ignoreTLS=true`, from: 'a@b.id' }, (fault) => faults.push(fault))
  expect(await open(letter)).toBe(true)
  expect(said()).toContain(LINK)
})

test.each([
  ['that refuses', async () => (await openPostOffice(false)).url],
  ['that is not there', async () => 'smtp://127.0.0.1:1'],
])('a mail server %s is told to the operator, and nobody fails for it', async (_, address) => {
  const faults: unknown[] = []
  const send = await openMail({ url: await address(), from: 'a@b.id' }, (fault) => faults.push(fault))
  expect(await send({ to: 'maria@bina.id', subject: 'x', text: 'x' })).toBe(false)
  expect(faults).toHaveLength(1)
})
