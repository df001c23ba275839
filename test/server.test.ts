import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '..')
// Inside the project, so that the built server finds its packages.
const built = mkdtempSync(join(ROOT, 'node_modules/.server-test-'))
const home = mkdtempSync(join(tmpdir(), 'bentang-server-'))
const children: ChildProcess[] = []

beforeAll(async () => {
  await build({
    configFile: join(ROOT, 'vite.config.ts'),
    logLevel: 'silent',
    build: { ssr: true, outDir: built, emptyOutDir: true },
  })
}, 120_000)

afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  for (const folder of [built, home]) rmSync(folder, { recursive: true, force: true })
})

const start = (port: string, folder = home) => {
  const env = { ...process.env, PORT: port, BENTANG_HOME: folder, BENTANG_BOUNDARIES: 'none', BENTANG_URL: '' }
  const child = spawn(process.execPath, [join(built, 'main.js')], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  children.push(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  const ended = new Promise<number | null>((done) => child.once('close', done))
  const ready = async (): Promise<string> => {
    for (;;) {
      const address = /siap di http:\/\/localhost:(\d+)/.exec(said)
      if (address) return `http://127.0.0.1:${address[1]}`
      if (child.exitCode !== null) throw new Error(`The server ended before it was ready: ${said}`)
      await wait(50)
    }
  }
  /** The secret of the invitation that a start prints while there is no admin. */
  const invited = async (): Promise<string> => {
    for (;;) {
      const secret = /\/invitation#([\w-]{43})/.exec(said)?.[1]
      if (secret) return secret
      await wait(50)
    }
  }
  return { child, ended, ready, invited, said: () => said }
}

/** Status of one request and whether its body arrived whole. */
const ask = (address: string, agent: Agent) =>
  new Promise<{ status: number; whole: boolean } | 'refused'>((done) => {
    const request = get(address, { agent }, (response) => {
      response.resume()
      response.once('close', () => done({ status: response.statusCode ?? 0, whole: response.complete }))
    })
    request.once('error', () => done('refused'))
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
      answers.push(answer)
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
