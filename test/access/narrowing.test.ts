import type { Point } from 'geojson'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addressAt, featuresOf, idsOf, readTile } from '../mvt.ts'
import type { Served } from '../work/desk.ts'
import { COARSE, MIDDLE, SECRETS, serveWorld } from './worlds.ts'

/* Whoever asks again and again, each time by what the last answer told, finds the middle of the cell and nothing nearer. */
let served: Served
beforeAll(async () => {
  served = await serveWorld({ places: 'here', own: true, members: true })
})
afterAll(() => served.world.close())

type Box = readonly [west: number, south: number, east: number, north: number]
/** Whether an answer about this box speaks of the record. */
type Tells = (box: Box, id: string) => Promise<boolean>

const CLOSED = ['t-own', 't-fauna', 't-draft', 't-submitted', 't-returned', 'h-lately', 'm-activity']
const START: Box = [109.9, -0.1, 110.4, 0.2]

const read = async (path: string, body?: object): Promise<string> => {
  const sent = body
    ? { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }
    : {}
  const response = await served.get(path, sent)
  const text = await response.text()
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text}`)
  return text
}
const says = (text: string, id: string): boolean => text.includes(`"${id}"`) || text.includes(`\n${id},`)
const ringOf = ([west, south, east, north]: Box) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]
const polygonOf = (box: Box) => ({ type: 'Polygon', coordinates: [ringOf(box)] })
const wktOf = (box: Box) =>
  `POLYGON((${ringOf(box)
    .map((position) => position.join(' '))
    .join(', ')}))`
const filtered = (filter: string) =>
  read(`/ogc/collections/activities/items?limit=1000&filter=${encodeURIComponent(filter)}`)

const WAYS: Readonly<Record<string, Tells>> = {
  'a box of the list': async (box, id) => says(await read(`/api/features/activities?bbox=${box}`), id),
  'a box of the service of features': async (box, id) =>
    says(await read(`/ogc/collections/activities/items?limit=1000&bbox=${box}`), id),
  'S_INTERSECTS with a box': async (box, id) => says(await filtered(`S_INTERSECTS(geometry, BBOX(${box}))`), id),
  'S_INTERSECTS with a shape': async (box, id) => says(await filtered(`S_INTERSECTS(geometry, ${wktOf(box)})`), id),
  'NOT S_DISJOINT': async (box, id) => says(await filtered(`NOT S_DISJOINT(geometry, ${wktOf(box)})`), id),
  'a drawn shape': async (box, id) => says(await read('/api/features/activities', polygonOf(box)), id),
  'a file of a box': async (box, id) => says(await read(`/api/export/activities.csv?bbox=${box}`), id),
}

/** Halves the longer side as long as one half is told of; the middle of what is left. */
const narrow = async (tells: Tells, id: string): Promise<readonly [lng: number, lat: number] | null> => {
  let box = START
  if (!(await tells(box, id))) return null
  while (Math.max(box[2] - box[0], box[3] - box[1]) > 1e-6) {
    const [west, south, east, north] = box
    const [lng, lat] = [(west + east) / 2, (south + north) / 2]
    const halves: readonly Box[] =
      east - west > north - south
        ? [
            [west, south, lng, north],
            [lng, south, east, north],
          ]
        : [
            [west, south, east, lat],
            [west, lat, east, north],
          ]
    const told = []
    for (const half of halves) if (await tells(half, id)) told.push(half)
    if (told.length === 0) break
    box = told[0]!
  }
  return [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
}

const KM_PER_DEGREE = [111.3195, 110.5743] as const
const kmBetween = (one: readonly number[], other: readonly number[]): number =>
  Math.hypot(...KM_PER_DEGREE.map((km, axis) => (one[axis]! - other[axis]!) * km))
/** The nearest true corner lies so far from the middle of its cell. */
const LEAST_KM = Math.min(...SECRETS.map((secret) => kmBetween(secret, MIDDLE)))

describe.each(Object.entries(WAYS))('by %s', (_, tells) => {
  test.each(COARSE)('%s is found in the middle of its cell', async (id) => {
    const found = await narrow(tells, id)
    expect(kmBetween(found!, MIDDLE)).toBeLessThan(0.001)
    expect(LEAST_KM).toBeGreaterThan(1)
  })

  test('what is closed, or alone in its cell, is found nowhere', async () => {
    for (const id of [...CLOSED, 'k-lonely']) expect([id, await narrow(tells, id)]).toEqual([id, null])
  })
})

test.each(COARSE)('by its distance from three places %s is as far as the middle', async (id) => {
  for (const anchor of [
    [110, 0],
    [110.0123456, 0.0173219],
    [110.09, 0.02],
  ] as const) {
    const tells = async (km: number) =>
      says(await read(`/api/features/activities?near=${anchor}&withinKm=${km.toFixed(4)}`), id)
    let [least, most] = [0, 40]
    while (most - least > 0.001) {
      const middle = (least + most) / 2
      if (await tells(middle)) most = middle
      else least = middle
    }
    expect(Math.abs(most - kmBetween(anchor, MIDDLE))).toBeLessThan(0.02)
  }
})

test('in tiles it stands in the middle too, at every zoom, to a step of the pen', async () => {
  let seen = 0
  for (let z = 8; z <= 14; z += 1) {
    const { x, y } = addressAt(...MIDDLE, z)
    for (const [across, down] of [
      [0, 0],
      [-1, 0],
      [1, 0],
      [0, 1],
      [0, -1],
      [1, 1],
    ] as const) {
      const response = await served.get(`/tiles/activities/${z}/${x + across}/${y + down}`)
      if (response.status === 204) continue
      const tile = readTile(Buffer.from(await response.arrayBuffer()))
      expect(
        Object.values(tile)
          .flatMap((layer) => idsOf(layer))
          .filter((id) => CLOSED.includes(id)),
      ).toEqual([])
      const points = featuresOf(tile.activities).filter(({ properties }) => `${properties.id}`.startsWith('k-'))
      for (const feature of points) {
        const { coordinates } = feature.toGeoJSON(x + across, y + down, z).geometry as Point
        expect(kmBetween(coordinates, MIDDLE)).toBeLessThan(40_075 / 2 ** z / 2048)
      }
      seen += points.length
    }
  }
  expect(seen).toBeGreaterThan(COARSE.length)
})
