import type { MultiPolygon, Polygon } from 'geojson'
import type { Code } from './codes.ts'
import type { RecordBase } from './record.ts'

/** Who may act here. `areaHaReported` is the figure of the source, kept beside the one computed from the geometry. */
export type AuthorityArea = RecordBase & {
  readonly name: string
  readonly kind: 'conservation_reserve' | 'marine_reserve' | 'protection_forest' | 'production_forest' | 'other_use'
  readonly holder: string
  readonly region: Code
  readonly geometry: Polygon | MultiPolygon
  readonly areaHaReported?: number
  readonly decree?: string
}
