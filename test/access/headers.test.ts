import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RIGHTS } from '../../server/access/rights.ts'
import { blankPress } from '../blank_press.ts'
import { addressOf, type Operation } from '../hostile/addresses.ts'
import { addPerson, cookieOf, OUR_PAGE } from '../people.ts'
import { serve } from '../served.ts'
import { asRecord } from '../work/desk.ts'
import { action, plan, scene, story } from '../world.ts'
import { ALWAYS, DATA_POLICY, FILES, type Kind, PROMISED } from './promised_headers.ts'

let served: Awaited<ReturnType<typeof serve>>
let folder: string
let admin: Record<string, string>
let documented: Readonly<Record<string, Readonly<Record<string, Operation>>>>
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bentang-headers-'))
  mkdirSync(join(folder, 'embed'))
  const page =
    '<html lang="id"><head><meta name="bentang-sites" content="*" /><title>Bentang</title></head><body></body>'
  for (const name of ['index.html', 'embed/index.html']) writeFileSync(join(folder, name), page)
  for (const name of Object.keys(FILES)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), 'x')
  }
  const more = [
    asRecord('plan', plan('p-asam', [action('tanam')])),
    asRecord('story', story('s-asam', [scene('peta')])),
  ]
  const options = { webFolder: folder, securityContact: 'mailto:aman@contoh.id' }
  served = await serve(more, options, [], {}, { press: blankPress })
  documented = ((await (await served.get('/api/openapi.json')).json()) as { paths: typeof documented }).paths
  admin = await cookieOf(served.people, (await addPerson(served.people, 'admin', 'akar')).id)
})
afterAll(() => {
  served.world.close()
  rmSync(folder, { recursive: true })
})

const kindOf = (row: string, type: string): Kind => {
  const path = row.split(' ')[1]!
  if (!RIGHTS[row]!.isOpen) return 'private'
  const isPage = type.startsWith('text/html')
  if (path.startsWith('/ogc')) return isPage ? 'page' : 'open'
  if (/^\/(api|tiles|embed\/v1)\/|^\/oembed$|^\/catalogue\.json$|\/metadata\./.test(path)) return 'open'
  return path.startsWith('/embed') ? 'widget' : isPage ? 'page' : 'file'
}

const differencesOf = (
  row: string,
  { headers }: Response,
  kind = kindOf(row, headers.get('Content-Type') ?? ''),
): readonly string[] => {
  const policy = headers.get('Content-Security-Policy') ?? ''
  const type = headers.get('Content-Type') ?? ''
  // Streams of events are UTF-8 by their own rule.
  const isText = /^text\/(?!event-stream)|[+/]xml\b/.test(type)
  const letters = isText && !/; charset=utf-8$/i.test(type) ? [`${row}: ${type}`] : []
  const differing = Object.entries({ ...ALWAYS, ...PROMISED[kind] }).flatMap(([name, promised]) => {
    const given = headers.get(name)
    // A widget that was not found is data; one that was says who may frame it.
    const isKept =
      kind === 'widget' && name === 'Content-Security-Policy'
        ? policy === DATA_POLICY || policy.startsWith(promised!) || /frame-ancestors 'none'$/.test(policy)
        : given === promised
    return isKept ? [] : [`${row} as ${kind}: ${name}: ${given}`]
  })
  return [...differing, ...letters]
}

const PATHS: Readonly<Record<string, string>> = {
  '/p/:kind/:id': '/p/activity/a-bakau',
  '/present/:id': '/present/s-asam',
  '/data/:layer/metadata.json': '/data/villages/metadata.json',
  '/data/:layer/metadata.xml': '/data/villages/metadata.xml',
  '/og/*': '/og/p/activity/a-bakau.png',
  '/docs/:file': '/docs/standalone.js',
  '/styles/:file': '/styles/villages.json',
}
const fill = (method: string, path: string): string => {
  const written = path.replace(/:(\w+)/g, '{$1}')
  const operation = documented[written]?.[method.toLowerCase()] ?? {}
  const id = path.startsWith('/ogc/collections/:id') ? { id: 'activities' } : {}
  return PATHS[path] ?? addressOf(written, operation, id)
}

/** Asks and lets go of what would never end. */
const ask = async (address: string, init: RequestInit) => {
  const response = await served.get(address, init)
  await response.body?.cancel()
  return response
}

