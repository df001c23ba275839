import { type Box, boxesMeet, boxOf, distanceM } from './locate.ts'

const RADIANS = Math.PI / 180
/** Metres of a degree of latitude and of longitude on the equator; the geodesic has the last word. */
const M_PER_LAT = 110_574
const M_PER_LNG = 111_320
/** One plane for a whole corridor ranks distances to within half a percent, even at 11 degrees: what is this close the geodesic decides. */
const DOUBT = 1.01
/** Segments looked at together: their box rules most of them out at once. */
const CHUNK = 8

/** Segments x1, y1, x2, y2 in metres of the plane, and the box around them. */
type Chunk = { readonly segments: Float64Array; readonly box: Box }
type Link = { readonly awayM: number; readonly from: readonly [number, number]; readonly to: readonly [number, number] }

/** Metres around one latitude, true enough to rank distances there. */
export type LocalPlane = { readonly lngM: number; readonly latM: number }
export const localPlane = (lat: number): LocalPlane => ({ lngM: M_PER_LNG * Math.cos(lat * RADIANS), latM: M_PER_LAT })

/** Paths of degrees in a plane, in chunks that can be ruled out by their boxes. */
export type Course = readonly Chunk[]

export const courseOf = (paths: Iterable<Float64Array>, { lngM, latM }: LocalPlane): Course => {
  const numbers: number[] = []
  for (const path of paths)
    for (let i = 0; i + 3 < path.length; i += 2)
      numbers.push(path[i]! * lngM, path[i + 1]! * latM, path[i + 2]! * lngM, path[i + 3]! * latM)
  return Array.from({ length: Math.ceil(numbers.length / (4 * CHUNK)) }, (_, index) => {
    const segments = Float64Array.from(numbers.slice(index * 4 * CHUNK, (index + 1) * 4 * CHUNK))
    return { segments, box: boxOf([segments]) }
  })
}

const boxesAwayM = (a: Box, b: Box): number =>
  Math.hypot(Math.max(0, a[0] - b[2], b[0] - a[2]), Math.max(0, a[1] - b[3], b[1] - a[3]))

/** How far along a segment, 0-1, its point nearest to a position lies. */
const shareOf = (x: number, y: number, path: Float64Array, at: number): number => {
  const east = path[at + 2]! - path[at]!
  const north = path[at + 3]! - path[at + 1]!
  const squared = east * east + north * north
  if (squared === 0) return 0
  return Math.min(1, Math.max(0, ((x - path[at]!) * east + (y - path[at + 1]!) * north) / squared))
}

/** Where a position stands to a segment: left, on its line, or right. */
const turn = (path: Float64Array, at: number, x: number, y: number): number =>
  Math.sign((path[at + 2]! - path[at]!) * (y - path[at + 1]!) - (path[at + 3]! - path[at + 1]!) * (x - path[at]!))

const doCross = (a: Float64Array, i: number, b: Float64Array, j: number): boolean =>
  turn(a, i, b[j]!, b[j + 1]!) * turn(a, i, b[j + 2]!, b[j + 3]!) < 0 &&
  turn(b, j, a[i]!, a[i + 1]!) * turn(b, j, a[i + 2]!, a[i + 3]!) < 0

/** Links between two chunks that are no longer than `mostM`; the innermost loop of all, so nothing is made that is not kept. */
const linksBetween = (one: Chunk, other: Chunk, mostM: number): Link[] => {
  const [a, b] = [one.segments, other.segments]
  const mayCross = boxesMeet(one.box, other.box)
  const links: Link[] = []
  const linkFrom = (ends: Float64Array, end: number, path: Float64Array, at: number): void => {
    const [x, y] = [ends[end]!, ends[end + 1]!]
    const share = shareOf(x, y, path, at)
    const footX = path[at]! + (path[at + 2]! - path[at]!) * share
    const footY = path[at + 1]! + (path[at + 3]! - path[at + 1]!) * share
    const squared = (footX - x) * (footX - x) + (footY - y) * (footY - y)
    if (squared <= mostM * mostM) links.push({ awayM: Math.sqrt(squared), from: [x, y], to: [footX, footY] })
  }
  for (let i = 0; i < a.length; i += 4)
    for (let j = 0; j < b.length; j += 4) {
      linkFrom(a, i, b, j)
      linkFrom(a, i + 2, b, j)
      linkFrom(b, j, a, i)
      linkFrom(b, j + 2, a, i)
      if (mayCross && doCross(a, i, b, j)) links.push({ awayM: 0, from: [a[i]!, a[i + 1]!], to: [a[i]!, a[i + 1]!] })
    }
  return links
}

/** The two chunks whose boxes are nearest: what lies between them bounds everything else. */
const closestChunks = (one: Course, other: Course): readonly [Chunk, Chunk] | null => {
  let [closest, leastM]: [readonly [Chunk, Chunk] | null, number] = [null, Infinity]
  for (const a of one)
    for (const b of other) {
      const boxM = boxesAwayM(a.box, b.box)
      if (boxM < leastM) [closest, leastM] = [[a, b], boxM]
    }
  return closest
}

/** Metres along the geodesic between the nearest points of two courses of one plane; null where that is more than `mostM`. */
export const nearestM = (one: Course, other: Course, { lngM, latM }: LocalPlane, mostM: number): number | null => {
  const closest = closestChunks(one, other)
  if (!closest) return null
  let bestM = linksBetween(...closest, mostM * DOUBT).reduce((least, { awayM }) => Math.min(least, awayM), mostM)
  const links: Link[] = []
  for (const a of one)
    for (const b of other) {
      if (boxesAwayM(a.box, b.box) > bestM * DOUBT) continue
      for (const link of linksBetween(a, b, bestM * DOUBT)) {
        links.push(link)
        bestM = Math.min(bestM, link.awayM)
      }
    }
  const nearest = links
    .filter(({ awayM }) => awayM <= bestM * DOUBT)
    .reduce((least, { from, to }) => {
      return Math.min(least, distanceM(from[0] / lngM, from[1] / latM, to[0] / lngM, to[1] / latM))
    }, Infinity)
  return nearest <= mostM ? nearest : null
}
