import { type Code, isWithin, parentOf } from '../../data/model/codes.ts'
import { boundsOf } from '../bounds.ts'
import { hectares } from '../engine/equal_area.ts'
import { dissolve } from './dissolve.ts'
import { isInPart, islandParts, matchIslands } from './islands.ts'
import type { OfficialIsland, OfficialNames } from './names.ts'
import type { Outline } from './outline.ts'
import type { LngLat, SituatedPlace } from './place_set.ts'
import { type Area, type Plane, partsOf } from './plane.ts'

/** A label does not need more than the 500th part of its place. */
const heartOf = (plane: Plane, area: Area): LngLat => {
  const [west, south, east, north] = boundsOf([area])!
  const [lng, lat] = plane.heartOf(area, Math.max(east - west, north - south) / 500)
  return [lng!, lat!]
}

const villagesFrom = (plane: Plane, outlines: readonly Outline[], names: OfficialNames): SituatedPlace[] =>
  outlines.map(({ code, name, area }) => ({
    code,
    name: names.nameOf.get(code) ?? name,
    level: 'village',
    parent: parentOf(code)!,
    geometry: area,
    areaHa: hectares(area),
    position: heartOf(plane, area),
  }))

/** Made of villages, never of coarser outlines, so that the parts add up to the whole. */
const above = (
  plane: Plane,
  level: 'district' | 'regency',
  code: Code,
  villages: readonly SituatedPlace[],
  names: OfficialNames,
): SituatedPlace[] => {
  const inside = villages.filter((village) => isWithin(village.code, code))
  const geometry = dissolve(
    plane,
    inside.map((village) => village.geometry as Area),
  )
  if (!geometry) return []
  const kind = level === 'regency' ? names.kindOf.get(code) : undefined
  return [
    {
      code,
      name: names.nameOf.get(code) ?? code,
      level,
      parent: parentOf(code)!,
      geometry,
      areaHa: inside.reduce((sum, { areaHa }) => sum + areaHa, 0),
      position: heartOf(plane, geometry),
      ...(kind && { kind }),
    },
  ]
}

const findVillageAt = (position: LngLat, villages: readonly SituatedPlace[]): Code | null =>
  villages.find(({ geometry }) => partsOf(geometry as Area).some((part) => isInPart(position, part)))?.code ?? null

const islandsOf = (
  plane: Plane,
  regency: SituatedPlace,
  villages: readonly SituatedPlace[],
  names: OfficialNames,
): SituatedPlace[] => {
  const inside = villages.filter(({ code }) => isWithin(code, regency.code))
  const islands = names.islands.filter(({ code }) => isWithin(code, regency.code))
  const parts = islandParts(plane, partsOf(regency.geometry as Area))
  const matched = matchIslands(plane, islands, parts)
  return islands.map((island: OfficialIsland): SituatedPlace => {
    const { code, name, populated, outermost } = island
    const part = matched.get(island)
    const shape: Area | null = part ? { type: 'Polygon', coordinates: part } : null
    const position = shape && !isInPart(island.position, part!) ? heartOf(plane, shape) : island.position
    return {
      code,
      name,
      level: 'island',
      parent: regency.code,
      geometry: shape ?? { type: 'Point', coordinates: [...position] },
      areaHa: shape ? hectares(shape) : 0,
      position,
      village: findVillageAt(position, inside),
      island: { populated, outermost, shape: shape ? 'polygon' : 'point', listedAt: island.position },
    }
  })
}

/** Villages as outlined, districts and regencies dissolved from them, islands matched with their parts. */
export const buildPlaces = (
  plane: Plane,
  outlines: readonly Outline[],
  names: OfficialNames,
  regencies: readonly Code[],
): SituatedPlace[] => {
  const villages = villagesFrom(plane, outlines, names).sort((a, b) => (a.code < b.code ? -1 : 1))
  const districtCodes = [...new Set(villages.map(({ parent }) => parent))]
  const regencyPlaces = regencies.flatMap((code) => above(plane, 'regency', code, villages, names))
  return [
    ...regencyPlaces,
    ...districtCodes.flatMap((code) => above(plane, 'district', code, villages, names)),
    ...villages,
    ...regencyPlaces.flatMap((regency) => islandsOf(plane, regency, villages, names)),
  ]
}
