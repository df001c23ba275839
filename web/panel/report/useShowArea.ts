import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import type { AreaReportAnswer } from '../../../data/model/answers.ts'
import type { Bbox, MapProps } from '../../map/props.ts'

const isInSight = (map: MapLibreMap, [west, south, east, north]: Bbox, padding: MapProps['padding']): boolean => {
  const { clientWidth, clientHeight } = map.getContainer()
  const corners = [map.project([west, south]), map.project([east, north])]
  return corners.every(
    ({ x, y }) =>
      x >= padding.left && x <= clientWidth - padding.right && y >= padding.top && y <= clientHeight - padding.bottom,
  )
}

/** Once an area is known the map moves to it; one that is wholly in sight already moves nothing. */
export const useShowArea = (
  map: MapLibreMap | null,
  answer: AreaReportAnswer | undefined,
  padding: MapProps['padding'],
  onZoom: (bbox: Bbox) => void,
): void => {
  const around = useRef(padding)
  around.current = padding
  const bbox = answer?.bbox.join()
  useEffect(() => {
    if (!map || !bbox) return
    const box = bbox.split(',').map(Number) as unknown as Bbox
    if (!isInSight(map, box, around.current)) onZoom(box)
  }, [map, bbox, onZoom])
}
