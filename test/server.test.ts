import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, get, type RequestOptions, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyJournal } from '../server/journal/verify.ts'
import { type BuiltServer, buildServer } from './server_process.ts'

const ROOT = resolve(import.meta.dirname, '..')
const home = mkdtempSync(join(tmpdir(), 'bentang-server-'))
let program: BuiltServer
beforeAll(async () => {
  program = await buildServer()
}, 120_000)
afterAll(() => {
  program.close()
  rmSync(home, { recursive: true, force: true })
})
const start = (port: string, folder = home, more: NodeJS.ProcessEnv = {}) => program.start(port, folder, more)

/** Status of one request and whether its body arrived whole. */
const ask = (address: string, agent: Agent) =>
  new Promise<{ status: number; whole: boolean } | 'refused'>((done) => {
    const asked = get(address, { agent }, (response) => {
      response.resume()
      response.once('close', () => done({ status: response.statusCode ?? 0, whole: response.complete }))
    })
    asked.once('error', () => done('refused'))
  })

test('from an empty home it serves the sample, refuses a second server, and a signal under load aborts no answer', async () => {
  const server = start('0')
  const address = await server.ready()
  // The address comes first; what is said after it may come a moment later.
  await expect.poll(server.said).toMatch(/Data contoh: \d+ catatan/)
  expect(server.said()).toMatch(/Batas wilayah: (indikatif|perkiraan), .*; 734 desa/)
  const health = (await (await fetch(`${address}/healthz`)).json()) as { journal: { seq: number } }
  expect(health.journal.seq).toBe(2)
  // The geometry thread is a file beside the bundle.
  const gaps = await fetch(`${address}/api/gaps.geojson?region=61.05&theme=stunting&period=2026`)
  expect(gaps.status).toBe(200)
  expect(((await gaps.json()) as { features: unknown[] }).features.length).toBeGreaterThan(0)

  const second = start('0')
  expect(await second.ended).toBe(1)
  expect(second.said()).toContain('BENTANG_HOME')
  const neighbour = start(new URL(address).port, mkdtempSync(join(home, 'other-')))
  expect(await neighbour.ended).toBe(1)
  expect(neighbour.said()).toMatch(/Porta \d+ sudah dipakai.*PORT=/s)
  expect((await fetch(`${address}/healthz`)).status).toBe(200)

  const agent = new Agent({ keepAlive: true, maxSockets: 20 })
  const answers: Awaited<ReturnType<typeof ask>>[] = []
  let asking = true
  const visitors = Array.from({ length: 20 }, async (_, visitor) => {
    for (let year = 2020; asking; year = year === 2029 ? 2020 : year + 1) {
      const path = `/api/coverage?region=61.05&theme=stunting&period=${year}&organisation=contoh-mitra-${`${visitor + 1}`.padStart(2, '0')}`
      const answer = await ask(`${address}${path}`, agent)
      answers!.push(answer)
      if (answer === 'refused') return
    }
  })
  await wait(1_500)
  const signalled = performance.now()
  server.child.kill('SIGTERM')
  expect(await server.ended).toBe(0)
  asking = false
  await Promise.all(visitors)
  expect(performance.now() - signalled).toBeLessThan(10_000)
  const begun = answers.filter((answer) => answer !== 'refused')
  expect(begun.length).toBeGreaterThan(20)
  expect(begun.filter(({ status, whole }) => status !== 200 || !whole)).toEqual([])

  const again = start('0')
  const restarted = await again.ready()
  expect(await (await fetch(`${restarted}/healthz`)).json()).toMatchObject({ journal: { seq: 2 } })
  // Each start prints a new invitation for the first admin, and the former is good for nothing.
  const openInvitation = async (secret: string) => {
    const headers = { 'Content-Type': 'application/json', Origin: restarted }
    const body = JSON.stringify({ secret })
    return (await fetch(`${restarted}/api/invitations/open`, { method: 'POST', headers, body })).status
  }
  expect([await openInvitation(await server.invited()), await openInvitation(await again.invited())]).toEqual([
    404, 200,
  ])
  again.child.kill('SIGTERM')
  expect(await again.ended).toBe(0)
}, 180_000)

type Answer = { readonly status: number; readonly whole: boolean; readonly text: string }

/** One request with its whole answer, or how it ended. */
const send = (address: string, options: RequestOptions, body?: string) =>
  new Promise<Answer | 'refused'>((done) => {
    const sent = request(address, options, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
      response.once('close', () => done({ status: response.statusCode ?? 0, whole: response.complete, text }))
    })
    sent.once('error', () => done('refused'))
    sent.end(body)
  })

