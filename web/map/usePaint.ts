import type { Map as MapLibreMap, StyleSpecification, VectorTileSource } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import { afterFrame } from './afterFrame.ts'
import { keepDrawn } from './keepDrawn.ts'
import { rehearsalFor } from './rehearse.ts'
import { NOTHING_PAINTED, type Painted, paintVerdicts } from './unitStates.ts'

type OnMap = {
  readonly map: MapLibreMap
  readonly layers: string
  readonly painted: Painted
  readonly rehearse: (style: StyleSpecification) => void
}

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
  const onMap = useRef<OnMap | null>(null)
  const readyOf = useRef<MapLibreMap | null>(null)

  useEffect(() => {
    if (!map) return
    const known = onMap.current?.map === map ? onMap.current : null
    const before = known ?? { map, layers: '', painted: NOTHING_PAINTED, rehearse: rehearsalFor(map) }
    const paint = () => {
      // Comparing the layers as text costs a millisecond; comparing whole styles costs ten on every pan and filter.
      const layers = JSON.stringify(style.layers)
      readdress(map, style)
      if (before.layers !== layers) {
        map.setStyle(style, { diff: true, validate: false, transformStyle: keepDrawn })
        before.rehearse(style)
      }
      paintVerdicts(map, before.painted, painted)
      onMap.current = { ...before, layers, painted }
    }
    if (!known) return paint()
    // A pressed row shows it at once; the map, whose frame takes longest, follows.
    return afterFrame(paint)
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
