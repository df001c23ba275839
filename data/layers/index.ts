import { activities } from './activities.ts'
import { agreements } from './agreements.ts'
import { authority } from './authority.ts'
import { districts } from './districts.ts'
import { gaps } from './gaps.ts'
import { islands } from './islands.ts'
import type { LayerId, LayerSpec } from './layer.ts'
import { overlaps } from './overlaps.ts'
import { regencies } from './regencies.ts'
import { targets } from './targets.ts'
import { villages } from './villages.ts'
import { zones } from './zones.ts'

/** Every layer, in drawing order from the lowest to the topmost; within it areas lie under lines, lines under points. */
export const LAYERS: readonly LayerSpec[] = [
  regencies,
  districts,
  villages,
  islands,
  activities,
  targets,
  zones,
  authority,
  agreements,
  gaps,
  overlaps,
]

const BY_ID = Object.fromEntries(LAYERS.map((spec) => [spec.id, spec])) as { readonly [id in LayerId]: LayerSpec }

export const layerOf = (id: LayerId): LayerSpec => BY_ID[id]
