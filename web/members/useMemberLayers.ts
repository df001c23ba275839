import type { LayerSpecification, Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import { useEffect } from 'react'
import type { MemberMap } from '../../data/model/work.ts'
import { type Ground, PALETTES } from '../../styles/palette.ts'
import type { ScreenPalette } from '../palette.ts'

const SITES = 'members-sites'
const REACH_PX = 6
const DASHES = [2.4, 1.6]

/** Open rings and dashed outlines: nothing on the public map looks like it, whatever the colours. */
const layersOf = ({ panel, halo, accent }: Ground): readonly LayerSpecification[] => [
  {
    id: 'members-touch',
    type: 'fill',
    source: SITES,
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': accent, 'fill-opacity': 0.08 },
  },
  {
    id: 'members-paper',
    type: 'line',
    source: SITES,
    filter: ['!=', ['geometry-type'], 'Point'],
    paint: { 'line-color': halo, 'line-width': 5 },
  },
  {
    id: 'members-line',
    type: 'line',
    source: SITES,
    filter: ['!=', ['geometry-type'], 'Point'],
    paint: { 'line-color': accent, 'line-width': 2.2, 'line-dasharray': DASHES },
  },
  {
    id: 'members-point',
    type: 'circle',
    source: SITES,
    filter: ['==', ['geometry-type'], 'Point'],
    paint: { 'circle-radius': 5, 'circle-color': panel, 'circle-stroke-color': accent, 'circle-stroke-width': 2.6 },
  },
]

const remove = (map: MapLibreMap, layers: readonly LayerSpecification[]): void => {
  // A map that was taken down with its style has nothing left to remove.
  if (!map.style) return
  for (const { id } of layers) if (map.getLayer(id)) map.removeLayer(id)
  if (map.getSource(SITES)) map.removeSource(SITES)
}

/** The id of the activity at a pixel; null where none is. */
const idAt = (map: MapLibreMap, { x, y }: MapMouseEvent['point']): string | null => {
  const layers = ['members-point', 'members-line', 'members-touch'].filter((id) => map.getLayer(id))
  if (layers.length === 0) return null
  const [found] = map.queryRenderedFeatures(
    [
      [x - REACH_PX, y - REACH_PX],
      [x + REACH_PX, y + REACH_PX],
    ],
    { layers },
  )
  return typeof found?.properties.id === 'string' ? found.properties.id : null
}

/** Draws what only members see over the map, and tells which of it is chosen. */
export const useMemberLayers = (
  map: MapLibreMap,
  sites: MemberMap | null,
  palette: ScreenPalette,
  onChoose: (id: string | null) => void,
): void => {
  useEffect(() => {
    if (!sites) return
    const layers = layersOf(PALETTES[palette].ground)
    map.addSource(SITES, { type: 'geojson', data: { type: 'FeatureCollection', features: [...sites.features] } })
    for (const layer of layers) map.addLayer(layer)
    const choose = ({ point }: MapMouseEvent) => onChoose(idAt(map, point))
    map.on('click', choose)
    return () => {
      map.off('click', choose)
      remove(map, layers)
    }
  }, [map, sites, palette, onChoose])
}
