import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { THEMES } from '../../data/model/theme.ts'
import { createEngine, type Engine, type Facts, type Place } from '../../server/engine/index.ts'
import { idsInArea, nearest, sieveOf, viewportGeojson, within } from '../../server/engine/reads/index.ts'
import { openFileStore } from '../../server/journal/store.ts'
import { activityTile } from '../../server/tiles/activity_tile.ts'
import { medianOf, percentileOf } from './percentile.ts'
import { benchActivities, benchOrganisations } from './seed.ts'

type Row = Readonly<Record<string, number>>

const SIZES = [1_000, 10_000, 100_000, 1_000_000]
const RUNS = 41
/** The first ones only warm the code up. */
const WARM_WRITES = 150
const WRITES = 400
const BATCH = 1_000
const REGENCY = '61.05'
const QUESTION = { region: REGENCY, theme: 'stunting', period: { from: 2024, to: 2024 }, level: 'village' } as const
/** About a district of Sintang. */
const VIEW = [111.3, -0.2, 111.8, 0.3] as const
const DRAWN = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [111.3, -0.2],
      [111.7, -0.1],
      [111.8, 0.3],
      [111.4, 0.25],
      [111.3, -0.2],
    ],
  ],
}

const residentMb = (): number => {
  ;(globalThis as { gc?: () => void }).gc?.()
  return Math.round(process.memoryUsage().rss / 1e6)
}

/** Everything found anew: facts of each activity as it comes, then every cell of the cube. */
const build = async (places: readonly Place[], count: number, file: string): Promise<Row> => {
  const engine = await createEngine({ places })
  engine.apply(benchOrganisations().map((record) => ({ kind: 'organisation', id: record.id, revision: 1, record })))
  let factsMs = 0
  let batch: Parameters<Engine['apply']>[0][number][] = []
  const apply = () => {
    const begun = performance.now()
    engine.apply(batch)
    factsMs += performance.now() - begun
    batch = []
  }
  const themes = THEMES.map(({ id }) => id)
  for (const record of await benchActivities(places, themes, count)) {
    batch.push({ kind: 'activity', id: record.id, revision: 1, record })
    if (batch.length === BATCH) apply()
  }
  apply()
  const begun = performance.now()
  await engine.refresh()
  const cubeMs = performance.now() - begun
  writeFileSync(file, serialize(engine.pack()))
  return { 'facts s': factsMs / 1000, 'cube s': cubeMs / 1000, 'us an activity': (1000 * (factsMs + cubeMs)) / count }
}

const time = (work: () => unknown): number => {
  work()
  const runs: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const begun = performance.now()
    work()
    runs.push(performance.now() - begun)
  }
  return medianOf(runs)
}

/** From the request to the durable answer: fsync and facts; then the next question, which sweeps the touched cells. */
const write = async (engine: Engine, places: readonly Place[]): Promise<Row> => {
  const home = mkdtempSync(join(tmpdir(), 'bentang-write-'))
  const store = await openFileStore({ folder: home })
  store.onEntry(({ changes }) => engine.apply(changes))
  const runs: number[] = []
  const next: number[] = []
  let index = 0
  for (const activity of await benchActivities(places, [QUESTION.theme], WRITES, 7)) {
    const record = {
      ...activity,
      id: `write-${index}`,
      period: { start: '2024-01-01', end: '2024-12-31' },
      status: 'ongoing' as const,
    }
    const begun = performance.now()
    await store.commit({
      actor: 'bench',
      organisation: null,
      operation: record.id,
      changes: [{ kind: 'activity', id: record.id, revision: 1, record }],
    })
    if (index >= WARM_WRITES) runs.push(performance.now() - begun)
    const asked = performance.now()
    const regencies = [...new Set(engine.reach('activity', record.id).map(({ code }) => code.slice(0, 5)))]
    const seen = regencies.flatMap((region) => engine.coverage({ ...QUESTION, region }))
    const hectares = regencies.map((region) => engine.overlapHa({ ...QUESTION, region }))
    next.push(performance.now() - asked)
    if (regencies.length > 0 && !seen.some(({ activities }) => activities.includes(record.id)))
      throw new Error(`${record.id} is not in the answer (${hectares.length})`)
    index += 1
  }
  await store.close()
  rmSync(home, { recursive: true, force: true })
  return { 'write p50 ms': medianOf(runs), 'write p95 ms': percentileOf(runs, 0.95), 'next answer ms': medianOf(next) }
}

