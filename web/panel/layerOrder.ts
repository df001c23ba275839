import { LAYERS, layerOf } from '../../data/layers/index.ts'
import type { LayerId, LayerSpec } from '../../data/layers/layer.ts'
import type { ShownLayer } from '../view.ts'

const registered = (id: LayerId): number => LAYERS.findIndex((spec) => spec.id === id)

/** Every layer, the topmost first; the shown ones stand in the view's order, so that a switch moves no row. */
export const stacked = (shown: readonly ShownLayer[]): readonly LayerSpec[] => {
  const ids = shown.map(({ id }) => id)
  const order = [...ids]
  return LAYERS.map((spec) => (ids.includes(spec.id) ? layerOf(order.shift() ?? spec.id) : spec)).toReversed()
}

/** A layer switched on goes below the first one that the registry draws above it; switched off it leaves. */
export const withLayer = (layers: readonly ShownLayer[], id: LayerId, on: boolean): readonly ShownLayer[] => {
  const others = layers.filter((layer) => layer.id !== id)
  if (!on) return others
  const above = others.findIndex((layer) => registered(layer.id) > registered(id))
  return others.toSpliced(above < 0 ? others.length : above, 0, { id, opacity: 1 })
}

export const withOpacity = (layers: readonly ShownLayer[], id: LayerId, opacity: number): readonly ShownLayer[] =>
  layers.map((layer) => (layer.id === id ? { id, opacity } : layer))

/** One step up (1) or down (-1) in the drawing order; the ends hold. */
export const moved = (layers: readonly ShownLayer[], id: LayerId, by: 1 | -1): readonly ShownLayer[] => {
  const at = layers.findIndex((layer) => layer.id === id)
  const layer = layers[at]
  const other = layers[at + by]
  return layer && other ? layers.with(at, other).with(at + by, layer) : layers
}
