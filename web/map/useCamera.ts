import type { Map as MapLibreMap } from 'maplibre-gl'
import { useCallback, useEffect, useRef } from 'react'
import { cameraOf, FITTING, glideTo, sameCamera, showBox } from './camera.ts'
import type { Bbox, MapProps } from './props.ts'
import { besideSheet } from './useLookAt.ts'

type CameraProps = Pick<MapProps, 'view' | 'padding' | 'flyTo' | 'glideMs' | 'onCamera'> & {
  /** Of the region. */
  readonly bbox: Bbox | null
  readonly still: boolean
}

/** The view's camera on the map and the hand's moves back to the view; gives the function that shows the whole region. */
export const useCamera = (map: MapLibreMap | null, props: CameraProps): (() => void) => {
  const { view, bbox, flyTo, still } = props
  const { camera, region } = view
  const now = useRef(props)
  now.current = props
  const shown = useRef<{ map: MapLibreMap; region: string } | null>(null)
  const bboxText = bbox?.join() ?? ''

  useEffect(() => {
    if (!map) return
    const report = (event: object) => {
      if (!('fitting' in event)) now.current.onCamera(cameraOf(map))
    }
    const refit = () => {
      const { view: current, bbox: box, padding } = now.current
      if (!current.camera && box) showBox(map, box, padding, false, FITTING)
    }
    map.on('moveend', report)
    map.on('resize', refit)
    return () => {
      map.off('moveend', report)
      map.off('resize', refit)
    }
  }, [map])

  useEffect(() => {
    if (!map) return
    const first = shown.current?.map !== map
    shown.current = { map, region }
    if (camera) {
      if (!sameCamera(camera, cameraOf(map))) glideTo(map, camera, first || still ? 0 : now.current.glideMs)
    } else if (bboxText) {
      const [west, south, east, north] = bboxText.split(',').map(Number) as [number, number, number, number]
      const { padding, glideMs } = now.current
      showBox(map, [west, south, east, north], padding, !first && !still, FITTING, glideMs)
    }
  }, [map, camera, region, bboxText, still])

  useEffect(() => {
    if (!map || !flyTo) return
    const { view: shown, padding } = now.current
    showBox(map, flyTo.bbox, shown.area || shown.edit ? besideSheet(map, padding) : padding, !still)
  }, [map, flyTo, still])

  return useCallback(() => {
    const { bbox: box, padding } = now.current
    if (map && box) showBox(map, box, padding, !still)
  }, [map, still])
}
