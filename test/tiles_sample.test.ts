import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Geometry } from 'geojson'
import { afterAll, describe, expect, test } from 'vitest'
import { ACTIVITY_STATUSES, type Activity } from '../data/model/activity.ts'
import { makeSample } from '../data/sample/index.ts'
import { SOURCED } from '../data/source/records/index.ts'
import { boundsOf } from '../server/bounds.ts'
import { loadPlaces, samplePlaces } from '../server/places/index.ts'
import { activityTile } from '../server/tiles/activity_tile.ts'
import { cutNow, cutTile, type TileAddress } from '../server/tiles/cut.ts'
import { createRecordTiles } from '../server/tiles/records.ts'
import type { World } from '../server/world.ts'
import { addressesOver, faultsOf, featuresOf, idsOf, readTile, registered } from './mvt.ts'

const home = mkdtempSync(join(tmpdir(), 'bentang-tiles-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))
const SET = await loadPlaces({ home, boundaries: 'none', log: () => {}, now: () => new Date('2026-11-22') })
const ACTIVITIES = [...SOURCED, ...makeSample(samplePlaces(SET))].flatMap(({ kind, record }) =>
  kind === 'activity' ? [record as Activity] : [],
)
const engine = await registered(ACTIVITIES)
const tileAt = (address: TileAddress, aggregate = true) => activityTile(engine, address, {}, { aggregate })

/** Every tile over the regencies, or so many of them, evenly. */
const addressesAt = (z: number, most: number): readonly TileAddress[] => {
  const all = addressesOver(SET.places, z)
  const step = Math.ceil(all.length / most)
  return all.filter((_, at) => at % step === 0)
}

/** How activities were cut before they had a writer of their own. */
const cutByGeoJson = (address: TileAddress): Uint8Array | null => {
  const everyone = { all: () => ACTIVITIES, asOf: () => ({ seq: 1, time: '' }) }
  tiles ??= createRecordTiles({ everyone } as unknown as World)
  const { shapes, lines } = tiles
  const layers = {
    activities: cutNow((bounds) => shapes('activities', bounds, {}), 12),
    'activities-lines': cutNow((bounds) => lines('activities', bounds, {}), 12),
  }
  return cutTile(layers, address, 'fine')
}
let tiles: ReturnType<typeof createRecordTiles> | undefined

test.each(Array.from({ length: 15 }, (_, z) => z))(
  'tiles of the four regencies at zoom %i obey MVT 2, drawn one by one as well as counted',
  (z) => {
    for (const address of addressesAt(z, 150)) {
      expect(faultsOf(tileAt(address))).toEqual([])
      if (z <= 7) expect(faultsOf(tileAt(address, false))).toEqual([])
    }
  },
)

describe.each([10, 11, 12])('at zoom %i', (z) => {
  test('each tile holds the activities that it held when it was cut from GeoJSON', () => {
    for (const address of addressesAt(z, z === 12 ? 400 : 200)) {
      const [now, before] = [readTile(tileAt(address)), readTile(cutByGeoJson(address))]
      for (const layer of ['activities', 'activities-lines'])
        expect([layer, address, idsOf(now[layer])]).toEqual([layer, address, idsOf(before[layer])])
    }
  })
})

test('a point stands where it stood, to the step', () => {
  for (const address of addressesAt(12, 400)) {
    const pointsOf = (bytes: Uint8Array | null) =>
      featuresOf(readTile(bytes).activities)
        .filter(({ type }) => type === 1)
        .map((feature) => [feature.properties.id, feature.loadGeometry()[0]![0]!] as const)
        .map(([id, { x, y }]) => `${id} ${x} ${y}`)
        .sort()
    expect(pointsOf(tileAt(address))).toEqual(pointsOf(cutByGeoJson(address)))
  }
})

test('at zoom 7 each activity is counted once in each cell that holds the middle of a site', () => {
  const ACROSS = 12 * 2 ** 7
  const cellOf = ({ geometry }: { geometry: Geometry }): string => {
    const [west, south, east, north] = boundsOf([geometry])!
    const lat = (((south + north) / 2) * Math.PI) / 180
    const [column, row] = [((west + east) / 2 + 180) / 360, (1 - Math.asinh(Math.tan(lat)) / Math.PI) / 2]
    return `${Math.floor(column * ACROSS)} ${Math.floor(row * ACROSS)}`
  }
  const expected = ACTIVITIES.map(
    ({ sites }) => new Set(sites.flatMap((site) => ('geometry' in site ? [cellOf(site)] : []))).size,
  )
  const cells = addressesAt(7, 1000).flatMap((address) => featuresOf(readTile(tileAt(address))['activities-clusters']))
  const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)
  expect(sum(cells.map(({ properties }) => Number(properties.count)))).toBe(sum(expected))
  const byStatus = (status: string) => sum(cells.map(({ properties }) => Number(properties[status])))
  for (const status of ACTIVITY_STATUSES)
    expect(byStatus(status)).toBe(sum(expected.filter((_, at) => ACTIVITIES[at]!.status === status)))
})
