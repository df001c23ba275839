import type { Feature, FeatureCollection } from 'geojson'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { outlineFilter, tilesetOf } from '../../styles/selection.ts'
import type { Selection } from '../view.ts'

/** The outline of a place or record as the tiles on screen hold it; good enough to follow the pointer with. */
export const outlineOf = (map: MapLibreMap, selection: Selection | null): FeatureCollection => {
  const tileset = selection && tilesetOf(selection)
  if (!selection || !tileset || !map.getSource(tileset)) return { type: 'FeatureCollection', features: [] }
  const features = map
    .querySourceFeatures(tileset, { sourceLayer: `${tileset}-lines`, filter: outlineFilter(selection) })
    .map(({ geometry }): Feature => ({ type: 'Feature', properties: {}, geometry }))
  return { type: 'FeatureCollection', features }
}
