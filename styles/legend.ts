import { layerOf } from '../data/layers/index.ts'
import type { LayerId, LegendEntry } from '../data/layers/layer.ts'
import { VERDICT_LEGEND } from '../data/layers/verdicts.ts'
import { type Drawable, drawnVerdicts, type Subject } from './subject.ts'

/** One look on the map; `count` is the number of units that wear it, for verdicts only. */
export type DrawnEntry = LegendEntry & { readonly layer: LayerId; readonly count?: number }

/** Exactly what the map draws for this view and answer, in the order of the layers; nothing that is not on it. */
export const legendOf = (subject: Subject, coverage: Drawable | undefined): readonly DrawnEntry[] => {
  const drawn = [...drawnVerdicts(subject, coverage).values()]
  const countOf = (kind: string) => drawn.filter((verdict) => verdict === kind).length
  return subject.layers
    .filter(({ opacity }) => opacity > 0)
    .flatMap(({ id }): DrawnEntry[] => {
      if (id === 'villages')
        return VERDICT_LEGEND.map((entry) => ({ ...entry, layer: id, count: countOf(entry.value) })).filter(
          ({ count }) => count > 0,
        )
      const { standsOn, keyedBy, legend, gathered } = layerOf(id)
      if (standsOn && !coverage?.units.some(({ verdict }) => standsOn.includes(verdict.kind))) return []
      const chosen = keyedBy === 'status' && subject.statuses.length > 0 ? subject.statuses : null
      const own = legend.filter(({ value }) => !chosen || chosen.includes(value))
      return [...own, ...(gathered ? [gathered] : [])].map((entry) => ({ ...entry, layer: id }))
    })
}
