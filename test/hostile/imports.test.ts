import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Problem } from '../../data/model/answers.ts'
import type { ImportAnswer } from '../../data/model/importing.ts'
import { importer } from '../imports/serving.ts'
import { signIn } from '../people.ts'
import { serve } from '../served.ts'
import { HOSTILE_FILES } from './files/index.ts'
import { HOSTILE_NAMES } from './files/names.ts'
import { expectOutcome } from './outcome.ts'

let served: Awaited<ReturnType<typeof serve>>
let client: ReturnType<typeof importer>
/** Nobody sends this many files within a minute: they are of several people. */
let senders: readonly ReturnType<typeof importer>[]
let seq: number
/** Entries of the journal that files brought in and took out again. */
let taken = 0
beforeAll(async () => {
  served = await serve()
  const join = async () => importer(served.app, await signIn(served.app, served.people, 'partner', 'akar'))
  client = await join()
  senders = [await join(), await join(), await join()]
  seq = served.store.state.seq
  // What is loaded once is loaded before the clock runs.
  await client.upload('a,b\n1,2\n', 'a.csv')
})
afterAll(() => served.world.close())

/** Of the processor, all threads together: a busy machine must not make a slow server of a fast one. */
const LIMIT_MS = 5_000

const upload = async (bytes: Uint8Array, name: string): Promise<ImportAnswer> => {
  const answer = await client.upload(bytes, name)
  expect((await client.remove(answer.id)).status).toBe(204)
  return answer
}

test('the corpus holds three hundred files, none twice, and says of each what must come of it', () => {
  expect(HOSTILE_FILES.length).toBeGreaterThanOrEqual(300)
  expect(new Set(HOSTILE_FILES.map(({ name }) => name)).size).toBe(HOSTILE_FILES.length)
  const without = HOSTILE_FILES.filter(({ says, rows, asks, takes }) => !says && rows === undefined && !asks && !takes)
  expect(without.map(({ name }) => name)).toEqual([])
})

describe('files that hurt', () => {
  test.each(HOSTILE_FILES.map((file, at) => [file.name, file, at] as const))('%s', async (_name, file, at) => {
    const given = file.bytes()
    const { state } = served.store
    const started = process.cpuUsage()
    await expectOutcome(served, senders[at % senders.length]!, given, file)
    const { user, system } = process.cpuUsage(started)
    expect((user + system) / 1000).toBeLessThan(LIMIT_MS)
    expect(served.faults.splice(0)).toEqual([])
    taken += file.takes ? 2 : 0
    expect(state.seq).toBe(seq + taken)
  })

  test.each(HOSTILE_NAMES)('a file called %s keeps to its place', async (name) => {
    const { status, answer } = await client.ask<ImportAnswer>('', {
      method: 'POST',
      body: 'a,b\n1,2\n',
      headers: { 'Content-Type': 'application/octet-stream', 'X-File-Name': name },
    })
    expect(status).toBe(202)
    expect(answer.file).toMatch(/^[^/\\\p{Cc}\p{Cf}]{1,120}$/u)
    expect((await client.settled(answer.id)).state).toBe('ready')
    expect((await client.remove(answer.id)).status).toBe(204)
  })

  test('nothing else of all that came into the journal, and the next good file is read as ever', async () => {
    expect(served.store.state.seq).toBe(seq + taken)
    const answer = await upload(
      new TextEncoder().encode(
        'Judul kegiatan,Tema,Kode wilayah,Mulai,Status\nPosyandu,stunting,99.01.01.2001,2024,berjalan\n',
      ),
      'baik.csv',
    )
    expect(answer.counts).toMatchObject({ good: 1, faulty: 0 })
  })

  test('memory is given back', async () => {
    globalThis.gc?.()
    await pause(100)
    expect(process.memoryUsage().rss).toBeLessThan(900_000_000)
  })
})

describe('requests that hurt', () => {
  const send = async (path: string, init: RequestInit) => {
    const { status, answer } = await client.ask<Problem>(path, init)
    return [status, (answer?.detail?.length ?? 0) > 20]
  }
  const json = (method: string, body: unknown): RequestInit => ({
    method,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

  test('a file beyond 20 MB is refused before it is kept', async () => {
    const body = new Uint8Array(20_000_001)
    const headers = { 'Content-Type': 'application/octet-stream', 'X-File-Name': 'a.csv' }
    expect(await send('', { method: 'POST', body, headers })).toEqual([413, true])
  })

  test('choices, rows and commits of the wrong form are refused in words', async () => {
    const { id, choices } = await client.upload('Judul,Tema\nx,stunting\n', 'a.csv')
    const asked: readonly (readonly [string, RequestInit])[] = [
      [`/${id}/choices`, json('PUT', [])],
      [`/${id}/choices`, json('PUT', { mapping: { Judul: 'constructor' } })],
      [`/${id}/choices`, json('PUT', { mapping: { Lain: 'title' } })],
      [`/${id}/choices`, json('PUT', { ...choices, answers: { a: 7 } })],
      [
        `/${id}/choices`,
        json('PUT', { ...choices, answers: Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`${at}`, 'x'])) }),
      ],
      [`/${id}/choices`, json('PUT', { ...choices, defaults: { theme: 'nothing' } })],
      [`/${id}/rows/2`, json('PATCH', {})],
      [`/${id}/rows/2`, json('PATCH', { given: { Lain: 'x' } })],
      [`/${id}/rows/2`, json('PATCH', '{"given":{"__proto__":"x"}}')],
      [`/${id}/rows/2`, json('PATCH', { given: { Judul: 7 } })],
      [`/${id}/rows/2`, json('PATCH', { given: { Judul: 'x'.repeat(20_000) } })],
      [`/${id}/rows/2`, json('PATCH', { state: 'done' })],
      [`/${id}/commit`, json('POST', {})],
      [`/${id}/commit`, json('POST', { operation: 'x' })],
      [`/${id}/rows?state=nothing`, {}],
    ]
    for (const [path, init] of asked) expect([path, ...(await send(path, init))]).toEqual([path, 400, true])
    expect(await send(`/${id}/rows/99`, json('PATCH', { state: 'left' }))).toEqual([404, true])
    expect(await send(`/${id}/rows/-1`, json('PATCH', { state: 'left' }))).toEqual([404, true])
    expect(await send(`/${id}/commit`, json('POST', { operation: crypto.randomUUID() }))).toEqual([409, true])
    expect(served.faults).toEqual([])
  })

  test.each(['x', '../../private', `${'a'.repeat(300)}`, 'AAAAAAAAAAAAAAAAAAAAAA'])(
    'an import called %s is not there',
    async (id) => {
      expect(await send(`/${encodeURIComponent(id)}`, {})).toEqual([404, true])
      expect(await send(`/${encodeURIComponent(id)}`, { method: 'DELETE' })).toEqual([404, true])
    },
  )

  test('another organisation finds nothing of an import: not listed, not read, not changed, not removed', async () => {
    const { id } = await client.upload('Judul,Tema\nx,stunting\n', 'a.csv')
    for (const role of ['partner', 'moderator'] as const) {
      const other = importer(
        served.app,
        await signIn(served.app, served.people, role, role === 'partner' ? 'bina' : null),
      )
      expect((await other.ask<ImportAnswer[]>('')).answer).toEqual([])
      const answers = await Promise.all([
        other.ask(`/${id}`),
        other.ask(`/${id}/rows`),
        other.change(id, 2, { state: 'left' }),
        other.commit(id),
        other.remove(id),
      ])
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
    }
    expect((await client.ask(`/${id}`)).status).toBe(200)
  })
})
