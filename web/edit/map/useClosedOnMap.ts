import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect } from 'react'
import type { Code } from '../../../data/model/codes.ts'
import { PALETTES } from '../../../styles/palette.ts'
import type { ScreenPalette } from '../../palette.ts'
import { closedLayers } from './layers.ts'

/** Villages whose gap an entry closes, in the colour they will have. */
export const useClosedOnMap = (
  map: MapLibreMap | null,
  codes: readonly Code[] | null,
  palette: ScreenPalette,
): void => {
  const text = codes?.join() ?? ''
  useEffect(() => {
    if (!map || !text) return
    const layers = closedLayers(PALETTES[palette], text.split(','))
    for (const layer of layers) map.addLayer(layer)
    return () => {
      if (!map.style) return
      for (const { id } of layers) if (map.getLayer(id)) map.removeLayer(id)
    }
  }, [map, text, palette])
}
