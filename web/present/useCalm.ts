import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect } from 'react'

/** Shorter than an eye notices where the graphics are quick. */
const GATHER_MS = 150

/**
 * While a scene comes in without a glide, its tiles arrive one by one and each asks for a picture; they are gathered. Where the
 * graphics are drawn in software a whole picture takes a fifth of a second, and those in between held the last one up.
 */
export const useCalm = (map: MapLibreMap | null, isTurning: boolean): void => {
  useEffect(() => {
    if (!map || !isTurning || map.isMoving()) return
    const own = map.triggerRepaint
    let waiting: number | undefined
    map.triggerRepaint = () => {
      waiting ??= window.setTimeout(() => {
        waiting = undefined
        own.call(map)
      }, GATHER_MS)
    }
    return () => {
      clearTimeout(waiting)
      map.triggerRepaint = own
      map.triggerRepaint()
    }
  }, [map, isTurning])
}