const TYPES = { json: 'application/json', feature: 'application/geo+json', image: 'image/png', file: 'text/csv' }

describe('every answer says how it may be used', () => {
  test.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])(
    'of every route with %s, whoever asks and whatever becomes of it',
    async (method) => {
      const found: string[] = []
      const statuses = new Map<number, number>()
      for (const [row, { body }] of Object.entries(RIGHTS).filter(([one]) => one.startsWith(`${method} `))) {
        const address = fill(method, row.split(' ')[1]!)
        const given = body ? { body: '{}', headers: { 'Content-Type': TYPES[body], 'X-File-Name': 'a.csv' } } : {}
        const wrong = `${address}${address.includes('?') ? '&' : '?'}tidak-ada=1`
        const signedIn = row.includes('/api/session') ? {} : admin
        for (const [path, headers] of [
          [address, signedIn],
          [address, OUR_PAGE],
          [address, { Origin: 'https://jahat.example', Accept: 'text/html' }],
          [wrong, signedIn],
        ] as const) {
          const response = await ask(path, { method, ...given, headers: { ...headers, ...given.headers } })
          statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
          found.push(...differencesOf(row, response))
        }
      }
      expect([...new Set(found)]).toEqual([])
      const good = [...statuses].reduce((sum, [status, count]) => sum + (status < 300 ? count : 0), 0)
      if (method === 'GET') expect(good).toBeGreaterThan(250)
    },
    60_000,
  )

  test('of every file of the client, as often as it is asked for', async () => {
    for (const [name, kind] of Object.entries(FILES))
      for (let at = 0; at < 2; at += 1) {
        const response = await ask(`/${name}`, {})
        expect([name, response.status, differencesOf(name, response, kind)]).toEqual([name, 200, []])
      }
  })

  test('of every address with a method that it is not served with, too', async () => {
    const found: string[] = []
    for (const path of new Set(Object.keys(RIGHTS).map((row) => fill('GET', row.split(' ')[1]!)))) {
      const { status, headers } = await ask(path, { method: 'PROPFIND', headers: admin })
      const given = Object.keys(ALWAYS).map((name) => headers.get(name))
      const isData = /^default-src 'none';(?!.*unsafe).*frame-ancestors 'none'$/.test(
        headers.get('Content-Security-Policy') ?? '',
      )
      if (status !== 405 || !isData || `${given}` !== `${Object.values(ALWAYS)}`)
        found.push(`${path} ${status} ${given}`)
    }
    expect(found).toEqual([])
  })

  test('and an answer that nothing changed takes nothing away from the page that the browser kept', async () => {
    for (const row of Object.keys(RIGHTS).filter((one) => one.startsWith('GET ') && RIGHTS[one]!.isOpen))
      for (const Accept of ['text/html', '*/*']) {
        const address = fill('GET', row.split(' ')[1]!)
        const first = await ask(address, { headers: { Accept } })
        const etag = first.headers.get('ETag')
        if (etag === null) continue
        const again = await ask(address, { headers: { Accept, 'If-None-Match': etag } })
        const policy = again.headers.get('Content-Security-Policy')
        expect([row, again.status, policy ?? 'the same']).toEqual([
          row,
          304,
          policy === null ? 'the same' : first.headers.get('Content-Security-Policy'),
        ])
      }
  })

  test('even of what is no request: neither server nor version is named', async () => {
    const server = createServer(getRequestListener(served.app.fetch)).listen(0, '127.0.0.1')
    await new Promise((done) => server.once('listening', done))
    const say = (text: string) =>
      new Promise<string>((done) => {
        let heard = ''
        const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () => socket.write(text))
        socket.setEncoding('latin1').on('data', (part) => {
          heard += part
        })
        socket.once('close', () => done(heard))
        socket.once('error', () => done(heard))
      })
    for (const text of [
      'GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      'BOGUS\r\n\r\n',
      `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
      'GET /%E0%A4%A HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      'TRACE / HTTP/1.1\r\nHost: x\r\nCookie: bentang=x\r\nConnection: close\r\n\r\n',
    ]) {
      const heard = await say(text)
      expect(heard).toMatch(/^HTTP\/1\.1 \d{3}/)
      expect(heard).not.toMatch(/^(server|x-powered-by):|node|hono|express|bentang=x/im)
    }
    server.close()
  })
})
