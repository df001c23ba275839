import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GOOD_PASSWORD, join, openBrowser } from '../people/browser.ts'
import { addPerson, cookieOf } from '../people.ts'
import { serve } from '../served.ts'

const START = Date.parse('2026-11-22T03:00:00.000Z')
const HOUR_MS = 3_600_000
const YEAR_MS = 365 * 24 * HOUR_MS

let nowMs = START
let served: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  served = await serve([], { now: () => new Date(nowMs) })
})
afterAll(() => served.world.close())

let count = 0
const signedIn = async (role: 'partner' | 'admin' = 'partner') => {
  count += 1
  const browser = openBrowser(served)
  const person = await join(served, browser, { role, organisation: 'akar', email: `sesi${count}@akar.id` })
  return { browser, person }
}
const again = async (email: string) => {
  const browser = openBrowser(served)
  expect((await browser.post('/api/session', { email, password: GOOD_PASSWORD })).status).toBe(200)
  return browser
}
const admin = async () => cookieOf(served.people, (await addPerson(served.people, 'admin')).id)
const isIn = async (browser: ReturnType<typeof openBrowser>) => (await browser.get('/api/sessions')).status === 200
/** Whether the secret that a browser once held opens anything. */
const works = async (cookie: string | null) => {
  const thief = openBrowser(served)
  thief.steal(cookie)
  return isIn(thief)
}

describe('a session ends', () => {
  test('after twelve hours without a request, and not while it is used', async () => {
    nowMs = START
    const { browser } = await signedIn()
    for (let at = 0; at < 3; at += 1) {
      nowMs += 11.9 * HOUR_MS
      expect(await isIn(browser)).toBe(true)
    }
    nowMs += 12 * HOUR_MS
    expect(await isIn(browser)).toBe(false)
  })

  test('after seven days, however much it is used', async () => {
    nowMs = START
    const { browser } = await signedIn()
    for (let hours = 0; hours < 7 * 24 - 6; hours += 6) {
      nowMs += 6 * HOUR_MS
      expect(await isIn(browser)).toBe(true)
    }
    nowMs += 6 * HOUR_MS
    expect(await isIn(browser)).toBe(false)
  })

  test('with signing out: what the browser held opens nothing any more', async () => {
    const { browser } = await signedIn()
    const held = browser.cookie()
    expect(await works(held)).toBe(true)
    await browser.delete('/api/session')
    expect(await works(held)).toBe(false)
  })

  test('one by one from the list, or everywhere at once', async () => {
    const { browser, person } = await signedIn()
    const phone = await again(person.email)
    const library = await again(person.email)
    const list = (await browser.get('/api/sessions')).body as { id: string; isThis: boolean }[]
    expect(list.map(({ isThis }) => isThis)).toEqual([true, false, false])
    expect(await isIn(phone)).toBe(true)
    expect((await browser.delete(`/api/sessions/${list[1]!.id}`)).status).toBe(204)
    expect([await isIn(browser), await isIn(phone), await isIn(library)]).toEqual([true, false, true])
    expect((await browser.delete(`/api/sessions/${list[1]!.id}`)).status).toBe(404)
    expect((await library.delete('/api/sessions')).status).toBe(204)
    expect([await isIn(browser), await isIn(library)]).toEqual([false, false])
  })

  test('when twenty newer ones of the same person are open: the longest unused makes room', async () => {
    const { browser, person } = await signedIn()
    const other = await again(person.email)
    for (let at = 0; at < 19; at += 1) {
      nowMs += 1_000
      if (at === 9) expect(await isIn(browser)).toBe(true)
      await again(person.email)
    }
    expect([await isIn(browser), await isIn(other)]).toEqual([true, false])
  })

  test("nobody ends another person's session", async () => {
    const [one, other] = [await signedIn(), await signedIn()]
    const [{ id }] = (await other.browser.get('/api/sessions')).body as [{ id: string }]
    expect((await one.browser.delete(`/api/sessions/${id}`)).status).toBe(404)
    expect(await isIn(other.browser)).toBe(true)
  })

  test('when the password changes, everywhere but here, and here it is a new one', async () => {
    const { browser, person } = await signedIn()
    const other = await again(person.email)
    const held = browser.cookie()
    const next = 'kursi kayu di bawah langit'
    expect((await browser.post('/api/password', { current: GOOD_PASSWORD, next })).status).toBe(200)
    expect([await isIn(browser), await isIn(other), await works(held)]).toEqual([true, false, false])
    const { status } = await openBrowser(served).post('/api/session', { email: person.email, password: GOOD_PASSWORD })
    expect(status).toBe(401)
  })

  test.each<[string, object]>([
    ['disabled', { isDisabled: true }],
    ['given another role', { role: 'planner' }],
    ['moved to another organisation', { organisation: 'bina' }],
    ['freed of a lost second factor', { resetTotp: true }],
  ])('when somebody is %s, with every token where it must', async (_, change) => {
    const { browser, person } = await signedIn()
    const { token } = await served.people.tokens.make(person.id, { name: 'sistem', scopes: ['read'], days: 30 })
    const held = browser.cookie()
    const { status } = await openBrowser(served).ask('PATCH', `/api/people/${person.id}`, change, await admin())
    expect(status).toBe(200)
    expect(await works(held)).toBe(false)
    expect(served.people.tokens.find(token) === null).toBe(!('resetTotp' in change))
  })

  test('when somebody is erased: no name, no address, no secret of theirs is left', async () => {
    const { browser, person } = await signedIn()
    await served.people.tokens.make(person.id, { name: 'sistem', scopes: ['read'], days: 30 })
    const held = browser.cookie()
    const { status } = await openBrowser(served).ask('DELETE', `/api/people/${person.id}`, undefined, await admin())
    expect([status, await works(held), served.people.nameOf(person.id)]).toEqual([204, false, null])
    expect(JSON.stringify(served.people.store.state())).not.toContain(person.id)
    expect(JSON.stringify(served.people.store.state())).not.toContain(person.email)
  })
})

