import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RIGHTS } from '../../server/access/rights.ts'
import { everyChange, KEPT_NOWHERE } from '../crash/changes.ts'
import { addPerson, cookieOf, OUR_PAGE } from '../people.ts'
import { serve } from '../served.ts'

type Init = Omit<RequestInit, 'headers'> & { readonly headers?: Record<string, string> }
/** What becomes of a request on its way. */
type Forgery = (path: string, init: Init) => readonly [path: string, init: Init]

const asSent: Forgery = (path, init) => [path, init]
let forgery = asSent
let served: Awaited<ReturnType<typeof serve>>
/** A good request of each changing route, not sent yet, by its row in the table of rights. */
const changes = new Map<string, () => Promise<number>>()
beforeAll(async () => {
  served = await serve()
  const { app } = served
  const request: typeof app.request = (input, init, env) => {
    const [path, forged] = forgery(input as string, (init ?? {}) as Init)
    return app.request(path, forged, env)
  }
  const tampered = { ...served, app: Object.assign(Object.create(app), { request }), get: request }
  for (const [row, prepare] of Object.entries(await everyChange(tampered as typeof served))) {
    const change = await prepare()
    changes.set(row, async () => (await change()).status)
  }
  const { id } = await addPerson(served.people, 'admin', 'akar')
  const headers = await cookieOf(served.people, id)
  for (const row of Object.keys(RIGHTS).filter((one) => isChanging(one) && !changes.has(one))) {
    const [method = '', path = ''] = row.split(' ')
    changes.set(row, async () => (await request(path, { method, body: '{}', headers })).status)
  }
})
afterAll(() => served.world.close())

const isChanging = (row: string) => !row.startsWith('GET ') && !RIGHTS[row]!.isOpen
/** Everything that a change leaves behind, but files. */
const kept = () => JSON.stringify([served.people.store.state(), served.store.asOf().seq])

/** Sends them all so; resolves to those that were answered with another status. */
const send = async (expected: number, how: Forgery, rows: Iterable<string> = changes.keys()) => {
  const [before, otherwise] = [kept(), [] as string[]]
  forgery = how
  try {
    for (const row of rows) {
      const status = await changes.get(row)!()
      if (status !== expected) otherwise.push(`${row} ${status}`)
      if (kept() !== before) throw new Error(`${row} was done`)
    }
  } finally {
    forgery = asSent
  }
  return otherwise
}

const FOREIGN = 'https://jahat.example'

/** What a page of another site can make a browser send along with the cookie, or try to. */
const FORGED: readonly (readonly [name: string, headers: Record<string, string>])[] = [
  ['a form', { Origin: FOREIGN, 'Content-Type': 'application/x-www-form-urlencoded' }],
  ['a form with files', { Origin: FOREIGN, 'Content-Type': 'multipart/form-data; boundary=x' }],
  ['a form of plain text', { Origin: FOREIGN, 'Content-Type': 'text/plain' }],
  ['a beacon without a type', { Origin: FOREIGN }],
  ['JSON by fetch with credentials', { Origin: FOREIGN, 'Content-Type': 'application/json' }],
  ['an opaque origin', { Origin: 'null', 'Content-Type': 'application/json' }],
  ['another port', { Origin: 'http://localhost:8081', 'Content-Type': 'application/json' }],
  ['another scheme', { Origin: 'https://localhost', 'Content-Type': 'application/json' }],
  ['a name that only begins alike', { Origin: 'http://localhost.jahat.example', 'Content-Type': 'application/json' }],
  ['another site that hides its origin', { 'Sec-Fetch-Site': 'cross-site', 'Content-Type': 'application/json' }],
  ['a sibling host', { 'Sec-Fetch-Site': 'same-site', 'Content-Type': 'application/json' }],
  ['an address typed by hand', { 'Sec-Fetch-Site': 'none', 'Content-Type': 'application/json' }],
  ['our origin from another site', { ...OUR_PAGE, 'Sec-Fetch-Site': 'cross-site' }],
  ['neither origin nor site', { 'Content-Type': 'application/json' }],
]

