import type { Geometry, MultiPolygon, Polygon } from 'geojson'
import type { UnitLevel } from '../data/model/answers.ts'
import { type Code, isWithin, lineageOf, parentOf } from '../data/model/codes.ts'
import { type Bounds, boundsOf } from './bounds.ts'
import { hectares } from './engine/equal_area.ts'
import type { PlaceSet, SituatedPlace } from './places/place_set.ts'

/** The places as the routes ask for them: by code, by region and level, with names and boxes. */
export type Geography = {
  readonly places: readonly SituatedPlace[]
  find(code: Code): SituatedPlace | null
  /** Places of a level inside a region (itself included; the empty text is everywhere), in order of code. */
  within(region: Code | '', level: Exclude<UnitLevel, 'zone' | 'authority'>): readonly SituatedPlace[]
  /** The name of a place or province; the code where no name is known. */
  nameOf(code: Code): string
  /** Name of the district of a village, the regency of a district or island, the province of a regency. */
  nameAbove(code: Code): string
  lineageOf(code: Code): readonly { readonly code: Code; readonly name: string }[]
  boundsOf(code: Code): Bounds | null
  /** On the ellipsoid. */
  hectares(geometry: Polygon | MultiPolygon): number
  /** True for a known place, and for a province with a known place in it. */
  knows(code: Code): boolean
}

export const createGeography = ({ places, names }: Pick<PlaceSet, 'places' | 'names'>): Geography => {
  const sorted = [...places].sort((a, b) => (a.code < b.code ? -1 : 1))
  const byCode = new Map(sorted.map((place) => [place.code, place]))
  const bounds = new Map<Code, Bounds | null>()
  const nameOf = (code: Code) => byCode.get(code)?.name ?? names.get(code) ?? code
  const geometriesIn = (code: Code): readonly Geometry[] => {
    const place = byCode.get(code)
    return place
      ? [place.geometry]
      : sorted.filter(({ level, code: own }) => level === 'regency' && isWithin(own, code)).map((one) => one.geometry)
  }
  return {
    places: sorted,
    find: (code) => byCode.get(code) ?? null,
    within: (region, level) =>
      sorted.filter((place) => place.level === level && (region === '' || isWithin(place.code, region))),
    nameOf,
    nameAbove: (code) => {
      const parent = byCode.get(code)?.parent ?? parentOf(code)
      return parent ? nameOf(parent) : ''
    },
    lineageOf: (code) => lineageOf(code).map((own) => ({ code: own, name: nameOf(own) })),
    boundsOf: (code) => {
      const known = bounds.get(code)
      if (known !== undefined) return known
      const found = boundsOf(geometriesIn(code))
      bounds.set(code, found)
      return found
    },
    hectares,
    knows: (code) => byCode.has(code) || sorted.some(({ code: own }) => isWithin(own, code)),
  }
}
