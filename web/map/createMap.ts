import type { StyleSpecification } from 'maplibre-gl'
import { GPUInitializationError, Map as MapLibreMap } from 'maplibre-gl'
import { sheetWithMargin } from '../../styles/sheet.ts'
import { startOf } from './camera.ts'
import type { Bbox, MapProps } from './props.ts'
import type { MapText } from './text.ts'
import './worker.ts'

export type Start = {
  readonly container: HTMLElement
  readonly style: StyleSpecification
  readonly text: MapText
  readonly camera: MapProps['view']['camera']
  /** Of the region. */
  readonly bbox: Bbox | null
  readonly padding: MapProps['padding']
  /** Reduced motion: nothing fades, nothing glides. */
  readonly still: boolean
}

/** A bare map without the library's own controls; null where the device has no WebGL. */
export const createMap = ({ container, style, text, camera, bbox, padding, still }: Start): MapLibreMap | null => {
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
      ...startOf(container, camera, bbox, padding),
    })
  } catch (error) {
    if (error instanceof GPUInitializationError) return null
    throw error
  }
}