test('a signal ends open screens, files under way and writers in order: every stream whole, every acknowledged write kept', async () => {
  const folder = mkdtempSync(join(home, 'signal-'))
  const server = start('0', folder, { BENTANG_LOG: 'info', BENTANG_METRICS: '0', BENTANG_TRUSTED_PROXY: '127.0.0.1' })
  const address = await server.ready()
  await expect.poll(server.said).toMatch(/Metrik: http/)
  const cli = [join(program.built, 'bentang.js'), 'invite', '--role', 'partner', '--organisation', 'contoh-mitra-01']
  const { stdout } = spawnSync(process.execPath, cli, { env: program.environment('0', folder), encoding: 'utf8' })
  const headers = { Origin: address, 'Content-Type': 'application/json' }
  const joined = await fetch(`${address}/api/invitations/accept`, {
    method: 'POST',
    headers,
    body: JSON.stringify({
      secret: stdout.trim().split('#')[1],
      name: 'Rina',
      email: 'r@contoh.id',
      password: 'lumbung padi di hulu',
    }),
  })
  const Cookie = joined.headers.get('Set-Cookie')!.split(';')[0]!
  // The setting reaches the door: each visitor behind the proxy has guesses of their own.
  const guess = async (visitor: string) =>
    (
      await fetch(`${address}/api/session`, {
        method: 'POST',
        headers: { ...headers, 'X-Forwarded-For': visitor },
        body: JSON.stringify({ email: 'r@contoh.id', password: 'bukan sandinya' }),
      })
    ).status
  const guesses = []
  for (let n = 0; n < 11; n += 1) guesses.push(await guess('192.0.2.1'))
  expect([guesses.indexOf(429), await guess('192.0.2.2')]).toEqual([10, 401])
  const listed = await fetch(`${address}/api/features/activities?organisation=contoh-mitra-01&limit=100`)
  const { features } = (await listed.json()) as { features: { properties: { id: string; organisations: string[] } }[] }
  const own = features.filter(({ properties }) => properties.organisations[0] === 'contoh-mitra-01')
  const ids = [...new Set(own.map(({ properties }) => properties.id))].slice(0, 5)

  const agent = new Agent({ keepAlive: true })
  const acknowledged: string[] = []
  const [written, answers]: (Answer | 'refused')[][] = [[], []]
  const writers = ids.map(async (id) => {
    const path = `${address}/api/work/records/activity/${id}`
    const opened = await fetch(path, { headers: { ...headers, Cookie } })
    let { record, revision } = (await opened.json()) as { record: { title: string }; revision: number }
    for (let n = 1; ; n += 1) {
      record = { ...record, title: `Judul ${n}` }
      const operation = randomUUID()
      const options = { agent, method: 'PUT', headers: { ...headers, Cookie, 'If-Match': `"${revision}"` } }
      const answer = await send(path, options, JSON.stringify({ operation, record, submit: false }))
      written!.push(answer)
      if (answer === 'refused' || answer.status !== 200) return
      acknowledged.push(operation)
      revision = (JSON.parse(answer.text) as { revision: number }).revision
    }
  })
  const screens = Array.from({ length: 10 }, () => send(`${address}/api/events`, { agent }))
  let downloading = true
  const readers = ['activities.geojson', 'targets.csv', 'villages.geojson'].map(async (file) => {
    while (downloading) {
      const answer = await send(`${address}/api/export/${file}`, { agent })
      answers!.push(answer)
      if (answer === 'refused') return
    }
  })
  await wait(1_500)
  const signalled = performance.now()
  server.child.kill('SIGTERM')
  expect(await server.ended).toBe(0)
  const tookMs = performance.now() - signalled
  downloading = false
  await Promise.all([...writers, ...readers])

  expect(tookMs).toBeLessThan(5_000)
  expect((await Promise.all(screens)).map((one) => one !== 'refused' && one.whole)).toEqual(screens.map(() => true))
  const begun = [...written!, ...answers!].filter((answer) => answer !== 'refused')
  expect(begun.filter(({ whole }) => !whole)).toEqual([])
  // A file that cannot be held still under so many writes is refused in words.
  const refused = begun.filter(({ status, text }) => status !== 200 && !text.includes('/docs#too-slow'))
  expect(refused.map(({ status, text }) => `${status} ${text}`)).toEqual([])
  expect(answers!.some((answer) => answer !== 'refused' && answer.status === 200)).toBe(true)
  expect(acknowledged.length).toBeGreaterThan(20)
  const { state, broken } = await verifyJournal(join(folder, 'journal'))
  expect(broken).toBeNull()
  expect(acknowledged.filter((operation) => !state.operations.has(operation))).toEqual([])
  // The log of the real process: a line for each answer, and nobody in it.
  expect(server.said()).toContain('"route":"/api/work/records/:kind/:id","method":"PUT","status":200')
  expect(server.said()).not.toMatch(/Rina|contoh\.id|lumbung|Judul \d|192\.0\.2/)
}, 60_000)

test('the disaster drill: a home is destroyed after writes, restored from its backup, and answers the same', () => {
  const drill = spawnSync(process.execPath, [join(ROOT, 'scripts/drill.mjs'), program.built], { encoding: 'utf8' })
  expect(drill.stdout, drill.stderr).toMatch(/\d+ answers equal, journal \d+ [0-9a-f]{64}/)
  expect(drill.status).toBe(0)
}, 120_000)
