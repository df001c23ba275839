import { availableParallelism } from 'node:os'
import type { Activity } from '../../../data/model/activity.ts'
import { createGeometryWorker } from '../../../server/engine/geometry_worker/index.ts'
import type { Engine, EngineChange, Place } from '../../../server/engine/index.ts'
import { benchActivities } from '../seed.ts'
import { SHAPED_THEME_YEARS } from './asks.ts'
import { type Cluster, startCluster } from './cluster.ts'
import { engineSide, openEngine, THEME_IDS } from './engine_side.ts'
import { compareCells } from './exactness.ts'
import { findPostgres, HOW_TO_INSTALL, hasPostgis, type Postgres } from './find_postgres.ts'
import { load } from './load.ts'
import { mapQuestions } from './map_questions.ts'
import { mapSide } from './map_side.ts'
import prepared from './questions.sql?raw'
import { factQuestions } from './questions.ts'
import rebuild from './rebuild.sql?raw'
import { growthOf, type Line, lineOf } from './report.ts'
import { openSession, type Session } from './session.ts'

/** A million is asked for by number: it takes its time and its disk. */
const SIZES = [10_000, 100_000]
/** Beyond this PostGIS is not made to build facts and cube, and the cells are not compared one by one. */
const MOST_COMPARED = 100_000
const BATCH = 5_000
const STUDY_VILLAGES = 3_701

const timed = async <T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> => {
  const begun = performance.now()
  const value = await work()
  return { ms: performance.now() - begun, value }
}

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Hands the records over in batches; only the engine's own time counts, not that of drawing them. */
const fill = async (engine: Engine, activities: Iterable<Activity>): Promise<number> => {
  let ms = 0
  let batch: EngineChange[] = []
  const apply = async () => {
    const begun = performance.now()
    engine.apply(batch)
    ms += performance.now() - begun
    batch = []
    await breathe()
  }
  for (const record of activities) {
    batch.push({ kind: 'activity', id: record.id, record })
    if (batch.length >= BATCH) await apply()
  }
  await apply()
  return ms
}

/** The regency with the most villages: the hardest to ask about. */
const largestRegency = (villages: readonly Place[]): string => {
  const counts = new Map<string, number>()
  for (const { code } of villages) counts.set(code.slice(0, 5), (counts.get(code.slice(0, 5)) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]![0]
}

const openDatabase = async (postgres: Postgres, cluster: Cluster, size: number): Promise<Session> => {
  const database = `activities_${size}`
  const creator = openSession(postgres, cluster)
  await creator.run(`create database ${database};`)
  await creator.close()
  return openSession(postgres, cluster, database)
}

const inS = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

/** The same records on both sides, each with everything worked out that its questions may use. */
const build = async (size: number, villages: readonly Place[], session: Session, engine: Engine) => {
  const activities = () => benchActivities(villages, THEME_IDS, size)
  const loading = await timed(async () => load(session, villages, await activities(), THEME_IDS))
  const theirs = size > MOST_COMPARED ? null : await timed(() => session.run(rebuild))
  await session.run(prepared)
  const fillMs = await fill(engine, await activities())
  const cubeMs = (await timed(() => engine.refresh())).ms
  console.log(
    `\n${size.toLocaleString('en')} activities. PostGIS: loaded, projected and indexed in ${inS(loading.ms)}. ` +
      `The engine: read, checked, projected and placed in ${inS(fillMs)}, cube in ${inS(cubeMs)}.`,
  )
  const ours = fillMs + cubeMs
  return theirs && { ours, theirs: theirs.ms }
}

const rebuildLine = (size: number, { ours, theirs }: { readonly ours: number; readonly theirs: number }): Line =>
  lineOf({
    title: 'facts and cube from nothing, ours with checking and projecting',
    required: size === 100_000 ? 5 : undefined,
    oursMs: [ours],
    firstMs: ours,
    theirsMs: [theirs],
    difference: null,
  })

/** Passes when every answer is the same, every required ratio is reached and every cell agrees. */
const compareAt = async (
  size: number,
  villages: readonly Place[],
  session: Session,
): Promise<{ readonly passes: boolean; readonly lines: readonly Line[] }> => {
  const engine = await openEngine(villages)
  const worker = createGeometryWorker()
  const side = engineSide(engine, villages, worker)
  const rebuilt = await build(size, villages, session, engine)
  side.aim(SHAPED_THEME_YEARS)

  const questions = [
    ...factQuestions(side, largestRegency(villages), { hasCube: rebuilt !== null }),
    ...mapQuestions(mapSide(engine), villages),
  ]
  const lines: Line[] = []
  for (const question of questions) {
    const measured = await question(session, size)
    if (measured.difference) console.log(`${measured.title}: ${measured.difference}`)
    lines.push(lineOf(measured))
  }
  if (rebuilt) lines.push(rebuildLine(size, rebuilt))
  console.table(lines)
  await worker.close()
  const isExact = rebuilt === null || (await compareCells(side, session, villages.length))
  return { passes: isExact && lines.every(({ verdict }) => verdict === 'PASS'), lines }
}

const introduce = async (postgres: Postgres, cluster: Cluster, villages: readonly Place[]): Promise<void> => {
  const session = openSession(postgres, cluster)
  await session.run('create extension postgis;')
  const [[postgis]] = (await session.run('select postgis_lib_version();')) as [[string]]
  await session.close()
  const regencies = new Set(villages.map(({ code }) => code.slice(0, 5))).size
  console.log(
    [
      `${postgres.version}, PostGIS ${postgis}; Node ${process.version}, ${availableParallelism()} cores.`,
      `${villages.length} villages of ${regencies} regencies, as the project has them. The study had ${STUDY_VILLAGES.toLocaleString('en')} of two provinces:`,
      `the same number of activities lies ${(STUDY_VILLAGES / villages.length).toFixed(1)} times denser here, so figures are to be read against each other, not against it.`,
      'PostGIS is timed inside the server (prepared statements, clock_timestamp in plpgsql): neither psql, nor the socket, nor the',
      'reading of its answer counts against it. Ours is timed in this process, answer and text included. p50 of all runs, in turns;',
      '"first" is the first time the engine is asked, which no median shows.',
    ].join('\n'),
  )
}

/** Asks the engine and a tuned PostGIS the same questions about the same records, in one run. */
export const compare = async (places: readonly Place[], sizes: readonly number[] = SIZES): Promise<void> => {
  const postgres = findPostgres()
  if (!postgres || !hasPostgis(postgres)) return console.log(HOW_TO_INSTALL)
  const villages = places.filter(({ level }) => level === 'village')
  const cluster = await startCluster(postgres)
  try {
    await introduce(postgres, cluster, villages)
    const linesBySize = new Map<number, readonly Line[]>()
    for (const size of sizes) {
      const session = await openDatabase(postgres, cluster, size)
      const { passes, lines } = await compareAt(size, villages, session)
      if (!passes) process.exitCode = 1
      linesBySize.set(size, lines)
      await session.close()
    }
    if (sizes.length > 1) {
      console.log('\nOurs in ms as the work grows:')
      console.table(growthOf(linesBySize))
    }
  } finally {
    await cluster.stop()
  }
}
