import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import { levelOf } from '../../data/model/codes.ts'
import type { Selection } from '../view.ts'
import { glideTo } from './camera.ts'
import type { MapProps } from './props.ts'

type Position = readonly [lng: number, lat: number]

/** Where the name of a place stands, if the labels on hand tell it. */
const findPosition = (map: MapLibreMap, { kind, id }: Selection): Position | null => {
  if (kind !== 'place') return null
  const source = levelOf(id) === 'island' ? 'islands' : 'labels'
  const [feature] = map
    .querySourceFeatures(source, { sourceLayer: source, filter: ['==', ['get', 'code'], id] })
    .filter(({ geometry }) => geometry.type === 'Point')
  if (feature?.geometry.type !== 'Point') return null
  const [lng, lat] = feature.geometry.coordinates
  return lng === undefined || lat === undefined ? null : [lng, lat]
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
  const kind = selection?.kind
  const id = selection?.id
  useEffect(() => {
    if (!map || !kind || !id) return
    const position = findPosition(map, { kind, id })
    if (position && !isUncovered(map, position, around.current))
      glideTo(map, { lng: position[0], lat: position[1] }, still ? 0 : undefined)
  }, [map, kind, id, still])
}
