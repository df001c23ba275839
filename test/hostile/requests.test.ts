import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { blankPress } from '../blank_press.ts'
import { serve } from '../served.ts'
import { asRecord } from '../work/desk.ts'
import { action, plan, scene, story } from '../world.ts'
import { addressOf, GOOD, type Operation } from './addresses.ts'
import { expectWords, HOSTILE } from './values.ts'

type Document = { readonly paths: Record<string, { readonly get?: Operation; readonly post?: Operation }> }

let served: Awaited<ReturnType<typeof serve>>
let paths: [path: string, operation: Operation][]
let posted: [path: string, operation: Operation][]
beforeAll(async () => {
  const more = [
    asRecord('plan', plan('p-asam', [action('tanam')])),
    asRecord('story', story('s-asam', [scene('peta')])),
  ]
  served = await serve(more, {}, [], {}, { press: blankPress })
  const document = (await (await served.get('/api/openapi.json')).json()) as Document
  // Those for members have their own test beside this one.
  const isOpen = (operation: Operation | undefined) => operation !== undefined && !operation.security
  paths = Object.entries(document.paths).flatMap(([path, { get }]) => (isOpen(get) ? [[path, get!]] : []))
  posted = Object.entries(document.paths).flatMap(([path, { post }]) => (isOpen(post) ? [[path, post!]] : []))
})
afterAll(() => served.world.close())

