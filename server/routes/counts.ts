import type { LayerId } from '../../data/layers/layer.ts'
import type { Audience } from '../audience.ts'
import { createPace } from '../engine/pace.ts'
import { KIND_OF_LAYER, LEVEL_OF_LAYER, type PlaceLayer, type RecordLayer } from '../features.ts'
import type { World } from '../world.ts'

const remembered = new WeakMap<Audience, { readonly key: string; readonly counts: Promise<LayerCounts> }>()
export type LayerCounts = Readonly<Record<LayerId, number>>

const count = async ({ everyone, geography, themes }: World, year: number): Promise<LayerCounts> => {
  const { engine, projection } = everyone
  const kinds = new Map((await projection.counts()).map((row) => [row.kind, row.count]))
  const found = { gap: 0, overlap: 0 }
  const pace = createPace({ deadlineMs: Infinity })
  for (const { code: region } of geography.within('', 'regency'))
    for (const { id: theme } of themes) {
      await pace.step()
      const question = { region, theme, period: { from: year, to: year }, level: 'village' } as const
      for (const { verdict } of engine.coverage(question))
        if (verdict.kind === 'gap' || verdict.kind === 'overlap') found[verdict.kind] += 1
    }
  const places = Object.entries(LEVEL_OF_LAYER).map(([layer, level]) => [
    layer,
    geography.places.filter((place) => place.level === level).length,
  ])
  const records = Object.entries(KIND_OF_LAYER).map(([layer, kind]) => [layer, kinds.get(kind) ?? 0])
  return {
    ...(Object.fromEntries(places) as Record<PlaceLayer, number>),
    ...(Object.fromEntries(records) as Record<RecordLayer, number>),
    gaps: found.gap,
    overlaps: found.overlap,
  }
}

/** How much each layer holds; for the analysis layers, village verdicts over all themes in one year. Counted once a journal position. */
export const countLayers = (world: World, year: number): Promise<LayerCounts> => {
  const audience = world.everyone
  const key = `${audience.asOf().seq} ${audience.tabled().seq} ${year}`
  const last = remembered.get(audience)
  if (last?.key === key) return last.counts
  const counts = count(world, year)
  counts.catch(() => remembered.delete(audience))
  remembered.set(audience, { key, counts })
  return counts
}
