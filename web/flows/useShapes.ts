import type { Geometry } from 'geojson'
import { useMemo } from 'react'
import type { UnitLevel } from '../../data/model/answers.ts'
import { useUnitShapes } from '../multiples/useUnitShapes.ts'
import type { Bbox } from '../sketch/projection.ts'
import type { Shapes } from './drawing.ts'

const NOTHING: readonly Geometry[] = []

/** The shapes of the places, and the land they lie on where they are no whole of it: islands, zones, authority areas. */
export const useShapes = (level: UnitLevel, bbox: Bbox) => {
  const needsGround = level === 'island' || level === 'zone' || level === 'authority'
  const { data, error } = useUnitShapes(level, bbox)
  const { data: land } = useUnitShapes('district', bbox, needsGround)
  const shapes = useMemo(
    (): Shapes | undefined =>
      data &&
      new Map(
        data.features.flatMap(({ properties, geometry }) =>
          geometry ? [[properties.code ?? properties.id, geometry] as const] : [],
        ),
      ),
    [data],
  )
  const ground = useMemo(
    () => (needsGround && land ? land.features.flatMap(({ geometry }) => geometry ?? []) : NOTHING),
    [needsGround, land],
  )
  return { shapes, ground, error }
}
