import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { DuckDBInstance } from '@duckdb/node-api'
import { type ServerType, serve } from '@hono/node-server'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LAYERS } from '../data/layers/index.ts'
import type { ContextAnswer, CoverageAnswer, FeaturesAnswer } from '../data/model/answers.ts'
import { hasGdal } from './imports/gdal.ts'
import { openSampleApp, type SampleApp } from './sample_app.ts'

const PAGE = readFileSync(join(import.meta.dirname, '../docs/recipes.md'), 'utf8')
const run = promisify(execFile)
const PYTHON = '/usr/bin/python3'
const has = (command: string, ...given: readonly string[]) =>
  run(command, given).then(
    () => true,
    () => false,
  )
const [hasCurl, hasPython] = await Promise.all([has('curl', '--version'), has(PYTHON, '--version')])
const hasQgis = hasPython && (await has(PYTHON, '-c', 'import qgis.core'))

const SNIPPETS = new Map(
  [...PAGE.matchAll(/^```(\w+) run=(\w+)\n(.*?)^```$/gms)].map(([, language, name, text]) => [
    name!,
    { language: language!, text: text! },
  ]),
)

const folder = mkdtempSync(join(tmpdir(), 'bentang-recipes-'))
let sample: SampleApp
let server: ServerType
let base: string
beforeAll(async () => {
  sample = await openSampleApp()
  const { port } = await new Promise<AddressInfo>((ready) => {
    server = serve({ fetch: sample.app.fetch, port: 0, hostname: '127.0.0.1' }, ready)
  })
  base = `http://127.0.0.1:${port}`
}, 60_000)
afterAll(() => {
  server?.close()
  sample?.close()
  rmSync(folder, { recursive: true, force: true })
})

const answered = async <T>(path: string) => (await sample.app.request(path)).json() as Promise<T>
const inFolder = (file: string) => readFileSync(join(folder, file), 'utf8')

const done = new Set<string>()
/** Runs a snippet as it stands on the page, against this server, where the files of those before it lie; what it prints. */
const follow = async (name: string): Promise<string> => {
  const { language, text } = SNIPPETS.get(name)!
  const here = text.replaceAll('http://localhost:8080', base)
  expect(here).not.toContain('localhost')
  done.add(name)
  const [command, ...flags] = language === 'sh' ? ['bash', '-euo', 'pipefail', '-c'] : [PYTHON, '-c']
  const env = { ...process.env, QT_QPA_PLATFORM: 'offscreen', HOME: folder, XDG_RUNTIME_DIR: folder }
  const { stdout } = await run(command!, [...flags, here], { cwd: folder, env })
  return stdout
}

/** The rows of a snippet of SQL, over the files that lie in the folder. */
const query = async (name: string) => {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(`SET file_search_path = '${folder}'`)
  done.add(name)
  const rows = (await connection.runAndReadAll(SNIPPETS.get(name)!.text)).getRowObjects()
  connection.closeSync()
  return rows
}

