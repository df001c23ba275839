import { setImmediate as breathe } from 'node:timers/promises'
import geodesic from 'geographiclib-geodesic'
import type { MultiPolygon, Polygon, Position } from 'geojson'
import { eastingOf, type FlatArea, northingOf } from '../engine/equal_area.ts'
import { geojsonOf } from '../engine/from_plane.ts'
import type { GeometryWorker } from '../engine/geometry_worker/index.ts'
import { loadOverlay } from '../engine/overlay.ts'
import { badRequest } from '../problems.ts'
import { type Drawn, isArea } from './drawn.ts'
import { closed, cornersOf, pathsOf, withoutFilledHoles } from './outline.ts'

// A CommonJS package: Node finds no named exports in it, only what it hands out as a whole.
const { WGS84, AZIMUTH, LATITUDE, LONGITUDE } = geodesic.Geodesic

/** Bends of a shape this small a part of the buffer are smoothed out of it; coarser only where the shape has too many corners. */
const SMOOTHING = [0.002, 0.005, 0.01, 0.02]
const COARSEST = 0.05
/** What the geometry thread unites in well under its limit. */
const MOST_CORNERS = 1_500
/** Chords in a quarter of a circle, the fewer the more corners: a circle is 0.04 to 0.6 percent small in area. */
const chordsFor = (corners: number): number => Math.min(32, Math.max(8, Math.round(6_000 / corners)))
/** Stretches are straight in degrees and must not leave the geodesic: 3 m at 3 degrees with this length. */
const LONGEST_DEGREES = 0.5
/** Closer to a pole a circle has no outline in longitude and latitude. */
const HIGHEST_LATITUDE = 85
const AT_ONCE = 50

const TOO_MANY_CORNERS = {
  id: `Bentuk ini punya lebih dari ${MOST_CORNERS} belokan untuk diberi jarak di sekelilingnya. Sederhanakan bentuknya, atau perbesar "bufferKm".`,
  en: `This shape has more than ${MOST_CORNERS} corners to draw a buffer around. Simplify it, or make "bufferKm" larger.`,
}
const OFF_THE_MAP = {
  id: 'Jarak di sekeliling bentuk ini melewati garis bujur 180 atau terlalu dekat ke kutub. Perkecil "bufferKm" atau pindahkan bentuknya.',
  en: 'The ground around this shape crosses the 180th meridian or comes too close to a pole. Make "bufferKm" smaller or move the shape.',
}

export type Buffered = { readonly geometry: Polygon | MultiPolygon; readonly repaired: boolean }
type Stretch = readonly [from: Position, to: Position]

const split = ([[x1, y1], [x2, y2]]: Stretch): Stretch[] => {
  const parts = Math.max(1, Math.ceil(Math.max(Math.abs(x2! - x1!), Math.abs(y2! - y1!)) / LONGEST_DEGREES))
  const along = (part: number): Position => [x1! + ((x2! - x1!) * part) / parts, y1! + ((y2! - y1!) * part) / parts]
  return Array.from({ length: parts }, (_, part) => [along(part), along(part + 1)])
}

const stretchesOf = (path: readonly Position[]): Stretch[] =>
  path.length === 1
    ? [[path[0]!, path[0]!]]
    : path.slice(1).flatMap((position, index) => split([path[index]!, position]))

/** All ground within a distance of one stretch: half a circle around each end, on the ellipsoid. */
const capsule = ([from, to]: Stretch, distanceM: number, chords: number): Position[] => {
  const { azi1, azi2 } = WGS84.Inverse(from[1]!, from[0]!, to[1]!, to[0]!, AZIMUTH)
  const half = ([lng, lat]: Position, begins: number): Position[] =>
    Array.from({ length: 2 * chords + 1 }, (_, index) => {
      const azimuth = begins - (90 * index) / chords
      const { lat2, lon2 } = WGS84.Direct(lat!, lng!, azimuth, distanceM, LATITUDE | LONGITUDE)
      if (Math.abs(lon2! - lng!) > 180 || Math.abs(lat2!) > HIGHEST_LATITUDE) throw badRequest(OFF_THE_MAP)
      return [lon2!, lat2!]
    })
  return [...half(to, azi2! + 90), ...half(from, azi1! - 90)]
}

/** Straight lines between positions of the plane: over one chord they leave those in degrees by centimetres. */
const flat = (ring: readonly Position[]): Float64Array =>
  Float64Array.from(closed(ring).flatMap(([lng, lat]) => [eastingOf(lng!), northingOf(lat!)]))

const simplify = (paths: readonly (readonly Position[])[], toleranceM: number) => {
  const found: (readonly Position[])[] = []
  let left = MOST_CORNERS
  for (const path of paths) {
    const corners = cornersOf(path, toleranceM, left)
    if (!corners || corners.length > left) return null
    left -= corners.length
    found.push(corners)
  }
  return found
}

/** As fine as the corners allow. The coarsest is tried first: where that is too much, nothing else needs a look. */
const simplified = (paths: readonly (readonly Position[])[], distanceM: number) => {
  const coarsest = simplify(paths, COARSEST * distanceM)
  if (!coarsest) throw badRequest(TOO_MANY_CORNERS)
  for (const share of SMOOTHING) {
    const found = simplify(paths, share * distanceM)
    if (found) return found
  }
  return coarsest
}

/** The shape itself, which the ground around its outline leaves open in the middle, and whether it had to be mended. */
const middleOf = async (drawn: Drawn): Promise<{ readonly area: FlatArea; readonly repaired: boolean }> => {
  if (!isArea(drawn)) return { area: [], repaired: false }
  const polygons = drawn.type === 'Polygon' ? [drawn.coordinates] : drawn.coordinates
  const given = polygons.filter((rings) => rings.length > 0).map((rings) => rings.map(flat))
  const area = (await loadOverlay()).repair(given)
  return { area, repaired: area !== given }
}

/** All ground within a distance of a shape, the shape included, united in the geometry thread. */
export const bufferAround = async (
  given: Drawn,
  bufferKm: number,
  worker: Pick<GeometryWorker, 'unite'>,
  signal?: AbortSignal,
): Promise<Buffered> => {
  const distanceM = bufferKm * 1000
  const drawn = withoutFilledHoles(given, distanceM)
  const paths = simplified(pathsOf(drawn), distanceM)
  const stretches = paths.flatMap(stretchesOf)
  const chords = chordsFor(stretches.length)
  const middle = await middleOf(drawn)
  const parts: FlatArea[number][] = [...middle.area]
  for (const [index, stretch] of stretches.entries()) {
    parts.push([flat(capsule(stretch, distanceM, chords))])
    if (index % AT_ONCE === AT_ONCE - 1) await breathe()
  }
  return { geometry: geojsonOf(await worker.unite(parts, { signal })), repaired: middle.repaired }
}
