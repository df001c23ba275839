import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { verifyJournal } from '../../server/journal/verify.ts'
import { percentileOf } from '../bench/percentile.ts'
import { addAdmins } from '../bench/several.ts'
import { runServer } from '../imports/running.ts'
import { openSender } from '../imports/sending.ts'
import { seeded } from '../journal/world.ts'
import { readDuration } from './duration.ts'
import { type Sample, slopeOf } from './slope.ts'
import { type Answered, timed, visit } from './visitors.ts'
import { openWriters } from './writers.ts'

const [VISITORS, WRITERS, LISTENERS] = [100, 10, 10]
/** The mean time that each of them thinks: 20 looks and half a change a second. */
const [VISITOR_THINKS_MS, WRITER_THINKS_MS] = [5_000, 20_000]
const [EXPORT_EVERY_MS, IMPORT_EVERY_MS] = [20_000, 60_000]
const IMPORTED = 2_000
const HEARD_WITHIN_MS = 2_000
const EXPORTS = ['activities.csv', 'activities.xlsx', 'villages.geojson', 'activities.gpkg?within=61.11']
/** What is asked: of a single answer, and of memory, for which a run must be long enough to tell it from noise. */
const [MOST_P99_MS, MOST_MB_PER_HOUR, TELLING_MINUTES] = [300, 1, 30]
/** How far the last third of a shorter run may lie above the middle one. */
const MOST_RISE_MB = 32
/** What visitors ask for first is computed and kept: that is no leak. */
const WARM_SHARE = 1 / 3

const wholeOrOver = (ms: number, signal: AbortSignal): Promise<unknown> => pause(ms, null, { signal }).catch(() => {})

/** Hears of every entry until the signal. */
const listen = async (address: string, heard: Set<number>, signal: AbortSignal): Promise<void> => {
  const response = await fetch(`${address}/api/events`, { signal })
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of response.body!) {
    const parts = (text + decoder.decode(chunk, { stream: true })).split('\n\n')
    text = parts.pop()!
    for (const part of parts) heard.add(Number(/^id: (\d+)$/m.exec(part)?.[1]))
  }
}

const rowOf = (kind: string, answers: readonly Answered[]) => {
  const times = answers.map(({ ms }) => ms)
  const others = new Map<number, number>()
  for (const { status } of answers) if (status !== 200) others.set(status, (others.get(status) ?? 0) + 1)
  return {
    kind,
    answers: answers.length,
    'p50 ms': Math.round(percentileOf(times, 0.5)),
    'p99 ms': Math.round(percentileOf(times, 0.99)),
    'most ms': Math.round(Math.max(...times)),
    'not 200': [...others].map(([status, count]) => `${status}: ${count}`).join(', '),
  }
}

const median = (samples: readonly Sample[]): number =>
  percentileOf(
    samples.map(({ mb }) => mb),
    0.5,
  )

/** What memory did after the first third: the verdict of a long run is the slope, of a short one the rise. */
const judgeMemory = (samples: readonly Sample[], minutes: number) => {
  const after = samples.slice(Math.ceil(samples.length * WARM_SHARE))
  const { perHour, within } = slopeOf(after)
  const rise = median(after.slice(after.length / 2)) - median(after.slice(0, after.length / 2))
  const told = `${perHour.toFixed(1)} ± ${within.toFixed(1)} MB/h, last third ${rise.toFixed(1)} MB above the middle one`
  return minutes >= TELLING_MINUTES
    ? {
        told,
        asked: `slope < ${MOST_MB_PER_HOUR} MB/h, as far as it can be told`,
        ok: perHour - within < MOST_MB_PER_HOUR,
      }
    : { told, asked: `last third < ${MOST_RISE_MB} MB above the middle one`, ok: rise < MOST_RISE_MB }
}

/**
 * The built server with the sample under everything at once for so long (`5m` when nothing is said): visitors, writers, listeners, exports
 * and imports. Resolves to the exit code: 0 where everything that is asked of it held.
 */
