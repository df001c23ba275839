import { createHash } from 'node:crypto'
import type { Polygon, Position } from 'geojson'
import { type Code, parseCode } from '../../data/model/codes.ts'
import { type Area, areaOfParts, partsOf } from './plane.ts'

/** One place as a boundary source gives it; its name is only compared, the official one is used. */
export type Outline = { readonly code: Code; readonly name: string; readonly area: Area }

const MICRO = 1e6
const rounded = (degrees: number): number => Math.round(degrees * MICRO) / MICRO || 0

const doubledArea = (ring: readonly Position[]): number =>
  ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]!
    return sum + x! * nextY! - nextX! * y!
  }, 0)

/** Six decimals, closed, no point twice in a row, wound as RFC 7946 asks; null when nothing with an area is left. */
const tidyRing = (ring: readonly Position[], outer: boolean): Position[] | null => {
  const points = ring
    .map(([lng, lat]): Position => [rounded(lng!), rounded(lat!)])
    .filter(([lng, lat], i, all) => i === 0 || lng !== all[i - 1]![0] || lat !== all[i - 1]![1])
  const [first] = points
  const last = points.at(-1)
  if (!first || !last) return null
  if (first[0] !== last[0] || first[1] !== last[1]) points.push(first)
  const doubled = doubledArea(points)
  if (points.length < 4 || doubled === 0) return null
  return doubled > 0 === outer ? points : points.reverse()
}

/** Null when no polygon survives the rounding. */
export const tidyArea = (parts: readonly Polygon['coordinates'][]): Area | null =>
  areaOfParts(
    parts.flatMap(([shell = [], ...holes]) => {
      const outer = tidyRing(shell, true)
      return outer ? [[outer, ...holes.map((hole) => tidyRing(hole, false)).filter((hole) => hole !== null)]] : []
    }),
  )

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) &&
  value.length >= 2 &&
  Number.isFinite(value[0]) &&
  Number.isFinite(value[1]) &&
  Math.abs(value[0]) <= 180 &&
  Math.abs(value[1]) <= 90

const isRings = (value: unknown): value is Polygon['coordinates'] =>
  Array.isArray(value) && value.every((ring) => Array.isArray(ring) && ring.every(isPosition))

const parseArea = (geometry: unknown): Area | null => {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown }
  if (type === 'Polygon' && isRings(coordinates)) return tidyArea([coordinates])
  if (type === 'MultiPolygon' && Array.isArray(coordinates) && coordinates.every(isRings)) return tidyArea(coordinates)
  return null
}

/** Outlines of a GeoJSON text whose features carry `code` and `name`; throws in words that start with `label`. */
export const parseOutlines = (text: string, label: string): Outline[] => {
  let features: unknown
  try {
    features = (JSON.parse(text) as { features?: unknown } | null)?.features
  } catch {
    throw new Error(`${label} bukan JSON yang utuh, mungkin terpotong. Salin sekali lagi.`)
  }
  if (!Array.isArray(features))
    throw new Error(`${label} tidak memuat "features"; berkas harus GeoJSON FeatureCollection.`)
  return features.map((feature: { properties?: { code?: unknown; name?: unknown }; geometry?: unknown } | null, i) => {
    const code = typeof feature?.properties?.code === 'string' ? parseCode(feature.properties.code) : null
    if (!code) throw new Error(`${label}: fitur ${i + 1} tanpa kode resmi seperti 61.05.01.2007 pada "code".`)
    const area = parseArea(feature?.geometry)
    if (!area) throw new Error(`${label}: ${code} tanpa poligon dalam bujur, lintang (WGS 84).`)
    return { code, name: String(feature?.properties?.name ?? ''), area }
  })
}

export const formatOutlines = (outlines: readonly Outline[]): string => {
  const lines = outlines.map(({ code, name, area }) =>
    JSON.stringify({ type: 'Feature', properties: { code, name }, geometry: area }),
  )
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`
}

/** A ring may start anywhere; this one starts at its smallest position. */
const fromSmallest = (ring: readonly Position[]): Position[] => {
  const open = ring.slice(0, -1)
  const start = open.reduce((best, [lng, lat], i) => {
    const [bestLng, bestLat] = open[best]!
    return lng! < bestLng! || (lng === bestLng && lat! < bestLat!) ? i : best
  }, 0)
  return [...open.slice(start), ...open.slice(0, start), open[start]!]
}

/**
 * SHA-256 of codes and coordinates alone: sorted by code, six decimals, RFC 7946 winding, rings from their smallest position, JSON
 * without spaces. Equal content has one fingerprint, whatever file format it came in.
 */
export const fingerprintOf = (outlines: readonly Outline[]): string => {
  const content = outlines
    .map(({ code, area }) => [code, partsOf(area).map((rings) => rings.map(fromSmallest))] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}
