import type { Layer } from '@deck.gl/core'
import { MapLibreOverlay } from '@deck.gl/maplibre'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import { BENEATH } from './layers.ts'

/** The name the overlay gives to the one layer of the map that it draws in. */
const GROUP = `deck-maplibre-layer-group-before:${BENEATH}`

/** Draws layers within the map, beneath its edges and names. */
export const useOverlay = (map: MapLibreMap, layers: readonly Layer[]): void => {
  const held = useRef<{ overlay: MapLibreOverlay | null; layers: readonly Layer[] }>({ overlay: null, layers })
  held.current.layers = layers

  useEffect(() => {
    const { current } = held
    const show = () => {
      // Until its tiles have come the map takes no layer, and the overlay would draw over the names.
      if (!map.isStyleLoaded()) return
      if (!current.overlay) {
        current.overlay = new MapLibreOverlay({ interleaved: true, layers: [...current.layers] })
        map.addControl(current.overlay)
      } else if (!map.getLayer(GROUP)) current.overlay.setProps({ layers: [...current.layers] })
    }
    show()
    map.on('idle', show)
    return () => {
      map.off('idle', show)
      // A map that was taken down with its style has let go of everything.
      if (current.overlay && map.style) map.removeControl(current.overlay)
      if (map.style && map.getLayer(GROUP)) map.removeLayer(GROUP)
      current.overlay = null
    }
  }, [map])

  useEffect(() => {
    held.current.overlay?.setProps({ layers: [...layers] })
  }, [layers])
}
