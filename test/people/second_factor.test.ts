import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addPerson, cookieOf } from '../people.ts'
import { serve } from '../served.ts'
import { GOOD_PASSWORD, join, openBrowser } from './browser.ts'

const START = Date.parse('2026-11-22T03:00:10.000Z')
const STEP_MS = 30_000
let nowMs = START
let clockMs = 0
let served: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  served = await serve([], { now: () => new Date(nowMs) }, [], { clockMs: () => clockMs })
})
afterAll(() => served.world.close())

const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: nowMs + steps * STEP_MS })

let count = 0
const moderator = async () => {
  nowMs += 10 * STEP_MS
  clockMs += 15 * 60_000
  count += 1
  const browser = openBrowser(served)
  const { id, email } = await join(served, browser, { role: 'moderator', email: `sekber${count}@sintang.go.id` })
  return { browser, id, email }
}
const withFactor = async () => {
  const { browser, id, email } = await moderator()
  const { secret } = (await browser.post('/api/totp', { password: GOOD_PASSWORD })).body as { secret: string }
  await browser.post('/api/totp/confirm', { code: codeOf(secret) })
  nowMs += 10 * STEP_MS
  const signIn = (given: object) =>
    openBrowser(served).post('/api/session', { email, password: GOOD_PASSWORD, ...given })
  return { browser, id, email, secret, signIn }
}

describe('a moderator without a second factor', () => {
  test('may set one up and nothing else, and then all that moderators may', async () => {
    const { browser } = await moderator()
    expect((await browser.get('/api/session')).body.mustSetTotp).toBe(true)
    const shut = await browser.get('/api/tokens')
    expect([shut.status, shut.body.detail]).toEqual([403, expect.stringContaining('second factor')])
    const offer = await browser.post('/api/totp', { password: GOOD_PASSWORD })
    expect(offer.body.secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(offer.body.uri).toMatch(/^otpauth:\/\/totp\/Bentang:sekber\d+%40sintang\.go\.id\?issuer=Bentang&secret=/)
    expect(offer.body.qrSvg).toMatch(/^<svg /)
    const before = browser.cookie()
    const wrong = await browser.post('/api/totp/confirm', { code: '000000' })
    expect([wrong.status, (await browser.get('/api/tokens')).status]).toEqual([400, 403])
    const confirmed = await browser.post('/api/totp/confirm', { code: codeOf(offer.body.secret) })
    expect([confirmed.status, confirmed.body.mustSetTotp, confirmed.body.person.hasTotp]).toEqual([200, false, true])
    expect(browser.cookie()).not.toBe(before)
    expect((await browser.get('/api/tokens')).status).toBe(200)
  })

  test('who set one up in one browser is signed out in the others: they proved less', async () => {
    const { browser, email } = await moderator()
    const other = openBrowser(served)
    await other.post('/api/session', { email, password: GOOD_PASSWORD })
    const { body } = await browser.post('/api/totp', { password: GOOD_PASSWORD })
    await browser.post('/api/totp/confirm', { code: codeOf(body.secret) })
    expect((await other.get('/api/session')).body.role).toBe('public')
  })

  test('needs the password again: an open browser is no proof of who sits before it', async () => {
    const { browser } = await moderator()
    expect((await browser.post('/api/totp')).status).toBe(400)
    const wrong = await browser.post('/api/totp', { password: 'bukan kata sandinya' })
    expect([wrong.status, wrong.body.detail]).toEqual([400, expect.stringContaining('does not match')])
    expect((await browser.post('/api/totp', { password: GOOD_PASSWORD })).status).toBe(200)
    for (let at = 0; at < 10; at += 1) await browser.post('/api/totp', { password: `tebakan ${at}` })
    expect((await browser.post('/api/totp', { password: GOOD_PASSWORD })).status).toBe(429)
  })

  test('a secret offered in one browser is not confirmed in another', async () => {
    const { browser, email } = await moderator()
    const other = openBrowser(served)
    await other.post('/api/session', { email, password: GOOD_PASSWORD })
    const { body } = await browser.post('/api/totp', { password: GOOD_PASSWORD })
    expect((await other.post('/api/totp/confirm', { code: codeOf(body.secret) })).status).toBe(409)
  })
})

describe('a code', () => {
  test('is asked for after the right password only, and the wrong one is no nearer than a wrong password', async () => {
    const { signIn, secret } = await withFactor()
    const asked = await signIn({})
    expect([asked.status, asked.body.type, asked.set]).toEqual([401, '/docs#code-needed', null])
    const guessed = await signIn({ password: 'bukan kata sandinya', code: codeOf(secret) })
    const wrong = await signIn({ code: '123456' })
    expect([guessed.status, guessed.body.type]).toEqual([401, '/docs#unauthenticated'])
    expect(wrong.body.detail).toBe(guessed.body.detail)
    const right = codeOf(secret)
    expect((await signIn({ code: `${right.slice(0, 3)} ${right.slice(3)}` })).status).toBe(200)
  })

  test('is good half a minute early or late, and no longer', async () => {
    const { signIn, secret } = await withFactor()
    const statuses = []
    for (const steps of [-2, 2, -1, 1, 0]) statuses.push((await signIn({ code: codeOf(secret, steps) })).status)
    expect(statuses).toEqual([401, 401, 200, 200, 200])
  })

  test('is good once, even twice at the same moment, and after the clock went back', async () => {
    const { signIn, secret } = await withFactor()
    const code = codeOf(secret)
    const both = await Promise.all([signIn({ code }), signIn({ code })])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401])
    nowMs += STEP_MS
    expect((await signIn({ code })).status).toBe(401)
    const later = codeOf(secret)
    expect((await signIn({ code: later })).status).toBe(200)
    nowMs -= STEP_MS
    expect([(await signIn({ code })).status, (await signIn({ code: later })).status]).toEqual([401, 401])
  })

  test('used under a clock two years ahead does not shut its owner out when the clock is put right', async () => {
    const { signIn, secret } = await withFactor()
    const home = nowMs
    nowMs += 2 * 365 * 86_400_000
    expect((await signIn({ code: codeOf(secret) })).status).toBe(200)
    nowMs = home
    expect((await signIn({ code: codeOf(secret) })).status).toBe(200)
  })

  test('cannot be guessed without end', async () => {
    const { signIn, secret } = await withFactor()
    const statuses = []
    for (let at = 0; at < 12; at += 1) statuses.push((await signIn({ code: `${100_000 + at}` })).status)
    expect(statuses.slice(-2)).toEqual([429, 429])
    expect((await signIn({ code: codeOf(secret) })).status).toBe(429)
  })
})

