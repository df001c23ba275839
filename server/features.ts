import type { Geometry, LineString, Point, Polygon } from 'geojson'
import type { LayerId } from '../data/layers/layer.ts'
import type { FeatureAnswer, FeatureProperties } from '../data/model/answers.ts'
import type { AnyRecord, Kind } from '../data/model/record.ts'
import { describe } from './describe.ts'
import type { Place } from './engine/engine.ts'
import type { Geography } from './geography.ts'
import type { SituatedPlace } from './places/place_set.ts'

/** Which kind of record each layer of records shows. */
export const KIND_OF_LAYER = {
  activities: 'activity',
  targets: 'target',
  zones: 'zone',
  authority: 'authority',
  agreements: 'agreement',
} as const satisfies Partial<Record<LayerId, Kind>>
export type RecordLayer = keyof typeof KIND_OF_LAYER
export const isRecordLayer = (id: string): id is RecordLayer => Object.hasOwn(KIND_OF_LAYER, id)

export const LEVEL_OF_LAYER = {
  regencies: 'regency',
  districts: 'district',
  villages: 'village',
  islands: 'island',
} as const satisfies Partial<Record<LayerId, Place['level']>>
export type PlaceLayer = keyof typeof LEVEL_OF_LAYER
export const isPlaceLayer = (id: string): id is PlaceLayer => Object.hasOwn(LEVEL_OF_LAYER, id)

/** The points, lines and polygons that a geometry is made of. */
export const partsOf = (geometry: Geometry): readonly (Point | LineString | Polygon)[] => {
  switch (geometry.type) {
    case 'Point':
    case 'LineString':
    case 'Polygon':
      return [geometry]
    case 'MultiPoint':
      return geometry.coordinates.map((coordinates) => ({ type: 'Point', coordinates }))
    case 'MultiLineString':
      return geometry.coordinates.map((coordinates) => ({ type: 'LineString', coordinates }))
    case 'MultiPolygon':
      return geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }))
    case 'GeometryCollection':
      return geometry.geometries.flatMap(partsOf)
  }
}

/** One geometry for all sites, of one type wherever they are of one type: many readers know no collections. */
export const gather = (geometries: readonly Geometry[]): Geometry | null => {
  if (geometries.length <= 1) return geometries[0] ?? null
  const parts = geometries.flatMap(partsOf)
  const points = parts.filter((part) => part.type === 'Point')
  const lines = parts.filter((part) => part.type === 'LineString')
  const polygons = parts.filter((part) => part.type === 'Polygon')
  if (points.length === parts.length)
    return { type: 'MultiPoint', coordinates: points.map(({ coordinates }) => coordinates) }
  if (lines.length === parts.length)
    return { type: 'MultiLineString', coordinates: lines.map(({ coordinates }) => coordinates) }
  if (polygons.length === parts.length)
    return { type: 'MultiPolygon', coordinates: polygons.map(({ coordinates }) => coordinates) }
  return { type: 'GeometryCollection', geometries: [...parts] }
}

/** What only this kind of record has, under the names its layer declares in `fields`. */
const ownProperties = ({ kind, record }: AnyRecord): Record<string, unknown> => {
  switch (kind) {
    case 'activity':
      return { budgetIdr: record.budgetIdr, beneficiaries: record.beneficiaries, status: record.status }
    case 'target':
      return {
        indicator: record.indicator,
        value: record.value,
        unit: record.unit,
        year: record.year,
        measure: record.measure,
        budgetIdr: record.budgetIdr,
      }
    case 'zone':
      return { name: record.name, kind: record.kind, owner: record.owner }
    case 'authority':
      return {
        name: record.name,
        kind: record.kind,
        holder: record.holder,
        areaHaReported: record.areaHaReported,
        decree: record.decree,
      }
    case 'agreement':
      return { kind: record.kind, stage: record.stage, region: record.region }
    default:
      return {}
  }
}

const present = (properties: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined))

export const recordProperties = (layer: RecordLayer, entry: AnyRecord): FeatureProperties => {
  const { record } = entry
  const { title, themes, organisations, codes, span } = describe(entry)
  return {
    id: record.id,
    layer,
    title,
    origin: record.origin,
    verification: record.verification,
    confirmed: record.confirmed,
    // An area of authority is of no theme, and nobody's work.
    ...(layer === 'authority' ? {} : { themes, organisations: [...new Set(organisations.map(({ id }) => id))] }),
    ...(span ? { start: span.start, end: span.end } : {}),
    ...(codes.length > 0 ? { codes } : {}),
    ...present(ownProperties(entry)),
  }
}

/** Where a record is; null where it names places by code only. */
export const geometryOfRecord = (entry: AnyRecord): Geometry | null => gather(describe(entry).geometries)

/** A record as a feature; one that names places by code only has no geometry of its own. */
export const recordFeature = (layer: RecordLayer, entry: AnyRecord): FeatureAnswer => ({
  type: 'Feature',
  id: entry.record.id,
  geometry: geometryOfRecord(entry),
  properties: recordProperties(layer, entry),
})

export const placeProperties = (layer: PlaceLayer, place: SituatedPlace, geography: Geography): FeatureProperties => {
  const { code, name, areaHa } = place
  const base = { id: code, layer, title: name, code, name, areaHa }
  if (layer === 'villages') return { ...base, district: geography.nameAbove(code) }
  if (layer !== 'islands') return base
  return {
    ...base,
    populated: place.island?.populated ?? false,
    outermost: place.island?.outermost ?? false,
    village: place.village ? geography.nameOf(place.village) : null,
  }
}

export const placeFeature = (layer: PlaceLayer, place: SituatedPlace, geography: Geography): FeatureAnswer => ({
  type: 'Feature',
  id: place.code,
  geometry: place.geometry,
  properties: placeProperties(layer, place, geography),
})
