import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Position } from 'geojson'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadPlaces, type PlaceSet, type SituatedPlace } from '../server/places/index.ts'
import { matchIslands } from '../server/places/islands.ts'
import { type OfficialIsland, parseDms, parseRegencyName, readOfficialNames } from '../server/places/names.ts'
import { openPlane } from '../server/places/plane.ts'

const SHARED = join(import.meta.dirname, '../../shared/data/boundaries')

const islandAt = (code: string, lng: number, lat: number): OfficialIsland => ({
  code,
  name: code,
  position: [lng, lat],
  populated: false,
  outermost: false,
})

/** A square part; 0.001 degrees are about 111 m. */
const part = (west: number, south: number, size: number): Position[][] => [
  [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ],
]

test('degrees, minutes and seconds become lng, lat; anything else is no position', () => {
  expect(parseDms(`01°36'18.00" S 108°53'48.99" E`)).toEqual([108.896942, -1.605])
  expect(parseDms(`03°19'03.44" N 097°07'41.73" E`)).toEqual([97.128258, 3.317622])
  expect(parseDms('1.605 S 108.89 E')).toBeNull()
})

test('regency names lose their capitals and keep their kind', () => {
  expect(parseRegencyName('KABUPATEN KOTAWARINGIN TIMUR')).toEqual({ kind: 'kabupaten', name: 'Kotawaringin Timur' })
  expect(parseRegencyName('KOTA SINGKAWANG')).toEqual({ kind: 'kota', name: 'Singkawang' })
})

test('the official list has 99 islands of Kayong Utara', async () => {
  const { islands } = await readOfficialNames(['61.11'])
  expect(islands).toHaveLength(99)
  expect(islands.find(({ name }) => name === 'Pulau Karimata')).toMatchObject({ code: '61.11.40034', populated: true })
})

test('an island is the part its position lies in, else the nearest within 500 m, else a point', async () => {
  const plane = await openPlane()
  const parts = [part(109, -1, 0.01), part(109.1, -1, 0.01), part(109.2, -1, 0.01)]
  const inside = islandAt('a', 109.005, -0.995)
  const near = islandAt('b', 109.114, -0.995)
  const far = islandAt('c', 109.2146, -0.995)
  const matched = matchIslands(plane, [inside, near, far], parts)
  expect([inside, near, far].map((island) => parts.indexOf(matched.get(island)!))).toEqual([0, 1, -1])
})

test('two islands never share a part: the one in it wins over the one beside it, and the middle over the rim', async () => {
  const plane = await openPlane()
  const only = part(109, -1, 0.01)
  const rim = islandAt('rim', 109.0005, -0.9995)
  const middle = islandAt('middle', 109.005, -0.995)
  const beside = islandAt('beside', 109.011, -0.995)
  expect([...matchIslands(plane, [rim, middle, beside], [only]).keys()]).toEqual([middle])
  expect([...matchIslands(plane, [beside, rim], [only]).keys()]).toEqual([rim])
})

const islandsOf = ({ places }: PlaceSet) => places.filter(({ level }) => level === 'island')
const shaped = (islands: readonly SituatedPlace[]) => islands.filter(({ geometry }) => geometry.type === 'Polygon')

describe.each([
  { name: 'from the gazetteer and the coastline', sibling: undefined, shapes: 46, skip: false },
  { name: 'from the real boundaries', sibling: SHARED, shapes: 93, skip: !existsSync(SHARED) },
])('islands $name', ({ sibling, shapes, skip }) => {
  let home = ''
  let set: PlaceSet
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'bentang-islands-'))
    set = await loadPlaces({
      home,
      boundaries: 'none',
      sibling: skip ? undefined : sibling,
      log: () => {},
      now: () => new Date(),
    })
  })
  afterAll(() => rm(home, { recursive: true, force: true }))

  test.skipIf(skip)(`${shapes} of 106 have a shape, each its own, all have a position and a regency`, () => {
    const islands = islandsOf(set)
    expect(islands).toHaveLength(106)
    expect(shaped(islands)).toHaveLength(shapes)
    expect(new Set(shaped(islands).map(({ geometry }) => JSON.stringify(geometry))).size).toBe(shapes)
    expect(islands.every(({ areaHa, geometry }) => areaHa > 0 === (geometry.type === 'Polygon'))).toBe(true)
    expect(new Set(islands.map(({ parent }) => parent))).toEqual(new Set(['61.11', '62.02']))
  })

  test.skipIf(skip)('Karimata is populated, has its shape, and lies in a village of Kepulauan Karimata', () => {
    const karimata = islandsOf(set).find(({ code }) => code === '61.11.40034')!
    expect(karimata).toMatchObject({ name: 'Pulau Karimata', island: { populated: true, shape: 'polygon' } })
    expect(karimata.village).toMatch(/^61\.11\.06\.200[123]$/)
    expect(karimata.areaHa).toBeGreaterThan(15_000)
    expect(karimata.areaHa).toBeLessThan(20_000)
  })

  test.skipIf(skip)('no river island is given the mainland', () => {
    const largest = Math.max(...islandsOf(set).map(({ areaHa }) => areaHa))
    expect(largest).toBeLessThan(110_000)
  })
})