describe.skipIf(!hasCurl || !hasPython)('recipes of docs/recipes.md, with curl and Python', () => {
  test('coverage: a number, its denominator and its date', async () => {
    const { counts, denominator, asOf } = await answered<CoverageAnswer>(
      '/api/coverage?region=61.05&theme=stunting&period=2026',
    )
    expect(await follow('coverage')).toBe(`${counts.gap} / ${denominator} ${asOf.time}\n`)
    expect(counts.gap).toBeGreaterThan(10)
  })

  test('tables: gaps, and who does what where with hashtags', async () => {
    const [headings, tags] = (await follow('tables')).trim().split(/\r?\n/)
    expect([headings!.split(',')[0], tags!.split(',')[0]]).toEqual(['activity_id', '#activity+id'])
    expect(inFolder('gaps.csv').split('\r\n').length).toBeGreaterThan(12)
  })

  test('catalogue: every layer, and its metadata', async () => {
    expect((await follow('catalogue')).trim().split('\n')).toEqual(LAYERS.map(({ id }) => id))
    expect(inFolder('villages-satu-data.json')).toContain('Perpres 39/2019')
    expect(inFolder('villages-iso.xml')).toContain('gmd:MD_Metadata')
  })

  test('iati: activities of a regency', async () => {
    const { numberMatched } = await answered<FeaturesAnswer>('/api/features/activities?within=61.05&hits=true')
    expect(Number(await follow('iati'))).toBe(numberMatched)
  })

  test('python: every page is read', async () => {
    const { features } = await answered<FeaturesAnswer>(
      '/api/features/activities?theme=stunting&period=2026&limit=5000',
    )
    const budget = features.reduce((sum, { properties }) => sum + Number(properties.budgetIdr ?? 0), 0)
    expect(await follow('python')).toBe(`${features.length} / ${features.length}\n${budget} IDR\n`)
  })

  test('changes: the copy holds what is public, and the next look begins behind it', async () => {
    const { counts, organisations } = await answered<ContextAnswer>('/api/context')
    expect(Number(await follow('changes'))).toBeGreaterThan(counts.activities! + organisations.length)
    expect(await follow('changes')).toBe('0\n')
  })

  test('export: a layer as files, with what they say of themselves', async () => {
    const about = JSON.parse(await follow('export')) as { readonly asOf: { readonly seq: number } }
    expect(about.asOf.seq).toBe(sample.world.everyone.asOf().seq)
    const { numberMatched } = await answered<FeaturesAnswer>(
      '/api/features/activities?within=61.05&status=ongoing&hits=true',
    )
    expect(Papa.parse(inFolder('activities.csv').trim(), { header: true }).data).toHaveLength(numberMatched)
    expect(inFolder('villages.parquet').slice(0, 4)).toBe('PAR1')
  }, 60_000)

  test('cql2: the server filters as it is asked', async () => {
    const [matched, isSo] = (await follow('cql2')).trim().split(' ')
    expect([Number(matched) > 5, isSo]).toEqual([true, 'True'])
  })

  test('duckdb: the districts where most goes on, over the table that was fetched', async () => {
    const rows = await query('duckdb')
    expect(rows).toHaveLength(5)
    const first = `${rows[0]!.district}`
    const code = sample.world.geography.within('61.05', 'district').find(({ name }) => name === first)!.code
    const { features } = await answered<FeaturesAnswer>(
      '/api/features/activities?status=ongoing&within=61.05&limit=5000',
    )
    const reaching = features.filter(({ id }) =>
      sample.world.everyone.engine.reachedCodes('activity', `${id}`).some((one) => one.startsWith(`${code}.`)),
    )
    expect(Number(rows[0]!.activities)).toBe(reaching.length)
  })
})

describe.skipIf(!hasCurl || !hasPython)('recipes over exported files', () => {
  test('geoparquet: the same villages', async () => {
    const rows = await query('geoparquet')
    const villages = sample.world.geography.within('61.05', 'village')
    expect(rows.reduce((sum, row) => sum + Number(row.villages), 0)).toBe(villages.length)
    const hectares = villages.reduce((sum, { areaHa }) => sum + areaHa, 0)
    expect(Math.abs(rows.reduce((sum, row) => sum + Number(row.hectares), 0) - hectares)).toBeLessThan(20)
  })
})

describe.skipIf(!hasGdal)('recipes with GDAL', () => {
  test('lists, converts and filters', async () => {
    const { numberMatched } = await answered<FeaturesAnswer>('/api/features/activities?status=ongoing&hits=true')
    const printed = await follow('gdal')
    expect(printed).toContain(`Feature Count: ${numberMatched}`)
    for (const { id } of LAYERS.slice(0, 9)) expect(printed).toMatch(new RegExp(`\\b${id}\\b`))
    expect(existsSync(join(folder, 'villages.gpkg'))).toBe(true)
  }, 60_000)
})

describe.skipIf(!hasQgis)('recipes with QGIS', () => {
  test('a layer of OGC API - Features', async () => {
    const villages = sample.world.geography.within('', 'village')
    const [count, system, areaHa] = (await follow('qgis')).trim().split('\n').at(-1)!.split(' ')
    expect([Number(count), system]).toEqual([villages.length, 'EPSG:4326'])
    expect(Math.abs(Number(areaHa) - villages.reduce((sum, one) => sum + one.areaHa, 0))).toBeLessThan(2)
  }, 60_000)
})

test('every snippet that says it is tested is, and every other one says that it is not', () => {
  const isWhole = hasCurl && hasPython && hasGdal && hasQgis
  if (isWhole) expect([...done].sort()).toEqual([...SNIPPETS.keys()].sort())
  for (const section of PAGE.split(/^## /m).slice(1)) {
    const fences = [...section.matchAll(/^```(\w+)( run=\w+)?$/gm)]
    const isTold = (isRun: boolean) => (isRun ? /diuji \/ tested\]\*\*/ : /(belum diuji|not tested)/).test(section)
    for (const [fence, , isRun] of fences)
      expect([section.slice(0, 20), fence, isTold(Boolean(isRun))]).toEqual([section.slice(0, 20), fence, true])
  }
})
