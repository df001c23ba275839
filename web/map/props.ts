import type { LayerId } from '../../data/layers/layer.ts'
import type { ContextAnswer, CoverageAnswer } from '../../data/model/answers.ts'
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
  readonly coverage: CoverageAnswer | undefined
  readonly hovered: Selection | null
  /** Pixels covered by panels on each side, so that fitting keeps the subject visible. */
  readonly padding: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
  /** Set to move the camera once, for "zoom to"; a new object each time. */
  readonly flyTo: { readonly bbox: Bbox } | null
  readonly onHover: (selection: Selection | null) => void
  readonly onSelect: (selection: Selection | null) => void
  readonly onCamera: (camera: Camera) => void
  /** A layer's data did not arrive or could not be drawn; the rest of the map stays. */
  readonly onLayerTrouble: (id: LayerId, reason: string) => void
  /** The first frame with the region's verdicts is on screen. */
  readonly onReady: () => void
}
