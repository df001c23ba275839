import { useMemo } from 'react'
import type { UnitLevel } from '../../data/model/answers.ts'
import type { Code } from '../../data/model/codes.ts'
import { type Bbox, frameOf, type Sketch, sketchOf } from '../sketch/projection.ts'
import { stampOf } from './shapes.ts'
import { useUnitShapes } from './useUnitShapes.ts'

const [WIDTH, MOST_HEIGHT] = [260, 180]

export type Stamps = { readonly sketch: Sketch; readonly paths: ReadonlyMap<Code, string> }

/** The shape of every unit of a region, drawn once for all small maps; undefined while it is on its way. */
export const useStamps = (
  level: UnitLevel,
  bbox: Bbox,
): { readonly stamps: Stamps | undefined; readonly error: Error | null } => {
  const { data, error } = useUnitShapes(level, bbox)
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
