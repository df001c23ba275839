import type { Map as MapLibreMap } from 'maplibre-gl'
import type { LayerId } from '../../data/layers/layer.ts'
import type { ContextAnswer } from '../../data/model/answers.ts'
import type { Code } from '../../data/model/codes.ts'
import type { Drawable } from '../../styles/subject.ts'
import type { Camera, Selection, View } from '../view.ts'

/** A place to look at; the map pads for the panels that cover it. */
export type Bbox = readonly [west: number, south: number, east: number, north: number]

/** The map draws what it is given and reports what the hand does; it decides nothing and holds no state of its own. */
export type MapProps = {
  readonly view: View
  /** The palette after `auto` was settled by the system's preference. */
  readonly palette: 'light' | 'dark' | 'projector'
  readonly context: ContextAnswer
  /** Undefined while it is on its way: the base map stands, verdicts fade in. */
  readonly coverage: Drawable | undefined
  /** Units that an open analysis is about, to outline; null where there is none. */
  readonly among: readonly Code[] | null
  /** Units to bring into sight, each time the list changes. */
  readonly lookAt: readonly Code[] | null
  readonly hovered: Selection | null
  /** Pixels covered by panels on each side, so that fitting keeps the subject visible. */
  readonly padding: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
  /** Set to move the camera once, for "zoom to"; a new object each time. */
  readonly flyTo: { readonly bbox: Bbox } | null
  /** How long the camera takes from one view to the next; the usual time unless given. */
  readonly glideMs?: number
  /** Something is being drawn: the hand chooses nothing. */
  readonly drawing: boolean
  readonly onHover: (selection: Selection | null) => void
  readonly onSelect: (selection: Selection | null) => void
  readonly onCamera: (camera: Camera) => void
  /** A layer's data did not arrive or could not be drawn; the rest of the map stays. */
  readonly onLayerTrouble: (id: LayerId, reason: string) => void
  /** The map itself, for what is drawn over it; null when it is gone. */
  readonly onMap: (map: MapLibreMap | null) => void
  /** The first frame with the region's verdicts is on screen. */
  readonly onReady: () => void
}
