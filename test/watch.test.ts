import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { RIGHTS } from '../server/access/rights.ts'
import { listenForMetrics } from '../server/watch/listen.ts'
import { type LogLevel, logRequest, openLog } from '../server/watch/log.ts'
import { createMetrics, type Metrics } from '../server/watch/metrics.ts'
import { GOOD_PASSWORD } from './people/browser.ts'
import { serve } from './served.ts'

const READING = { journalSeq: 7, projectionLag: 1, commitsWaiting: 2, exportsUnderWay: 3, reasons: 4 }
const PERSON = { name: 'Sari Dewi Kartika', email: 'sari.dewi@contoh.id', password: GOOD_PASSWORD }

/** The whole server over the tiny world on a real socket, its log on a list. */
const open = async (level: LogLevel) => {
  const lines: string[] = []
  const log = openLog(level, { write: (line: string) => void lines.push(line) })
  const metrics = createMetrics(0)
  const served = await serve([], {
    log,
    watch: {
      opened: metrics.opened,
      answered(answer) {
        metrics.answered(answer)
        logRequest(log, answer)
      },
    },
  })
  const server = createServer(getRequestListener(served.app.fetch))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${address}${path}`, init)
    return {
      status: response.status,
      id: response.headers.get('X-Request-Id'),
      headers: response.headers,
      text: await response.text(),
    }
  }
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    ask(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: address, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  const close = () => {
    server.closeAllConnections()
    server.close()
    metrics.close()
  }
  return { ...served, address, ask, post, log, lines, metrics, close }
}

let opened: Awaited<ReturnType<typeof open>>
beforeEach(async () => {
  opened = await open('info')
})
afterEach(() => opened.close())

const requestsIn = (lines: readonly string[]) =>
  lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'request')
/** Lines come when the last byte has left, a moment after the answer. */
const settled = (count: number) => expect.poll(() => requestsIn(opened.lines).length).toBe(count)

describe('the log', () => {
  test('has one line a request: the pattern of its route, status, time, and the id that whoever asked got too', async () => {
    const { ask, lines } = opened
    const { id } = await ask('/api/records/organisation/akar')
    await ask('/api/records/organisation/tidak-ada')
    await settled(2)
    expect(requestsIn(lines)).toEqual([
      expect.objectContaining({
        route: '/api/records/:kind/:id',
        method: 'GET',
        status: 200,
        request: id,
        ms: expect.any(Number),
      }),
      expect.objectContaining({ route: '/api/records/:kind/:id', status: 404 }),
    ])
  })

  test('knows nobody: neither invitation, sign-in, import nor what is refused leaves a name, address, secret or question in it', async () => {
    const { people, ask, post, lines } = opened
    const { secret } = await people.invitations.make(
      { role: 'partner', organisation: 'akar', email: PERSON.email },
      'operator',
    )
    expect((await post('/api/invitations/open', { secret })).status).toBe(200)
    const accepted = await post('/api/invitations/accept', { secret, ...PERSON })
    expect(accepted.status).toBe(200)
    const cookie = accepted.headers.get('Set-Cookie')!.split(';')[0]!
    const made = await post(
      '/api/tokens',
      { name: 'token Sari', scopes: ['read', 'import'], days: 30 },
      { Cookie: cookie },
    )
    const { token } = JSON.parse(made.text)
    const csv = 'judul,penanggung jawab\nPosyandu,Sari Dewi Kartika\n'
    const imported = await post('/api/imports', csv, {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/octet-stream',
      'X-File-Name': 'daftar-sari-dewi.csv',
    })
    expect(imported.status).toBe(202)
    const refused = [
      await post('/api/session', { email: PERSON.email, password: 'bukan tiang hujan' }),
      await post('/api/session', `{"email":"${PERSON.email}`),
      await post('/api/tokens', { name: 'token Sari' }),
      await ask('/api/people', { headers: { Authorization: `Bearer ${token}x` } }),
      await ask(`/api/work?nama=${PERSON.email}`),
      await ask(`/p/organisation/${encodeURIComponent(PERSON.name)}`),
      await ask(`/${encodeURIComponent(PERSON.name)}.txt`),
      await ask(`/api/features/activities?q=${PERSON.email}`),
    ]
    expect(refused.map(({ status }) => status).filter((status) => status < 400)).toEqual([])
    await ask(`/api/search?q=${encodeURIComponent(PERSON.name)}`)
    await settled(4 + refused.length + 1)
    const text = lines.join('')
    const personal = [
      'sari',
      'dewi',
      'kartika',
      'contoh.id',
      'tiang hujan',
      secret,
      token,
      cookie.split('=')[1]!,
      '127.0.0.1',
      'q=',
    ]
    expect(personal.filter((one) => text.toLowerCase().includes(one.toLowerCase()))).toEqual([])
  })

  test('refusals at the door are told at the usual level, what was let in is not', async () => {
    opened.close()
    opened = await open('warn')
    const { ask, post, lines } = opened
    expect((await ask('/api/layers')).status).toBe(200)
    expect((await ask('/api/people')).status).toBe(401)
    expect((await ask('/api/records/organisation/tidak-ada')).status).toBe(404)
    expect((await post('/api/session', { email: PERSON.email, password: 'x' }, { Origin: 'http://x' })).status).toBe(
      403,
    )
    for (let at = 0; at < 10; at += 1) await post('/api/session', { email: PERSON.email, password: 'bukan' })
    expect((await post('/api/session', { email: PERSON.email, password: 'bukan' })).status).toBe(429)
    await settled(13)
    const told = requestsIn(lines).map(({ level, route, status }) => `${level} ${route} ${status}`)
    expect([...new Set(told)]).toEqual(
      ['/api/people 401', '/api/session 403', '/api/session 401', '/api/session 429'].map((line) => `40 ${line}`),
    )
    expect(lines.join('')).not.toContain(PERSON.email)
  })

  test('tells a fault by its kind and place, without the persons in its words', () => {
    const { log, lines } = opened
    const cause = Object.assign(new SyntaxError(`Unexpected token 'S', "Sari Dewi" is not valid JSON`), { code: 'E1' })
    const error = new Error(
      '550 <sari.dewi@contoh.id> unknown at postgres://bentang:rahasia@db/bentang?x=Sari bt_abcdef',
      { cause },
    )
    log.error({ err: error }, 'A mail was not sent')
    const { err } = JSON.parse(lines.at(-1)!)
    expect(err).toMatchObject({
      type: 'Error',
      message: expect.stringContaining('550'),
      cause: { type: 'SyntaxError', code: 'E1' },
    })
    expect(err.stack).toContain('watch.test.ts')
    expect(lines.at(-1)).not.toMatch(/Sari|sari|rahasia|contoh\.id|bt_abcdef/)
  })

  test.each([
    ['info', ['request', 'fault']],
    ['warn', ['fault']],
    ['silent', []],
  ] as const)('at the level %s writes %j', async (level, expected) => {
    const quieter = await open(level)
    await quieter.ask('/api/layers')
    quieter.log.error('fault')
    await expect.poll(() => quieter.metrics.text(READING)).toContain('_count{route="/api/layers"')
    quieter.close()
    expect(quieter.lines.map((line) => JSON.parse(line).msg).toSorted()).toEqual(expected.toSorted())
  })
})

