import type { SourceSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { UnitLevel } from '../data/model/answers.ts'
import { graticuleLines } from './graticule.ts'
import { sheetSource } from './sheet.ts'
import { filterOf, type Subject } from './subject.ts'

export type TilesetId =
  | 'land'
  | 'rivers'
  | 'context'
  | 'regencies'
  | 'districts'
  | 'villages'
  | 'labels'
  | 'islands'
  | 'activities'
  | 'targets'
  | 'zones'
  | 'authority'
  | 'agreements'
  | 'gaps'
  | 'overlaps'

type Tileset = {
  /** The deepest zoom worth fetching: the geometry says no more beyond it, the map enlarges it. */
  readonly maxZoom: number
  /** The property that names a feature. */
  readonly key: 'code' | 'id' | null
  /** Answers to the theme, period, organisation and status filters. */
  readonly filtered: boolean
}

export const TILESETS: { readonly [T in TilesetId]: Tileset } = {
  land: { maxZoom: 9, key: null, filtered: false },
  rivers: { maxZoom: 9, key: null, filtered: false },
  context: { maxZoom: 9, key: 'code', filtered: false },
  regencies: { maxZoom: 10, key: 'code', filtered: false },
  districts: { maxZoom: 10, key: 'code', filtered: false },
  villages: { maxZoom: 10, key: 'code', filtered: false },
  labels: { maxZoom: 9, key: 'code', filtered: false },
  islands: { maxZoom: 10, key: 'code', filtered: false },
  activities: { maxZoom: 12, key: 'id', filtered: true },
  targets: { maxZoom: 10, key: 'id', filtered: true },
  zones: { maxZoom: 10, key: 'id', filtered: false },
  authority: { maxZoom: 10, key: 'id', filtered: false },
  agreements: { maxZoom: 10, key: 'id', filtered: true },
  gaps: { maxZoom: 12, key: 'code', filtered: true },
  overlaps: { maxZoom: 12, key: 'code', filtered: true },
}

/** Outlines come as a layer of their own: a clipped polygon has edges along the tile that are no boundary. */
export const linesOf = (id: TilesetId): string => `${id}-lines`

const TILESET_OF_LEVEL: { readonly [L in UnitLevel]: TilesetId } = {
  village: 'villages',
  district: 'districts',
  regency: 'regencies',
  island: 'islands',
  zone: 'zones',
  authority: 'authority',
}
export const unitTileset = (level: UnitLevel): TilesetId => TILESET_OF_LEVEL[level]

export const tilesOf = (id: TilesetId, subject: Subject, origin: string): string[] => [
  `${origin}/tiles/${id}/{z}/{x}/{y}${TILESETS[id].filtered ? `?${filterOf(subject)}` : ''}`,
]

export const sourcesOf = (subject: Subject, origin: string): { [id: string]: SourceSpecification } => ({
  ...Object.fromEntries(
    (Object.keys(TILESETS) as TilesetId[]).map((id): [string, SourceSpecification] => {
      const { maxZoom, key } = TILESETS[id]
      return [
        id,
        { type: 'vector', tiles: tilesOf(id, subject, origin), maxzoom: maxZoom, ...(key ? { promoteId: key } : {}) },
      ]
    }),
  ),
  sheet: sheetSource(),
  hovered: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
  graticule: { type: 'geojson', data: graticuleLines() },
})
