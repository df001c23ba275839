import type { Geometry, Polygon, Position } from 'geojson'
import proj4 from 'proj4'
import { isObject } from '../area/drawn.ts'
import type { Bounds } from '../bounds.ts'

/** A coordinate reference system that features are given in; sourced from the EPSG registry. */
export type Crs = {
  readonly uri: string
  /** Latitude stands first in its positions. */
  readonly isLatFirst: boolean
  readonly decimals: number
  /** Its definition for proj4; null for longitude and latitude themselves. */
  readonly definition: string | null
}

const EPSG = 'http://www.opengis.net/def/crs/EPSG/0'
const utm = (code: number, zone: number): Crs => ({
  uri: `${EPSG}/${code}`,
  isLatFirst: false,
  decimals: 2,
  definition: `+proj=utm +zone=${zone} +south +datum=WGS84 +units=m +no_defs`,
})

export const CRS84: Crs = {
  uri: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
  isLatFirst: false,
  decimals: 6,
  definition: null,
}

/** CRS84 first: it is what an answer is in that asks for none. UTM 49S and 50S are what the regencies measure in. */
export const SYSTEMS: readonly Crs[] = [
  CRS84,
  { uri: `${EPSG}/4326`, isLatFirst: true, decimals: 6, definition: null },
  { uri: `${EPSG}/3857`, isLatFirst: false, decimals: 2, definition: 'EPSG:3857' },
  utm(32749, 49),
  utm(32750, 50),
]

/** By its address, or as `EPSG:32749`. */
export const findCrs = (text: string): Crs | null =>
  SYSTEMS.find(({ uri }) => uri === text || `EPSG:${uri.split('/').at(-1)}` === text) ?? null

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals))

const project = (crs: Crs): ((position: Position) => Position) => {
  const { definition, isLatFirst, decimals } = crs
  const forward = definition === null ? null : proj4('EPSG:4326', definition).forward
  return ([lng, lat]) => {
    const [x, y] = forward ? forward([lng!, lat!]) : [lng!, lat!]
    const placed = [rounded(x!, decimals), rounded(y!, decimals)]
    return isLatFirst ? placed.reverse() : placed
  }
}

type Nested = readonly (Position | Nested)[]
const walk = (nested: unknown, each: (position: Position) => Position): unknown =>
  typeof (nested as Nested)[0] === 'number'
    ? each(nested as Position)
    : (nested as Nested[]).map((inner) => walk(inner, each))

/** A geometry out of longitude and latitude, its numbers rounded to 11 cm or 1 cm. */
export const projected = (geometry: Geometry, crs: Crs): Geometry => {
  const each = project(crs)
  if (geometry.type === 'GeometryCollection')
    return { ...geometry, geometries: geometry.geometries.map((part) => projected(part, crs)) }
  return { ...geometry, coordinates: walk(geometry.coordinates, each) } as Geometry
}

/** Longitude and latitude of what should be a geometry of a system; whatever is no position stays as it is, to be refused. */
export const unprojected = (geometry: unknown, crs: Crs): unknown => {
  if (crs === CRS84 || !isObject(geometry)) return geometry
  const inverse = crs.definition === null ? null : proj4('EPSG:4326', crs.definition).inverse
  const back = (nested: unknown): unknown => {
    if (!Array.isArray(nested)) return nested
    const [x, y] = nested
    if (typeof x !== 'number' || typeof y !== 'number') return nested.map(back)
    return inverse ? inverse([x, y]) : [y, x]
  }
  return { ...geometry, coordinates: back(geometry.coordinates) }
}

/** A side of a box is a curve in longitude and latitude: so many points tell it to a few metres. */
const STEPS = 16

/** A box of a system as an area in longitude and latitude; null where it is no box, or lies outside of the system. */
export const boxIn = ([a, b, c, d]: Bounds, crs: Crs): Polygon | null => {
  const [x0, y0, x1, y1] = crs.isLatFirst ? [b, a, d, c] : [a, b, c, d]
  if (x0 > x1 || y0 > y1) return null
  const inverse = crs.definition === null ? null : proj4('EPSG:4326', crs.definition).inverse
  const along = (from: Position, to: Position): Position[] =>
    Array.from({ length: STEPS }, (_, at) => [
      from[0]! + ((to[0]! - from[0]!) * at) / STEPS,
      from[1]! + ((to[1]! - from[1]!) * at) / STEPS,
    ])
  const corners: readonly Position[] = [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ]
  const points = inverse
    ? corners
        .flatMap((corner, at) => along(corner, corners[(at + 1) % 4]!))
        .map((point) => inverse([point[0]!, point[1]!]))
    : corners
  const ring = points.map(([lng, lat]) => [lng!, lat!])
  const isOnEarth = ring.every(
    ([lng, lat]) => Number.isFinite(lng) && Number.isFinite(lat) && Math.abs(lng!) <= 180 && Math.abs(lat!) <= 90,
  )
  return isOnEarth ? { type: 'Polygon', coordinates: [[...ring, ring[0]!]] } : null
}
