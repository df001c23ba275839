import { type Described, fileOf, type RawFeature } from './features.ts'
import { LIMITS } from './limits.ts'
import { FileRefusal, refuse } from './refusal.ts'
import type { Sites } from './sites.ts'
import type { RawFile, RawTable } from './table.ts'

const [QUOTE, ESCAPE] = ['"', '\\'].map((mark) => mark.charCodeAt(0))
const OPENING = new Set(['{', '['].map((mark) => mark.charCodeAt(0)))
const CLOSING = new Set(['}', ']'].map((mark) => mark.charCodeAt(0)))

/** How deep brackets stand in each other; text in quotes does not count. Stops where it is too deep already. */
const depthOf = (text: string): number => {
  let [depth, most] = [0, 0]
  for (let at = 0; at < text.length && most <= LIMITS.jsonDepth; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) at = endOfString(text, at)
    else if (OPENING.has(code)) {
      depth += 1
      most = Math.max(most, depth)
    } else if (CLOSING.has(code)) depth -= 1
  }
  return most
}

const endOfString = (text: string, begin: number): number => {
  for (let at = begin + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === ESCAPE) at += 1
    else if (code === QUOTE) return at
  }
  return text.length
}

const BROKEN = new FileRefusal({
  id: 'Berkas JSON ini rusak atau terpotong. Ekspor lagi datanya sebagai GeoJSON.',
  en: 'This JSON file is damaged or cut short. Export the data again as GeoJSON.',
})

/** JSON whose depth was looked at first: a parser that follows a million brackets runs out of stack. */
export const parseJson = (text: string): unknown => {
  if (depthOf(text) > LIMITS.jsonDepth)
    refuse(
      `Berkas JSON ini bersarang lebih dari ${LIMITS.jsonDepth} tingkat, tidak wajar untuk peta. Ekspor lagi datanya sebagai GeoJSON.`,
      `This JSON file is nested more than ${LIMITS.jsonDepth} levels deep, which no map is. Export the data again as GeoJSON.`,
    )
  try {
    return JSON.parse(text)
  } catch {
    throw BROKEN
  }
}

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const OTHER: readonly (readonly [test: (json: Fields) => boolean, id: string, en: string])[] = [
  [(json) => json.type === 'Topology', 'TopoJSON', 'TopoJSON'],
  [(json) => 'spatialReference' in json || 'displayFieldName' in json, 'JSON dari ArcGIS', 'ArcGIS JSON'],
]

const noGeoJson = (json: unknown): never => {
  const [, id, en] = (isFields(json) && OTHER.find(([test]) => test(json))) || [null, 'JSON biasa', 'plain JSON']
  return refuse(
    `Berkas ini ${id}, bukan GeoJSON. Ekspor datanya sebagai GeoJSON.`,
    `This file is ${en}, not GeoJSON. Export the data as GeoJSON.`,
  )
}

const featureOf = (value: unknown): RawFeature => {
  if (!isFields(value) || value.type !== 'Feature') return { properties: [], geometry: undefined }
  const { id, properties, geometry } = value
  const own = isFields(properties) ? Object.entries(properties).filter(([name]) => name !== '__proto__') : []
  const hasId = (typeof id === 'string' || typeof id === 'number') && !own.some(([name]) => name.toLowerCase() === 'id')
  return { properties: hasId ? [['id', id] as const, ...own] : own, geometry: geometry ?? null }
}

const GEOMETRY = /^(?:Multi)?(?:Point|LineString|Polygon)$|^GeometryCollection$/

const featuresOf = (json: unknown): readonly RawFeature[] => {
  if (!isFields(json)) return noGeoJson(json)
  if (json.type === 'FeatureCollection' && Array.isArray(json.features)) return json.features.map(featureOf)
  if (json.type === 'Feature') return [featureOf(json)]
  return typeof json.type === 'string' && GEOMETRY.test(json.type)
    ? [{ properties: [], geometry: json }]
    : noGeoJson(json)
}

/** The system that older GeoJSON may name, as `EPSG:32749`; WGS 84 where it names none. */
const crsIn = (json: unknown): string | null => {
  const crs = isFields(json) && isFields(json.crs) && isFields(json.crs.properties) ? json.crs.properties.name : null
  if (typeof crs !== 'string' || /CRS84|EPSG:+4326$/i.test(crs)) return null
  const [, number] = /EPSG:+(?:[\d.]+:)?(\d{4,6})$/i.exec(crs) ?? []
  return number ? `EPSG:${number}` : null
}

export type GeoJson = { readonly json: unknown; readonly named: string | null }

export const openGeoJson = (text: string): GeoJson => {
  const json = parseJson(text)
  return { json, named: crsIn(json) }
}

/** Features of positions in degrees; what names another system goes through GDAL first. */
export const readGeoJson = (json: unknown, sites: Sites, known: Partial<RawTable> = {}): RawFile => {
  const described: Described = {
    format: 'geojson',
    layer: null,
    layers: [],
    mustChooseLayer: false,
    encoding: 'utf-8',
    encodings: [],
    separator: null,
    crs: null,
    ...known,
  }
  const { table, rows } = fileOf(featuresOf(json), described, sites)
  return { table: { ...table, crs: table.mustChooseCrs ? null : (table.crs ?? 'EPSG:4326') }, rows }
}
