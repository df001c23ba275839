import { type Code, isWithin, parentOf } from '../../data/model/codes.ts'
import { boundsOf } from '../bounds.ts'
import { hectares } from '../engine/equal_area.ts'
import { dissolve } from './dissolve.ts'
import { coastalParts, isInPart, islandParts, matchIslands } from './islands.ts'
import type { OfficialNames } from './names.ts'
import type { Outline } from './outline.ts'
import type { LngLat, SituatedPlace } from './place_set.ts'
import { type Area, type Plane, partsOf } from './plane.ts'

export type Material = {
  readonly plane: Plane
  readonly names: OfficialNames
  readonly regencies: readonly Code[]
  /** Regencies whose villages have estimated areas. */
  readonly estimated: ReadonlySet<Code>
}

// A label is not placed more finely than this share of its place.
const LABEL_SHARE = 1 / 60

const heartOf = (plane: Plane, area: Area): LngLat => {
  const [west, south, east, north] = boundsOf([area])!
  const [lng, lat] = plane.heartOf(area, Math.max(east - west, north - south) * LABEL_SHARE)
  return [lng!, lat!]
}

const villagesFrom = ({ plane, names }: Material, outlines: readonly Outline[]): SituatedPlace[] =>
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
const placeAbove = (
  { plane, names }: Material,
  level: 'district' | 'regency',
  code: Code,
  villages: readonly SituatedPlace[],
): SituatedPlace[] => {
  const inside = villages.filter((village) => isWithin(village.code, code))
  const areas = inside.map(({ geometry }) => geometry as Area)
  const geometry = dissolve(plane, areas)
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
  { plane, names, estimated }: Material,
  regency: SituatedPlace,
  villages: readonly SituatedPlace[],
): SituatedPlace[] => {
  const inside = villages.filter(({ code }) => isWithin(code, regency.code))
  const islands = names.islands.filter(({ code }) => isWithin(code, regency.code))
  // Estimated areas end in the middle of an island, while the coastline knows its shape.
  const parts = estimated.has(regency.code)
    ? coastalParts(regency.areaHa)
    : islandParts(plane, partsOf(regency.geometry as Area))
  const matched = matchIslands(plane, islands, parts)
  return islands.map((island): SituatedPlace => {
    const { code, name, populated, outermost, position: listedAt } = island
    const part = matched.get(island)
    const shape: Area | null = part ? { type: 'Polygon', coordinates: part } : null
    const position = shape && part && !isInPart(listedAt, part) ? heartOf(plane, shape) : listedAt
    return {
      code,
      name,
      level: 'island',
      parent: regency.code,
      geometry: shape ?? { type: 'Point', coordinates: [...listedAt] },
      areaHa: shape ? hectares(shape) : 0,
      position,
      village: findVillageAt(position, inside),
      island: { populated, outermost, shape: shape ? 'polygon' : 'point', listedAt },
    }
  })
}

/** Villages as outlined, districts and regencies dissolved from them, islands matched with their parts. */
export const buildPlaces = (material: Material, outlines: readonly Outline[]): SituatedPlace[] => {
  const villages = villagesFrom(material, outlines).sort((a, b) => (a.code < b.code ? -1 : 1))
  const districts = [...new Set(villages.map(({ parent }) => parent))]
  const regencies = material.regencies.flatMap((code) => placeAbove(material, 'regency', code, villages))
  return [
    ...regencies,
    ...districts.flatMap((code) => placeAbove(material, 'district', code, villages)),
    ...villages,
    ...regencies.flatMap((regency) => islandsOf(material, regency, villages)),
  ]
}
