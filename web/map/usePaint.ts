import type { Map as MapLibreMap, StyleSpecification, VectorTileSource } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import { keepDrawn } from './keepDrawn.ts'
import { NOTHING_PAINTED, type Painted, paintVerdicts } from './unitStates.ts'

type Picture = {
  readonly style: StyleSpecification
  readonly painted: Painted
  readonly arrived: boolean
  readonly onReady: () => void
}

/** New filters change the address of a source; told beforehand, its layers need not be taken down and built again. */
const readdress = (map: MapLibreMap, style: StyleSpecification): void => {
  for (const [id, source] of Object.entries(style.sources)) {
    if (source.type !== 'vector' || !source.tiles) continue
    const present = map.getSource<VectorTileSource>(id)
    if (present?.tiles && present.tiles.join() !== source.tiles.join()) present.setTiles(source.tiles)
  }
}

/** Keeps what is drawn equal to the style and the verdicts given, by their differences. */
export const usePaint = (map: MapLibreMap | null, { style, painted, arrived, onReady }: Picture): void => {
  const onMap = useRef<{ map: MapLibreMap | null; layers: string; painted: Painted }>({
    map: null,
    layers: '',
    painted: NOTHING_PAINTED,
  })
  const readyOf = useRef<MapLibreMap | null>(null)

  useEffect(() => {
    if (!map) return
    if (onMap.current.map !== map) onMap.current = { map, layers: '', painted: NOTHING_PAINTED }
    // Comparing the layers as text costs a millisecond; comparing whole styles costs ten on every pan and filter.
    const layers = JSON.stringify(style.layers)
    readdress(map, style)
    if (onMap.current.layers !== layers) map.setStyle(style, { diff: true, validate: false, transformStyle: keepDrawn })
    paintVerdicts(map, onMap.current.painted, painted)
    onMap.current = { map, layers, painted }
  }, [map, style, painted])

  useEffect(() => {
    if (!map || !arrived || readyOf.current === map) return
    const { tileset } = painted
    const look = () => {
      if (!map.isSourceLoaded(tileset)) return
      map.off('render', look)
      readyOf.current = map
      onReady()
    }
    map.on('render', look)
    return () => {
      map.off('render', look)
    }
  }, [map, arrived, painted, onReady])
}
