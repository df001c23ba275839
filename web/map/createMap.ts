import type { StyleSpecification } from 'maplibre-gl'
import { GPUInitializationError, Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { sheetWithMargin } from '../../styles/sheet.ts'
import type { MapText } from './text.ts'

setWorkerUrl(workerUrl)

type Start = {
  readonly container: HTMLElement
  readonly style: StyleSpecification
  readonly text: MapText
  /** Reduced motion: nothing fades, nothing glides. */
  readonly still: boolean
}

/** A bare map without the library's own controls; null where the device has no WebGL. */
export const createMap = ({ container, style, text, still }: Start): MapLibreMap | null => {
  try {
    return new MapLibreMap({
      container,
      style,
      attributionControl: false,
      locale: { 'Map.Title': text.name },
      maxPitch: 0,
      minZoom: 4,
      maxZoom: 17,
      fadeDuration: still ? 0 : 180,
      renderWorldCopies: false,
      maxBounds: sheetWithMargin(),
      center: [112, 0],
      zoom: 6,
    })
  } catch (error) {
    if (error instanceof GPUInitializationError) return null
    throw error
  }
}
