import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { ImportCommitted } from '../../data/model/importing.ts'
import { percentileOf } from '../bench/percentile.ts'
import { openCounters } from './counting.ts'
import { type Answered, openReaders } from './readers.ts'
import type { runServer } from './running.ts'
import type { Sender } from './sending.ts'

const READERS = 50
/** The first look of each reader finds a server that never answered; then they are watched before the import begins. */
const [FIRST_LOOKS_MS, WATCHED_MS] = [3_000, 4_000]

const p99 = (answers: readonly Answered[]): number =>
  percentileOf(
    answers.map(({ ms }) => ms),
    0.99,
  )

/** One import from its file to the record while fifty readers go on and its activities are counted over and over: what it said, and what it cost them, in ms and MB. */
export const takeIn = async (
  server: Pick<Awaited<ReturnType<typeof runServer>>, 'address' | 'memoryMb'>,
  sender: Sender,
  countEveryMs: number,
) => {
  const stop = openReaders(server.address, READERS)
  await pause(FIRST_LOOKS_MS)
  const watched = performance.now()
  await pause(WATCHED_MS)
  const memoryBefore = server.memoryMb()
  const stopCounting = openCounters(server.address, sender, countEveryMs)
  const begun = performance.now()
  const { id } = await sender.upload()
  const { answer, seen } = await sender.follow(id)
  const judged = performance.now()
  const commit = { method: 'POST', body: JSON.stringify({ operation: randomUUID(), submit: true }) }
  const done = await sender.ask<ImportCommitted>(`/${id}/commit`, commit)
  const ended = performance.now()
  const answers = await stop()
  const counts = await stopCounting()
  return {
    answer,
    seen,
    done,
    answers,
    counts,
    readers: READERS,
    judgedMs: judged - begun,
    recordedMs: ended - begun,
    idleP99Ms: p99(answers.filter(({ atMs }) => atMs >= watched && atMs < begun)),
    busyP99Ms: p99(answers.filter(({ atMs }) => atMs >= begun)),
    memoryBeforeMb: memoryBefore?.now ?? null,
    mostMemoryMb: server.memoryMb()?.most ?? null,
  }
}