describe('a second factor', () => {
  test('is removed for password and code together, and another one is set up only after that', async () => {
    const { browser, secret } = await withFactor()
    expect((await browser.post('/api/totp', { password: GOOD_PASSWORD })).status).toBe(409)
    const without = await browser.post('/api/totp/remove', { password: GOOD_PASSWORD, code: '000000' })
    const wrong = await browser.post('/api/totp/remove', { password: 'bukan kata sandinya', code: codeOf(secret) })
    expect([without.status, wrong.status]).toEqual([400, 400])
    const removed = await browser.post('/api/totp/remove', { password: GOOD_PASSWORD, code: codeOf(secret) })
    expect([removed.status, removed.body.mustSetTotp]).toEqual([200, true])
    expect((await browser.post('/api/totp', { password: GOOD_PASSWORD })).status).toBe(200)
  })

  test('that was lost is taken away by an admin; its owner begins anew', async () => {
    const { browser, id, email } = await withFactor()
    const admin = await cookieOf(served.people, (await addPerson(served.people, 'admin')).id)
    const { body } = await openBrowser(served).ask('PATCH', `/api/people/${id}`, { resetTotp: true }, admin)
    expect(body.hasTotp).toBe(false)
    expect((await browser.get('/api/session')).body.role).toBe('public')
    const again = await openBrowser(served).post('/api/session', { email, password: GOOD_PASSWORD })
    expect([again.status, again.body.mustSetTotp]).toEqual([200, true])
  })
})
