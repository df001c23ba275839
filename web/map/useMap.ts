import type { Map as MapLibreMap } from 'maplibre-gl'
import { type RefObject, useEffect, useState } from 'react'
import type { Palette } from '../../styles/palette.ts'
import { createMap, type Start } from './createMap.ts'
import { patternPainter } from './images.ts'

/** A map whose first style is loaded, `waiting` for it, or `unavailable` without WebGL. */
export type MapState = MapLibreMap | 'waiting' | 'unavailable'

type Now = Omit<Start, 'container'> & { readonly palette: Palette }

/** Owns the one map of a container: made once, taken down cleanly, also when React mounts twice. */
export const useMap = (container: RefObject<HTMLElement | null>, now: RefObject<Now>): MapState => {
  const [state, setState] = useState<MapState>('waiting')
  useEffect(() => {
    if (!container.current) return
    const { palette: _, ...start } = now.current
    const map = createMap({ container: container.current, ...start })
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
