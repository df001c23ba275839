import { useQuery } from '@tanstack/react-query'
import type { FeaturesAnswer, UnitLevel } from '../../data/model/answers.ts'
import { unitTileset } from '../../styles/sources.ts'
import { addressOf, ask } from '../api.ts'
import { type Bbox, frameOf } from '../sketch/projection.ts'

/** Every unit of a kind around a box, asked for once. */
export const useUnitShapes = (level: UnitLevel, bbox: Bbox, enabled = true) => {
  const frame = frameOf(bbox)
  return useQuery({
    queryKey: ['stamps', level, ...frame],
    queryFn: ({ signal }) => {
      const within = frame.map((degrees) => degrees.toFixed(3)).join()
      return ask<FeaturesAnswer>(
        addressOf(`/api/features/${unitTileset(level)}`, { bbox: within, limit: 5000 }),
        signal,
      )
    },
    staleTime: Number.POSITIVE_INFINITY,
    enabled,
  })
}
