import { createServer, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { openMail } from '../../server/mail.ts'
import { mailInvitations } from '../../server/people/mail.ts'

/** A mail server that takes everything, or nothing, and remembers what it was told. */
const openPostOffice = async (isOpen = true) => {
  const said: string[] = []
  const greet = (socket: Socket) => {
    let isLetter = false
    socket.write(isOpen ? '220 pos\r\n' : '554 tutup\r\n')
    socket.setEncoding('utf8').on('error', () => {})
    socket.on('data', (text: string) => {
      said.push(text)
      if (isLetter && !text.endsWith('\r\n.\r\n')) return
      const wasLetter = isLetter
      isLetter = !wasLetter && text.startsWith('DATA')
      socket.write(isLetter ? '354 ya\r\n' : text.startsWith('QUIT') ? '221 dah\r\n' : '250 ya\r\n')
    })
  }
  const server = createServer(greet)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { url: `smtp://127.0.0.1:${port}`, said: () => said.join('') }
}

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

test.each([
  ['that refuses', async () => (await openPostOffice(false)).url],
  ['that is not there', async () => 'smtp://127.0.0.1:1'],
])('a mail server %s is told to the operator, and nobody fails for it', async (_, address) => {
  const faults: unknown[] = []
  const send = await openMail({ url: await address(), from: 'a@b.id' }, (fault) => faults.push(fault))
  expect(await send({ to: 'maria@bina.id', subject: 'x', text: 'x' })).toBe(false)
  expect(faults).toHaveLength(1)
})