describe('every address of the published document', () => {
  test('the document names them all and each answers a good question', async () => {
    expect(paths.length).toBeGreaterThanOrEqual(16)
    for (const [path, operation] of paths) {
      const response = await served.get(addressOf(path, operation))
      expect([path, response.status]).toEqual([path, 200])
    }
  })

  test('refuses hostile values of every parameter in words, or answers them, and never fails', async () => {
    for (const [path, operation] of paths)
      for (const { name } of operation.parameters ?? [])
        for (const value of HOSTILE) {
          const address = addressOf(path, operation, { [name]: value })
          const response = await served.get(address)
          if (response.status >= 400) await expectWords(response, address)
          else expect([200, 204], address).toContain(response.status)
        }
    expect(served.faults).toEqual([])
  }, 60_000)

  test('refuses a wrong box, an unknown theme, a place in two code systems, an unknown parameter', async () => {
    const wrong: Readonly<Record<string, readonly string[]>> = {
      bbox: ['1,2,3', 'a,b,c,d', '113,1,111,-1', '0,-91,1,91', '1,1,1,1,1'],
      theme: ['no-such-theme', "stunting'--"],
      region: ['6105', '61.05', 'Sintang', '99.1'],
      within: ['6105', '61.05', 'x'],
      period: ['26', '2026-01', '1999', '2026/2025'],
      organisation: ['nobody', 'a b'],
      level: ['desa'],
      status: ['done'],
      limit: ['0', '5001', '-3', 'all'],
      from: ['1', '2030'],
      a: ['6105', '99.02', '99.01.01', '61.05'],
      b: ['6105', '99.01', '99.02.01.2001', 'Timur'],
      since: ['2', '2026-13-01', '2026-1-1', 'yesterday', '-1', '1.5'],
      until: ['2', '0000-00-00', 'now'],
      code: ['6105', '61.05', 'Sintang'],
      km: ['0', '-1', '100.5', '1e2', '1,5', 'Infinity', '0x10', '0.0000001'],
    }
    for (const [path, operation] of paths) {
      for (const { name } of (operation.parameters ?? []).filter((one) => one.in === 'query'))
        for (const value of wrong[name] ?? []) {
          const address = addressOf(path, operation, { [name]: value })
          if (path === '/api/search' && name === 'limit' && Number(value) <= 100 && Number(value) > 0) continue
          await expectWords(await served.get(address), address)
        }
      const address = `${addressOf(path, operation)}${addressOf(path, operation).includes('?') ? '&' : '?'}drop=1`
      const response = await served.get(address)
      // A folder of files answers widgets as well and does not see what stands behind the question mark; sites that ask
      // oEmbed send what they like.
      if (/^\/(embed\/v1\/|oembed$)/.test(path)) expect([200, 204], address).toContain(response.status)
      else await expectWords(response, address)
    }
  })

  test('a parameter of another address is not taken for a slip of the pen, a misspelt one is', async () => {
    const detailOf = async (path: string) => ((await (await served.get(path)).json()) as { detail: string }).detail
    expect(await detailOf('/api/features/activities?region=99.01&lang=en')).toContain('Remove it')
    expect(await detailOf('/api/features/activities?withn=99.01&lang=en')).toContain('Did you mean "within"?')
  })

  test('a parameter given twice is refused', async () => {
    for (const [path, operation] of paths)
      for (const { name } of (operation.parameters ?? []).filter((one) => one.in === 'query')) {
        const address = addressOf(path, operation, { [name]: GOOD[name] ?? 'x' })
        await expectWords(await served.get(`${address}&${name}=${GOOD[name] ?? 'x'}`), address)
      }
  })

  test('only reading is served, whatever is sent', async () => {
    const isPosted = (path: string) => posted.some(([one]) => one === path)
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`
    for (const [path, operation] of paths)
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND']) {
        if (method === 'POST' && isPosted(path)) continue
        const address = addressOf(path, operation)
        const response = await served.get(address, {
          method,
          body: deep,
          headers: { 'Content-Type': 'application/json' },
        })
        expect([address, method, response.status]).toEqual([address, method, 405])
        expect(response.headers.get('Allow')).toBe(`GET, HEAD, OPTIONS${isPosted(path) ? ', POST' : ''}`)
        await expectWords(response, address)
      }
  })

  test('what is asked with a body is asked with POST only, and every body that is no shape is refused in words', async () => {
    expect(posted.map(([path]) => path)).toEqual([
      '/api/features/{layer}',
      '/api/sheet.pdf',
      '/api/area-report',
      '/api/area-report.pdf',
      '/api/scenario',
    ])
    for (const [path, operation] of posted) {
      const address = addressOf(path, operation)
      const method = (await served.get(address, { method: 'DELETE' })).headers.get('Allow')
      expect(method).toContain('POST')
      for (const value of [...HOSTILE, '{}', '[]', 'null', '1', '"x"', '{"type":"Polygon"}']) {
        const response = await served.get(address, {
          method: 'POST',
          body: value,
          headers: { 'Content-Type': 'application/json' },
        })
        await expectWords(response, `${address} ${value.slice(0, 20)}`)
      }
      await expectWords(
        await served.get(`${address}${address.includes('?') ? '&' : '?'}drop=1`, { method: 'POST', body: '{}' }),
        address,
      )
    }
    expect(served.faults).toEqual([])
  })

  test('a star in a path is a sign like others', async () => {
    for (const path of ['/og/*', '/p/*', '/api/*', '/tiles/*', '/embed/v1/*', '/*']) {
      const response = await served.get(path)
      expect([path, response.status]).toEqual([path, 404])
    }
  })

  test('ten megabytes are refused before they are read', async () => {
    const body = new Uint8Array(10_000_000)
    for (const path of ['/api/coverage', '/api/nothing', '/']) {
      const response = await served.get(path, { method: 'POST', body })
      expect(response.status).toBe(413)
      await expectWords(response, path)
    }
  })
})

describe('over a real socket', () => {
  let server: Server
  let port: number
  beforeAll(async () => {
    server = createServer(getRequestListener(served.app.fetch)).listen(0, '127.0.0.1')
    await once(server, 'listening')
    port = (server.address() as AddressInfo).port
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  /** All that is answered until the server hangs up. */
  const send = (head: string) =>
    new Promise<string>((done) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(head))
      let text = ''
      socket.on('data', (chunk) => {
        text += chunk.toString('latin1')
      })
      socket.on('close', () => done(text))
      socket.on('error', () => done(text))
    })

  test('broken percent signs, raw control bytes and a foreign host earn no 5xx and no foreign links', async () => {
    for (const target of [
      '/api/search?q=%E0%A4%A',
      '/api/places/%ZZ',
      '/api/features/%00',
      '//evil.example/api',
      '/tiles/..%2f..%2fetc/1/1/1',
      '*',
    ])
      expect(await send(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)).toMatch(
        /^HTTP\/1\.1 (200|4\d\d) /,
      )
  })

  test('headers and addresses beyond 16 kB, a body of two lengths and one that is no body are refused', async () => {
    const long = 'x'.repeat(20_000)
    for (const head of [
      `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${long}\r\n\r\n`,
      `GET /api/search?q=${long} HTTP/1.1\r\nHost: x\r\n\r\n`,
      'POST /api/area-report HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      'POST /api/area-report HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcd',
      'POST /api/area-report HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
    ])
      expect(await send(head)).toMatch(/^HTTP\/1\.1 4\d\d [\s\S]*Connection: close/)
  })

  test('a body that does not say how long it is, is counted and refused while it is still being sent', async () => {
    const part = `${(1 << 16).toString(16)}\r\n${' '.repeat(1 << 16)}\r\n`
    const socket = connect(port, '127.0.0.1')
    const answered = once(socket, 'data')
    socket.write(
      'POST /api/area-report HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
    )
    for (let sent = 0; sent < 20; sent += 1) socket.write(part)
    const [told] = (await answered) as [Buffer]
    expect(told.toString('latin1')).toMatch(/^HTTP\/1\.1 413 /)
    socket.destroy()
  })

  test('hundreds who never end what they began to ask, and who never read what they asked for, hold nobody up', async () => {
    const begun = Array.from({ length: 600 }, (_, at) => {
      const socket = connect(port, '127.0.0.1')
      socket.once('error', () => {})
      if (at % 3 === 0) return socket.pause().end('GET /api/features/villages HTTP/1.1\r\nHost: x\r\n\r\n')
      socket.write(`POST /api/area-report HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n`)
      if (at % 3 === 1) socket.write('Content-Length: 900000\r\n\r\n{')
      return socket
    })
    await Promise.all(begun.map((socket) => (socket.connecting ? once(socket, 'connect') : null)))
    const tookMs = []
    for (let at = 0; at < 50; at += 1) {
      const started = performance.now()
      expect((await fetch(`http://127.0.0.1:${port}/api/places/99.01?at=${at}`)).status).toBe(400)
      expect((await fetch(`http://127.0.0.1:${port}/api/places/99.01`)).status).toBe(200)
      tookMs.push((performance.now() - started) / 2)
    }
    for (const socket of begun) socket.destroy()
    const open = () => new Promise<number>((done) => server.getConnections((_, count) => done(count)))
    await expect.poll(open).toBeLessThan(10)
    expect(tookMs.sort((a, b) => a - b)[47]).toBeLessThan(300)
    expect(served.faults).toEqual([])
  })
})
