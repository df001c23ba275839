import type { Feature, MultiPolygon, Polygon, Position } from 'geojson'
import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl'
import { useEffect } from 'react'
import { type Ground, PALETTES } from '../../styles/palette.ts'
import type { ScreenPalette } from '../palette.ts'

type Shape = Polygon | MultiPolygon

const SHAPE = 'area-shape'
const AROUND = 'area-around'
/** Wider than anything the map can show. */
const SHEET: Position[] = [
  [-180, -85],
  [180, -85],
  [180, 85],
  [-180, 85],
  [-180, -85],
]

const feature = (geometry: Shape): Feature<Shape> => ({ type: 'Feature', properties: {}, geometry })

/** Everything but the shape: the sheet with its outlines cut out, and its own holes put back. */
const aroundOf = (shape: Shape): Feature<Shape> => {
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates
  const outlines = polygons.flatMap((rings) => rings.slice(0, 1))
  const holes = polygons.flatMap((rings) => rings.slice(1))
  return feature({ type: 'MultiPolygon', coordinates: [[SHEET, ...outlines], ...holes.map((hole) => [hole])] })
}

const layersOf = ({ panel, halo, accent }: Ground): readonly LayerSpecification[] => [
  { id: 'area-veil', type: 'fill', source: AROUND, paint: { 'fill-color': panel, 'fill-opacity': 0.5 } },
  {
    id: 'area-paper',
    type: 'line',
    source: SHAPE,
    layout: { 'line-join': 'round' },
    paint: { 'line-color': halo, 'line-width': 6 },
  },
  {
    id: 'area-edge',
    type: 'line',
    source: SHAPE,
    layout: { 'line-join': 'round' },
    paint: { 'line-color': accent, 'line-width': 2.6 },
  },
]

const remove = (map: MapLibreMap): void => {
  // A map that was taken down with its style has nothing left to remove.
  if (!map.style) return
  for (const { id } of map.getStyle().layers) if (id.startsWith('area-')) map.removeLayer(id)
  for (const id of [SHAPE, AROUND]) if (map.getSource(id)) map.removeSource(id)
}

/** The area of the report on the map: its edge drawn, everything else veiled. */
export const useAreaOnMap = (map: MapLibreMap | null, shape: Shape | null, palette: ScreenPalette): void => {
  useEffect(() => {
    if (!map || !shape) return
    map.addSource(AROUND, { type: 'geojson', data: aroundOf(shape) })
    map.addSource(SHAPE, { type: 'geojson', data: feature(shape) })
    for (const layer of layersOf(PALETTES[palette].ground)) map.addLayer(layer)
    return () => remove(map)
  }, [map, shape, palette])
}