export const soakLoad = async ([duration = '5m']: readonly string[]): Promise<number> => {
  const lastsMs = readDuration(duration)
  const home = mkdtempSync(join(tmpdir(), 'bentang-soak-'))
  const tokens = await addAdmins([home], ['read', 'write'])
  const server = await runServer(home)
  const random = seeded(Date.now() % 1_000_000)
  const [over, heardAll] = [new AbortController(), new AbortController()]
  const [answers, heavy]: [Answered[], Answered[]] = [[], []]
  const samples: Sample[] = []
  const heard = Array.from({ length: LISTENERS }, () => new Set<number>())
  try {
    const { address, memoryMb } = server
    const begun = performance.now()
    const sender = await openSender(server, IMPORTED)
    const tell = (answered: Answered) => void answers.push(answered)
    const common = { random, tell, over: over.signal }
    const listening = heard.map((own) => listen(address, own, heardAll.signal).catch(() => {}))
    const writers = await openWriters(address, tokens, { ...common, count: WRITERS, thinkMs: WRITER_THINKS_MS })
    const visiting = Array.from({ length: VISITORS }, () => visit(address, { ...common, thinkMs: VISITOR_THINKS_MS }))

    const exporting = (async () => {
      for (let n = 0; !over.signal.aborted; n += 1) {
        const name = EXPORTS[n % EXPORTS.length]!
        heavy.push(await timed(`export ${name}`, () => fetch(`${address}/api/export/${name}`)))
        await wholeOrOver(EXPORT_EVERY_MS, over.signal)
      }
    })()
    // The first is recorded while caches fill; the others are read and judged, then withdrawn, so that what is kept stays the same.
    const importing = (async () => {
      for (let n = 0; !over.signal.aborted; n += 1) {
        const at = performance.now()
        const { id } = await sender.upload()
        await sender.follow(id)
        const body = JSON.stringify({ operation: randomUUID(), submit: true })
        const ended =
          n === 0
            ? await sender.send(`/${id}/commit`, { method: 'POST', body })
            : await sender.send(`/${id}`, { method: 'DELETE' })
        await ended.arrayBuffer()
        const status = ended.ok ? 200 : ended.status
        heavy.push({ kind: `import ${n === 0 ? 'recorded' : 'withdrawn'}`, status, ms: performance.now() - at })
        await wholeOrOver(IMPORT_EVERY_MS, over.signal)
      }
    })()
    const watching = (async () => {
      while (!over.signal.aborted) {
        samples.push({ atS: (performance.now() - begun) / 1000, mb: memoryMb()?.now ?? Number.NaN })
        await wholeOrOver(1_000, over.signal)
      }
    })()

    await pause(lastsMs)
    over.abort()
    await Promise.all([writers.done, ...visiting, exporting, importing, watching])
    // Of the last change, too, everybody hears, a moment after whoever made it.
    await pause(HEARD_WITHIN_MS)
    heardAll.abort()
    await Promise.all(listening)
    const exitCode = await server.stop()
    const { state, seq, hash, broken } = await verifyJournal(join(home, 'journal'))

    const kinds = [...new Set([...answers, ...heavy].map(({ kind }) => kind))].sort()
    console.table(
      kinds.map((kind) =>
        rowOf(
          kind,
          [...answers, ...heavy].filter((one) => one.kind === kind),
        ),
      ),
    )
    const lost = writers.acknowledged.filter(({ operation, seq: at }) => state.operations.get(operation) !== at).length
    const unheard = heard.flatMap((own) => writers.acknowledged.filter(({ seq: at }) => !own.has(at))).length
    const faulty = [...answers, ...heavy].filter(({ status }) => status === 0 || status >= 500).length
    const unexpected = answers.filter(({ status }) => ![0, 200, 204, 409, 412].includes(status) && status < 500).length
    const p99 = percentileOf(
      answers.map(({ ms }) => ms),
      0.99,
    )
    const minutes = lastsMs / 60_000
    const memory = judgeMemory(samples, minutes)
    console.log(
      `${minutes} minutes: ${VISITORS} visitors, ${WRITERS} writers, ${LISTENERS} listeners; ${answers.length} answers, ` +
        `${(answers.length / (lastsMs / 1000)).toFixed(1)} a second; memory ${Math.round(samples[0]?.mb ?? 0)} MB at first, ` +
        `${Math.round(median(samples.slice(-60)))} MB at last. Journal: entry ${seq}, ${hash}, ${broken ? 'broken' : 'whole'}; exit ${exitCode}.`,
    )
    const verdicts = [
      { what: 'answers with 5xx, or broken off', measured: `${faulty}`, asked: '0', ok: faulty === 0 },
      { what: 'answers nobody expected', measured: `${unexpected}`, asked: '0', ok: unexpected === 0 },
      {
        what: 'acknowledged changes lost',
        measured: `${lost} of ${writers.acknowledged.length}`,
        asked: '0',
        ok: lost === 0,
      },
      { what: 'changes that a listener missed', measured: `${unheard}`, asked: '0', ok: unheard === 0 },
      {
        what: 'p99 of looks and changes',
        measured: `${Math.round(p99)} ms`,
        asked: `< ${MOST_P99_MS} ms`,
        ok: p99 < MOST_P99_MS,
      },
      { what: 'memory', measured: memory.told, asked: memory.asked, ok: memory.ok },
      { what: 'journal whole, orderly end', measured: `${exitCode}`, asked: '0', ok: !broken && exitCode === 0 },
    ]
    console.table(verdicts.map(({ ok, ...row }) => ({ ...row, verdict: ok ? 'PASS' : 'FAIL' })))
    return verdicts.every(({ ok }) => ok) && writers.acknowledged.length > 0 ? 0 : 1
  } finally {
    over.abort()
    heardAll.abort()
    await server.close()
  }
}
