import type { LayerId } from '../../data/layers/layer.ts'
import type { Lost } from '../../data/view/scene.ts'

/** What a scene asks for and cannot have. */
export type Missing =
  | { readonly kind: 'parameters' | 'unknownLayers' | 'figures'; readonly names: readonly string[] }
  | { readonly kind: 'layers'; readonly ids: readonly LayerId[] }
  | { readonly kind: 'verdicts' | 'map' | 'picture' }

export const missingIn = ({ parameters, layers }: Lost): readonly Missing[] => [
  ...(parameters.length > 0 ? [{ kind: 'parameters', names: parameters } as const] : []),
  ...(layers.length > 0 ? [{ kind: 'unknownLayers', names: layers } as const] : []),
]
