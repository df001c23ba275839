import { existsSync, readFileSync } from 'node:fs'
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { expect, test } from 'vitest'
import { parentOf } from '../data/model/codes.ts'
import type { Place } from '../server/engine/engine.ts'
import { createEngine, hectares } from '../server/engine/index.ts'
import * as world from './world.ts'

const VILLAGES = new URL('../../shared/data/boundaries/villages.geojson', import.meta.url)

if (!existsSync(VILLAGES)) console.info(`Real boundaries are not here (${VILLAGES.pathname}): these tests are skipped.`)

type Villages = FeatureCollection<Polygon | MultiPolygon, { code: string; name: string }>

const readPlaces = (): Place[] =>
  (JSON.parse(readFileSync(VILLAGES, 'utf8')) as Villages).features.map(({ properties: { code, name }, geometry }) => ({
    code,
    name,
    level: 'village',
    parent: parentOf(code)!,
    geometry,
    areaHa: hectares(geometry),
  }))

const whole = ({ code, geometry }: Place) =>
  world.activity(`a-${code}`, ['akar'], [geometry as Polygon | MultiPolygon], { themes: ['restoration'] })

test.skipIf(!existsSync(VILLAGES))(
  'work on exactly one real village covers it whole and none of its neighbours',
  async () => {
    const places = readPlaces()
    const engine = await createEngine({ places })
    engine.apply(world.enter(...places.map(whole)))
    expect(engine.refusals()).toEqual([])
    const reaches = places.map(({ code }) => engine.reach('activity', `a-${code}`))
    expect(reaches.map((reach) => reach.map(({ code }) => code))).toEqual(places.map(({ code }) => [code]))
    const worst = reaches.map(([reach], index) => Math.abs(reach!.areaHa! / places[index]!.areaHa - 1))
    expect(Math.max(...worst)).toBeLessThan(1e-9)
  },
)

test.skipIf(!existsSync(VILLAGES))(
  'work in every village of a regency meets its restoration target to the last hectare',
  async () => {
    const places = readPlaces().filter(({ code }) => code.startsWith('61.05.'))
    const totalHa = places.reduce((sum, { areaHa }) => sum + areaHa, 0)
    const engine = await createEngine({ places, areaThreshold: 1.1 })
    const target = world.target('t', ['61.05'], { theme: 'restoration', measure: 'area' })
    engine.apply(world.enter(...world.ORGANISATIONS, target, ...places.map(whole)))
    const period = { from: 2026, to: 2026 }
    const [finding] = engine.coverage({ region: '61.05', theme: 'restoration', period, level: 'regency' })
    // Sintang by its 406 villages on the ellipsoid; geographiclib gives 2,196,776 ha.
    expect(totalHa).toBeCloseTo(2_196_776, -1)
    expect(finding!.verdict).toMatchObject({ kind: 'partial' })
    if (finding!.verdict.kind !== 'partial') return
    expect(finding!.verdict.targetHa).toBeCloseTo(totalHa, 3)
    expect(finding!.verdict.servedHa).toBeCloseTo(totalHa, 3)
  },
)
