import type { MultiPolygon, Polygon } from 'geojson'
import type { Code } from './codes.ts'
import type { Span } from './period.ts'
import type { RecordBase } from './record.ts'

export type PlannedAction = {
  readonly title: string
  readonly theme: string
  readonly period: Span
  /** Organisation ids with what each one does. */
  readonly parties: readonly { readonly id: string; readonly role: 'responsible' | 'supporting' }[]
  readonly resources: string
  readonly budgetIdr?: number
}

/** A zone of the sustainable-landscape plan, with its action plan (time, roles, resources). */
export type Zone = RecordBase & {
  readonly name: string
  readonly kind: 'restoration' | 'protection' | 'livelihood' | 'agroforestry' | 'settlement' | 'fisheries'
  readonly geometry: Polygon | MultiPolygon
  readonly region: Code
  readonly owner: string
  readonly period: Span
  readonly actions: readonly PlannedAction[]
}
