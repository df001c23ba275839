import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { THEMES } from '../../data/model/theme.ts'
import { createEngine } from '../../server/engine/index.ts'
import { loadPlaces } from '../../server/places/index.ts'
import { measureDensity } from './density.ts'
import { measureEmbed } from './embed.ts'
import { measureExport } from './export.ts'
import { measureGrowth, reportGrowth } from './growth.ts'
import { measureImport } from './import.ts'
import { measureNational } from './national.ts'
import { measurePan } from './pan.ts'
import { compare } from './postgis/compare.ts'
import { freeze } from './postgis/freeze.ts'
import { measureReplicas } from './replicas.ts'
import { benchActivities } from './seed.ts'
import { openServer, seedJournal, timeRequest } from './serving.ts'
import { ruleTiles } from './tile_rules.ts'
import { sweepTiles } from './tile_sweep.ts'
import { measureWriters } from './writers.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const SIZES = [1_000, 10_000, 100_000]
const RUNS = 15
const TILES_OVER = 100_000

type Row = Readonly<Record<string, string | number>>

const openPlaces = (home: string) =>
  loadPlaces({
    home,
    boundaries: 'none',
    sibling: resolve(ROOT, '../shared/data/boundaries'),
    log: () => {},
    now: () => new Date(),
  })

/** For what needs no home to stay. */
const placesAlone = async () => {
  const home = mkdtempSync(join(tmpdir(), 'bentang-bench-'))
  const { places } = await openPlaces(home)
  rmSync(home, { recursive: true, force: true })
  return places
}

const seed = async (home: string, count: number): Promise<void> =>
  seedJournal(home, (await openPlaces(home)).places, count)

/** One size in a process of its own, so that its memory is its own. */
const measure = async (count: number): Promise<Row> => {
  const home = mkdtempSync(join(tmpdir(), 'bentang-bench-'))
  try {
    await seed(home, count)
    const started = performance.now()
    const { app, world, store } = await openServer(home, await openPlaces(home))
    const startS = (performance.now() - started) / 1000

    const time = (path: string) => timeRequest(app, path, RUNS)
    const row: Row = {
      activities: count,
      'start s': startS.toFixed(2),
      'viewport ms': await time('/api/features/activities?bbox=111.3,-0.2,111.8,0.3&limit=1000'),
      'coverage ms': await time('/api/coverage?region=61.05&theme=stunting&period=2026'),
      'tile z6 ms': await time('/tiles/activities/6/51/32'),
      'tile z9 ms': await time('/tiles/activities/9/414/255'),
      'tile z12 ms': await time('/tiles/activities/12/3316/2047'),
    }
    ;(globalThis as { gc?: () => void }).gc?.()
    const memoryMb = Math.round(process.memoryUsage().rss / 1e6)
    world.close()
    await store.close()
    return { ...row, 'memory MB': memoryMb }
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

const [only, ...rest] = process.argv.slice(2)
if (only === 'freeze') {
  await freeze(ROOT)
} else if (only === 'postgis') {
  await compare(await placesAlone(), rest.length > 0 ? rest.map(Number) : undefined)
} else if (only === 'growth') {
  const [phase, count, file] = rest
  if ((phase === 'build' || phase === 'read') && count && file) {
    console.log(JSON.stringify(await measureGrowth(phase, Number(count), await placesAlone(), file)))
  } else reportGrowth(import.meta.filename, rest.length > 0 ? rest.map(Number) : undefined)
} else if (only === 'import') {
  await measureImport(rest)
} else if (only === 'export') {
  await measureExport(seed, rest)
} else if (only === 'embed') {
  await measureEmbed(rest[0] ?? 'http://127.0.0.1:8080')
} else if (only === 'density') {
  await measureDensity(await placesAlone(), rest[0] === undefined ? undefined : Number(rest[0]))
} else if (only === 'national') {
  await measureNational(rest[0] === undefined ? undefined : Number(rest[0]))
} else if (only === 'rules') {
  await ruleTiles(rest[0] === undefined ? undefined : Number(rest[0]))
} else if (only === 'replicas') {
  await measureReplicas()
} else if (only === 'pan') {
  await measurePan(rest.length > 0 ? rest.map(Number) : undefined)
} else if (only === 'writers') {
  await measureWriters()
} else if (only === 'tiles') {
  const places = await placesAlone()
  const engine = await createEngine({ places })
  const themes = THEMES.map(({ id }) => id)
  for (const record of await benchActivities(places, themes, Number(rest[0] ?? TILES_OVER)))
    engine.apply([{ kind: 'activity', id: record.id, record }])
  console.table(sweepTiles(engine, places))
} else if (only) {
  console.log(JSON.stringify(await measure(Number(only))))
} else {
  console.log(
    `Median of ${RUNS} requests through the app, caches warm; the first request in brackets. Node ${process.version}.`,
  )
  const rows = SIZES.map((size) => {
    const child = spawnSync(process.execPath, ['--expose-gc', import.meta.filename, `${size}`], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    })
    if (child.status !== 0) throw new Error(child.stderr)
    return JSON.parse(child.stdout.trim().split('\n').at(-1)!) as Row
  })
  console.table(rows)
}
