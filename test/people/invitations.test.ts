import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addPerson, cookieOf } from '../people.ts'
import { serve } from '../served.ts'
import { GOOD_PASSWORD, openBrowser } from './browser.ts'

const HOUR_MS = 3_600_000
let nowMs = Date.parse('2026-11-22T03:00:00.000Z')
const mails: { to: string; text: string }[] = []
let served: Awaited<ReturnType<typeof serve>>
let admin: Record<string, string>
beforeAll(async () => {
  const mail = async (message: { to: string; text: string }) => mails.push(message) > 0
  served = await serve([], { now: () => new Date(nowMs), mail })
  admin = await cookieOf(served.people, (await addPerson(served.people, 'admin', null, { name: 'Bu Ratna' })).id)
})
afterAll(() => served.world.close())

let count = 0
const account = (secret: string, given: object = {}) => {
  count += 1
  return { secret, name: 'Yohanes', email: `orang${count}@bina.id`, password: GOOD_PASSWORD, ...given }
}
const invite = async (given: object = { organisation: 'bina', role: 'partner' }) => {
  const { status, body } = await openBrowser(served).ask('POST', '/api/invitations', given, admin)
  return { status, body, secret: String(body.link ?? '').split('#')[1] ?? '' }
}
const stateOf = async (id: string) => {
  const { body } = await openBrowser(served).ask('GET', '/api/invitations', undefined, admin)
  return (body as { id: string; state: string }[]).find((one) => one.id === id)?.state
}

