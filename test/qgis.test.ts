import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type ServerType, serve } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COLLECTION_IDS } from '../server/ogc/collections.ts'
import { PALETTES } from '../styles/palette.ts'
import { openSampleApp, type SampleApp } from './sample_app.ts'

/** Debian's own interpreter: QGIS puts its module beside no other. */
const PYTHON = '/usr/bin/python3'
const hasQgis = spawnSync(PYTHON, ['-c', 'import qgis.core']).status === 0
const run = promisify(execFile)

type Filtered = Readonly<Record<string, { readonly accepted: boolean; readonly ids: readonly string[] }>>
type Told = {
  readonly collections: Readonly<
    Record<string, { readonly count: number; readonly kinds: readonly string[]; readonly fields: readonly string[] }>
  >
  /** By the expression of QGIS. */
  readonly filtered: Filtered
  readonly days: Filtered
  readonly tiles: Readonly<Record<string, { readonly valid: boolean; readonly warnings: readonly string[] }>>
  /** Pixels of each colour that many wear. */
  readonly colours: Readonly<Record<string, number>>
}

const folder = mkdtempSync(join(tmpdir(), 'bentang-qgis-'))
const picture = join(folder, 'map.png')
let sample: SampleApp
let server: ServerType
let told: Told

beforeAll(async () => {
  if (!hasQgis) return
  sample = await openSampleApp()
  const address = await new Promise<AddressInfo>((ready) => {
    server = serve({ fetch: sample.app.fetch, port: 0, hostname: '127.0.0.1' }, ready)
  })
  const script = join(import.meta.dirname, 'qgis/read.py')
  const { stdout } = await run(PYTHON, [script, `http://127.0.0.1:${address.port}`, picture], {
    timeout: 60_000,
    env: { ...process.env, HOME: folder, XDG_RUNTIME_DIR: folder },
  })
  told = JSON.parse(stdout) as Told
}, 120_000)
afterAll(() => {
  server?.close()
  sample?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Sorted. */
const idsOf = async (collection: string, query: string): Promise<readonly string[]> => {
  const answer = await sample.app.request(`http://127.0.0.1/ogc/collections/${collection}/items?limit=10000&${query}`)
  const { features } = (await answer.json()) as { features: readonly { properties: { id: string } }[] }
  return features.map(({ properties }) => properties.id).sort()
}

const KINDS: Readonly<Record<string, readonly string[]>> = {
  regencies: ['MultiPolygon'],
  districts: ['MultiPolygon'],
  villages: ['MultiPolygon'],
  islands: ['Point', 'Polygon'],
  authority: ['MultiPolygon'],
  zones: ['MultiPolygon'],
}

describe.skipIf(!hasQgis)('QGIS', () => {
  test('loads every collection with its features, fields and geometries', async () => {
    expect(Object.keys(told.collections)).toEqual([...COLLECTION_IDS])
    for (const id of COLLECTION_IDS) {
      const answer = await sample.app.request(`http://127.0.0.1/ogc/collections/${id}/items?limit=1`)
      const { numberMatched } = (await answer.json()) as { numberMatched: number }
      const { count, kinds, fields } = told.collections[id]!
      expect([id, count]).toEqual([id, numberMatched])
      if (KINDS[id]) expect([id, kinds]).toEqual([id, KINDS[id]])
      expect(fields).toEqual(expect.arrayContaining(['id', 'title']))
    }
    expect(told.collections.activities?.kinds).toEqual(
      expect.arrayContaining(['MultiPoint', 'MultiPolygon', 'MultiLineString']),
    )
  })

  // QGIS 3.22 judges values by itself, later versions ask the server: both have to come to the same.
  test('a filter in the words of QGIS chooses what the server chooses by the same words', async () => {
    expect(Object.keys(told.filtered)).toHaveLength(2)
    for (const [wanted, { accepted, ids }] of Object.entries(told.filtered)) {
      const id = wanted.includes('status') ? 'activities' : 'villages'
      const own = await idsOf(id, `filter=${encodeURIComponent(wanted)}`)
      expect([wanted, accepted, ids]).toEqual([wanted, true, own])
      expect(own.length).toBeGreaterThan(0)
    }
  })

  // All that QGIS 3.22 lets a server filter, besides the extent.
  test("a filter by days is the server's to answer, as work that reaches into them", async () => {
    const asked = ['datetime=2026-01-01/..', 'datetime=../2024-12-31', 'datetime=2025-01-01/2025-06-30&status=ongoing']
    for (const [n, [wanted, { accepted, ids }]] of Object.entries(told.days).entries()) {
      const own = await idsOf('activities', asked[n]!)
      expect([wanted, accepted, ids]).toEqual([wanted, true, own])
      const judgedHere = await idsOf('activities', `filter=${encodeURIComponent(wanted.replace('T23:59:59', ''))}`)
      expect(judgedHere.length).toBeLessThan(own.length)
    }
  })

  test('reads the styles of the layers; what it cannot read are faces it has not, and sizes that follow numbers', () => {
    const known = [
      /Referenced font .* is not available on system$/,
      // Circles that grow with a count or fade with an area stay as they are.
      /^(islands-symbol|activities-cluster)[a-z-]*: Skipping (unsupported expression|not implemented interpolation input)/,
    ]
    for (const [tileset, { valid, warnings }] of Object.entries(told.tiles)) {
      expect([tileset, valid]).toEqual([tileset, true])
      expect(warnings.filter((warning) => !known.some((one) => one.test(warning.trim())))).toEqual([])
    }
  })

  test('draws Karimata and its coast: sea, land, verdicts of villages, the reserve, activities', () => {
    expect(statSync(picture).size).toBeGreaterThan(20_000)
    const { ground, meanings } = PALETTES.light
    const pixels = (colour: string) => told.colours[colour.toLowerCase()] ?? 0
    const least = {
      [ground.sea]: 300_000,
      [ground.landDimmed]: 100_000,
      [meanings.met]: 20_000,
      [meanings.overlap]: 2_000,
      [meanings.partner_only]: 5_000,
      // Karimata's own villages lie under the wash of the reserve: what the wash makes of their colour counts.
      [meanings.authority]: 150,
      [meanings.activity]: 150,
    }
    for (const [colour, count] of Object.entries(least))
      expect([colour, pixels(colour) >= count]).toEqual([colour, true])
    const reddish = Object.entries(told.colours).filter(([colour]) =>
      /^#[9abc][0-9a-f][34][0-9a-f][234][0-9a-f]$/.test(colour),
    )
    expect(reddish.reduce((sum, [, count]) => sum + count, 0)).toBeGreaterThan(2_000)
  })
})

if (!hasQgis) console.log('Nothing was tried with QGIS: its Python is not here (apt-get install python3-qgis).')
