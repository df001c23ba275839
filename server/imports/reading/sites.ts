import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import type { SiteGeometry } from '../../../data/model/activity.ts'
import type { Words } from '../../../data/model/words.ts'
import { crossesTooOften } from '../../area/tangle.ts'
import type { Geos } from '../../engine/geos.ts'
import { createInspect } from '../../engine/validity.ts'
import { LIMITS } from './limits.ts'
import type { RawSite } from './table.ts'

type Found = { readonly sites: readonly RawSite[]; readonly fault: Words | null }

/** Geometries of a file as sites of a record: single, flat, looked at by GEOS, mended where that can be done. */
export type Sites = {
  sitesOf(geometry: Geometry | null): Found
  /** True where a position cannot be degrees. */
  isBeyondDegrees(geometry: Geometry | null): boolean
}

const UNREADABLE: Words = {
  id: 'Bentuknya tidak dapat dibaca. Perbaiki di berkas asal, atau tulis kode desanya.',
  en: 'Its shape cannot be read. Mend it in the original file, or write the code of its village.',
}
const TANGLED: Words = {
  id: 'Garis batasnya terlalu kusut untuk diukur. Gambar ulang garis luarnya di berkas asal.',
  en: 'Its boundary is too tangled to be measured. Draw its outline again in the original file.',
}
const tooMany = (count: number): Words => ({
  id: `Bentuknya punya ${count} titik; paling banyak ${LIMITS.vertices}. Sederhanakan di berkas asal.`,
  en: `Its shape has ${count} positions; at most ${LIMITS.vertices} are taken. Simplify it in the original file.`,
})

const DEPTHS: { readonly [type: string]: number } = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
}
const MOST_DEPTH = 4
/** 1e-7 degree is a centimetre: what stands behind it is noise of reprojection. */
const DECIMALS = 1e7

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && value.length >= 2 && Number.isFinite(value[0]) && Number.isFinite(value[1])

const round = (degrees: number): number => Math.round(degrees * DECIMALS) / DECIMALS

/** The same coordinates without height, on the grid of a centimetre; null where they are not nested as they must be. */
const flat = (value: unknown, depth: number): unknown => {
  if (depth === 0) return isPosition(value) ? [round(value[0]!), round(value[1]!)] : null
  if (!Array.isArray(value) || value.length === 0) return null
  const parts = value.map((part) => flat(part, depth - 1))
  return parts.includes(null) ? null : parts
}

const count = (value: unknown): number =>
  Array.isArray(value)
    ? typeof value[0] === 'number'
      ? 1
      : value.reduce((sum: number, part) => sum + count(part), 0)
    : 0

const SINGLE: { readonly [type: string]: SiteGeometry['type'] } = { MultiPoint: 'Point', MultiLineString: 'LineString' }

/** The single geometries in it; null where something cannot be read. */
const singles = (geometry: Geometry | null, depth = 0): readonly SiteGeometry[] | null => {
  if (geometry === null || typeof geometry !== 'object' || depth > MOST_DEPTH) return null
  if (geometry.type === 'GeometryCollection') {
    const parts = Array.isArray(geometry.geometries)
      ? geometry.geometries.map((part) => singles(part, depth + 1))
      : [null]
    return parts.some((part) => part === null) ? null : parts.flatMap((part) => part ?? [])
  }
  const deep = Object.hasOwn(DEPTHS, geometry.type) ? DEPTHS[geometry.type] : undefined
  const coordinates = deep === undefined ? null : flat(geometry.coordinates, deep)
  if (coordinates === null) return null
  const single = SINGLE[geometry.type]
  return single
    ? (coordinates as unknown[]).map((part) => ({ type: single, coordinates: part }) as SiteGeometry)
    : [{ type: geometry.type, coordinates } as SiteGeometry]
}

const isArea = (geometry: SiteGeometry): geometry is Polygon | MultiPolygon =>
  geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
const ringsOf = (area: Polygon | MultiPolygon): readonly Position[][] =>
  area.type === 'Polygon' ? area.coordinates : area.coordinates.flat()

const beyond = (geometry: SiteGeometry): boolean => {
  const check = (value: unknown): boolean =>
    isPosition(value)
      ? Math.abs(value[0]!) > 180 || Math.abs(value[1]!) > 90
      : Array.isArray(value) && value.some(check)
  return check(geometry.coordinates)
}
/** A latitude of 111 is a swapped pair; 480,000 is no degree at all. */
const MOST_DEGREES = 180
const isFar = (geometry: SiteGeometry): boolean => {
  const check = (value: unknown): boolean =>
    isPosition(value)
      ? Math.abs(value[0]!) > MOST_DEGREES || Math.abs(value[1]!) > MOST_DEGREES
      : Array.isArray(value) && value.some(check)
  return check(geometry.coordinates)
}

export const createSites = (openGeos: () => Geos): Sites => {
  let inspect: ReturnType<typeof createInspect> | null = null
  const look = (geometry: SiteGeometry): RawSite => {
    // Swapped pairs are asked about, and looked at again once they stand right.
    if (beyond(geometry)) return { geometry, fault: null, note: null }
    if (isArea(geometry) && crossesTooOften(ringsOf(geometry))) return { geometry, fault: TANGLED, note: null }
    inspect ??= createInspect(openGeos())
    const { usable, words, mended } = inspect(geometry)
    return usable ? { geometry: mended ?? geometry, fault: null, note: words } : { geometry, fault: words, note: null }
  }
  return {
    sitesOf(geometry) {
      if (geometry === null) return { sites: [], fault: null }
      const found = singles(geometry)
      if (!found) return { sites: [], fault: UNREADABLE }
      const vertices = found.reduce((sum, { coordinates }) => sum + count(coordinates), 0)
      return vertices > LIMITS.vertices
        ? { sites: [], fault: tooMany(vertices) }
        : { sites: found.map(look), fault: null }
    },
    isBeyondDegrees: (geometry) => (singles(geometry) ?? []).some(isFar),
  }
}
