import workerUrl from 'virtual:map-worker'
import { GPUInitializationError, Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl'
import type { EmbedView } from '../../data/model/embed.ts'
import type { EmbedAnswer } from '../../data/model/embed_answer.ts'
import type { Palette } from '../../styles/palette.ts'
import { sheetWithMargin } from '../../styles/sheet.ts'
import { unitTileset } from '../../styles/sources.ts'
import { patternPainter } from '../map/images.ts'
import { FIT } from './fit.ts'
import { embedStyle, PLACES } from './style.ts'
import type { EmbedText } from './texts.ts'

setWorkerUrl(workerUrl)

/** While the region is not yet known to the pixel: the archipelago's part we have. */
const SOMEWHERE = { center: [111.5, 0] as [number, number], zoom: 6 }

type Asked = {
  readonly container: HTMLElement
  readonly view: EmbedView
  readonly palette: Palette
  readonly text: EmbedText
  readonly answer: EmbedAnswer
  /** Called once all of it stands, or as soon as a reader moves it. */
  readonly onDrawn: () => void
}

const paint = (map: MapLibreMap, { level, units }: EmbedAnswer): void => {
  const sourceLayer = unitTileset(level)
  for (const { code, verdict } of units) map.setFeatureState({ source: PLACES, sourceLayer, id: code }, { verdict })
}

/** The map of one answer; null where the device has no WebGL. `data-drawn` on its container tells that all of it stands. */
export const drawMap = ({ container, view, palette, text, answer, onDrawn }: Asked): MapLibreMap | null => {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  const estimated = answer.boundaries.kind === 'estimated'
  const { bbox } = answer.region
  try {
    const map = new MapLibreMap({
      container,
      style: embedStyle({ view, palette, estimated, arrived: true, still: true }),
      attributionControl: false,
      // The page around the widget keeps its scroll: the wheel needs Ctrl, a finger a second one.
      cooperativeGestures: true,
      locale: {
        'Map.Title': text.mapName,
        'CooperativeGesturesHandler.WindowsHelpText': text.wheel,
        'CooperativeGesturesHandler.MacHelpText': text.wheelMac,
        'CooperativeGesturesHandler.MobileHelpText': text.fingers,
      },
      maxPitch: 0,
      minZoom: 4,
      maxZoom: 15,
      fadeDuration: still ? 0 : 180,
      dragRotate: false,
      pitchWithRotate: false,
      renderWorldCopies: false,
      maxBounds: sheetWithMargin(),
      ...(bbox ? { bounds: [...bbox] as [number, number, number, number], fitBoundsOptions: FIT } : SOMEWHERE),
    })
    map.touchZoomRotate.disableRotation()
    const repaint = patternPainter(map, () => palette)
    map.on('zoomend', repaint)
    map.on('styledata', repaint)
    map.once('style.load', () => paint(map, answer))
    map.once('movestart', onDrawn)
    map.once('idle', () => {
      container.dataset.drawn = 'true'
      onDrawn()
    })
    return map
  } catch (error) {
    if (error instanceof GPUInitializationError) return null
    throw error
  }
}
