import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import type { AreaReportAnswer } from '../../../data/model/answers.ts'
import type { Bbox, MapProps } from '../../map/props.ts'

/** Smaller than this share of the free map in both directions, an area is a speck. */
const SPECK_SHARE = 0.15

const isWellInSight = (map: MapLibreMap, [west, south, east, north]: Bbox, padding: MapProps['padding']): boolean => {
  const { clientWidth, clientHeight } = map.getContainer()
  const [left, right] = [padding.left, clientWidth - padding.right]
  const [top, bottom] = [padding.top, clientHeight - padding.bottom]
  const a = map.project([west, south])
  const b = map.project([east, north])
  const isWhole = [a, b].every(({ x, y }) => x >= left && x <= right && y >= top && y <= bottom)
  const isSpeck =
    Math.abs(b.x - a.x) < SPECK_SHARE * (right - left) && Math.abs(b.y - a.y) < SPECK_SHARE * (bottom - top)
  return isWhole && !isSpeck
}

/** Once an area is known the map moves to it; one that is wholly in sight already, and large enough to be seen, moves nothing. */
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
    if (!isWellInSight(map, box, around.current)) onZoom(box)
  }, [map, bbox, onZoom])
}
