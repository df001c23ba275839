import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serve } from '../served.ts'
import { GOOD_PASSWORD, join, openBrowser } from './browser.ts'

let clockMs = 0
let served: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  served = await serve([], {}, [], { clockMs: () => clockMs })
})
afterAll(() => served.world.close())

let count = 0
const someone = async (role: 'partner' | 'moderator' = 'partner') => {
  count += 1
  const email = `orang${count}@akar.id`
  const browser = openBrowser(served)
  const person = await join(served, browser, { role, organisation: 'akar', email })
  return { browser, email, person }
}

describe('signing in', () => {
  test('an accepted invitation signs in, says who and for whom, and password and address do so again', async () => {
    const { browser, email } = await someone()
    expect((await browser.get('/api/session')).body).toMatchObject({
      role: 'partner',
      mustSetTotp: false,
      person: { name: 'Sari Dewi', email, organisation: 'akar', hasTotp: false, isDisabled: false },
      organisation: { id: 'akar', name: 'akar', isTrusted: false },
    })
    expect((await browser.delete('/api/session')).status).toBe(204)
    expect(browser.cookie()).toBeNull()
    expect((await browser.get('/api/session')).body).toEqual({
      person: null,
      organisation: null,
      mustSetTotp: false,
      role: 'public',
    })
    const again = await browser.post('/api/session', { email: ` ${email.toUpperCase()} `, password: GOOD_PASSWORD })
    expect([again.status, again.body.person.email]).toEqual([200, email])
  })

  test('the cookie is for this host alone, out of reach of scripts and of other sites', async () => {
    const { browser, email } = await someone()
    const { set } = await browser.post('/api/session', { email, password: GOOD_PASSWORD })
    expect(set).toMatch(/^bentang=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/)
    const secure = await serve([], { url: 'https://peta.contoh.id' })
    const { email: admin } = await join(secure, openBrowser(secure), { role: 'admin', email: 'a@b.id' })
    const { headers } = await openBrowser(secure).ask(
      'POST',
      '/api/session',
      { email: admin, password: GOOD_PASSWORD },
      { Origin: 'https://peta.contoh.id' },
    )
    expect(headers.get('Set-Cookie')).toMatch(
      /^__Host-bentang=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    secure.world.close()
  })

  test('a wrong password, an unknown address and a disabled account are refused with the same words', async () => {
    const { email, person } = await someone()
    const out = await someone()
    await served.people.store.change((state) => [
      { ...state, people: state.people.map((one) => (one.id === out.person.id ? { ...one, isDisabled: true } : one)) },
      undefined,
    ])
    const stranger = openBrowser(served)
    const answers = []
    for (const given of [
      { email, password: `${GOOD_PASSWORD}!` },
      { email: 'tidak.ada@akar.id', password: GOOD_PASSWORD },
      { email: out.email, password: GOOD_PASSWORD },
      { email: person.id, password: GOOD_PASSWORD },
      { email: '', password: '' },
    ])
      answers.push(await stranger.post('/api/session', given))
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401])
    expect(new Set(answers.map(({ body }) => body.detail)).size).toBe(1)
    expect(answers.every(({ set }) => set === null)).toBe(true)
  })

  test('a body that is no sign-in is refused with the name of what is wrong', async () => {
    const browser = openBrowser(served)
    for (const [body, words] of [
      [{}, /"email" is missing.*"password" is missing/],
      [{ email: 'a@b.id', password: 7 }, /"password" has the wrong form/],
      [{ email: 'a@b.id', password: 'x'.repeat(1_001) }, /"password" has the wrong form/],
      [{ email: 'a@b.id', password: 'x', role: 'admin' }, /"role" is not known/],
      [[], /must be a JSON object/],
    ] as const) {
      const { status, body: problem } = await browser.post('/api/session', body)
      expect([status, problem.detail]).toEqual([400, expect.stringMatching(words)])
    }
  })
})

