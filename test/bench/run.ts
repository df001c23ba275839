import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { THEMES } from '../../data/model/theme.ts'
import { URUSAN } from '../../data/model/urusan.ts'
import { createApp } from '../../server/app.ts'
import { createEngine } from '../../server/engine/index.ts'
import { memoryImportShelf } from '../../server/imports/shelf.ts'
import type { Change } from '../../server/journal/entry.ts'
import { openFileStore } from '../../server/journal/store.ts'
import { loadPlaces } from '../../server/places/index.ts'
import { memoryShelf } from '../../server/work/photos/shelf.ts'
import { createWorld } from '../../server/world.ts'
import { openMemoryPeople } from '../people.ts'
import { measureEmbed } from './embed.ts'
import { measureGrowth, reportGrowth } from './growth.ts'
import { measureImport } from './import.ts'
import { compare } from './postgis/compare.ts'
import { freeze } from './postgis/freeze.ts'
import { benchActivities, benchOrganisations } from './seed.ts'
import { ruleTiles } from './tile_rules.ts'
import { sweepTiles } from './tile_sweep.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const SIZES = [1_000, 10_000, 100_000]
const RUNS = 15
const BATCH = 5_000
const TILES_OVER = 100_000

type Row = Readonly<Record<string, string | number>>

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!

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

const seed = async (home: string, count: number): Promise<void> => {
  const { places } = await openPlaces(home)
  const store = await openFileStore({ folder: join(home, 'journal') })
  const themes = THEMES.map(({ id }) => id)
  let changes: Change[] = benchOrganisations().map((record) => ({
    kind: 'organisation',
    id: record.id,
    revision: 1,
    record,
  }))
  let batches = 0
  const commit = async () => {
    await store.commit({ actor: 'bench', organisation: null, operation: `bench-${batches++}`, changes })
    changes = []
  }
  for (const record of await benchActivities(places, themes, count)) {
    changes.push({ kind: 'activity', id: record.id, revision: 1, record })
    if (changes.length >= BATCH) await commit()
  }
  await commit()
  await store.close()
}

/** One size in a process of its own, so that its memory is its own. */
const measure = async (count: number): Promise<Row> => {
  const home = mkdtempSync(join(tmpdir(), 'bentang-bench-'))
  try {
    await seed(home, count)
    const started = performance.now()
    const places = await openPlaces(home)
    const store = await openFileStore({ folder: join(home, 'journal') })
    const world = await createWorld({ places, store, themes: THEMES, urusan: URUSAN })
    const now = () => new Date()
    const people = await openMemoryPeople(store, now)
    const app = createApp({
      world,
      store,
      people,
      photos: memoryShelf(),
      imports: memoryImportShelf(),
      now,
      log: { error: console.error },
    })
    const startS = (performance.now() - started) / 1000

    const time = async (path: string): Promise<string> => {
      const runs: number[] = []
      let firstMs = 0
      let bytes = 0
      for (let run = 0; run <= RUNS; run += 1) {
        const begun = performance.now()
        const answer = await app.request(path)
        bytes = (await answer.arrayBuffer()).byteLength
        if (answer.status >= 400) throw new Error(`${path} answered ${answer.status}`)
        const tookMs = performance.now() - begun
        if (run === 0) firstMs = tookMs
        else runs.push(tookMs)
      }
      return `${median(runs).toFixed(1)} (first ${firstMs.toFixed(0)}, ${(bytes / 1000).toFixed(0)} kB)`
    }

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
  await measureImport()
} else if (only === 'embed') {
  await measureEmbed(rest[0] ?? 'http://127.0.0.1:8080')
} else if (only === 'rules') {
  await ruleTiles(rest[0] === undefined ? undefined : Number(rest[0]))
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
