import type { MultiPolygon, Polygon } from 'geojson'
import type { Code } from './codes.ts'
import { includesYear, type Period } from './period.ts'
import type { RecordBase } from './record.ts'

export type Target = RecordBase & {
  readonly title: string
  /** Id of the department that owns the target. */
  readonly organisation: string
  readonly theme: string
  readonly indicator: string
  readonly unit: string
  readonly baseline?: { readonly value: number; readonly year: number }
  readonly value: number
  readonly year: number
  /** Places: codes (a district code means every village in it) or a geometry. */
  readonly area: { readonly codes: readonly Code[] } | { readonly geometry: Polygon | MultiPolygon }
  /** `presence`: a partner must work there. `area`: hectares of the target area must be served. */
  readonly measure: 'presence' | 'area'
  readonly budgetIdr?: number
  readonly document: { readonly kind: 'RPJMD' | 'RKPD' | 'Renja'; readonly title: string }
}

export const isDue = (target: Pick<Target, 'year'>, period: Period): boolean => includesYear(period, target.year)
