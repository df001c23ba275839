import type { Position } from 'geojson'
import { boundsOf } from '../bounds.ts'
import type { Drawn } from './drawn.ts'

/** The paths of a shape; a point is a path of one position. Rings come back to their first position. */
export const pathsOf = (drawn: Drawn): readonly (readonly Position[])[] => {
  switch (drawn.type) {
    case 'Point':
      return [[drawn.coordinates]]
    case 'MultiPoint':
      return drawn.coordinates.map((position) => [position])
    case 'LineString':
      return [drawn.coordinates]
    case 'MultiLineString':
      return drawn.coordinates
    case 'Polygon':
      return drawn.coordinates.map(closed)
    case 'MultiPolygon':
      return drawn.coordinates.flat().map(closed)
  }
}

export const closed = (ring: readonly Position[]): readonly Position[] => {
  const [first, last] = [ring[0]!, ring.at(-1)!]
  return first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first]
}

const M_PER_DEGREE = 111_320

/** A hole narrower than twice the distance is all within the distance of its edge. */
const isFilled = (hole: readonly Position[], distanceM: number): boolean => {
  const [west, south, east, north] = boundsOf([{ type: 'LineString', coordinates: [...hole] }])!
  const widthM = (east - west) * M_PER_DEGREE * Math.cos((south * Math.PI) / 180)
  return Math.min(widthM, (north - south) * M_PER_DEGREE) < 2 * distanceM
}

/** The shape without holes that a buffer fills: seams between villages are hundreds of them. */
export const withoutFilledHoles = (drawn: Drawn, distanceM: number): Drawn => {
  const keep = ([shell, ...holes]: Position[][]) => [
    ...(shell ? [shell] : []),
    ...holes.filter((hole) => hole.length > 0 && !isFilled(hole, distanceM)),
  ]
  if (drawn.type === 'Polygon') return { type: 'Polygon', coordinates: keep(drawn.coordinates) }
  if (drawn.type === 'MultiPolygon') return { type: 'MultiPolygon', coordinates: drawn.coordinates.map(keep) }
  return drawn
}

/** Positions in metres around the first one, near enough to judge bends. */
const flatten = (path: readonly Position[]): Float64Array => {
  const [lng0, lat0] = path[0]!
  const shrink = Math.cos((lat0! * Math.PI) / 180)
  return Float64Array.from(
    path.flatMap(([lng, lat]) => [(lng! - lng0!) * shrink * M_PER_DEGREE, (lat! - lat0!) * M_PER_DEGREE]),
  )
}

/** The position between two others that lies farthest from the stretch between them, if farther than the tolerance. */
const farthestFrom = (metres: Float64Array, from: number, to: number, toleranceM: number): number | null => {
  const [x1, y1] = [metres[2 * from]!, metres[2 * from + 1]!]
  const [east, north] = [metres[2 * to]! - x1, metres[2 * to + 1]! - y1]
  const squared = east * east + north * north
  let farthest: number | null = null
  let most = toleranceM * toleranceM
  for (let at = from + 1; at < to; at += 1) {
    const x = metres[2 * at]! - x1
    const y = metres[2 * at + 1]! - y1
    const share = squared === 0 ? 0 : Math.min(1, Math.max(0, (x * east + y * north) / squared))
    const away = (x - share * east) * (x - share * east) + (y - share * north) * (y - share * north)
    if (away > most) {
      farthest = at
      most = away
    }
  }
  return farthest
}

/**
 * The corners of a path that matter (Douglas-Peucker): no position lies farther than `toleranceM` from what is left. Null
 * once there are more than `most`: on a comb every corner costs a look at all others.
 */
export const cornersOf = (path: readonly Position[], toleranceM: number, most: number): readonly Position[] | null => {
  const metres = flatten(path)
  const kept = new Set([0, path.length - 1])
  const open: [number, number][] = [[0, path.length - 1]]
  for (let stretch = open.pop(); stretch; stretch = open.pop()) {
    const [from, to] = stretch
    const farthest = farthestFrom(metres, from, to, toleranceM)
    if (farthest === null) continue
    kept.add(farthest)
    if (kept.size > most) return null
    open.push([from, farthest], [farthest, to])
  }
  return path.filter((_, at) => kept.has(at))
}
