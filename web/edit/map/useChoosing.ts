import type { Map as MapLibreMap, MapMouseEvent, PointLike } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import type { Code } from '../../../data/model/codes.ts'
import { unitTileset } from '../../../styles/sources.ts'
import { middleOf } from '../drawing/middle.ts'
import type { PlaceLevel } from '../task.ts'
import { TOUCH, touchLayers } from './layers.ts'

const REACH_PX = 8

const around = (x: number, y: number): [PointLike, PointLike] => [
  [x - REACH_PX, y - REACH_PX],
  [x + REACH_PX, y + REACH_PX],
]

const placeAt = (map: MapLibreMap, x: number, y: number): Code | null => {
  const found = [
    ...map.queryRenderedFeatures(around(x, y), { layers: [`${TOUCH}-dot`] }),
    ...map.queryRenderedFeatures([x, y], { layers: [TOUCH] }),
  ]
  const code: unknown = found[0]?.properties.code
  return typeof code === 'string' ? code : null
}

/** Taps on the map choose places of a level; gives the function that chooses the place in the middle of the map. */
export const useChoosingPlaces = (
  map: MapLibreMap | null,
  level: PlaceLevel | null,
  onPlace: (code: Code) => void,
): (() => void) => {
  const place = useRef(onPlace)
  place.current = onPlace
  useEffect(() => {
    if (!map || !level) return
    const layers = touchLayers(unitTileset(level))
    for (const layer of layers) map.addLayer(layer)
    const canvas = map.getCanvas()
    const choose = ({ point }: MapMouseEvent) => {
      const code = placeAt(map, point.x, point.y)
      if (code) place.current(code)
    }
    map.on('click', choose)
    canvas.style.cursor = 'pointer'
    return () => {
      map.off('click', choose)
      canvas.style.cursor = ''
      if (!map.style) return
      for (const { id } of layers) if (map.getLayer(id)) map.removeLayer(id)
    }
  }, [map, level])
  return () => {
    if (!map || !level) return
    const [x, y] = middleOf(map)
    const code = placeAt(map, x, y)
    if (code) place.current(code)
  }
}

/** While nothing is drawn, a tap on a site chooses it. */
export const useChoosingSites = (
  map: MapLibreMap | null,
  isIdle: boolean,
  onSite: (key: string | null) => void,
): void => {
  const site = useRef(onSite)
  site.current = onSite
  useEffect(() => {
    if (!map || !isIdle) return
    const choose = ({ point: { x, y } }: MapMouseEvent) => {
      const layers = ['edit-disc', 'edit-line', 'edit-fill'].filter((id) => map.getLayer(id))
      const key: unknown = map.queryRenderedFeatures(around(x, y), { layers })[0]?.properties.key
      site.current(typeof key === 'string' ? key : null)
    }
    map.on('click', choose)
    return () => {
      map.off('click', choose)
    }
  }, [map, isIdle])
}
