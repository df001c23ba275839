import { type Code, isWithin } from '../../data/model/codes.ts'
import { type CommonBoundary, commonBoundary, type Outline, outlineOf } from './border.ts'
import type { Place } from './engine.ts'
import { courseOf, localPlane, nearestM } from './nearness.ts'

/** Villages farther than this from the boundary are in no corridor. */
export const WIDEST_KM = 100

export type CorridorVillage = { readonly code: Code; readonly distanceKm: number }

/** The boundary two regencies share, and every village of either within WIDEST_KM of it, nearest first. */
export type Corridor = { readonly boundaryKm: number; readonly villages: readonly CorridorVillage[] }

export type Corridors = {
  /** The same whichever of the two comes first. */
  between(a: Code, b: Code): Corridor
  /** Regencies that share a boundary with this one, in order of code. */
  neighboursOf(regency: Code): readonly Code[]
}

const M_PER_KM = 1000
const WIDEST_M = WIDEST_KM * M_PER_KM
/** Finer than any boundary; what is equally far apart is told in order of code. */
const toMillimetres = (km: number): number => Number(km.toFixed(6))
const NOTHING: Corridor = { boundaryKm: 0, villages: [] }

/** Places never change while a server lives, so each pair is measured once. */
export const createCorridors = (places: readonly Place[]): Corridors => {
  const regencies = places.flatMap(({ level, code }) => (level === 'regency' ? [code] : [])).sort()
  const outlines = new Map<Code, readonly Outline[]>()
  const boundaries = new Map<string, CommonBoundary | null>()
  const corridors = new Map<string, Corridor>()

  const remembered = <K, V>(known: Map<K, V>, key: K, make: () => V): V => {
    if (!known.has(key)) known.set(key, make())
    return known.get(key)!
  }
  const outlinesIn = (regency: Code): readonly Outline[] =>
    remembered(outlines, regency, () =>
      places.filter(({ level, code }) => level === 'village' && isWithin(code, regency)).flatMap(outlineOf),
    )
  const boundaryOf = (a: Code, b: Code): CommonBoundary | null =>
    remembered(boundaries, `${a} ${b}`, () => commonBoundary(outlinesIn(a), outlinesIn(b)))

  const measure = (a: Code, b: Code): Corridor => {
    const boundary = boundaryOf(a, b)
    if (!boundary) return NOTHING
    const plane = localPlane(boundary.paths[0]![1]!)
    const course = courseOf(boundary.paths, plane)
    const villages = [...outlinesIn(a), ...outlinesIn(b)].flatMap((outline): CorridorVillage[] => {
      const isTouching = boundary.touching.has(outline.code)
      const awayM = isTouching ? 0 : nearestM(courseOf(outline.area.flat(), plane), course, plane, WIDEST_M)
      return awayM === null ? [] : [{ code: outline.code, distanceKm: toMillimetres(awayM / M_PER_KM) }]
    })
    villages.sort((one, other) => one.distanceKm - other.distanceKm || (one.code < other.code ? -1 : 1))
    return { boundaryKm: boundary.lengthM / M_PER_KM, villages }
  }

  // The edges of the lower code stand for the boundary, or the two orders would differ by the hair between the files.
  const inOrder = <T>(a: Code, b: Code, ask: (lower: Code, higher: Code) => T): T => (a < b ? ask(a, b) : ask(b, a))
  return {
    between: (a, b) =>
      inOrder(a, b, (lower, higher) => remembered(corridors, `${lower} ${higher}`, () => measure(lower, higher))),
    neighboursOf: (regency) =>
      regencies.filter((other) => other !== regency && inOrder(regency, other, boundaryOf) !== null),
  }
}
