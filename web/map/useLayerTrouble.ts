import type { ErrorEvent, Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import { LAYERS } from '../../data/layers/index.ts'
import { onReconnected } from '../live/live.ts'
import type { MapProps } from './props.ts'
import type { MapText } from './text.ts'

/** The base map belongs to no layer of the list; its trouble is told with the boundaries it carries. */
const layerOfSource = (source: string) => LAYERS.find(({ id }) => id === source)?.id ?? 'regencies'

const sourceOf = (event: ErrorEvent): string | null =>
  'sourceId' in event && typeof event.sourceId === 'string' ? event.sourceId : null

/** Tells each layer's trouble once; the map goes on with the others. */
export const useLayerTrouble = (
  map: MapLibreMap | null,
  text: MapText,
  onLayerTrouble: MapProps['onLayerTrouble'],
): void => {
  const now = useRef({ text, onLayerTrouble })
  now.current = { text, onLayerTrouble }
  useEffect(() => {
    if (!map) return
    const told = new Set<string>()
    const tell = (event: ErrorEvent) => {
      const source = sourceOf(event)
      if (source === null || told.has(source)) return
      told.add(source)
      now.current.onLayerTrouble(layerOfSource(source), now.current.text.trouble)
    }
    map.on('error', tell)
    const stop = onReconnected(() => {
      for (const source of told) map.refreshTiles(source)
      told.clear()
    })
    return () => {
      stop()
      map.off('error', tell)
    }
  }, [map])
}
