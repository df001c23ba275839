import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect } from 'react'
import { FITTING } from '../map/camera.ts'

const follow = (one: MapLibreMap, other: MapLibreMap) =>
  other.jumpTo({ center: one.getCenter(), zoom: one.getZoom(), bearing: one.getBearing() }, FITTING)

/** The second map looks where the first one looks; where `isMutual`, the first follows the second one's moves as well. */
export const useFollowing = (main: MapLibreMap, other: MapLibreMap | null, isMutual = false): void => {
  useEffect(() => {
    if (!other) return
    // A map that follows moves too: it must not lead the other one.
    let isFollowing = false
    const leading = (one: MapLibreMap, led: MapLibreMap) => () => {
      if (isFollowing) return
      isFollowing = true
      follow(one, led)
      isFollowing = false
    }
    const lead = leading(main, other)
    const leadBack = leading(other, main)
    lead()
    main.on('move', lead)
    if (isMutual) other.on('move', leadBack)
    return () => {
      main.off('move', lead)
      other.off('move', leadBack)
    }
  }, [main, other, isMutual])
}
