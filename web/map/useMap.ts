import type { Map as MapLibreMap, StyleSpecification } from 'maplibre-gl'
import { type RefObject, useEffect, useState } from 'react'
import type { Palette } from '../../styles/palette.ts'
import { createMap } from './createMap.ts'
import { patternPainter } from './images.ts'
import type { MapText } from './text.ts'

/** A map whose first style is loaded, `waiting` for it, or `unavailable` without WebGL. */
export type MapState = MapLibreMap | 'waiting' | 'unavailable'

type Now = {
  readonly style: StyleSpecification
  readonly palette: Palette
  readonly text: MapText
  readonly still: boolean
}

/** Owns the one map of a container: made once, taken down cleanly, also when React mounts twice. */
export const useMap = (container: RefObject<HTMLElement | null>, now: RefObject<Now>): MapState => {
  const [state, setState] = useState<MapState>('waiting')
  useEffect(() => {
    if (!container.current) return
    const { style, text, still } = now.current
    const map = createMap({ container: container.current, style, text, still })
    if (!map) {
      setState('unavailable')
      return
    }
    const repaint = patternPainter(map, () => now.current.palette)
    map.on('zoomend', repaint)
    map.on('styledata', repaint)
    map.once('style.load', () => setState(map))
    return () => {
      setState('waiting')
      map.remove()
    }
  }, [container, now])
  return state
}