describe('an invitation', () => {
  test('is a link and a code to hand over; its secret is nowhere else', async () => {
    const { status, body, secret } = await invite()
    expect([status, body.link]).toEqual([201, `http://localhost/invitation#${secret}`])
    expect(secret).toHaveLength(43)
    expect(body.qrSvg).toMatch(/^<svg /)
    expect(body).toMatchObject({ organisation: 'bina', role: 'partner', state: 'open', isMailed: false })
    expect(Date.parse(body.expires) - nowMs).toBe(72 * HOUR_MS)
    expect(JSON.stringify(served.people.store.state())).not.toContain(secret)
    const { body: list } = await openBrowser(served).ask('GET', '/api/invitations', undefined, admin)
    expect(JSON.stringify(list)).not.toContain(secret)
    expect((list as { id: string }[])[0]?.id).toBe(body.id)
  })

  test('says what it is for without being used up, then makes one account and no second', async () => {
    const { body, secret } = await invite()
    const browser = openBrowser(served)
    for (let at = 0; at < 2; at += 1)
      expect((await browser.post('/api/invitations/open', { secret })).body).toEqual({
        organisation: { id: 'bina', name: 'bina' },
        role: 'partner',
      })
    const accepted = await browser.post('/api/invitations/accept', account(secret))
    expect([accepted.status, accepted.body.person.organisation, accepted.body.role]).toEqual([200, 'bina', 'partner'])
    expect(await stateOf(body.id)).toBe('used')
    const second = await openBrowser(served).post('/api/invitations/accept', account(secret))
    expect([second.status, second.set]).toEqual([404, null])
  })

  test('accepted twenty times at once makes one account', async () => {
    const { secret } = await invite()
    const before = served.people.register.list().length
    const all = await Promise.all(
      Array.from({ length: 20 }, () => openBrowser(served).post('/api/invitations/accept', account(secret))),
    )
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(all.filter(({ status }) => status === 404)).toHaveLength(19)
    expect(served.people.register.list()).toHaveLength(before + 1)
  })

  test('runs out after 72 hours, and can be revoked before', async () => {
    const [old, revoked] = [await invite(), await invite()]
    await openBrowser(served).ask('DELETE', `/api/invitations/${revoked.body.id}`, undefined, admin)
    expect(await stateOf(revoked.body.id)).toBe('revoked')
    expect((await openBrowser(served).post('/api/invitations/open', { secret: revoked.secret })).status).toBe(404)
    nowMs += 72 * HOUR_MS - 1_000
    expect((await openBrowser(served).post('/api/invitations/open', { secret: old.secret })).status).toBe(200)
    nowMs += 1_000
    expect((await openBrowser(served).post('/api/invitations/accept', account(old.secret))).status).toBe(404)
    admin = await cookieOf(served.people, (await addPerson(served.people, 'admin', null, { name: 'Bu Ratna' })).id)
    expect(await stateOf(old.body.id)).toBe('expired')
  })

  test('is forgotten, with the address it was for, ninety days after it was over', async () => {
    const { body } = await invite({ organisation: 'bina', role: 'partner', email: 'lama@bina.id' })
    nowMs += 89 * 24 * HOUR_MS
    await served.people.invitations.list()
    expect(JSON.stringify(served.people.store.state())).toContain('lama@bina.id')
    nowMs += 2 * 24 * HOUR_MS
    expect((await served.people.invitations.list()).map(({ id }) => id)).not.toContain(body.id)
    expect(JSON.stringify(served.people.store.state())).not.toContain('lama@bina.id')
    admin = await cookieOf(served.people, (await addPerson(served.people, 'admin', null, { name: 'Bu Ratna' })).id)
  })

  test('binds role and organisation: neither can be given by the one who accepts', async () => {
    const { secret } = await invite()
    for (const more of [{ role: 'admin' }, { organisation: 'akar' }]) {
      const { status, body } = await openBrowser(served).post('/api/invitations/accept', account(secret, more))
      expect([status, body.detail]).toEqual([400, expect.stringContaining('is not known')])
    }
  })

  test('for an address is for that address, and goes there where mail is configured', async () => {
    const { body, secret } = await invite({ organisation: 'bina', role: 'partner', email: ' Maria@Bina.ID ' })
    expect(body).toMatchObject({ email: 'maria@bina.id', isMailed: true })
    expect(mails.at(-1)).toMatchObject({ to: 'maria@bina.id', text: expect.stringContaining(secret) })
    expect(mails.at(-1)?.text).toContain('Bu Ratna')
    const browser = openBrowser(served)
    expect((await browser.post('/api/invitations/open', { secret })).body.email).toBe('maria@bina.id')
    const other = await browser.post('/api/invitations/accept', account(secret))
    expect([other.status, other.body.detail]).toEqual([400, expect.stringContaining('another mail address')])
    const hers = await browser.post('/api/invitations/accept', account(secret, { email: 'MARIA@bina.id' }))
    expect(hers.status).toBe(200)
  })

  test.each([
    [{ organisation: null, role: 'partner' }, /work for an organisation/],
    [{ organisation: null, role: 'planner' }, /work for an organisation/],
    [{ organisation: 'tidak-ada', role: 'partner' }, /no organisation "tidak-ada"/],
    [{ organisation: 'bina', role: 'owner' }, /"role" has the wrong form/],
    [{ organisation: 'bina', role: 'partner', email: 'bukan surel' }, /mail address is not whole/],
    [{ organisation: 'bina', role: 'partner', email: 'a@b.id\r\nBcc: c@d.id' }, /mail address is not whole/],
  ])('%j is refused with what to do', async (given, words) => {
    const { status, body } = await invite(given)
    expect([status, body.detail]).toEqual([400, expect.stringMatching(words)])
  })

  test.each([
    [{ name: '  ' }, 400, /Give your name/],
    [{ name: 'x'.repeat(121) }, 400, /Give your name/],
    [{ email: 'yohanes' }, 400, /mail address is not whole/],
    [{ password: 'pendek' }, 400, /at least 12/],
    [{ password: 'yohanes-2026-bina' }, 400, /first that people try/],
  ])('an account with %j is refused, and the invitation stays open', async (given, status, words) => {
    const { secret } = await invite()
    const refused = await openBrowser(served).post('/api/invitations/accept', account(secret, given))
    expect([refused.status, refused.body.detail]).toEqual([status, expect.stringMatching(words)])
    expect((await openBrowser(served).post('/api/invitations/accept', account(secret))).status).toBe(200)
  })

  test('for an address that has an account says so', async () => {
    const [one, other] = [await invite(), await invite()]
    const first = account(one.secret)
    await openBrowser(served).post('/api/invitations/accept', first)
    const { status, body } = await openBrowser(served).post(
      '/api/invitations/accept',
      account(other.secret, { email: first.email.toUpperCase() }),
    )
    expect([status, body.detail]).toEqual([409, expect.stringContaining('Sign in with it')])
  })

  test('a name keeps no line breaks and no marks that turn text around', async () => {
    const { secret } = await invite()
    const { body } = await openBrowser(served).post(
      '/api/invitations/accept',
      account(secret, { name: ' Yo\u202Ehanes\r\nSubject: x ' }),
    )
    expect(body.person.name).toBe('Yo hanes Subject: x')
  })
})

describe('the first admin', () => {
  test('is whoever opens what the start printed; each start prints anew and revokes the former, until there is one', async () => {
    const { people, world, app } = await serve()
    const first = await people.invitations.makeFirst()
    const second = await people.invitations.makeFirst()
    const browser = openBrowser({ app })
    expect((await browser.post('/api/invitations/open', { secret: first })).status).toBe(404)
    expect((await browser.post('/api/invitations/open', { secret: second })).body).toEqual({
      organisation: null,
      role: 'admin',
    })
    const { body } = await browser.post('/api/invitations/accept', account(second!))
    expect([body.role, body.mustSetTotp]).toEqual(['admin', true])
    expect(await people.invitations.makeFirst()).toBeNull()
    world.close()
  })

  test('who was disabled is none', async () => {
    const { people, world } = await serve()
    await addPerson(people, 'admin', null, { isDisabled: true })
    expect(await people.invitations.makeFirst()).not.toBeNull()
    world.close()
  })
})
