import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PersonRole } from '../../data/model/person.ts'
import { RIGHTS, type Right } from '../../server/access/rights.ts'
import { addPerson, cookieOf } from '../people.ts'
import { serve } from '../served.ts'
import { expectWords, HOSTILE } from './values.ts'

type Operation = { readonly parameters?: readonly { readonly name: string; readonly in: string }[] }
type Asked = {
  readonly method: string
  readonly path: string
  readonly right: Right
  readonly query: readonly string[]
  readonly segments: readonly string[]
}

let served: Awaited<ReturnType<typeof serve>>
let asked: readonly Asked[]
beforeAll(async () => {
  let minutes = 0
  const clockMs = () => {
    minutes += 1
    return minutes * 60_000
  }
  served = await serve([], { clockMs })
  const document = (await (await served.get('/api/openapi.json')).json()) as {
    readonly paths: Record<string, Record<string, Operation>>
  }
  asked = Object.entries(document.paths)
    .flatMap(([path, operations]) =>
      Object.entries(operations).map(([way, { parameters = [] }]) => {
        const method = way.toUpperCase()
        const names = (place: string) => parameters.filter((one) => one.in === place).map(({ name }) => name)
        const right = RIGHTS[`${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`]!
        return { method, path, right, query: names('query'), segments: names('path') }
      }),
    )
    .filter(({ right }) => !right.isOpen)
})
afterAll(() => served.world.close())

const GOOD: Readonly<Record<string, string>> = { kind: 'activity', id: 'a-bakau', step: 'confirm', row: '1' }
const ROLES: readonly PersonRole[] = ['partner', 'admin']
const TYPES = {
  json: 'application/json',
  feature: 'application/geo+json',
  image: 'image/png',
  file: 'application/octet-stream',
} as const

const sessions = new Map<PersonRole, Record<string, string>>()
/** Signed in until one of these addresses signs out. */
const headersOf = async (role: PersonRole) => {
  const known = sessions.get(role)
  if (known && (await served.get('/api/sessions', { headers: known })).status === 200) return known
  const { id } = await addPerson(served.people, role, 'akar')
  const headers = await cookieOf(served.people, id)
  sessions.set(role, headers)
  return headers
}

const ask = async (
  one: Asked,
  role: PersonRole,
  { path, body }: { path: string; body?: string | Uint8Array | undefined },
) => {
  const headers = {
    ...(await headersOf(role)),
    'X-File-Name': 'berkas.csv',
    'If-Match': '"1"',
    'Content-Type': TYPES[one.right.body ?? 'json'],
  }
  const response = await served.get(path, {
    method: one.method,
    headers,
    ...(one.right.body === undefined ? {} : { body: (body ?? '{}') as BodyInit }),
  })
  const isEndless = /^(text\/event-stream|application\/vnd\.bentang)/.test(response.headers.get('Content-Type') ?? '')
  if (isEndless) await response.body?.cancel()
  const name = `${role} ${one.method} ${path.slice(0, 100)} ${String(body).slice(0, 60)}`
  expect(response.status, name).toBeLessThan(500)
  if (response.status >= 400) await expectWords(response, name)
  else if (!isEndless) await response.arrayBuffer()
}

const addressOf = ({ path }: Asked, given: Record<string, string> = {}) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(given[name] ?? GOOD[name] ?? 'x'))

describe('every address for members', () => {
  test('is in the document, with who may enter', () => {
    expect(asked.length).toBeGreaterThan(20)
  })

  test.each(ROLES)(
    'answers or refuses in words whatever a %s puts into its path and query',
    async (role) => {
      for (const one of asked) {
        for (const name of one.segments)
          for (const value of HOSTILE.filter((text) => text !== ''))
            await ask(one, role, { path: addressOf(one, { [name]: value }) })
        for (const name of one.query)
          for (const value of HOSTILE)
            await ask(one, role, { path: `${addressOf(one)}?${name}=${encodeURIComponent(value)}` })
      }
      expect(served.faults).toEqual([])
    },
    120_000,
  )

  test.each(ROLES)(
    'refuses bodies without sense in words, sent by a %s',
    async (role) => {
      const nested = `${'{"record":'.repeat(5_000)}1${'}'.repeat(5_000)}`
      const bodies = [...HOSTILE, '[]', 'null', '1', '"x"', '{"__proto__":{"role":"admin"}}', nested, '{"operation":1}']
      for (const one of asked.filter(({ right }) => right.body !== undefined))
        for (const body of bodies) await ask(one, role, { path: addressOf(one), body })
      expect(served.faults).toEqual([])
    },
    120_000,
  )

  test('generated bodies, with fields that the addresses know and values that they do not', async () => {
    const field = fc.constantFrom(
      ...[
        'email',
        'password',
        'code',
        'secret',
        'name',
        'role',
        'organisation',
        'scopes',
        'days',
        'isTrusted',
        'operation',
      ],
      ...[
        'record',
        'submit',
        'kind',
        'id',
        'items',
        'undoes',
        'status',
        'returned',
        'revision',
        'mapping',
        'answers',
        'given',
      ],
    )
    const value = fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.jsonValue({ maxDepth: 3 }),
      fc.constantFrom('partner', 'admin', ['read']),
    )
    const request = fc.record({
      one: fc.constantFrom(...asked.filter(({ right }) => right.body === 'json')),
      role: fc.constantFrom(...ROLES),
      body: fc.dictionary(field, value, { maxKeys: 6 }),
    })
    await fc.assert(
      fc.asyncProperty(request, ({ one, role, body }) =>
        ask(one, role, { path: addressOf(one), body: JSON.stringify(body) }),
      ),
      { numRuns: 600, seed: 20_261_122 },
    )
    expect(served.faults).toEqual([])
  }, 120_000)

  test('bodies over their limit are refused before they are read, and those of strangers before that', async () => {
    for (const [path, type, bytes] of [
      ['/api/session', 'application/json', 1_000_001],
      ['/api/tokens', 'application/json', 1_000_001],
      ['/api/photos', 'image/jpeg', 1_500_001],
    ] as const) {
      const { id } = await addPerson(served.people, 'partner', 'akar')
      const headers = { ...(await cookieOf(served.people, id)), 'Content-Type': type }
      const { status } = await served.get(path, { method: 'POST', headers, body: new Uint8Array(bytes) })
      expect([path, status]).toEqual([path, 413])
    }
    const { id } = await addPerson(served.people, 'partner', 'akar')
    const headers = { ...(await cookieOf(served.people, id)), 'Content-Type': 'image/jpeg' }
    const photo = await served.get('/api/photos', { method: 'POST', headers, body: new Uint8Array(1_500_000) })
    expect(photo.status).toBe(400)
    const stranger = { Origin: 'http://localhost', 'Content-Type': 'application/json' }
    const { status } = await served.get('/api/tokens', { method: 'POST', headers: stranger, body: new Uint8Array(2e6) })
    expect(status).toBe(401)
  })
})
