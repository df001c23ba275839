import type { Position } from 'geojson'
import { describe, expect, test } from 'vitest'
import { createEngine } from '../server/engine/index.ts'
import { distanceM } from '../server/engine/locate.ts'
import { engineWith } from './asking.ts'
import { seeded } from './frozen/random.ts'
import { blob, corridor, rounded } from './frozen/rings.ts'
import { type Near, nearest, within } from './nearness.ts'
import { type Outline, outlineM } from './outline_distance.ts'
import { ASAM, activity, enter, line, PROGRAMME, point, rectangle } from './world.ts'

const everything = () => true

describe('work within a distance', () => {
  test('by hand on the equator, where 0.01 degrees east are 1,113.195 m and north 1,105.743 m', async () => {
    const engine = await engineWith(
      activity('here', ['akar'], [rectangle(0, 0, 0.02, 0.02)]),
      activity('east', ['akar'], [point(0.03, 0.01), point(0.5, 0.01)]),
      activity('north', ['akar'], [line([-1, 0.02], [1, 0.02])]),
      activity('area', ['akar'], [rectangle(0.03, -0.05, 0.05, 0.05)]),
      activity('code', ['akar'], [ASAM]),
      activity('far', ['akar'], [point(1, 1)]),
    )
    const found = within(110.01, 0.01, 2.3, everything, engine)
    expect(found.map(({ id }) => id)).toEqual(['here', 'north', 'area', 'east'])
    expect(found.map(({ distanceKm }) => Number(distanceKm.toFixed(5)))).toEqual([0, 1.10574, 2.22639, 2.22639])
    expect(within(110.01, 0.01, 1.106, everything, engine).map(({ id }) => id)).toEqual(['here', 'north'])
    expect(within(110.01, 0.01, 1.105, everything, engine).map(({ id }) => id)).toEqual(['here'])
    expect(nearest(110.01, 0.01, 2, everything, engine).map(({ id }) => id)).toEqual(['here', 'north'])
    expect(nearest(110.01, 0.01, 9, everything, engine)).toHaveLength(5)
  })

  test('only what passes the sieve; nothing for nothing', async () => {
    const engine = await engineWith(...PROGRAMME)
    const isBina = (slot: number) => engine.register.idOf(slot) === 'a-bakau'
    expect(nearest(110.5, 0.5, 3, isBina, engine).map(({ id }) => id)).toEqual(['a-bakau'])
    expect(within(110.025, 0.005, 100, isBina, engine)).toEqual([{ id: 'a-bakau', distanceKm: 0 }])
    expect(nearest(110.5, 0.5, 3, () => false, engine)).toEqual([])
    expect(nearest(110.5, 0.5, 0, everything, engine)).toEqual([])
    const empty = await createEngine({ places: [] })
    expect(nearest(110, 0, 5, everything, empty)).toEqual([])
    expect(within(110, 0, 5, everything, empty)).toEqual([])
  })

  test('what was taken away is not found, what came into its place is', async () => {
    const engine = await engineWith(...PROGRAMME)
    const ids = (found: readonly Near[]) => found.map(({ id }) => id)
    expect(ids(within(110.09, 0.01, 0.1, everything, engine))).toEqual(['a-enau', 'a-forest-bina', 'a-forest-citra'])
    engine.apply([{ kind: 'activity', id: 'a-forest-bina', record: null }])
    engine.apply(enter(activity('a-late', ['akar'], [point(0.3, 0.3)]), activity('a-enau', ['akar'], [point(1, 1)])))
    expect(ids(within(110.09, 0.01, 0.1, everything, engine))).toEqual(['a-forest-citra'])
    expect(ids(nearest(110.3, 0.3, 1, everything, engine))).toEqual(['a-late'])
  })
})

const REGIONS = [
  { name: 'on the equator', lng: 110, lat: 0, spread: 0.5 },
  { name: 'at 11 degrees south', lng: 122, lat: -11, spread: 0.5 },
  { name: 'as wide as a province', lng: 113, lat: -2, spread: 4 },
  { name: 'far apart', lng: 100, lat: 20, spread: 25 },
  { name: 'across the date line', lng: 180, lat: -8, spread: 1 },
  { name: 'at 60 degrees', lng: 20, lat: 60, spread: 1 },
  { name: 'around the pole', lng: 30, lat: 88, spread: 2 },
] as const

