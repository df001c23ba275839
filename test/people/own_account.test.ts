import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PersonRole } from '../../data/model/person.ts'
import type { KeptOfPerson } from '../../server/people/kept_of.ts'
import { changesWhoIsSignedIn } from '../../web/service_worker/kept_paths.ts'
import { serve } from '../served.ts'
import { given } from '../work/desk.ts'
import { GOOD_PASSWORD, join, openBrowser } from './browser.ts'

let nowMs = Date.parse('2026-11-22T03:00:10.000Z')
let clockMs = 0
let served: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  const reminded = async () =>
    new Map([...served.people.store.state().people.map(({ id }) => [id, '2026-11-01'] as const)])
  served = await serve([], { now: () => new Date(nowMs), reminded }, [], { clockMs: () => clockMs })
})
afterAll(() => served.world.close())

const codeNow = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: nowMs })

let count = 0
const newcomer = async (role: PersonRole = 'partner') => {
  nowMs += 300_000
  clockMs += 15 * 60_000
  count += 1
  const browser = openBrowser(served)
  const organisation = role === 'partner' ? 'akar' : null
  const person = await join(served, browser, { role, organisation, email: `diri${count}@akar.id` })
  if (role === 'partner') return { browser, ...person, code: () => undefined }
  const { secret } = (await browser.post('/api/totp', { password: GOOD_PASSWORD })).body as { secret: string }
  await browser.post('/api/totp/confirm', { code: codeNow(secret) })
  nowMs += 300_000
  return { browser, ...person, code: () => codeNow(secret) }
}

describe('what is kept of me', () => {
  test('is handed over at once as a file, with my devices, tokens and entries and no secret of anybody', async () => {
    const { browser, id, email } = await newcomer()
    const { token } = (await browser.post('/api/tokens', { name: 'laptop', scopes: ['read'] })).body as {
      token: string
    }
    await served.people.invitations.make({ role: 'partner', organisation: 'akar', email: 'orang.lain@akar.id' }, id)
    const operation = '6f8b8c1e-0000-4000-8000-000000000001'
    const saved = await browser.post('/api/work/records/activity', { operation, record: given(), submit: false })
    expect(saved.status).toBe(201)
    nowMs += 60_000
    const { status, headers, body } = await browser.get('/api/account')
    expect([status, headers.get('Content-Disposition')]).toEqual([200, 'attachment; filename="bentang-akun.json"'])
    const kept = body as KeptOfPerson
    expect(kept.account).toMatchObject({ id, email, name: 'Sari Dewi', hasPassword: true, hasSecondFactor: false })
    expect(kept.sessions.map(({ lastSeen }) => lastSeen)).toEqual([new Date(nowMs).toISOString()])
    expect(kept.tokens).toMatchObject([{ name: 'laptop', scopes: ['read'] }])
    expect(kept.invitations).toMatchObject([{ role: 'partner', state: 'open' }])
    expect(kept.lastReminded).toBe('2026-11-01')
    expect(kept.journal).toMatchObject([{ organisation: 'akar', records: [`activity/activity-${operation}`] }])
    const written = JSON.stringify(body)
    for (const secret of ['argon2', 'digest', token, 'orang.lain@akar.id'])
      expect([secret, written.includes(secret)]).toEqual([secret, false])
  })
})

describe('erasing my own account', () => {
  test('needs my password; then sessions, tokens and the name are gone at once and my work stays', async () => {
    const { browser, id, email } = await newcomer()
    const other = openBrowser(served)
    await other.post('/api/session', { email, password: GOOD_PASSWORD })
    const { token } = (await browser.post('/api/tokens', { name: 'x', scopes: ['read'] })).body as { token: string }
    const saved = await browser.post('/api/work/records/activity', {
      operation: '6f8b8c1e-0000-4000-8000-000000000002',
      record: given(),
      submit: false,
    })
    const wrong = await browser.post('/api/account/erase', { password: 'bukan kata sandinya' })
    expect([wrong.status, served.people.nameOf(id)]).toEqual([400, 'Sari Dewi'])
    const { status, set } = await browser.post('/api/account/erase', { password: GOOD_PASSWORD })
    expect([status, set]).toEqual([204, expect.stringContaining('Max-Age=0')])
    expect((await other.get('/api/session')).body.role).toBe('public')
    expect((await other.get('/api/account')).status).toBe(401)
    const byToken = await served.get('/api/work/records', { headers: { Authorization: `Bearer ${token}` } })
    expect(byToken.status).toBe(401)
    expect((await other.post('/api/session', { email, password: GOOD_PASSWORD })).status).toBe(401)
    expect(JSON.stringify(served.people.store.state())).not.toMatch(new RegExp(`${email}|${id}`))
    expect(served.store.state.records.get(`activity/${saved.body.id}`)?.record.enteredBy).toBe(id)
    expect(served.people.nameOf(id)).toBeNull()
  })

  test('needs the code as well where a second factor is set up', async () => {
    await newcomer('admin')
    const { browser, id, code } = await newcomer('admin')
    expect((await browser.post('/api/account/erase', { password: GOOD_PASSWORD })).status).toBe(400)
    expect((await browser.post('/api/account/erase', { password: GOOD_PASSWORD, code: '000000' })).status).toBe(400)
    expect(served.people.nameOf(id)).not.toBeNull()
    expect((await browser.post('/api/account/erase', { password: GOOD_PASSWORD, code: code() })).status).toBe(204)
    expect(served.people.nameOf(id)).toBeNull()
  })

  test('makes the device forget what it kept for reading without a network', () => {
    const url = new URL('http://localhost/api/account/erase')
    expect(changesWhoIsSignedIn({ sameOrigin: true, url, request: new Request(url) })).toBe(true)
  })

  test('guesses are counted like those at the door', async () => {
    const { browser } = await newcomer()
    for (let at = 0; at < 10; at += 1) await browser.post('/api/account/erase', { password: `tebakan ${at}` })
    expect((await browser.post('/api/account/erase', { password: GOOD_PASSWORD })).status).toBe(429)
  })

  test('the last admin is told to invite another first, and of two who go at the same moment one stays', async () => {
    const { people } = served.people.store.state()
    for (const { id, role } of people) if (role === 'admin') await served.people.register.eraseOwn(id).catch(() => {})
    const [last] = served.people.store.state().people.filter(({ role }) => role === 'admin')
    expect(last).toBeDefined()
    const { browser, code, id } = await newcomer('admin')
    const sole = await Promise.allSettled([
      served.people.register.eraseOwn(last!.id),
      served.people.register.eraseOwn(id),
    ])
    expect(sole.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    const refused = await browser.post('/api/account/erase', { password: GOOD_PASSWORD, code: code() })
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      expect.stringContaining('Invite another admin at /people'),
    ])
    // One who is shut out could not let anybody in.
    const shut = await newcomer('admin')
    await served.people.register.change(shut.id, { isDisabled: true }, id)
    await expect(served.people.register.eraseOwn(id)).rejects.toThrow('last admin')
  })
})
