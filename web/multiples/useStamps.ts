import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { FeaturesAnswer, UnitLevel } from '../../data/model/answers.ts'
import type { Code } from '../../data/model/codes.ts'
import { unitTileset } from '../../styles/sources.ts'
import { addressOf, ask } from '../api.ts'
import { type Bbox, frameOf, type Sketch, sketchOf } from '../sketch/projection.ts'
import { stampOf } from './shapes.ts'

const [WIDTH, MOST_HEIGHT] = [260, 180]

export type Stamps = { readonly sketch: Sketch; readonly paths: ReadonlyMap<Code, string> }

/** The shape of every unit of a region, drawn once for all small maps; undefined while it is on its way. */
export const useStamps = (
  level: UnitLevel,
  bbox: Bbox,
): { readonly stamps: Stamps | undefined; readonly error: Error | null } => {
  const frame = frameOf(bbox)
  const { data, error } = useQuery({
    queryKey: ['stamps', level, ...frame],
    queryFn: ({ signal }) => {
      const within = frame.map((degrees) => degrees.toFixed(3)).join()
      return ask<FeaturesAnswer>(
        addressOf(`/api/features/${unitTileset(level)}`, { bbox: within, limit: 5000 }),
        signal,
      )
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
  const stamps = useMemo(() => {
    if (!data) return undefined
    const sketch = sketchOf(frameOf(bbox), WIDTH, MOST_HEIGHT)
    const paths = new Map(
      data.features.flatMap(({ properties, geometry }) =>
        geometry ? [[properties.code ?? properties.id, stampOf(geometry, sketch)] as const] : [],
      ),
    )
    return { sketch, paths }
  }, [data, bbox])
  return { stamps, error }
}