/** Of what the page itself sent only the cookie comes along, for the browser adds it by itself; and the body, word for word. */
const withHeaders =
  (forged: Record<string, string>): Forgery =>
  (path, { headers = {}, ...init }) => {
    const { Origin: _, 'Content-Type': __, ...more } = headers
    // Without a type of its own a text would be sent as one.
    const body = typeof init.body === 'string' ? new TextEncoder().encode(init.body) : init.body
    return [path, { ...init, ...(body ? { body } : {}), headers: { ...more, ...forged } }]
  }

const FORMS = [
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  'TEXT/PLAIN; charset=utf-8',
  '',
]

describe('a request that another site forged', () => {
  test.each(FORGED)('as %s is refused at every address, though all else of it is good', async (_, headers) => {
    expect(await send(403, withHeaders(headers))).toEqual([])
  })

  test.each(FORMS)('from our own origin as %j is not what any address takes', async (type) => {
    const headers = { Origin: OUR_PAGE.Origin, ...(type ? { 'Content-Type': type } : {}) }
    const rows = [...changes.keys()].filter((row) => RIGHTS[row]!.body)
    expect(rows.length).toBeGreaterThan(30)
    expect(await send(415, withHeaders(headers), rows)).toEqual([])
  })

  test.each(['GET', 'POST'])('with %s does not become a change by naming its method elsewhere', async (method) => {
    const rows = [...changes.keys()].filter((row) => !row.startsWith(`${method} `))
    const override: Forgery = (path, { body, headers, ...init }) => {
      const meant = init.method!
      const named = { 'X-HTTP-Method-Override': meant, 'X-HTTP-Method': meant, 'X-Method-Override': meant }
      const address = `${path}${path.includes('?') ? '&' : '?'}_method=${meant}`
      return [address, { method, headers: { ...headers, ...named }, ...(method === 'GET' || !body ? {} : { body }) }]
    }
    const answered = await send(0, override, rows)
    expect(answered.length).toBe(rows.length)
    if (method === 'POST') expect(answered.filter((one) => / 2\d\d$/.test(one))).toEqual([])
  })

  test('cannot read either, unless somebody followed a link', async () => {
    const { id } = await addPerson(served.people, 'partner', 'akar')
    const { Cookie } = await cookieOf(served.people, id)
    const read = async (headers: Record<string, string>) =>
      (await served.get('/api/tokens', { headers: { Cookie, ...headers } })).status
    expect(await read({ 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' })).toBe(403)
    expect(await read({ 'Sec-Fetch-Site': 'same-site', 'Sec-Fetch-Mode': 'cors' })).toBe(403)
    expect(await read({ 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Mode': 'cors' })).toBe(200)
    expect(await read({ 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' })).toBe(200)
    expect(await read({})).toBe(200)
  })

  test('a token needs no page of ours, because no browser sends it by itself', async () => {
    const { id } = await addPerson(served.people, 'partner', 'akar')
    const { token } = await served.people.tokens.make(id, { name: 'sistem', scopes: ['read', 'write'], days: 1 })
    const headers = { Authorization: `Bearer ${token}`, Origin: FOREIGN }
    const response = await served.get('/api/tokens?lang=en', { headers })
    expect([response.status, (await response.json()) as object]).toEqual([
      403,
      expect.objectContaining({ detail: expect.stringContaining('not for tokens') }),
    ])
  })

  test('behind a proxy our pages are those of the public address', async () => {
    const { app, world } = await serve([], { url: 'https://peta.contoh.id' })
    const from = async (Origin: string) =>
      (
        await app.request('http://dalam:8080/api/session', {
          method: 'POST',
          body: '{}',
          headers: { Origin, 'Content-Type': 'application/json' },
        })
      ).status
    expect(await from('https://peta.contoh.id')).toBe(400)
    expect(await from('http://peta.contoh.id')).toBe(403)
    expect(await from('https://lain.contoh.id')).toBe(403)
    world.close()
  })
})

describe('the same requests, from a page of ours', () => {
  test('are all accepted: nothing but the forging was wrong with them', async () => {
    const nonsense = Object.keys(RIGHTS).filter((row) => RIGHTS[row]!.isReading || KEPT_NOWHERE.includes(row))
    const otherwise: string[] = []
    for (const [row, change] of changes) {
      const status = await change()
      if (status >= 300 && !nonsense.includes(row)) otherwise.push(`${row} ${status}`)
    }
    expect(otherwise).toEqual([])
  })
})
