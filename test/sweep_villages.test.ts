import { existsSync, readFileSync } from 'node:fs'
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { expect, test } from 'vitest'
import { type FlatArea, flattenArea, planeHectares, projectArea } from '../server/engine/equal_area.ts'
import { loadOverlay } from '../server/engine/overlay.ts'
import { areaM2, intersectionM2, type Layer, type Rings, sweepYears } from '../server/engine/sweep/index.ts'

const VILLAGES = new URL('../../shared/data/boundaries/villages.geojson', import.meta.url)
const hasVillages = existsSync(VILLAGES)
if (!hasVillages) console.info(`Real boundaries are not here (${VILLAGES.pathname}): these tests are skipped.`)

const M2_PER_HA = 10_000

const readVillages = (): readonly FlatArea[] =>
  (JSON.parse(readFileSync(VILLAGES, 'utf8')) as FeatureCollection<Polygon | MultiPolygon>).features.map(
    ({ geometry }) => projectArea(flattenArea(geometry)),
  )

type Box = readonly [west: number, south: number, east: number, north: number]
const boxOf = (rings: Rings): Box => {
  const [xs, ys] = [0, 1].map((axis) => rings.flatMap((ring) => [...ring].filter((_, at) => at % 2 === axis)))
  return [Math.min(...xs!), Math.min(...ys!), Math.max(...xs!), Math.max(...ys!)]
}
const meets = (a: Box, b: Box): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]

/** A site of 24 corners, the same for the same number, about as large as a share of its village. */
const siteIn = ([west, south, east, north]: Box, seed: number): FlatArea => {
  const part = (salt: number) => ((seed * 7_919 + salt * 104_729) % 1_000) / 1_000
  const radius = (0.1 + 0.3 * part(1)) * Math.sqrt((east - west) * (north - south))
  const corner = (at: number): [number, number] => {
    const angle = (2 * Math.PI * (at % 24)) / 24
    const reach = radius * (0.7 + 0.3 * part(10 + (at % 24)))
    return [
      west + part(2) * (east - west) + reach * Math.cos(angle),
      south + part(3) * (north - south) + reach * Math.sin(angle),
    ]
  }
  return [[Float64Array.from({ length: 50 }, (_, at) => corner(at >> 1)[at & 1]!)]]
}

test.skipIf(!hasVillages)('every village has its own area and shares with its neighbours what GEOS says', async () => {
  const overlay = await loadOverlay()
  const villages = readVillages()
  const rings = villages.map((area) => area.flat())
  const boxes = rings.map(boxOf)
  for (const [at, area] of villages.entries()) {
    const wholeM2 = planeHectares(area) * M2_PER_HA
    expect(Math.abs(areaM2(rings[at]!) - wholeM2)).toBeLessThanOrEqual(1e-9 * wholeM2)
    for (let other = at + 1; other < villages.length; other++) {
      if (!meets(boxes[at]!, boxes[other]!)) continue
      const commonM2 = planeHectares(overlay.intersect(area, villages[other]!)) * M2_PER_HA
      expect(Math.abs(intersectionM2(rings[at]!, rings[other]!) - commonM2)).toBeLessThanOrEqual(1e-9 * wholeM2)
    }
  }
})

test.skipIf(!hasVillages)('in every village each year asked alone is the year among all', () => {
  for (const [at, rings] of readVillages()
    .map((area) => area.flat())
    .entries()) {
    const box = boxOf(rings)
    const layers = Array.from(
      { length: 15 },
      (_, site): Layer => ({
        rings: siteIn(box, 15 * at + site).flat(),
        organisations: [(at + 3 * site) % 7],
        years: (0b111 << ((at + site) % 8)) & 0b11_1111_1111,
      }),
    )
    const all = sweepYears([[rings]], layers)
    for (let year = 0; year < 10; year++) {
      const active = layers.filter(({ years }) => (years >> year) & 1)
      const alone = sweepYears([[rings]], active)
      for (const answer of ['servedM2', 'overlapM2'] as const)
        expect(Math.abs(alone[answer][year]! - all[answer][year]!)).toBeLessThanOrEqual(1e-12 * all.maskM2)
    }
  }
})

test.skipIf(!hasVillages)('a site measures in a real village what GEOS measures', async () => {
  const overlay = await loadOverlay()
  for (const [at, area] of readVillages().entries()) {
    const site = siteIn(boxOf(area.flat()), at)
    const siteM2 = planeHectares(site) * M2_PER_HA
    const commonM2 = planeHectares(overlay.intersect(area, site)) * M2_PER_HA
    expect(Math.abs(intersectionM2(area.flat(), site.flat()) - commonM2)).toBeLessThanOrEqual(1e-9 * siteM2)
  }
})
