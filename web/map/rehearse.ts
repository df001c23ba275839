import type { Map as MapLibreMap, StyleSpecification } from 'maplibre-gl'
import { rehearsalOf, rehearsedShape } from '../../styles/rehearsal.ts'

const SOURCE = 'rehearsal'

/**
 * Draws a shape below the paper of the sheet, where nobody sees it, by each program of the graphics card that a style will need; call it with
 * every new style. A program made while the map stands takes some ten milliseconds; made in the midst of a move it waits for every
 * frame under way, half a second with a GPU in software.
 */
export const rehearsalFor = (map: MapLibreMap): ((style: StyleSpecification) => void) => {
  const ready = new Set<string>()
  let look = () => {}
  const clear = () => {
    map.off('render', look)
    for (const id of map.getLayersOrder()) if (id.startsWith(`${SOURCE}-`)) map.removeLayer(id)
    if (map.getSource(SOURCE)) map.removeSource(SOURCE)
  }
  return ({ layers }) => {
    clear()
    const wanted = rehearsalOf(layers, SOURCE, ready)
    if (wanted.size === 0) return
    const { lng, lat } = map.getCenter()
    map.addSource(SOURCE, { type: 'geojson', data: rehearsedShape(lng, lat) })
    for (const layer of wanted.values()) map.addLayer(layer, layers[0]?.id)
    look = () => {
      // A source that no tile was asked of yet calls itself loaded.
      if (map.querySourceFeatures(SOURCE).length === 0) return
      for (const program of wanted.keys()) ready.add(program)
      clear()
    }
    map.on('render', look)
  }
}
