import { setTimeout as pause } from 'node:timers/promises'
import { verifyAt } from '../../server/journal/verify.ts'
import { startNginx } from './nginx.ts'
import { medianOf, percentileOf } from './percentile.ts'
import { activityIds, addAdmins, editor, openSeveral, type Running } from './several.ts'

const SECONDS = 40
const WRITES_PER_SECOND = 50
const READERS = 8
/** Each entry makes every answer new: some forty reads a second, none of them from memory. */
const BETWEEN_READS_MS = 150
const RECORDS = 200
const PORT = Number(process.env.BENCH_PORT ?? 4_319)
const READ = ['/api/context', '/api/coverage?region=61.05&theme=stunting&period=2026', '/api/search?q=karimata']

/** When a follower of this server's events heard of each entry. */
const hear = async ({ address }: Running, heardAt: Map<number, number>, signal: AbortSignal): Promise<void> => {
  const response = await fetch(`${address}/api/events`, { signal })
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of response.body!) {
    text += decoder.decode(chunk, { stream: true })
    const parts = text.split('\n\n')
    text = parts.pop()!
    for (const part of parts) {
      const seq = Number(/^id: (\d+)$/m.exec(part)?.[1])
      if (seq > 0) heardAt.set(seq, performance.now())
    }
  }
}

const lagRow = (name: string, acknowledged: ReadonlyMap<number, number>, heardAt: ReadonlyMap<number, number>) => {
  const lags = [...acknowledged].flatMap(([seq, atMs]) =>
    heardAt.has(seq) ? [Math.max(0, heardAt.get(seq)! - atMs)] : [],
  )
  const [p50, p99, most] = [medianOf(lags), percentileOf(lags, 0.99), Math.max(...lags)].map(Math.round)
  return {
    server: name,
    entries: lags.length,
    'p50 ms': p50,
    'p99 ms': p99,
    'max ms': most,
    '< 2 s': most! < 2_000 ? 'PASS' : 'FAIL',
  }
}

/**
 * Two replicas and the writer behind nginx, fifty writes a second and eight readers; half-way one replica is killed, and
 * later it starts again from its own file.
 */
export const measureReplicas = async (): Promise<void> => {
  const several = openSeveral()
  const over = new AbortController()
  try {
    const home = several.home('writer')
    const tokens = await addAdmins([home], ['read', 'write', 'replicate'])
    const writer = await several.start(home)
    const following = { BENTANG_FOLLOW: writer.address, BENTANG_FOLLOW_TOKEN: tokens[0]! }
    const replicas = [
      await several.start(several.home('one'), following),
      await several.start(several.home('two'), following),
    ]
    const nginx = await startNginx({
      folder: several.folder,
      port: PORT,
      writer: writer.address,
      readers: replicas.map((one) => one.address),
    })
    const ids = await activityIds(writer.address, RECORDS)
    const known = new Map(
      await Promise.all(ids.map(async (id) => [id, await editor(tokens[0]!).open(writer.address, id)] as const)),
    )
    const listened = [...replicas, writer]
    const heard = listened.map(() => new Map<number, number>())
    for (const [at, replica] of listened.entries()) void hear(replica, heard[at]!, over.signal).catch(() => {})

    const acknowledged = new Map<number, number>()
    const [statuses, reads]: [Map<number, number>, number[]] = [new Map(), []]
    let faults = 0
    const write = async (n: number) => {
      const id = ids[n % ids.length]!
      const { record, revision } = known.get(id)!
      const answer = await editor(tokens[n % tokens.length]!).save(nginx.address, id, revision, {
        ...record,
        title: `Ubahan ${n}`,
      })
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      if (answer.status !== 200) return
      known.set(id, { record, revision: answer.revision })
      acknowledged.set(answer.seq, performance.now())
    }
    const read = async (lane: number) => {
      for (let n = lane; !over.signal.aborted; n += 1) {
        const begun = performance.now()
        const isRead = await fetch(`${nginx.address}${READ[n % READ.length]}`)
          .then(async (response) => (await response.arrayBuffer()) && response.ok)
          .catch(() => false)
        reads.push(performance.now() - begun)
        if (!isRead) faults += 1
        await pause(BETWEEN_READS_MS)
      }
    }
    const reading = Array.from({ length: READERS }, (_, lane) => read(lane))
    const writing: Promise<void>[] = []
    const begun = performance.now()
    for (let n = 0; n < SECONDS * WRITES_PER_SECOND; n += 1) {
      await pause(Math.max(0, begun + (n * 1000) / WRITES_PER_SECOND - performance.now()))
      writing.push(write(n))
      if (n === (SECONDS * WRITES_PER_SECOND) / 2) void replicas[1]!.stop('SIGKILL')
    }
    await Promise.all(writing)
    const tookS = (performance.now() - begun) / 1000
    const again = await several.start(several.home('two'), following)
    await pause(1_000)
    over.abort()
    await Promise.all(reading)
    console.log(
      `${(acknowledged.size / tookS).toFixed(1)} writes a second acknowledged; answers by status: ${JSON.stringify([...statuses])}`,
    )
    console.log(
      `${reads.length} reads through nginx, ${faults} failed (one replica killed half-way); p50 ${Math.round(medianOf(reads))} ms, p99 ${Math.round(percentileOf(reads, 0.99))} ms`,
    )
    console.table(
      heard.map((heardAt, at) =>
        lagRow(['one', 'two (killed half-way)', 'the writer itself'][at]!, acknowledged, heardAt),
      ),
    )
    console.log(
      `the killed one, started again: ${JSON.stringify(await (await fetch(`${again.address}/healthz`)).json())}`,
    )
    await nginx.stop()
    for (const one of [again, replicas[0]!, writer]) await one.stop()
    for (const name of ['writer', 'one', 'two']) {
      const { seq, hash, broken } = await verifyAt({ folder: `${several.home(name)}/journal`, database: null })
      console.log(`${name}: entry ${seq}, ${hash}, ${broken ? 'broken' : 'whole'}`)
    }
  } finally {
    over.abort()
    await several.close()
  }
}