describe('a session cannot be fixed beforehand', () => {
  test('signing in replaces whatever the browser brought', async () => {
    const { browser, person } = await signedIn()
    const before = browser.cookie()
    await browser.post('/api/session', { email: person.email, password: GOOD_PASSWORD })
    expect(browser.cookie()).not.toBe(before)
    expect(await works(before)).toBe(false)

    const planted = openBrowser(served)
    planted.steal('bentang=kue-yang-ditanam-orang-lain')
    await planted.post('/api/session', { email: person.email, password: GOOD_PASSWORD })
    expect(planted.cookie()).not.toContain('ditanam')
    expect(await works('bentang=kue-yang-ditanam-orang-lain')).toBe(false)
  })

  test('what is kept of a session does not open it', async () => {
    await signedIn()
    const kept = served.people.store.state().sessions
    expect(kept.length).toBeGreaterThan(0)
    for (const { digest, id } of kept)
      expect([await works(`bentang=${digest}`), await works(`bentang=${id}`)]).toEqual([false, false])
  })
})

describe('whatever becomes of the clock', () => {
  test.each([
    ['ahead', 2 * YEAR_MS],
    ['back', -2 * YEAR_MS],
  ])('two years %s and home again: no session and no invitation comes back to life', async (_, jumpMs) => {
    nowMs = START
    const { browser } = await signedIn()
    const { secret } = await served.people.invitations.make(
      { role: 'admin', organisation: null, email: null },
      'operator',
    )
    nowMs = START + jumpMs
    expect(await isIn(browser)).toBe(false)
    const opened = await openBrowser(served).post('/api/invitations/open', { secret })
    expect(opened.status).toBe(404)
    const { browser: meanwhile, person } = await signedIn()
    expect(await isIn(meanwhile)).toBe(true)
    nowMs = START + HOUR_MS
    expect([await isIn(browser), await isIn(meanwhile)]).toEqual([false, false])
    expect((await openBrowser(served).post('/api/invitations/open', { secret })).status).toBe(404)
    expect(await isIn(await again(person.email))).toBe(true)
  })

  test('a token opens nothing under a clock two years ahead or back, and serves its program again when that is put right', async () => {
    nowMs = START
    const { person } = await signedIn()
    const { token } = await served.people.tokens.make(person.id, { name: 'sistem', scopes: ['read'], days: 30 })
    const statusAt = async (ms: number) => {
      nowMs = ms
      return (await served.get('/api/work/records', { headers: { Authorization: `Bearer ${token}` } })).status
    }
    const statuses = []
    for (const ms of [START, START + 2 * YEAR_MS, START - 2 * YEAR_MS, START + HOUR_MS])
      statuses.push(await statusAt(ms))
    expect(statuses).toEqual([200, 401, 401, 200])
  })

  test('sessions that nobody used under the wrong clock end as well', async () => {
    nowMs = START
    const { browser: used } = await signedIn()
    const { browser: resting } = await signedIn()
    nowMs = START + 2 * YEAR_MS
    await isIn(used)
    nowMs = START + HOUR_MS
    expect(await isIn(resting)).toBe(false)
  })

  test('a clock put right by seconds ends nothing', async () => {
    nowMs = START
    const { browser } = await signedIn()
    nowMs = START - 20_000
    expect(await isIn(browser)).toBe(true)
    nowMs = START
  })
})
