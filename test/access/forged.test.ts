import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RIGHTS } from '../../server/access/rights.ts'
import { addPerson, cookieOf, OUR_PAGE } from '../people.ts'
import { serve } from '../served.ts'

let served: Awaited<ReturnType<typeof serve>>
let changes: readonly (readonly [method: string, path: string])[]
beforeAll(async () => {
  served = await serve()
  const exists = new Set(served.app.routes.map(({ method, path }) => `${method} ${path}`))
  changes = Object.entries(RIGHTS)
    .filter(([row, { isOpen }]) => !isOpen && !row.startsWith('GET ') && exists.has(row))
    .map(([row]) => row.split(' ') as [string, string])
})
afterAll(() => served.world.close())

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

const addressOf = (path: string) => path.replace(/:(\w+)/g, (_, name: string) => (name === 'kind' ? 'activity' : 'x'))

describe('a request that another site forged', () => {
  test.each(FORGED)('as %s changes nothing at any address', async (_, headers) => {
    const { id } = await addPerson(served.people, 'admin', 'akar')
    const { Cookie } = await cookieOf(served.people, id)
    const before = [served.people.store.state(), served.store.asOf().seq]
    const accepted: string[] = []
    for (const [method, path] of changes) {
      const response = await served.get(addressOf(path), { method, body: '{}', headers: { ...headers, Cookie } })
      if (response.status !== 403) accepted.push(`${method} ${path} ${response.status}`)
    }
    expect(accepted).toEqual([])
    expect([served.people.store.state(), served.store.asOf().seq]).toEqual(before)
  })

  test('from our own origin still comes as what the address takes, or not at all', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain', '']) {
      const { id } = await addPerson(served.people, 'admin', 'akar')
      const { Cookie, Origin } = await cookieOf(served.people, id)
      for (const [method, path] of changes.filter(([way, where]) => RIGHTS[`${way} ${where}`]?.body)) {
        const headers = { Cookie, Origin, ...(type ? { 'Content-Type': type } : {}) }
        const body = new TextEncoder().encode('{}')
        const { status } = await served.get(addressOf(path), { method, body, headers })
        expect([method, path, type, status]).toEqual([method, path, type, 415])
      }
    }
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
