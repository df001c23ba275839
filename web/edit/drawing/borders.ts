import type { Geometry, Position } from 'geojson'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { linesOf } from '../../../styles/sources.ts'
import { type Stretches, stick, stretchesOf } from '../snap.ts'

/** A finger covers this much. */
const REACH_PX = { coarse: 18, fine: 10 }

export type Borders = { readonly stickAt: (position: Position) => Position | null; readonly stop: () => void }

/** Village borders as the tiles on hand draw them, gathered again after the map has moved, and the sites beside. */
export const followBorders = (map: MapLibreMap, coarse: boolean, beside: readonly Geometry[]): Borders => {
  let known: Stretches | null = null
  const forget = () => {
    known = null
  }
  const gather = (): Stretches => {
    const lines = linesOf('villages')
    const drawn = map.querySourceFeatures('villages', { sourceLayer: lines }).map(({ geometry }) => geometry)
    return stretchesOf([...drawn, ...beside])
  }
  map.on('moveend', forget)
  map.on('sourcedata', forget)
  return {
    stickAt: (position) => {
      known ??= gather()
      const [lng = 0, lat = 0] = position
      const { x, y } = map.project([lng, lat])
      const reachPx = coarse ? REACH_PX.coarse : REACH_PX.fine
      return stick(known, position, Math.abs(map.unproject([x, y - reachPx]).lat - lat))
    },
    stop: () => {
      map.off('moveend', forget)
      map.off('sourcedata', forget)
    },
  }
}
