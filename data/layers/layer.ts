import type { VerdictKind } from '../model/verdict.ts'
import type { Words } from '../model/words.ts'

/** A meaning that the palettes turn into a colour; verdict kinds are meanings too. */
export type Meaning =
  | VerdictKind
  | 'activity'
  | 'target'
  | 'zone'
  | 'authority'
  | 'agreement'
  | 'boundary'
  | 'island'
  | 'river'

export type LayerId =
  | 'regencies'
  | 'districts'
  | 'villages'
  | 'islands'
  | 'activities'
  | 'targets'
  | 'zones'
  | 'authority'
  | 'agreements'
  | 'gaps'
  | 'overlaps'

/**
 * What a column holds in every answer, file and schema. `date` is ISO `YYYY-MM-DD`, `strings` a list whose order says nothing;
 * `values` are all that occur.
 */
export type LayerField = {
  readonly name: string
  readonly label: Words
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'strings'
  readonly values?: readonly string[]
}

export type LegendEntry = { readonly value: string; readonly label: Words; readonly meaning: Meaning }

/** One layer, declared once: the API, the paint, the legend, the inspector, the export, the docs and the tests read it. */
export type LayerSpec = {
  readonly id: LayerId
  readonly title: Words
  /** One sentence for the layer list and the docs. */
  readonly about: Words
  readonly geometry: 'point' | 'line' | 'polygon' | 'mixed'
  /** `reference`: places. `records`: what people entered. `analysis`: computed by the engine for a theme and period. */
  readonly family: 'reference' | 'records' | 'analysis'
  /** Property that the legend entries and the paint key on; absent when the layer has one look. */
  readonly keyedBy?: string
  readonly legend: readonly LegendEntry[]
  /** How several features look where they would run into each other, at small scales. */
  readonly gathered?: LegendEntry
  /** Verdicts whose units can hold ground of this analysis; where no unit has one, the layer is empty. */
  readonly standsOn?: readonly VerdictKind[]
  /** Every property of its features but `layer`, which only says which layer this is. */
  readonly fields: readonly LayerField[]
  readonly minZoom: number
  readonly maxZoom: number
  readonly shownAtFirst: boolean
  readonly license: string
  readonly attribution: string
}

export const defineLayer = (spec: LayerSpec): LayerSpec => {
  if (spec.legend.length === 0) throw new Error(`Layer "${spec.id}" has no legend entry; add at least one to "legend".`)
  if (spec.minZoom > spec.maxZoom)
    throw new Error(`Layer "${spec.id}" has minZoom ${spec.minZoom} above maxZoom ${spec.maxZoom}; swap them.`)
  return spec
}
