import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { EXPORT_FORMATS, type ExportFormat } from '../../data/model/export_format.ts'
import { runServer } from '../imports/running.ts'

const FEATURES = 100_000
/** What is asked of an export of that size. */
const MOST_MB = 150
const LOOK_MS = 2_000
const LOOKS = 30
/** Less than this between two looks is rest: what the server does by itself after its start is over. */
const REST_MB = 3

type Server = Awaited<ReturnType<typeof runServer>>

/** Resolves to what the server has in memory when it rests. */
const rested = async ({ memoryMb }: Server): Promise<number> => {
  let last = memoryMb()?.now ?? Number.NaN
  for (let look = 0; look < LOOKS; look += 1) {
    await pause(LOOK_MS)
    const now = memoryMb()?.now ?? Number.NaN
    if (Math.abs(now - last) < REST_MB) return now
    last = now
  }
  return last
}

const measure = async (server: Server, { ending, most }: ExportFormat) => {
  if (most !== undefined && most < FEATURES) return { ending, verdict: `holds at most ${most}` }
  const { address, memoryMb, forgetMost } = server
  const before = await rested(server)
  forgetMost()
  const started = performance.now()
  const response = await fetch(`${address}/api/export/activities.${ending}`, {
    headers: { 'Accept-Encoding': 'identity' },
  })
  const firstMs = performance.now() - started
  let bytes = 0
  for await (const chunk of response.body!) bytes += chunk.byteLength
  const extra = (memoryMb()?.most ?? Number.NaN) - before
  return {
    ending,
    status: response.status,
    features: response.headers.get('X-Feature-Count'),
    MB: Math.round(bytes / 1e6),
    'first byte, ms': Math.round(firstMs),
    'whole, ms': Math.round(performance.now() - started),
    'before, MB': Math.round(before),
    'extra, MB': Math.round(extra),
    verdict: extra < MOST_MB ? 'PASS' : 'FAIL',
  }
}

/** The built server with a hundred thousand activities: each form fetched whole, and what memory it took at most. */
export const measureExport = async (
  seed: (home: string, count: number) => Promise<void>,
  only: readonly string[],
): Promise<void> => {
  const home = mkdtempSync(join(tmpdir(), 'bentang-bench-'))
  await seed(home, FEATURES)
  const server = await runServer(home)
  try {
    // What everybody loads once is loaded before.
    await (await fetch(`${server.address}/api/export/villages.csv`)).text()
    const rows: object[] = []
    for (const format of EXPORT_FORMATS)
      if (only.length === 0 || only.includes(format.ending)) rows.push(await measure(server, format))
    console.table(rows)
  } finally {
    await server.close()
  }
}
