import { existsSync, readFileSync } from 'node:fs'
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { afterAll, describe, expect, test } from 'vitest'
import { parentOf } from '../data/model/codes.ts'
import type { Place } from '../server/engine/engine.ts'
import { flattenArea } from '../server/engine/equal_area.ts'
import { createGeometryWorker } from '../server/engine/geometry_worker/index.ts'
import { openGeos } from '../server/engine/geos.ts'
import { createGrounds } from '../server/engine/grounds.ts'
import { createEngine, hectares } from '../server/engine/index.ts'
import { benchActivities, benchOrganisations } from './bench/seed.ts'
import { geojsonOfPacked } from './packed_areas.ts'
import * as world from './world.ts'

const VILLAGES = new URL('../../shared/data/boundaries/villages.geojson', import.meta.url)
if (!existsSync(VILLAGES)) console.info(`Real boundaries are not here (${VILLAGES.pathname}): these tests are skipped.`)

type Villages = FeatureCollection<Polygon | MultiPolygon, { code: string; name: string }>

/** Kayong Utara: coast, rivers and the Karimata islands. */
const readPlaces = (): Place[] =>
  (JSON.parse(readFileSync(VILLAGES, 'utf8')) as Villages).features
    .filter(({ properties: { code } }) => code.startsWith('61.11.'))
    .map(({ properties: { code, name }, geometry }) => {
      return { code, name, level: 'village', parent: parentOf(code)!, geometry, areaHa: hectares(geometry) }
    })

const THEME = 'restoration'
const question = (level: 'village' | 'regency') =>
  ({ region: '61.11', theme: THEME, period: { from: 2026, to: 2026 }, level }) as const

describe.skipIf(!existsSync(VILLAGES))('six hundred works among real villages', async () => {
  const worker = createGeometryWorker()
  afterAll(() => worker.close())

  const open = async () => {
    const places = readPlaces()
    const engine = await createEngine({ places })
    const works = await benchActivities(places, [THEME], 600, 7)
    const target = world.target('t', ['61.11'], { theme: THEME, measure: 'area' })
    engine.apply(world.enter(...benchOrganisations(), target, ...works))
    return { engine, grounds: createGrounds({ source: engine.grounds, worker, deadlineMs: 20_000 }).grounds }
  }

  test('leave gaps with the very hectares of the verdicts, village by village, valid at seven decimals', async () => {
    const { engine, grounds } = await open()
    const gaps = new Map((await grounds(question('village'), 'gap')).map((gap) => [gap.code, gap]))
    const short = engine
      .coverage(question('village'))
      .flatMap(({ code, verdict }) => ('shortHa' in verdict ? [{ code, shortHa: verdict.shortHa! }] : []))
      .filter(({ shortHa }) => shortHa >= 1)
    expect(short.length).toBeGreaterThan(10)
    expect(gaps.size).toBe(short.length)
    const geos = await openGeos()
    for (const { code, shortHa } of short) {
      const gap = gaps.get(code)!
      expect(Math.abs(gap.areaHa / shortHa - 1)).toBeLessThan(1e-6)
      const geometry = geojsonOfPacked(gap.area)
      expect(geos.scoped(({ write }) => geos.raw.GEOSisValid(write(flattenArea(geometry))))).toBe(1)
      // A centimetre along every shore.
      expect(Math.abs(hectares(geometry) / gap.areaHa - 1)).toBeLessThan(1e-4)
    }
  })

  test('overlap on the hectares that the engine counts', async () => {
    const { engine, grounds } = await open()
    const found = await grounds(question('village'), 'overlap')
    expect(found.length).toBeGreaterThan(5)
    const sum = found.reduce((total, { areaHa }) => total + areaHa, 0)
    const countedHa = engine.overlapHa(question('village'))
    // Villages with less than a hectare of overlap show none.
    expect(Math.abs(sum - countedHa)).toBeLessThan(found.length)
    for (const { organisations } of found) expect(organisations.length).toBeGreaterThan(1)
  })

  test('and the gap of the regency is that of its villages, each hectare once', async () => {
    const { grounds } = await open()
    const [regency] = await grounds(question('regency'), 'gap')
    const villages = await grounds(question('village'), 'gap')
    const sum = villages.reduce((total, { areaHa }) => total + areaHa, 0)
    // Villages overlap each other by mistake, and one that is met by four fifths has no gap of its own.
    expect(regency!.areaHa / sum).toBeGreaterThan(0.98)
    expect(regency!.organisations.length).toBeGreaterThan(1)
  })
})