describe.each(REGIONS)('distances $name', ({ lng, lat, spread }) => {
  const random = seeded(Math.round(lng + lat + spread))
  const round = (degrees: number) => (degrees > 180 ? degrees - 360 : degrees)
  const somewhere = (): Position => {
    const shrink = Math.cos((lat * Math.PI) / 180)
    return rounded(
      round(lng + ((random() - 0.5) * 2 * spread) / shrink),
      Math.min(89.9, lat + (random() - 0.5) * 2 * spread),
    )
  }
  const size = spread / 20
  const site = (): Outline => {
    const middle = somewhere()
    const isTight = Math.abs(middle[0]!) > 179 - size || middle[1]! > 89.5
    const kind = isTight ? 0 : random()
    if (kind < 0.4) return { type: 'Point', coordinates: middle }
    if (kind < 0.6) return { type: 'LineString', coordinates: corridor(middle, size / 4, 0, 6, random).slice(0, 7) }
    return { type: 'Polygon', coordinates: [blob(middle, size, 0.5, 5 + Math.floor(8 * random()), random)] }
  }
  const sites = Array.from({ length: 80 }, site)
  const engineOf = async () => {
    const engine = await createEngine({ places: [] })
    engine.apply(enter(...sites.map((one, index) => activity(`a-${index}`, ['akar'], [one]))))
    return engine
  }
  const bruteFrom = (fromLng: number, fromLat: number): readonly Near[] =>
    sites
      .map((one, index) => ({ id: `a-${index}`, distanceKm: outlineM(fromLng, fromLat, one) / 1000 }))
      .sort((a, b) => a.distanceKm - b.distanceKm || (a.id < b.id ? -1 : 1))

  test('are those of the geodesic to the nearest point, whatever is asked', async () => {
    const engine = await engineOf()
    for (let turn = 0; turn < 3; turn += 1) {
      const [fromLng, fromLat] = somewhere() as [number, number]
      const brute = bruteFrom(fromLng, fromLat)
      const brutes = new Map(brute.map(({ id, distanceKm }) => [id, distanceKm]))
      const check = (found: readonly Near[], wanted: readonly Near[]) => {
        expect(found).toHaveLength(wanted.length)
        for (const [index, { id, distanceKm }] of found.entries()) {
          // A hundred-thousandth apart, or a millimetre, two may change places.
          expect(Math.abs(distanceKm - brutes.get(id)!)).toBeLessThan(1e-5 * distanceKm + 1e-6)
          expect(Math.abs(distanceKm - wanted[index]!.distanceKm)).toBeLessThan(1e-5 * distanceKm + 1e-6)
        }
      }
      for (const n of [1, 10, 50, 200]) check(nearest(fromLng, fromLat, n, everything, engine), brute.slice(0, n))
      for (const rank of [3, 20, 60]) {
        const km = (brute[rank]!.distanceKm + brute[rank + 1]!.distanceKm) / 2
        check(
          within(fromLng, fromLat, km, everything, engine),
          brute.filter(({ distanceKm }) => distanceKm <= km),
        )
      }
    }
  })
})

test('at the limit itself the geodesic decides, to the last bit of it', async () => {
  const random = seeded(3)
  const positions = Array.from({ length: 60 }, () => [110 + random(), random()] as const)
  const engine = await createEngine({ places: [] })
  engine.apply(
    enter(
      ...positions.map(([x, y], index) =>
        activity(`a-${index}`, ['akar'], [{ type: 'Point', coordinates: rounded(x, y) }]),
      ),
    ),
  )
  for (const [index, [x, y]] of positions.entries()) {
    const [lng, lat] = rounded(x, y) as [number, number]
    const km = distanceM(110.5, 0.5, lng, lat) / 1000
    const has = (limitKm: number) =>
      within(110.5, 0.5, limitKm, everything, engine).some(({ id }) => id === `a-${index}`)
    expect([has(km * (1 - 1e-12)), has(km), has(km * (1 + 1e-12))]).toEqual([false, true, true])
  }
})
