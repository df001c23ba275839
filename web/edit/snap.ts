import type { Geometry, Position } from 'geojson'

/** Stretches of boundaries: lng, lat, lng, lat of each. */
export type Stretches = Float64Array

const pathsOf = (geometry: Geometry): readonly (readonly Position[])[] => {
  switch (geometry.type) {
    case 'LineString':
      return [geometry.coordinates]
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates
    case 'MultiPolygon':
      return geometry.coordinates.flat()
    default:
      return []
  }
}

export const stretchesOf = (geometries: readonly Geometry[]): Stretches =>
  Float64Array.from(
    geometries.flatMap(pathsOf).flatMap((path) =>
      path.slice(1).flatMap(([lng = 0, lat = 0], index) => {
        const [lng0 = 0, lat0 = 0] = path[index] ?? []
        return [lng0, lat0, lng, lat]
      }),
    ),
  )

type Found = { readonly at: Position; readonly away: number }

const nearer = (a: Found | null, b: Found): Found => (a && a.away <= b.away ? a : b)

/** A corner within reach is meant before any side. */
const CORNER_SHARE = 0.7

/**
 * Where a position sticks: the nearest corner, else the nearest side of the stretches, within `reach` degrees of latitude;
 * null where none is so near.
 */
export const stick = (stretches: Stretches, [lng = 0, lat = 0]: Position, reach: number): Position | null => {
  // A degree of longitude is as long as a degree of latitude only on the equator.
  const shrink = Math.cos((lat * Math.PI) / 180)
  let corner: Found | null = null
  let side: Found | null = null
  for (let at = 0; at + 3 < stretches.length; at += 4) {
    const [x1, y1, x2, y2] = [stretches[at]!, stretches[at + 1]!, stretches[at + 2]!, stretches[at + 3]!]
    if (Math.min(y1, y2) > lat + reach || Math.max(y1, y2) < lat - reach) continue
    if (Math.min(x1, x2) > lng + reach / shrink || Math.max(x1, x2) < lng - reach / shrink) continue
    for (const [x, y] of [
      [x1, y1],
      [x2, y2],
    ] as const)
      corner = nearer(corner, { at: [x, y], away: Math.hypot((x - lng) * shrink, y - lat) })
    const [dx, dy] = [(x2 - x1) * shrink, y2 - y1]
    const square = dx * dx + dy * dy
    const share = square === 0 ? 0 : Math.min(1, Math.max(0, ((lng - x1) * shrink * dx + (lat - y1) * dy) / square))
    const [x, y] = [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share]
    side = nearer(side, { at: [x, y], away: Math.hypot((x - lng) * shrink, y - lat) })
  }
  if (corner && corner.away <= reach * CORNER_SHARE) return corner.at
  return side && side.away <= reach ? side.at : null
}
