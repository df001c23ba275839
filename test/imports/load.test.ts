import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ImportAnswer, ImportSummary } from '../../data/model/importing.ts'
import { isWhole } from './counting.ts'
import { homeThatTrusts, runServer } from './running.ts'
import { openSender, SENDER, type Sender } from './sending.ts'
import { takeIn } from './taking_in.ts'

/** A quarter of what `npm run bench -- import` enters: the ways are the same, and every change waits for this. */
const FEATURES = 5_000
/** Boundaries are indicative: the official point of a village or two lies beyond them. */
const MOST_KEPT = 10
const COUNT_EVERY_MS = 50
/** Others keep this machine busy while tests run; `npm run bench -- import` judges the pace where it is quiet. */
const [PATIENCE_MS, MOST_P99_MS, MOST_MB] = [120_000, 5_000, 768]

let server: Awaited<ReturnType<typeof runServer>>
let sender: Sender
beforeAll(async () => {
  server = await runServer(await homeThatTrusts(SENDER))
  sender = await openSender(server, FEATURES)
}, 120_000)
afterAll(() => server?.close())

test(`${FEATURES} features are on record with every row accounted for; those who read meanwhile are all answered`, async () => {
  const { answer, seen, done, answers, counts, recordedMs, busyP99Ms, mostMemoryMb } = await takeIn(
    server,
    sender,
    COUNT_EVERY_MS,
  )
  expect([answer.fault, answer.questions, done.updated, done.added + done.kept]).toEqual([null, [], 0, FEATURES])
  expect(done.kept).toBeLessThan(MOST_KEPT)
  expect(answers.filter(({ status }) => status >= 500)).toEqual([])
  expect(counts.filter((found) => !isWhole(found, done.added))).toEqual([])
  const told = seen.map(({ progress }) => progress.done)
  expect(new Set(told).size).toBeGreaterThan(3)
  expect(seen.every(({ progress }) => progress.of === 0 || progress.of === FEATURES)).toBe(true)
  expect(recordedMs).toBeLessThan(PATIENCE_MS)
  expect(busyP99Ms).toBeLessThan(MOST_P99_MS)
  expect(mostMemoryMb ?? 0).toBeLessThan(MOST_MB)
}, 300_000)

test('a cancelled import is gone at once with its file, while it is read and while it is judged', async () => {
  for (const until of [
    ({ state }: ImportAnswer) => state === 'reading',
    ({ progress }: ImportAnswer) => progress.of > 0,
  ]) {
    const { id } = await sender.upload()
    await sender.follow(id, until)
    const begun = performance.now()
    expect((await sender.send(`/${id}`, { method: 'DELETE' })).status).toBe(204)
    expect(performance.now() - begun).toBeLessThan(2_000)
    expect((await sender.send(`/${id}`)).status).toBe(404)
  }
  expect((await sender.ask<readonly ImportSummary[]>('')).map(({ counts }) => counts.good)).toEqual([0])
}, 60_000)
