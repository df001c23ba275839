import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { findGrid, fromGrid, GRIDS } from '../../data/model/reading/grids.ts'
import { distanceM } from '../../server/engine/locate.ts'

/** Worked out with PROJ 9.1. */
const KNOWN: readonly (readonly [epsg: string, eastingM: number, northingM: number, lng: number, lat: number])[] = [
  ['EPSG:32749', 555_092.884, 9_992_317.873, 111.4951, -0.0695],
  ['EPSG:32749', 500_000, 9_778_939.006, 111, -2],
  ['EPSG:32650', 166_072.062, 110_682.838, 114, 1],
]

test.each(KNOWN)('in %s, %d m east and %d m north is %d, %d', (epsg, eastingM, northingM, lng, lat) => {
  const found = fromGrid(findGrid(epsg)!, eastingM, northingM)
  expect(distanceM(found.lng, found.lat, lng, lat)).toBeLessThan(0.02)
})

test('grids are told by their numbers and names, and nothing else is a grid', () => {
  const named = (epsg: string) => findGrid(epsg)?.name ?? null
  expect(['EPSG:32749', 'EPSG:32650', 'EPSG:23834', 'EPSG:23835'].map(named)).toEqual([
    'UTM 49S',
    'UTM 50N',
    'TM-3 48.2',
    'TM-3 49.1',
  ])
  expect(['EPSG:4326', 'EPSG:32700', 'EPSG:32761', 'UTM 49S'].map(named)).toEqual([null, null, null, null])
  expect(new Set(GRIDS.map(({ name }) => name)).size).toBe(GRIDS.length)
})

const hasProj = spawnSync('cs2cs', ['-h']).error === undefined
if (!hasProj) console.log('UTM was not compared with PROJ: cs2cs is not on PATH (apt-get install proj-bin).')

test.runIf(hasProj).each([
  ['EPSG:32749', 170_000, 660_000, 9_000_000, 1_000_000],
  ['EPSG:32650', 170_000, 660_000, 0, 500_000],
  ['EPSG:23834', 30_000, 340_000, 1_000_000, 800_000],
] as const)('all over the zone of %s it agrees with PROJ to a centimetre', (epsg, west, wide, south, high) => {
  const places = Array.from(
    { length: 200 },
    (_, at) => [west + ((at * 7919) % wide), south + ((at * 104_729) % high)] as const,
  )
  const { stdout } = spawnSync('cs2cs', ['-f', '%.9f', epsg, 'EPSG:4326'], {
    input: places.map((place) => place.join(' ')).join('\n'),
    encoding: 'utf8',
  })
  const judged = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  expect(judged.length).toBe(places.length)
  for (const [at, [eastingM, northingM]] of places.entries()) {
    const found = fromGrid(findGrid(epsg)!, eastingM, northingM)
    const [lat = 0, lng = 0] = judged[at]!
    expect(distanceM(found.lng, found.lat, lng, lat)).toBeLessThan(0.01)
  }
})
