import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ImportAnswer, ImportCommitted, ImportSummary } from '../../data/model/importing.ts'
import { percentileOf } from '../bench/percentile.ts'
import { manyFeatures } from './many.ts'
import { type Answered, openReaders } from './readers.ts'
import { runServer } from './running.ts'

const [FEATURES, READERS] = [20_000, 50]
/** What is asked of an import of that size on an idle machine of two cores. */
const [MOST_MS, MOST_P99_MS, MOST_MB] = [20_000, 300, 512]
/** Where the same readers wait longer before anything is imported, others keep the machine busy, and its pace says nothing. */
const IDLE_P99_MS = 100
/** Boundaries are indicative: the official point of a village or two lies beyond them. */
const MOST_KEPT = 10

let server: Awaited<ReturnType<typeof runServer>>
let headers: Record<string, string>
let file: Uint8Array<ArrayBuffer>
beforeAll(async () => {
  file = new TextEncoder().encode(JSON.stringify(manyFeatures(FEATURES)))
  server = await runServer()
  headers = await server.signIn('contoh-mitra-01')
}, 120_000)
afterAll(() => server?.close())

const send = (path: string, init: RequestInit = {}) =>
  fetch(`${server.address}/api/imports${path}`, {
    ...init,
    headers: { ...headers, ...(init.headers as Record<string, string>) },
  })
const ask = async <T>(path: string, init?: RequestInit): Promise<T> => {
  const response = await send(path, init)
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  return (await response.json()) as T
}
const upload = () =>
  ask<ImportAnswer>('', { method: 'POST', body: file, headers: { 'X-File-Name': 'dua-puluh-ribu.geojson' } })

/** Everything that is seen of an import until it is read and judged. */
const follow = async (id: string, until = ({ state }: ImportAnswer) => state !== 'reading') => {
  const seen: ImportAnswer[] = []
  for (;;) {
    const answer = await ask<ImportAnswer>(`/${id}`)
    seen.push(answer)
    if (until(answer)) return { answer, seen }
    await pause(100)
  }
}
const p99 = (answers: readonly Answered[]): number =>
  percentileOf(
    answers.map(({ ms }) => ms),
    0.99,
  )

test(`${FEATURES} features are on record within ${MOST_MS / 1000} s and ${MOST_MB} MB; ${READERS} readers meanwhile wait at most ${MOST_P99_MS} ms, 99 times in 100`, async () => {
  const stop = openReaders(server.address, READERS)
  await pause(4_000)
  const before = server.memoryMb()
  const begun = performance.now()
  const { id } = await upload()
  const { answer, seen } = await follow(id)
  const judged = performance.now()
  const commit = { method: 'POST', body: JSON.stringify({ operation: randomUUID(), submit: true }) }
  const done = await ask<ImportCommitted>(`/${id}/commit`, commit)
  const ended = performance.now()
  const answers = await stop()
  const memory = server.memoryMb()
  const idleP99 = p99(answers.filter(({ atMs }) => atMs < begun))
  const busyP99 = p99(answers.filter(({ atMs }) => atMs >= begun))
  console.log(
    `${FEATURES} features: judged after ${Math.round(judged - begun)} ms, on record after ${Math.round(ended - begun)} ms; ` +
      `memory at most ${memory && Math.round(memory.most)} MB (${before && Math.round(before.now)} before); p99 of ${answers.length} answers ${Math.round(busyP99)} ms, ${Math.round(idleP99)} ms before it`,
  )
  expect([answer.fault, answer.questions, done.updated, done.added + done.kept]).toEqual([null, [], 0, FEATURES])
  expect(done.kept).toBeLessThan(MOST_KEPT)
  expect(answers.filter(({ status }) => status >= 500)).toEqual([])
  const told = seen.map(({ progress }) => progress.done)
  expect(new Set(told).size).toBeGreaterThan(3)
  expect(seen.every(({ progress }) => progress.of === 0 || progress.of === FEATURES)).toBe(true)
  if (idleP99 > IDLE_P99_MS) {
    console.log('The limits were not judged: others keep this machine busy.')
    return
  }
  expect(ended - begun).toBeLessThan(MOST_MS)
  expect(busyP99).toBeLessThan(MOST_P99_MS)
  expect(memory?.most ?? 0).toBeLessThan(MOST_MB)
}, 300_000)

test('a cancelled import is gone at once with its file, while it is read and while it is judged', async () => {
  for (const until of [
    ({ state }: ImportAnswer) => state === 'reading',
    ({ progress }: ImportAnswer) => progress.of > 0,
  ]) {
    const { id } = await upload()
    await follow(id, until)
    const begun = performance.now()
    expect((await send(`/${id}`, { method: 'DELETE' })).status).toBe(204)
    expect(performance.now() - begun).toBeLessThan(2_000)
    expect((await send(`/${id}`)).status).toBe(404)
  }
  expect((await ask<readonly ImportSummary[]>('')).map(({ counts }) => counts.good)).toEqual([0])
}, 60_000)
