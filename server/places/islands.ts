import geodesic from 'geographiclib-geodesic'
import type { Polygon, Position } from 'geojson'
import { boundsOf } from '../bounds.ts'
import { hectares } from '../engine/equal_area.ts'
import { LAND } from './basemap.ts'
import type { OfficialIsland } from './names.ts'
import type { Plane } from './plane.ts'

type LngLat = readonly [lng: number, lat: number]
type Rings = Polygon['coordinates']

const REACH_M = 500
const DEGREES_PER_M = 1 / 110_000

const distanceM = ([lngA, latA]: LngLat, [lngB, latB]: LngLat): number =>
  geodesic.Geodesic.WGS84.Inverse(latA, lngA, latB, lngB).s12 ?? Number.POSITIVE_INFINITY

/** The position of an edge nearest to `from`, in a plane that is true around it. */
const nearestOnEdge = ([lng, lat]: LngLat, [ax, ay]: Position, [bx, by]: Position): LngLat => {
  const squeeze = Math.cos((lat * Math.PI) / 180)
  const [dx, dy] = [(bx! - ax!) * squeeze, by! - ay!]
  const length2 = dx * dx + dy * dy
  const along = length2 === 0 ? 0 : ((lng - ax!) * squeeze * dx + (lat - ay!) * dy) / length2
  const share = Math.min(1, Math.max(0, along))
  return [ax! + (bx! - ax!) * share, ay! + (by! - ay!) * share]
}

const distanceToRingM = (from: LngLat, ring: readonly Position[]): number =>
  ring
    .slice(1)
    .reduce((nearest, end, i) => Math.min(nearest, distanceM(from, nearestOnEdge(from, ring[i]!, end))), Infinity)

export const isInRing = ([lng, lat]: LngLat, ring: readonly Position[]): boolean => {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i]!
    const [bx, by] = ring[j]!
    if (ay! > lat !== by! > lat && lng < ((bx! - ax!) * (lat - ay!)) / (by! - ay!) + ax!) inside = !inside
  }
  return inside
}

export const isInPart = (position: LngLat, [shell = [], ...holes]: Rings): boolean =>
  isInRing(position, shell) && !holes.some((hole) => isInRing(position, hole))

const polygon = (coordinates: Rings): Polygon => ({ type: 'Polygon', coordinates })

/**
 * Parts of a dissolved regency that may be islands. Its largest part is mainland when it lies on land more than twice as large:
 * the rest of that land belongs to somebody else.
 */
export const islandParts = (plane: Plane, parts: readonly Rings[]): Rings[] => {
  const bySize = parts.toSorted((a, b) => hectares(polygon(b)) - hectares(polygon(a)))
  const [largest] = bySize
  if (!largest) return []
  const [lng, lat] = plane.heartOf(polygon(largest), 1e-3)
  const land = LAND.features.find(({ geometry }) => isInPart([lng!, lat!], geometry.coordinates))
  const isMainland = land !== undefined && hectares(land.geometry) > 2 * hectares(polygon(largest))
  return isMainland ? bySize.slice(1) : bySize
}

/** Islands as the coastline draws them: land no larger than the regency that they may belong to. */
export const coastalParts = (regencyHa: number): Rings[] =>
  LAND.features.filter(({ geometry }) => hectares(geometry) <= regencyHa).map(({ geometry }) => geometry.coordinates)

type Pair = { readonly island: OfficialIsland; readonly part: Rings; readonly distanceM: number }

/** Zero inside; infinite beyond the reach, which is measured only where the boxes say it may be near. */
const distanceToPartM = (position: LngLat, part: Rings): number => {
  const [lng, lat] = position
  const [west, south, east, north] = boundsOf([polygon(part)])!
  const reach = REACH_M * DEGREES_PER_M
  if (lng < west - reach || lng > east + reach || lat < south - reach || lat > north + reach) return Infinity
  return isInPart(position, part) ? 0 : distanceToRingM(position, part[0]!)
}

/**
 * The part that each official island is: the one its position lies in, else the nearest within 500 m. A part is one island: when
 * several ask for it, the nearest gets it (of several inside, the one nearest to its middle).
 */
export const matchIslands = (
  plane: Plane,
  islands: readonly OfficialIsland[],
  parts: readonly Rings[],
): Map<OfficialIsland, Rings> => {
  const pairs = islands.flatMap((island) =>
    parts.flatMap((part): Pair[] => {
      const distance = distanceToPartM(island.position, part)
      return distance <= REACH_M ? [{ island, part, distanceM: distance }] : []
    }),
  )
  const middles = new Map(parts.map((part) => [part, plane.heartOf(polygon(part), 1e-5) as unknown as LngLat]))
  const fromMiddleM = ({ island, part }: Pair): number => distanceM(island.position, middles.get(part)!)
  pairs.sort((a, b) => a.distanceM - b.distanceM || fromMiddleM(a) - fromMiddleM(b))
  const matched = new Map<OfficialIsland, Rings>()
  const taken = new Set<Rings>()
  for (const { island, part } of pairs)
    if (!matched.has(island) && !taken.has(part)) {
      matched.set(island, part)
      taken.add(part)
    }
  return matched
}
