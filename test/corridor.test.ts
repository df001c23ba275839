import { describe, expect, test } from 'vitest'
import { createCorridors } from '../server/engine/corridor.ts'
import type { Place } from '../server/engine/engine.ts'
import { ASAM, BAKAU, CEMPAKA, DAMAR, ENAU, GAMBIR, PLACES, rectangle } from './world.ts'

// 0.02 degrees along a meridian near the equator are 2 x 1,105.743 m, along the equator 2 x 1,113.195 m.
const HEIGHT_KM = 2.211486
const WIDTH_KM = 2.22639

/** The world with Damar beginning elsewhere than at 0.0599, where Cempaka ends at 0.06. */
const withDamarFrom = (west: number): Place[] =>
  PLACES.map((place) => (place.code === DAMAR ? { ...place, geometry: rectangle(west, 0, 0.08, 0.02) } : place))

const distancesIn = (places: readonly Place[]) =>
  Object.fromEntries(
    createCorridors(places)
      .between('99.01', '99.02')
      .villages.map(({ code, distanceKm }) => [code, distanceKm]),
  )

describe('the corridor along the boundary of two regencies', () => {
  test('the common boundary is the edge Cempaka shares with Damar, though the two files overlap by eleven metres', () => {
    expect(createCorridors(PLACES).between('99.01', '99.02').boundaryKm).toBeCloseTo(HEIGHT_KM, 5)
  })

  test('villages stand in order of their geodesic distance: on the boundary, one village away, two, and over the water', () => {
    const distances = distancesIn(PLACES)
    expect(Object.keys(distances)).toEqual([CEMPAKA, DAMAR, BAKAU, ENAU, ASAM, GAMBIR])
    expect(distances[CEMPAKA]).toBe(0)
    expect(distances[DAMAR]).toBe(0)
    expect(distances[BAKAU]).toBeCloseTo(WIDTH_KM, 5)
    expect(distances[ENAU]).toBeCloseTo(WIDTH_KM, 5)
    expect(distances[ASAM]).toBeCloseTo(2 * WIDTH_KM, 5)
    expect(distances[GAMBIR]).toBeCloseTo(7 * WIDTH_KM, 4)
  })

  test('the order in which the two are named changes nothing', () => {
    const corridors = createCorridors(PLACES)
    expect(corridors.between('99.02', '99.01')).toBe(corridors.between('99.01', '99.02'))
  })

  test('a gap of 33 m between the two files is a hair, one of 111 m is land between them', () => {
    const hair = createCorridors(withDamarFrom(0.0603))
    expect(hair.between('99.01', '99.02').boundaryKm).toBeCloseTo(HEIGHT_KM, 5)
    expect(distancesIn(withDamarFrom(0.0603))[DAMAR]).toBe(0)
    const land = createCorridors(withDamarFrom(0.061))
    expect(land.between('99.01', '99.02')).toEqual({ boundaryKm: 0, villages: [] })
    expect(land.neighboursOf('99.01')).toEqual([])
  })

  test('a village drawn inside the neighbour by 500 m still has its boundary there', () => {
    const corridors = createCorridors(withDamarFrom(0.0555))
    expect(corridors.between('99.01', '99.02').boundaryKm).toBeGreaterThan(HEIGHT_KM)
    expect(corridors.neighboursOf('99.01')).toEqual(['99.02'])
  })

  test('villages that only meet at a corner have no boundary in common', () => {
    const corner = PLACES.map((place) =>
      place.code === DAMAR ? { ...place, geometry: rectangle(0.06, 0.02, 0.08, 0.04) } : place,
    )
    expect(createCorridors(corner).between('99.01', '99.02').boundaryKm).toBe(0)
  })

  test('a ring that runs the other way round, a closing edge of no length and a hole change nothing', () => {
    const turned = PLACES.map((place): Place => {
      if (place.code !== CEMPAKA) return place
      const [ring] = rectangle(0.04, 0, 0.06, 0.02).coordinates
      const hole = rectangle(0.045, 0.005, 0.055, 0.015).coordinates[0]!
      return { ...place, geometry: { type: 'Polygon', coordinates: [[...ring!, ring![0]!].reverse(), hole] } }
    })
    expect(distancesIn(turned)).toEqual(distancesIn(PLACES))
  })

  test('a village beyond a hundred kilometres is in no corridor', () => {
    const far = PLACES.map((place) =>
      place.code === GAMBIR ? { ...place, geometry: rectangle(0.96, 0, 0.97, 0.01) } : place,
    )
    expect(distancesIn(far)).not.toHaveProperty(GAMBIR)
    const near = PLACES.map((place) =>
      place.code === GAMBIR ? { ...place, geometry: rectangle(0.95, 0, 0.96, 0.01) } : place,
    )
    expect(distancesIn(near)[GAMBIR]).toBeCloseTo(0.89 * 111.3195, 3)
  })

  test('the nearest points may lie in the middle of edges, and edges that cross are no distance apart', () => {
    const slanted: Place[] = PLACES.map((place) =>
      place.code === ENAU
        ? {
            ...place,
            geometry: {
              type: 'Polygon',
              coordinates: [
                [
                  [110.065, 0.01],
                  [110.1, 0.015],
                  [110.1, 0.005],
                  [110.065, 0.01],
                ],
              ],
            },
          }
        : place,
    )
    expect(distancesIn(slanted)[ENAU]).toBeCloseTo(0.005 * 111.3195, 5)
    const crossing = PLACES.map((place) =>
      place.code === ASAM ? { ...place, geometry: rectangle(0.05, 0.0055, 0.0601, 0.0058) } : place,
    )
    expect(distancesIn(crossing)[ASAM]).toBe(0)
  })
})
