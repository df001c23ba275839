import type { EngineChange, Place } from '../../../server/engine/index.ts'
import { benchActivities } from '../seed.ts'
import { type Cluster, startCluster } from './cluster.ts'
import { engineSide, openEngine, THEME_IDS } from './engine_side.ts'
import { findPostgres, HOW_TO_INSTALL, hasPostgis, type Postgres } from './find_postgres.ts'
import { load } from './load.ts'
import { measure, type Question } from './question.ts'
import prepared from './questions.sql?raw'
import { questionsFor } from './questions.ts'
import rebuild from './rebuild.sql?raw'
import { lineOf } from './report.ts'
import { openSession } from './session.ts'

const SIZES = [10_000, 100_000]
const BATCH = 5_000

const seconds = async <T>(work: () => Promise<T>): Promise<{ took: number; value: T }> => {
  const begun = performance.now()
  const value = await work()
  return { took: (performance.now() - begun) / 1000, value }
}

const fill = (engine: Awaited<ReturnType<typeof openEngine>>, activities: Iterable<EngineChange>): void => {
  let batch: EngineChange[] = []
  for (const change of activities) {
    batch.push(change)
    if (batch.length < BATCH) continue
    engine.apply(batch)
    batch = []
  }
  engine.apply(batch)
}

const changes = function* (activities: Awaited<ReturnType<typeof benchActivities>>): Generator<EngineChange> {
  for (const record of activities) yield { kind: 'activity', id: record.id, record }
}

/** The regency with the most villages: the hardest to ask about. */
const largestRegency = (villages: readonly Place[]): string => {
  const counts = new Map<string, number>()
  for (const { code } of villages) counts.set(code.slice(0, 5), (counts.get(code.slice(0, 5)) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]![0]
}

const compareAt = async (size: number, places: readonly Place[], postgres: Postgres, cluster: Cluster) => {
  const villages = places.filter(({ level }) => level === 'village')
  const database = `activities_${size}`
  const creator = openSession(postgres, cluster)
  await creator.run(`create database ${database};`)
  await creator.close()
  const session = openSession(postgres, cluster, database)
  const activities = () => benchActivities(villages, THEME_IDS, size)
  const loading = await seconds(async () => load(session, villages, await activities(), THEME_IDS))
  const building = await seconds(() => session.run(rebuild))
  await session.run(prepared)
  const filling = await seconds(async () => {
    const engine = await openEngine(villages)
    fill(engine, changes(await activities()))
    return engine
  })
  console.log(
    `\n${size.toLocaleString('en')} activities: PostGIS loaded and indexed in ${loading.took.toFixed(1)} s, ` +
      `rebuilt its facts and cube in ${building.took.toFixed(1)} s; the engine drew, took in and placed them in ` +
      `${filling.took.toFixed(1)} s.`,
  )
  const lines = []
  for (const question of questionsFor(engineSide(filling.value, villages), largestRegency(villages))) {
    const measured = await measure(question as Question<unknown>, session, size)
    lines.push(lineOf(measured))
    if (measured.difference) console.log(`${measured.title}: ${measured.difference}`)
  }
  console.table(lines)
  await session.close()
}

/** Asks the engine and a tuned PostGIS the same questions about the same records, in one run. */
export const compare = async (places: readonly Place[], sizes: readonly number[] = SIZES): Promise<void> => {
  const postgres = findPostgres()
  if (!postgres || !hasPostgis(postgres)) return console.log(HOW_TO_INSTALL)
  const cluster = await startCluster(postgres)
  try {
    for (const size of sizes) await compareAt(size, places, postgres, cluster)
  } finally {
    await cluster.stop()
  }
}
