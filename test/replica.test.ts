import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve as listen, type ServerType } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { JOURNAL_FILE } from '../server/journal/file.ts'
import { openReplica } from '../server/journal/replica.ts'
import { openFileStore, type RecordStore } from '../server/journal/store.ts'
import { ownFolder } from './journal/own_folder.ts'
import { draft, enter } from './journal/world.ts'
import { addPerson, OUR_PAGE } from './people.ts'
import { serve } from './served.ts'

const silent = { report: () => {} }
let [folder, token, url] = ['', '', '']
let store: RecordStore
let writer: Awaited<ReturnType<typeof serve>>
let server: ServerType
const closing = new AbortController()

const open = (port: number): Promise<number> =>
  new Promise((ready) => {
    server = listen({ fetch: writer.app.fetch, port, hostname: '127.0.0.1' }, (at: AddressInfo) => ready(at.port))
  })
/** As when the writer's machine goes away. */
const shut = (): Promise<void> =>
  new Promise((done) => {
    server.close(() => done())
    if ('closeAllConnections' in server) server.closeAllConnections()
  })

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bentang-replica-'))
  store = await openFileStore({ folder })
  writer = await serve([], { store, closing: closing.signal })
  const { id } = await addPerson(writer.people, 'admin', null)
  token = (await writer.people.tokens.make(id, { name: 'replika', scopes: ['replicate'], days: 1 })).token
  url = `http://127.0.0.1:${await open(0)}`
})
afterAll(async () => {
  closing.abort()
  await shut()
  writer.world.close()
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const follow = async (at: string, given = token, whom = url) => {
  const replica = await openReplica({ folder: at, url: whom, token: given, ...silent })
  onTestFinished(() => replica.store.close())
  return replica
}
/** The folder of a journal that another server began. */
const oneEntry = async (): Promise<string> => {
  const at = ownFolder()
  const own = await openFileStore({ folder: at })
  await own.commit(draft('seed', enter('seed')))
  await own.close()
  return at
}
const fileOf = (at: string): Buffer => readFileSync(join(at, JOURNAL_FILE))

describe('a replica', () => {
  test('keeps the same bytes as the writer, hears of each entry at once, and starts again from its own file', async () => {
    const at = ownFolder()
    const first = await openReplica({ folder: at, url, token, ...silent })
    expect(first.store.state.seq).toBe(store.state.seq)
    const heard: number[] = []
    first.store.onEntry(({ seq }) => heard.push(seq))
    const begin = store.state.seq
    for (let n = 0; n < 30; n += 1) await store.commit(draft(`satu-${n}`, enter(`satu-${n}`)))
    await vi.waitFor(() => expect(heard).toEqual(Array.from({ length: 30 }, (_, n) => begin + n + 1)))
    await vi.waitFor(() => expect(first.replication()).toMatchObject({ writer: url, isConnected: true, lagEntries: 0 }))
    expect(first.replication().lagSeconds).toBeLessThan(2)
    await first.store.close()
    await store.commit(draft('selagi-tutup', enter('selagi-tutup')))
    const second = await follow(at)
    expect(second.store.state.records.has('organisation/selagi-tutup')).toBe(true)
    expect(second.store.reasons()).toEqual([])
    expect(fileOf(at).equals(fileOf(folder))).toBe(true)
  })

  test('goes on answering while the writer is away, says so, and catches up by itself', async () => {
    const at = ownFolder()
    const { store: kept, replication } = await follow(at)
    const port = Number(new URL(url).port)
    await shut()
    await vi.waitFor(() => expect(kept.reasons()[0]?.en).toContain('cannot be reached'), 5_000)
    expect(replication().isConnected).toBe(false)
    expect(kept.state.records.size).toBe(store.state.records.size)
    await expect(kept.commit(draft('di-replika', enter('x')))).rejects.toThrow(`Send changes to ${url}`)
    await store.commit(draft('tanpa-replika', enter('tanpa-replika')))
    await open(port)
    await vi.waitFor(() => expect(kept.state.seq).toBe(store.state.seq), 8_000)
    expect(kept.reasons()).toEqual([])
  })

  test('becomes the writer when it is started without following', async () => {
    const at = ownFolder()
    const { store: kept } = await openReplica({ folder: at, url, token, ...silent })
    await kept.close()
    const promoted = await openFileStore({ folder: at })
    expect(promoted.journal.head()).toEqual(store.journal.head())
    await promoted.commit(draft('naik', enter('naik')))
    await promoted.close()
    // From then on it is another journal, and the old writer does not continue it.
    await store.commit(draft('lain', enter('lain')))
    const parted = await follow(at)
    expect(parted.store.reasons()[0]?.en).toContain('is not the beginning')
    expect(parted.store.state.records.has('organisation/naik')).toBe(true)
  }, 15_000)

  test("is refused without an admin's token for it, says what to make, and carries a token nowhere else", async () => {
    const heard: IncomingMessage[] = []
    const elsewhere = createServer((request, response) => {
      heard.push(request)
      if (request.url?.startsWith('/api/')) response.writeHead(307, { Location: `/else${request.url}` })
      response.end()
    })
    await new Promise<void>((done) => elsewhere.listen(0, '127.0.0.1', done))
    onTestFinished(() => void elsewhere.close())
    const { id } = await addPerson(writer.people, 'moderator', null)
    const scopes = ['read', 'write', 'import', 'replicate'] as const
    const { token: moderators } = await writer.people.tokens.make(id, { name: 'x', scopes, days: 1 })
    const [refused, sent] = await Promise.all([
      follow(await oneEntry(), moderators),
      follow(await oneEntry(), token, `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`),
    ])
    expect(refused.store.reasons()[0]?.en).toContain('scope "replicate"')
    expect(refused.store.state.seq).toBe(1)
    expect(sent.store.reasons()[0]?.en).toContain('answers 307')
    expect(heard.filter((request) => request.url?.startsWith('/else'))).toEqual([])
  }, 15_000)

  test('as a server refuses every change in words that name the writer, answers reads, and tells its lag', async () => {
    const { store: kept, replication } = await follow(ownFolder())
    const replica = await serve([], {
      store: { ...kept, commit: async () => ({}) as never },
      readOnly: { writer: url, replication },
    })
    onTestFinished(() => replica.world.close())
    for (const [method, path] of [
      ['POST', '/api/session'],
      ['POST', '/api/work/records/activity'],
      ['DELETE', '/api/tokens/x'],
      ['POST', '/api/invitations/accept'],
    ]) {
      const headers = { ...OUR_PAGE, 'Content-Type': 'application/json' }
      const refused = await replica.get(`${path}?lang=en`, { method: method!, body: '{}', headers })
      expect([path, refused.status, refused.headers.get('Retry-After')]).toEqual([path, 503, '30'])
      expect(((await refused.json()) as { detail: string }).detail).toContain(`Send changes to ${url}`)
    }
    expect((await replica.get('/api/context')).status).toBe(200)
    const health = (await (await replica.get('/healthz')).json()) as object
    expect(health).toMatchObject({ replication: { writer: url, isConnected: true, lagEntries: 0 } })
  })
})
