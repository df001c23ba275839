import type { LayerField, LayerSpec, LegendEntry } from '../../data/layers/layer.ts'
import type { AsOf, FeatureAnswer } from '../../data/model/answers.ts'
import type { Words } from '../../data/model/words.ts'

/** A filter that was given, by its name in the address. */
export type Filter = { readonly name: string; readonly value: string }

/** What a file is made of: features with declared columns, all as they stood at one position of the journal. */
export type Dataset = {
  readonly id: string
  readonly title: Words
  readonly about: Words
  readonly geometry: LayerSpec['geometry']
  readonly fields: readonly LayerField[]
  /** How a map shows it: entries by the value of a column, or one look for all. */
  readonly look: { readonly keyedBy: string | null; readonly legend: readonly LegendEntry[] }
  readonly license: string
  readonly attribution: string
  readonly source: string
  readonly asOf: AsOf
  readonly filters: readonly Filter[]
  /** What the name of the file tells, in its order: what, where, theme, when. */
  readonly named: readonly string[]
  readonly count: number
  /** How many there are without the filters. */
  readonly of: number
  /** Each made when it is reached, from what was held since `asOf`: nothing that is written meanwhile is in it. */
  readonly features: () => Iterable<FeatureAnswer>
}
