import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writePartitions } from '../../server/exports/write_partitions.ts'
import { serve } from '../served.ts'

const room = mkdtempSync(join(tmpdir(), 'bentang-partitions-'))
const folder = join(room, 'out')
let served: Awaited<ReturnType<typeof serve>>
let files: readonly string[]
beforeAll(async () => {
  served = await serve()
  await writePartitions(served.world, folder, 'http://localhost', new AbortController().signal)
  files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.parquet'))
})
afterAll(() => {
  served.world.close()
  rmSync(room, { recursive: true, force: true })
})

const query = async (sql: string) => {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const rows = (await connection.runAndReadAll(sql)).getRowObjectsJS()
  connection.closeSync()
  instance.closeSync()
  return rows
}
const partsOf = (layer: string) => `read_parquet('${folder}/${layer}/**/*.parquet', hive_partitioning = true)`

test('every public record and place is in exactly one part, whoever counts', async () => {
  const { everyone, geography } = served.world
  const expected: Readonly<Record<string, readonly string[]>> = {
    activities: everyone.all('activity').map(({ id }) => id),
    targets: everyone.all('target').map(({ id }) => id),
    villages: geography.within('', 'village').map(({ code }) => code),
  }
  for (const [layer, ids] of Object.entries(expected)) {
    const [row] = await query(`SELECT list(id ORDER BY id) AS ids FROM ${partsOf(layer)}`)
    expect([layer, row!.ids]).toEqual([layer, [...ids].sort()])
    const own = files.filter((name) => name.startsWith(`${layer}/`))
    const read = await Promise.all(
      own.map(async (name) => {
        const bytes = Uint8Array.from(readFileSync(join(folder, name)))
        return parquetReadObjects({ file: bytes.buffer })
      }),
    )
    expect([
      layer,
      read
        .flat()
        .map(({ id }) => id as string)
        .sort(),
    ]).toEqual([layer, [...ids].sort()])
  }
})

test('a verdict stands under its regency and year, as the answer has it', async () => {
  const rows = await query(
    `SELECT code, verdict FROM ${partsOf('coverage')} WHERE regency = '99.01' AND year = 2026 AND theme = 'stunting' ORDER BY code`,
  )
  const answer = await (await served.get('/api/coverage?region=99.01&theme=stunting&period=2026')).json()
  const units = (answer as { units: { code: string; verdict: { kind: string } }[] }).units
  expect(rows).toEqual(
    units.map(({ code, verdict }) => ({ code, verdict: verdict.kind })).sort((a, b) => (a.code < b.code ? -1 : 1)),
  )
})

test('the box of a row covers its shape, and DuckDB knows the shape for one on the ground', async () => {
  const [row] = await query(
    `SELECT count(*)::INTEGER AS all, count(*) FILTER (WHERE bbox.xmin <= bbox.xmax)::INTEGER AS covered, typeof(any_value(geometry)) AS type FROM ${partsOf('villages')}`,
  )
  expect(row!.covered).toBe(row!.all)
  expect(row!.type).toContain('GEOMETRY')
})

const hasParquet = (spawnSync('ogrinfo', ['--formats'], { encoding: 'utf8' }).stdout ?? '').includes('Parquet')
test.skipIf(!hasParquet)('GDAL reads a part as well', () => {
  const path = join(folder, files.find((name) => name.startsWith('villages/'))!)
  expect(execFileSync('ogrinfo', ['-al', '-so', path], { encoding: 'utf8' })).toContain('Geometry Column = geometry')
})
if (!hasParquet) console.log('GeoParquet was not tried with GDAL: this ogrinfo has no Parquet driver.')

test('stopped, it leaves nothing behind', async () => {
  const stopping = new AbortController()
  stopping.abort()
  await expect(writePartitions(served.world, join(room, 'other'), 'x', stopping.signal)).rejects.toThrow()
  expect(readdirSync(room)).toEqual(['out'])
})
