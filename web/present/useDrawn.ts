import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useRef } from 'react'

const isWhole = (map: MapLibreMap): boolean => map.areTilesLoaded() && !map.isMoving()

/** Tells once a scene's answers are here and its maps have drawn a picture with all of their tiles, at rest. */
export const useDrawn = (
  scene: string,
  isAnswered: boolean,
  maps: readonly (MapLibreMap | null)[],
  onDrawn: (scene: string) => void,
): void => {
  const now = useRef(onDrawn)
  now.current = onDrawn
  const [first, second] = maps
  useEffect(() => {
    if (!isAnswered || !first || !second) return
    const waiting = new Set([first, second])
    const done = [...waiting].map((map) => {
      const look = () => {
        if (!isWhole(map)) return
        map.off('render', look)
        waiting.delete(map)
        if (waiting.size === 0) now.current(scene)
      }
      map.on('render', look)
      // A map that is at rest already says so only with its next picture.
      map.triggerRepaint()
      return () => map.off('render', look)
    })
    return () => {
      for (const stop of done) stop()
    }
  }, [scene, isAnswered, first, second])
}