const readValue = (text: string, line: string): number =>
  Number(
    text
      .split('\n')
      .find((one) => one.startsWith(`${line} `))
      ?.slice(line.length + 1),
  )

describe('metrics', () => {
  test('count requests by route, method and class, and how long they took', async () => {
    const { ask, metrics } = opened
    for (const path of ['/api/layers', '/api/layers', '/api/places/tidak-ada']) await ask(path)
    await settled(3)
    const text = metrics.text(READING)
    const name = 'bentang_http_request_duration_seconds'
    const labels = 'route="/api/layers",method="GET",status="2xx"'
    expect(readValue(text, `${name}_count{${labels}}`)).toBe(2)
    expect(readValue(text, `${name}_bucket{${labels},le="+Inf"}`)).toBe(2)
    expect(readValue(text, `${name}_sum{${labels}}`)).toBeGreaterThan(0)
    expect(readValue(text, `${name}_count{route="/api/places/:code",method="GET",status="4xx"}`)).toBe(1)
    const buckets = [...text.matchAll(/_bucket\{route="\/api\/layers".*le="[^"]+"\} (\d+)/g)].map((match) =>
      Number(match[1]),
    )
    expect(buckets).toEqual(buckets.toSorted((a, b) => a - b))
  })

  test('have few labels whatever is asked: patterns of the table of rights and "other"', async () => {
    const { ask, metrics } = opened
    for (let n = 0; n < 20; n += 1) await ask(`/nowhere-${n}`, { method: n % 2 ? 'PROPFIND' : 'GET' })
    await ask('/api/records/organisation/x%22%7D')
    await settled(21)
    const routes = new Set([...metrics.text(READING).matchAll(/route="([^"]*)"/g)].map((match) => match[1]!))
    const known = new Set(Object.keys(RIGHTS).map((row) => row.split(' ')[1]!))
    expect([...routes].filter((route) => route !== 'other' && !known.has(route))).toEqual([])
    expect(routes).toContain('other')
    expect(metrics.text(READING)).toContain('method="OTHER"')
  })

  test('count a stream as open until it ends, and an answer that broke off as aborted', async () => {
    const { address, metrics } = opened
    const line = 'bentang_http_requests_open{route="/api/events"}'
    const leaving = new AbortController()
    await fetch(`${address}/api/events`, { signal: leaving.signal })
    expect(readValue(metrics.text(READING), line)).toBe(1)
    leaving.abort()
    await expect.poll(() => readValue(metrics.text(READING), line)).toBe(0)
    expect(readValue(metrics.text(READING), 'bentang_http_aborted_total')).toBe(1)
  })

  test('are OpenMetrics: each family once, with its type, its lines together, and the mark of the end', async () => {
    await opened.ask('/api/layers')
    await settled(1)
    const text = opened.metrics.text({ ...READING, replicationLag: 5 })
    expect(text.endsWith('\n# EOF\n')).toBe(true)
    const families: string[] = []
    for (const line of text.slice(0, -'# EOF\n'.length).trimEnd().split('\n')) {
      const [, name] = /^# TYPE ([a-z_]+) (?:gauge|counter|histogram|info)$/.exec(line) ?? []
      if (name) families.push(name)
      else {
        const now = families.at(-1)!
        expect(line).toMatch(
          /^# (UNIT|HELP) [a-z_]+ .+$|^[a-z_]+(\{([a-z]+="[^"\\\n]*",?)+\})? -?\d+(\.\d+)?(e[+-]\d+)?$/,
        )
        expect(line.replace(/^# (UNIT|HELP) /, '').startsWith(now)).toBe(true)
      }
    }
    expect(new Set(families).size).toBe(families.length)
    for (const [line, value] of Object.entries({
      bentang_journal_entries: 7,
      bentang_projection_lag_entries: 1,
      bentang_commits_waiting: 2,
      bentang_exports_open: 3,
      bentang_health_reasons: 4,
      bentang_replication_lag_entries: 5,
    }))
      expect(readValue(text, line)).toBe(value)
    expect(readValue(text, 'bentang_memory_resident_bytes')).toBeGreaterThan(1e7)
    expect(readValue(text, 'bentang_event_loop_delay_seconds{quantile="0.99"}')).toBeGreaterThan(0)
  })

  test('are told on a listener of their own, and not at the address of everybody', async () => {
    const metrics: Pick<Metrics, 'text'> = opened.metrics
    const told = await listenForMetrics({ host: '127.0.0.1', port: 0 }, () => metrics.text(READING))
    const answer = await fetch(told.url)
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([
      200,
      expect.stringContaining('openmetrics-text'),
    ])
    expect(await answer.text()).toContain('# EOF')
    expect((await fetch(told.url.replace('/metrics', '/api/layers'))).status).toBe(404)
    told.close()
    expect((await opened.ask('/metrics')).status).toBe(404)
  })
})