describe('guessing', () => {
  const guess = (browser: ReturnType<typeof openBrowser>, email: string) =>
    browser.post('/api/session', { email, password: 'bukan kata sandinya' })

  test('after ten wrong guesses from one place even the right password waits, a quarter of an hour', async () => {
    const { email } = await someone()
    const thief = openBrowser(served, '192.0.2.1')
    for (let at = 0; at < 10; at += 1) expect((await guess(thief, email)).status).toBe(401)
    const refused = await thief.post('/api/session', { email, password: GOOD_PASSWORD })
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '900'])
    expect(refused.body.detail).toContain('15 minutes')
    // Its owner, elsewhere, is not shut out by that.
    const home = openBrowser(served, '198.51.100.7')
    expect((await home.post('/api/session', { email, password: GOOD_PASSWORD })).status).toBe(200)
    clockMs += 15 * 60_000
    expect((await thief.post('/api/session', { email, password: GOOD_PASSWORD })).status).toBe(200)
  })

  test('ten guesses at the same moment are ten guesses', async () => {
    const { email } = await someone()
    const thief = openBrowser(served, '192.0.2.2')
    const all = await Promise.all(Array.from({ length: 30 }, () => guess(thief, email)))
    expect(all.filter(({ status }) => status === 401)).toHaveLength(10)
    expect(all.filter(({ status }) => status === 429)).toHaveLength(20)
  })

  test('one account has forty guesses from all places together, one place a hundred and twenty for all accounts', async () => {
    const { email } = await someone()
    const places = Array.from({ length: 50 }, (_, at) => openBrowser(served, `203.0.113.${at}`))
    const spread = []
    for (const place of places) spread.push((await guess(place, email)).status)
    expect(spread.filter((status) => status === 401)).toHaveLength(40)
    const sprayer = openBrowser(served, '192.0.2.3')
    const sprayed = []
    for (let at = 0; at < 130; at += 1) sprayed.push((await guess(sprayer, `orang-${at}@lain.id`)).status)
    expect(sprayed.filter((status) => status === 401)).toHaveLength(120)
    expect(sprayed.at(-1)).toBe(429)
  })

  test('behind a proxy nobody is shut out by what another guesses at another account', async () => {
    const { email } = await someone()
    const proxied = openBrowser(served, '::ffff:127.0.0.1')
    for (let at = 0; at < 130; at += 1) expect((await guess(proxied, `tamu-${at}@lain.id`)).status).toBe(401)
    expect((await proxied.post('/api/session', { email, password: GOOD_PASSWORD })).status).toBe(200)
  })

  test('a header that names another sender changes nothing', async () => {
    const { email } = await someone()
    const thief = openBrowser(served, '192.0.2.4')
    const statuses = []
    for (let at = 0; at < 12; at += 1) {
      const address = `198.18.0.${at}`
      const forged = { 'X-Forwarded-For': address, Forwarded: `for=${address}`, 'X-Real-IP': address }
      const { status } = await thief.ask('POST', '/api/session', { email, password: 'bukan kata sandinya' }, forged)
      statuses.push(status)
    }
    expect(statuses.slice(-2)).toEqual([429, 429])
  })

  test('addresses of one IPv6 network are one place', async () => {
    const { email } = await someone()
    const statuses = []
    for (let at = 0; at < 11; at += 1)
      statuses.push((await guess(openBrowser(served, `2001:db8:7:9::${at}`), email)).status)
    expect(statuses.at(-1)).toBe(429)
  })

  test('the present password of somebody signed in cannot be guessed without end either', async () => {
    const { browser } = await someone()
    const statuses = []
    for (let at = 0; at < 11; at += 1)
      statuses.push((await browser.post('/api/password', { current: 'tebakan', next: 'lain sama sekali ini' })).status)
    expect(statuses.slice(-2)).toEqual([400, 429])
  })

  test('a known and an unknown address take the same time', async () => {
    const costly = await serve([], {}, [], { clockMs: () => clockMs, cost: { memoryCost: 8_192, timeCost: 2 } })
    await join(costly, openBrowser(costly), { role: 'partner', organisation: 'akar', email: 'ada@akar.id' })
    const took = async (email: string) => {
      clockMs += 15 * 60_000
      const started = performance.now()
      await openBrowser(costly).post('/api/session', { email, password: 'bukan kata sandinya' })
      return performance.now() - started
    }
    const [known, unknown]: [number[], number[]] = [[], []]
    for (let at = 0; at < 15; at += 1) {
      known.push(await took('ada@akar.id'))
      unknown.push(await took('tidak.ada@akar.id'))
    }
    const median = (times: number[]) => times.sort((a, b) => a - b)[7]!
    expect(median(unknown) / median(known)).toBeGreaterThan(0.5)
    expect(median(unknown) / median(known)).toBeLessThan(2)
    costly.world.close()
  })
})
