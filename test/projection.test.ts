import { existsSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import type { AnyRecord } from '../data/model/record.ts'
import { Refusal } from '../server/problems.ts'
import { type Database, openDatabase } from '../server/projection/database.ts'
import { createProjection, type Selection } from '../server/projection/projection.ts'
import type { Ground } from '../server/projection/rows.ts'
import { ASAM, activity, point } from './world.ts'

const GROUND: Ground = { geometryOf: () => null, reachOf: () => [{ code: ASAM, areaHa: 1.5 }] }
const EVERYTHING: Selection = {
  kind: 'activity',
  theme: '',
  organisations: [],
  statuses: [],
  verification: '',
  within: '',
  period: null,
  bbox: null,
  after: '',
  limit: 10,
}

const many = (count: number, prefix: string): AnyRecord[] =>
  Array.from({ length: count }, (_, at) => ({
    kind: 'activity',
    record: activity(`${prefix}-${at}`, ['akar', 'bina'], [point(0.01, 0.01), point(0.02, 0.01), ASAM]),
  }))

const touch = (entries: readonly AnyRecord[]) =>
  entries.map((entry) => ({ kind: entry.kind, id: entry.record.id, entry }))

test('readers never wait for a batch, and see all of it or nothing', async () => {
  const before = many(100, 'old')
  const projection = await createProjection({ records: () => before, ground: GROUND, report: () => {} })
  let done = false
  const writing = projection.apply(touch(many(5_000, 'new'))).then(() => {
    done = true
  })
  const during: number[] = []
  while (!done) during.push((await projection.page(EVERYTHING)).matched)
  await writing
  // The first reader was answered from before the batch, while it was being written.
  expect(during[0]).toBe(100)
  expect([...new Set(during)].filter((matched) => matched !== 100 && matched !== 5_100)).toEqual([])
  expect((await projection.page(EVERYTHING)).matched).toBe(5_100)
  projection.close()
})

test('a record that changes is counted once, one that goes is gone from every table', async () => {
  const [one, other] = many(2, 'a')
  const projection = await createProjection({ records: () => [one!, other!], ground: GROUND, report: () => {} })
  await projection.apply([...touch([one!]), { kind: 'activity', id: other!.record.id, entry: null }])
  for (const table of ['records', 'record_themes', 'cover'])
    expect(await projection.query(`SELECT id FROM ${table}`)).toEqual([{ id: 'a-0' }])
  expect(await projection.query('SELECT count(*)::INTEGER AS n FROM record_boxes')).toEqual([{ n: 2 }])
  projection.close()
})

test('rows of what changed over and over do not pile up, while others read', async () => {
  const records = many(50, 'a')
  const faults: unknown[] = []
  const projection = await createProjection({
    records: () => records,
    ground: GROUND,
    report: (error) => faults.push(error),
  })
  const held = async () => {
    const [row] = await projection.query(
      "SELECT estimated_size::INTEGER AS held FROM duckdb_tables() WHERE table_name = 'record_boxes'",
    )
    return row?.held as number
  }
  const first = await held()
  const most: number[] = []
  for (let round = 0; round < 160; round += 1) {
    const [, , now] = await Promise.all([projection.apply(touch(records)), projection.page(EVERYTHING), held()])
    most.push(now)
  }
  expect(first).toBe(100)
  // 16,000 were written; swept out are whole vectors of 2,048 at a time, and none that a reader still looks at.
  expect(Math.max(...most)).toBeLessThan(12_000)
  expect((await projection.page(EVERYTHING)).matched).toBe(50)
  expect(faults).toEqual([])
  projection.close()
})

test('a database that breaks is built again from the records; meanwhile its readers are asked to come back', async () => {
  const records = many(3, 'a')
  const reports: unknown[] = []
  let opened = 0
  const open = async (): Promise<Database> => {
    opened += 1
    const database = await openDatabase()
    if (opened > 1) return database
    const broken = new Error('FATAL Error: database has been invalidated because of a previous fatal error.')
    return { ...database, read: () => Promise.reject(broken) }
  }
  const projection = await createProjection({
    records: () => records,
    ground: GROUND,
    open,
    report: (why) => reports.push(why),
  })
  const refused = await projection.page(EVERYTHING).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(Refusal)
  expect((refused as Refusal).problem).toBe('rebuilding')
  expect((refused as Refusal).headers).toEqual({ 'Retry-After': '3' })
  expect(projection.state()).toBe('rebuilding')
  records.push(...many(1, 'b'))
  await projection.apply(touch(many(1, 'b')))
  expect(projection.state()).toBe('ready')
  expect((await projection.page(EVERYTHING)).matched).toBe(4)
  expect(reports).toHaveLength(1)
  projection.close()
})

test('a runaway question is stopped after two seconds and the others go on', async () => {
  const projection = await createProjection({ records: () => many(3, 'a'), ground: GROUND, report: () => {} })
  const started = performance.now()
  const runaway = projection
    .query('SELECT count(*) FROM range(1000000) AS a, range(1000000) AS b WHERE a.range * b.range = 12')
    .catch((error: unknown) => error)
  expect((await projection.page(EVERYTHING)).matched).toBe(3)
  const refused = (await runaway) as Refusal
  expect(refused.problem).toBe('too-slow')
  expect(performance.now() - started).toBeLessThan(10_000)
  expect((await projection.page(EVERYTHING)).matched).toBe(3)
  projection.close()
})

test('no question reaches a file, another database, an extension or a setting', async () => {
  const projection = await createProjection({ records: () => [], ground: GROUND, report: () => {} })
  for (const sql of [
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM read_text('/etc/hostname')",
    "COPY records TO '/tmp/bentang-must-not-exist.csv'",
    "ATTACH '/tmp/bentang-must-not-exist.db' AS other",
    'INSTALL spatial',
    'SET enable_external_access = true',
    "SET memory_limit = '90GB'",
  ])
    await expect(projection.query(sql), sql).rejects.toThrow(/disabled|locked|Permission|cannot|Cannot/)
  projection.close()
})

test('words from a request are values, never SQL', async () => {
  const projection = await createProjection({ records: () => many(3, 'a'), ground: GROUND, report: () => {} })
  const hostile = "x' OR 1=1; DROP TABLE records; --"
  for (const given of [
    { theme: hostile },
    { within: hostile },
    { organisations: [hostile] },
    { verification: hostile },
  ])
    expect((await projection.page({ ...EVERYTHING, ...given })).matched).toBe(0)
  expect((await projection.page(EVERYTHING)).matched).toBe(3)
  projection.close()
})

test('what does not fit into memory lies in the temporary folder of the machine, and goes with the database', async () => {
  const folders = () => readdirSync(tmpdir()).filter((name) => /^bentang-[0-9a-f]{8}-[0-9a-f-]{27}$/.test(name))
  const before = new Set(folders())
  const database = await openDatabase()
  await database.write(async (connection) => {
    await connection.run('CREATE TABLE large AS SELECT random() AS x, random() AS y FROM range(40000000)')
  })
  expect(folders().filter((name) => !before.has(name))).toHaveLength(1)
  expect(existsSync('.tmp')).toBe(false)
  database.close()
  expect(folders().filter((name) => !before.has(name))).toEqual([])
}, 60_000)
