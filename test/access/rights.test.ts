import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CallerRole, type PersonRole, ROLES, SCOPES, type Scope } from '../../data/model/person.ts'
import { asksWho, isPrivatePath, RIGHTS, type Right } from '../../server/access/rights.ts'
import { blankPress } from '../blank_press.ts'
import { addPerson, cookieOf, OUR_PAGE } from '../people.ts'
import { serve } from '../served.ts'

let served: Awaited<ReturnType<typeof serve>>
let routes: { readonly row: string; readonly method: string; readonly path: string; readonly right: Right }[]
beforeAll(async () => {
  // What is drawn is not the point here, and drawing it for every role takes minutes.
  served = await serve([], {}, [], {}, { press: blankPress })
  const rows = served.app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`)
  routes = [...new Set(rows)].map((row) => {
    const [method = '', path = ''] = row.split(' ')
    return { row, method, path, right: RIGHTS[row]! }
  })
})
afterAll(() => served.world.close())

const SAMPLE: Readonly<Record<string, string>> = {
  layer: 'activities',
  kind: 'activity',
  id: 'a-bakau',
  code: '99.01',
  tileset: 'villages',
  file: 'villages.json',
  z: '8',
  x: '206',
  y: '127',
}

const BODIES: Readonly<Record<NonNullable<Right['body']>, { readonly body: BodyInit; readonly headers: object }>> = {
  json: { body: '{}', headers: { 'Content-Type': 'application/json' } },
  feature: { body: '{}', headers: { 'Content-Type': 'application/geo+json' } },
  image: { body: new Uint8Array(8), headers: { 'Content-Type': 'image/png' } },
  file: {
    body: new Uint8Array(8),
    headers: { 'Content-Type': 'application/octet-stream', 'X-File-Name': 'berkas.csv' },
  },
}

/** Whether the doorkeeper let this in; whatever the handler then made of a body without sense. */
const isLetIn = async ({ method, path, right }: (typeof routes)[number], headers: Record<string, string>) => {
  const address = path.replace(/:(\w+)/g, (_, name: string) => SAMPLE[name] ?? 'x')
  const given = right.body ? BODIES[right.body] : { headers: {} }
  const response = await served.get(`${address}?lang=en`, {
    method,
    ...(right.body ? { body: BODIES[right.body].body } : {}),
    headers: { ...headers, ...(given.headers as Record<string, string>) },
  })
  const isEndless = /^(text\/event-stream|application\/vnd\.bentang)/.test(response.headers.get('Content-Type') ?? '')
  const text = isEndless ? '' : await response.text()
  if (isEndless) await response.body?.cancel()
  return response.status !== 403 && !(response.status === 401 && text.includes('Sign in at /sign-in'))
}

/** Anew for every request: some of them sign out. */
const headersOf = async (role: CallerRole): Promise<Record<string, string>> => {
  if (role === 'public') return OUR_PAGE
  const { id } = await addPerson(served.people, role, 'akar')
  return cookieOf(served.people, id)
}
const tokenOf = async (role: PersonRole, scopes: readonly Scope[]) => {
  const { id } = await addPerson(served.people, role, 'akar')
  const { token } = await served.people.tokens.make(id, { name: 'sistem', scopes, days: 1 })
  return { Authorization: `Bearer ${token}` }
}

const ask = async (headers: () => Promise<Record<string, string>>, expected: (right: Right) => boolean) => {
  const differs: string[] = []
  for (const route of routes)
    if ((await isLetIn(route, await headers())) !== expected(route.right)) differs.push(route.row)
  return differs
}

describe('the table of rights', () => {
  test('names every route that the server has', () => {
    expect(routes.filter(({ right }) => !right).map(({ row }) => row)).toEqual([])
    expect(routes.length).toBeGreaterThan(45)
  })

  test('names no route that the server does not have', () => {
    const served = new Set(routes.map(({ row }) => row))
    expect(Object.keys(RIGHTS).filter((row) => !served.has(row))).toEqual([])
  })

  test('keeps what depends on who asks in rooms where nothing is open', () => {
    const mixed = Object.entries(RIGHTS)
      .filter(([row, { isOpen }]) => {
        const [method = '', path = ''] = row.split(' ')
        // The answer to a change is never kept: what everyone reads may be written to at the same address.
        const isWrite = method !== 'GET' && !path.startsWith('/api/')
        return (isWrite ? asksWho(method, path) : isPrivatePath(path)) === (isOpen ?? false)
      })
      .map(([row]) => row)
    expect(mixed).toEqual([])
  })

  test('gives every change of what is private a kind of body, or none at all', () => {
    const bare = Object.entries(RIGHTS).filter(
      ([row, { isOpen, body }]) => /^(POST|PUT|PATCH) /.test(row) && !isOpen && !body,
    )
    expect(bare).toEqual([])
  })
})

describe('every route, asked by everyone, lets in whom the table names', () => {
  test.each<CallerRole>(['public', ...ROLES])('%s', async (role) => {
    expect(
      await ask(
        () => headersOf(role),
        ({ roles }) => roles.includes(role),
      ),
    ).toEqual([])
  })

  test.each<PersonRole>(['moderator', 'admin'])('%s without a second factor may only set one up', async (role) => {
    const headers = async () => {
      const { id } = await addPerson(served.people, role, null, { totp: null })
      return cookieOf(served.people, id)
    }
    expect(await ask(headers, ({ isOpen, beforeTotp }) => (isOpen ?? false) || (beforeTotp ?? false))).toEqual([])
  })

  test.each<Scope>(SCOPES)(
    'a token for %s, even of an admin, opens what its scope names and nothing else',
    async (scope) => {
      const expected = (right: Right) =>
        (right.isOpen ?? false) || (right.scope === scope && right.roles.includes('admin'))
      expect(await ask(() => tokenOf('admin', [scope]), expected)).toEqual([])
    },
  )

  test('a token of a partner with every scope opens no door that a partner may not open', async () => {
    const expected = (right: Right) =>
      (right.isOpen ?? false) || (right.scope !== undefined && right.roles.includes('partner'))
    expect(await ask(() => tokenOf('partner', SCOPES), expected)).toEqual([])
  })

  test('a wrong token is refused wherever a caller matters, and never taken for nobody', async () => {
    for (const Authorization of ['Bearer bt_wrong', 'Bearer x', 'Basic YTpi', 'bt_x'])
      for (const { path, right, row } of routes.filter(({ method }) => method === 'GET')) {
        const address = path.replace(/:(\w+)/g, (_, name: string) => SAMPLE[name] ?? 'x')
        const { status } = await served.get(address, { headers: { Authorization } })
        expect([row, status === 401]).toEqual([row, !right.isOpen])
      }
  })
})

describe('what depends on who asks', () => {
  test('is kept nowhere and is for no other site', async () => {
    const headers = await headersOf('admin')
    for (const { method, path, right } of routes.filter((one) => one.method === 'GET' && !one.right.isOpen)) {
      const address = path.replace(/:(\w+)/g, (_, name: string) => SAMPLE[name] ?? 'x')
      for (const given of [headers, {}]) {
        const response = await served.get(address, { method, headers: { ...given, 'Accept-Encoding': 'br' } })
        expect([address, response.headers.get('Cache-Control')]).toEqual([address, 'no-store'])
        expect(response.headers.get('Access-Control-Allow-Origin'), address).toBeNull()
        expect(response.headers.get('Cross-Origin-Resource-Policy'), address).toBe('same-origin')
        expect(response.headers.get('ETag')?.startsWith('W/') ?? false, address).toBe(false)
        await response.body?.cancel()
      }
      const preflight = await served.get(address, {
        method: 'OPTIONS',
        headers: { Origin: 'https://jahat.example', 'Access-Control-Request-Method': 'POST' },
      })
      expect(preflight.headers.get('Access-Control-Allow-Origin'), address).toBeNull()
      expect(preflight.status, address).toBe(405)
      expect(right.roles.length).toBeGreaterThan(0)
    }
  })

  test('is pressed for a weak network when it is read, and never where a secret is handed out', async () => {
    for (let at = 0; at < 30; at += 1) await addPerson(served.people, 'partner', 'akar')
    const headers = await headersOf('admin')
    const plain = await served.get('/api/people', { headers })
    const pressed = await served.get('/api/people', { headers: { ...headers, 'Accept-Encoding': 'gzip, br' } })
    expect([plain.headers.get('Content-Encoding'), pressed.headers.get('Content-Encoding')]).toEqual([null, 'br'])
    const [text, bytes] = [await plain.text(), Buffer.from(await pressed.arrayBuffer())]
    expect(bytes.byteLength).toBeLessThan(text.length / 3)
    expect(brotliDecompressSync(bytes).toString().length).toBe(text.length)
    const offer = await served.get('/api/invitations', {
      method: 'POST',
      body: '{"organisation":"akar","role":"partner"}',
      headers: { ...headers, 'Accept-Encoding': 'gzip, br' },
    })
    expect([offer.status, offer.headers.get('Content-Encoding')]).toEqual([201, null])
  })

  test('an open answer is the same for whoever is signed in', async () => {
    const headers = await headersOf('admin')
    for (const address of ['/api/context', '/api/features/activities', '/api/records/activity/a-bakau']) {
      const [plain, signedIn] = await Promise.all([served.get(address), served.get(address, { headers })])
      expect(signedIn.headers.get('ETag')).toBe(plain.headers.get('ETag'))
      expect(await signedIn.text()).toBe(await plain.text())
    }
  })
})
