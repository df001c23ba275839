import { randomUUID } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { GOOD_PASSWORD, join, openBrowser } from '../people/browser.ts'
import { addPerson, cookieOf } from '../people.ts'
import { commit, serve } from '../served.ts'
import { asRecord } from '../work/desk.ts'
import { activity, point } from '../world.ts'
import { hear } from './streams.ts'

/*
 * What an admin holds, and what of it still opens something after each event: W works, - opens nothing any more.
 * `here` is the browser in which it happens, with what it held before; `invitation` one that the admin made for another
 * admin; `screen` a page left open elsewhere, `replica` a server that follows the journal by the token. Without a second
 * factor an admin's token rests until there is a new one.
 */
const HELD = `
                          here  elsewhere  screen  token  replica  invitation
nothing                   W     W          W       W      W        W
signed out here           -     W          W       W      W        W
signed out elsewhere      W     -          -       W      W        W
signed out everywhere     -     -          -       W      W        W
a new password            -     -          -       W      W        W
the second factor removed -     -          -       -      -        W
the second factor lost    -     -          -       -      -        W
the token revoked         W     W          W       -      -        W
the invitation revoked    W     W          W       W      W        -
another role              -     -          -       -      -        -
another organisation      -     -          -       -      -        -
disabled                  -     -          -       -      -        -
disabled for a moment     -     -          -       -      -        -
erased                    -     -          -       -      -        -
erased by themselves      -     -          -       -      -        -
twelve hours              -     -          -       W      W        W
four days in use          W     W          W       W      W        -
thirty days               -     -          -       -      -        -
`

const HOUR_MS = 3_600_000
let nowMs = Date.parse('2026-11-22T03:00:00.000Z')
let served: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  served = await serve([], { now: () => new Date(nowMs) })
})
afterAll(() => served.world.close())

let count = 0
/** An admin in two browsers, with a token, an invitation made for somebody, and what listens in their name. */
const settle = async () => {
  count += 1
  nowMs += 5 * 60_000
  const email = `admin${count}@akar.id`
  const [here, elsewhere] = [openBrowser(served), openBrowser(served)]
  const person = await join(served, here, { role: 'admin', organisation: 'akar', email })
  const { secret } = (await here.post('/api/totp', { password: GOOD_PASSWORD })).body as { secret: string }
  const codeOf = () => {
    nowMs += 30_000
    return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: nowMs })
  }
  await here.post('/api/totp/confirm', { code: codeOf() })
  await elsewhere.post('/api/session', { email, password: GOOD_PASSWORD, code: codeOf() })
  const token = (await here.post('/api/tokens', { name: 'replika', scopes: ['read', 'replicate'], days: 30 })).body
  const made = (await here.post('/api/invitations', { role: 'admin', organisation: null })).body as { link: string }
  const { seq, hash } = served.store.journal.head()
  const bearer = { Authorization: `Bearer ${token.token}` }
  return {
    person: person.id,
    here,
    elsewhere,
    held: here.cookie(),
    codeOf,
    token: token as { id: string; token: string },
    bearer,
    invitation: { id: (made as unknown as { id: string }).id, secret: made.link.split('#')[1]! },
    screen: await served.get('/api/events', { headers: { Cookie: elsewhere.cookie()! } }),
    replica: await served.get(`/api/journal/lines?after=${seq}&hash=${hash}`, { headers: bearer }),
  }
}
type Settled = Awaited<ReturnType<typeof settle>>

const change = async ({ person }: Settled, method: string, given?: object) => {
  const headers = await cookieOf(served.people, (await addPerson(served.people, 'admin')).id)
  const { status } = await openBrowser(served).ask(method, `/api/people/${person}`, given, headers)
  expect(status).toBeLessThan(300)
}
const pass = (hours: number) => () => {
  nowMs += hours * HOUR_MS
}

const EVENTS: Readonly<Record<string, (settled: Settled) => unknown>> = {
  nothing: () => {},
  'signed out here': ({ here }) => here.delete('/api/session'),
  'signed out elsewhere': async ({ here }) => {
    const list = (await here.get('/api/sessions')).body as { id: string; isThis: boolean }[]
    await here.delete(`/api/sessions/${list.find(({ isThis }) => !isThis)!.id}`)
  },
  'signed out everywhere': ({ here }) => here.delete('/api/sessions'),
  'a new password': ({ here }) =>
    here.post('/api/password', { current: GOOD_PASSWORD, next: 'kursi kayu di bawah langit' }),
  'the second factor removed': ({ here, codeOf }) =>
    here.post('/api/totp/remove', { password: GOOD_PASSWORD, code: codeOf() }),
  'the second factor lost': (settled) => change(settled, 'PATCH', { resetTotp: true }),
  'the token revoked': ({ here, token }) => here.delete(`/api/tokens/${token.id}`),
  'the invitation revoked': ({ here, invitation }) => here.delete(`/api/invitations/${invitation.id}`),
  'another role': (settled) => change(settled, 'PATCH', { role: 'partner' }),
  'another organisation': (settled) => change(settled, 'PATCH', { organisation: 'bina' }),
  disabled: (settled) => change(settled, 'PATCH', { isDisabled: true }),
  'disabled for a moment': async (settled) => {
    await change(settled, 'PATCH', { isDisabled: true })
    await change(settled, 'PATCH', { isDisabled: false })
  },
  erased: (settled) => change(settled, 'DELETE'),
  'erased by themselves': ({ here, codeOf }) =>
    here.post('/api/account/erase', { password: GOOD_PASSWORD, code: codeOf() }),
  'twelve hours': pass(12),
  'four days in use': async ({ here, elsewhere }) => {
    for (let at = 0; at < 16; at += 1) {
      pass(6)()
      for (const browser of [here, elsewhere]) await browser.get('/api/sessions')
    }
  },
  'thirty days': pass(30 * 24),
}

/** What each thing that somebody kept a copy of still does. */
const USES: Readonly<Record<string, (settled: Settled) => Promise<boolean>>> = {
  here: ({ held }) => isIn(held),
  elsewhere: ({ elsewhere }) => isIn(elsewhere.cookie()),
  screen: async ({ screen }) => (await hear(screen, 'event: changed')).isSaid,
  token: async ({ bearer }) => (await served.get('/api/work/records', { headers: bearer })).status === 200,
  replica: async ({ replica }) => (await hear(replica, '"operation"')).isSaid,
  invitation: async ({ invitation: { secret } }) =>
    (await openBrowser(served).post('/api/invitations/open', { secret })).status === 200,
}
const isIn = async (cookie: string | null): Promise<boolean> => {
  const thief = openBrowser(served)
  thief.steal(cookie)
  return (await thief.get('/api/sessions')).status === 200
}

const [head = [], ...rows] = HELD.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s{2,}|(?<=removed) /))

test('the table names every event and every thing that is held', () => {
  expect([...head].sort()).toEqual(Object.keys(USES).sort())
  expect(rows.map(([event]) => event).sort()).toEqual(Object.keys(EVENTS).sort())
})

test.each(rows.map(([event = '', ...cells]) => [event, cells] as const))('after %s', async (event, cells) => {
  const settled = await settle()
  await EVENTS[event]!(settled)
  // Something that everybody who still listens would hear of.
  await commit(served.store, [asRecord('activity', activity(randomUUID(), ['bina'], [point(0.01, 0.01)]))])
  await served.world.settled()
  const found: Record<string, string> = {}
  for (const name of head) found[name] = (await USES[name]!(settled)) ? 'W' : '-'
  expect(found).toEqual(Object.fromEntries(head.map((name, at) => [name, cells[at]])))
})
