import type { Map as MapLibreMap, MapSourceDataEvent } from 'maplibre-gl'
import { type RefObject, useEffect, useRef } from 'react'
import type { Code } from '../../data/model/codes.ts'
import type { Selection } from '../view.ts'
import { glideTo } from './camera.ts'
import type { MapProps } from './props.ts'

type Position = readonly [lng: number, lat: number]

const SOURCES = ['labels', 'islands'] as const

/** Keeps where the names of places stand as their tiles pass by: a place out of sight may have none on hand. */
const usePositions = (map: MapLibreMap | null): RefObject<Map<Code, Position>> => {
  const positions = useRef(new Map<Code, Position>())
  useEffect(() => {
    if (!map) return
    const gather = ({ sourceId, tile }: MapSourceDataEvent) => {
      const source = SOURCES.find((id) => id === sourceId)
      if (!source || !tile) return
      for (const { geometry, properties } of map.querySourceFeatures(source, { sourceLayer: source }))
        if (geometry.type === 'Point' && typeof properties.code === 'string')
          positions.current.set(properties.code, geometry.coordinates as [number, number])
    }
    map.on('sourcedata', gather)
    return () => {
      map.off('sourcedata', gather)
    }
  }, [map])
  return positions
}

const isUncovered = (map: MapLibreMap, position: Position, { top, right, bottom, left }: MapProps['padding']) => {
  const { x, y } = map.project([...position])
  const { clientWidth, clientHeight } = map.getContainer()
  return x > left && x < clientWidth - right && y > top && y < clientHeight - bottom
}

/** A place chosen in the table or the search comes into sight; one that is in sight already moves nothing. */
export const useReveal = (
  map: MapLibreMap | null,
  selection: Selection | null,
  padding: MapProps['padding'],
  still: boolean,
): void => {
  const around = useRef(padding)
  around.current = padding
  const positions = usePositions(map)
  const code = selection?.kind === 'place' ? selection.id : null
  useEffect(() => {
    if (!map || !code) return
    const position = positions.current.get(code)
    if (position && !isUncovered(map, position, around.current))
      glideTo(map, { lng: position[0], lat: position[1] }, still ? 0 : undefined)
  }, [map, code, positions, still])
}