const read = async (places: readonly Place[], file: string): Promise<Row> => {
  const begun = performance.now()
  const facts = deserialize(readFileSync(file)) as Facts
  const engine = await createEngine({ places, facts })
  engine.apply(benchOrganisations().map((record) => ({ kind: 'organisation', id: record.id, revision: 1, record })))
  engine.hectares(QUESTION)
  const startS = (performance.now() - begun) / 1000
  const sieve = sieveOf({}, engine.register)
  const properties = (slot: number) => `{"id":${JSON.stringify(engine.register.idOf(slot))}}`
  const figures = {
    'start s': startS,
    'coverage ms': time(() => engine.coverage(QUESTION)),
    'gap ha ms': time(() => engine.hectares(QUESTION)),
    'pairs ms': time(() => engine.overlaps(QUESTION)),
    'viewport ms': time(() => viewportGeojson(VIEW, sieve, 5_000, properties, engine)),
    'drawn ms': time(() => idsInArea(DRAWN, sieve, engine)),
    '5 km ms': time(() => within(111.5, 0.07, 5, sieve, engine)),
    'nearest ms': time(() => nearest(111.5, 0.07, 10, sieve, engine)),
    'tile z6 ms': time(() => activityTile(engine, { z: 6, x: 51, y: 32 }, {}, { aggregate: true })),
    'tile z9 ms': time(() => activityTile(engine, { z: 9, x: 414, y: 255 }, {}, { aggregate: true })),
    'tile z12 ms': time(() => activityTile(engine, { z: 12, x: 3316, y: 2047 }, {}, { aggregate: true })),
  }
  return { ...figures, 'memory MB': residentMb(), ...(await write(engine, places)) }
}

/** One size in processes of its own: one finds everything anew, the other starts from what the first kept. */
export const measureGrowth = async (
  phase: string,
  count: number,
  places: readonly Place[],
  file: string,
): Promise<Row> => (phase === 'build' ? build(places, count, file) : read(places, file))

const ask = (script: string, phase: string, count: number, file: string): Row => {
  const child = spawnSync(process.execPath, ['--expose-gc', script, 'growth', phase, `${count}`, file], {
    encoding: 'utf8',
  })
  if (child.status !== 0) throw new Error(child.stderr)
  return JSON.parse(child.stdout.trim().split('\n').at(-1)!) as Row
}

/** How cost grows where the work grows tenfold: 0 not at all, 1 with the work. */
const slopeOf = (small: number, large: number): number => Math.log10(large / small)

export const reportGrowth = (script: string, sizes: readonly number[] = SIZES): void => {
  const folder = mkdtempSync(join(tmpdir(), 'bentang-growth-'))
  try {
    const rows = sizes.map((count) => {
      const file = join(folder, `${count}.bin`)
      const built = ask(script, 'build', count, file)
      const row: Row = { activities: count, ...built, ...ask(script, 'read', count, file) }
      console.log(
        Object.entries(row)
          .map(([name, value]) => `${name} ${Number(value.toPrecision(3))}`)
          .join(', '),
      )
      return row
    })
    const [first, last] = [rows[0]!, rows.at(-1)!]
    const decades = Math.log10(last.activities! / first.activities!)
    const names = Object.keys(first).filter((name) => name !== 'activities')
    console.table(
      Object.fromEntries(
        names.map((name) => [
          name,
          {
            ...Object.fromEntries(rows.map((row) => [row.activities, Number(row[name]!.toPrecision(3))])),
            slope: decades > 0 ? Number((slopeOf(first[name]!, last[name]!) / decades).toFixed(2)) : Number.NaN,
          },
        ]),
      ),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
