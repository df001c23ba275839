import type { LayerSpec } from './layer.ts'

/** Every layer, in drawing order from the lowest to the topmost. */
export const LAYERS: readonly LayerSpec[] = []
