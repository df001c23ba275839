import {
  type SnapToCustom,
  TerraDrawCircleMode,
  type TerraDrawExtend,
  TerraDrawFreehandMode,
  TerraDrawLineStringMode,
  TerraDrawPointMode,
  TerraDrawPolygonMode,
  TerraDrawRectangleMode,
  TerraDrawSelectMode,
} from 'terra-draw'
import type { Ground } from '../../../styles/palette.ts'

export const TOOLS = ['point', 'line', 'polygon', 'box', 'circle', 'freehand'] as const
export type Tool = (typeof TOOLS)[number]

export type Mode = TerraDrawExtend.TerraDrawBaseDrawMode<TerraDrawExtend.CustomStyling>

/** No key of any keyboard: what the keys do is decided for the whole page, wherever the focus is. */
export const FINISH = 'edit-finish'
export const CANCEL = 'edit-cancel'
const KEYS = { finish: FINISH, cancel: CANCEL }

export type Look = {
  readonly ground: Ground
  /** Width of a handle: a finger needs larger ones than a mouse. */
  readonly handlePx: number
  /** What the first circle of a press is as wide as: a handle on the map. */
  readonly handleKm: number
}

const FILL_OPACITY = 0.14
const EDGE_PX = 2.5

const shapeStyle = ({ ground: { accent, halo }, handlePx }: Look) => ({
  fillColor: accent,
  fillOpacity: FILL_OPACITY,
  outlineColor: accent,
  outlineWidth: EDGE_PX,
  coordinatePointColor: halo,
  coordinatePointWidth: handlePx - 1,
  coordinatePointOutlineColor: accent,
  coordinatePointOutlineWidth: 2,
})

const closingStyle = ({ ground: { accent, halo }, handlePx }: Look) => ({
  closingPointColor: accent,
  closingPointWidth: handlePx,
  closingPointOutlineColor: halo,
  closingPointOutlineWidth: 3,
  snappingPointColor: halo,
  snappingPointWidth: handlePx + 2,
  snappingPointOutlineColor: accent,
  snappingPointOutlineWidth: 3,
})

const pointOf = ({ ground: { accent, halo }, handlePx }: Look) =>
  new TerraDrawPointMode({
    styles: { pointColor: accent, pointWidth: handlePx, pointOutlineColor: halo, pointOutlineWidth: 3 },
  })

const lineOf = (look: Look, toCustom: SnapToCustom) =>
  new TerraDrawLineStringMode({
    keyEvents: KEYS,
    pointerDistance: look.handlePx * 3,
    showCoordinatePoints: true,
    snapping: { toCustom },
    styles: {
      lineStringColor: look.ground.accent,
      lineStringWidth: EDGE_PX + 1,
      coordinatePointColor: look.ground.halo,
      coordinatePointWidth: look.handlePx - 1,
      coordinatePointOutlineColor: look.ground.accent,
      coordinatePointOutlineWidth: 2,
      ...closingStyle(look),
    },
  })

const polygonOf = (look: Look, toCustom: SnapToCustom) =>
  new TerraDrawPolygonMode({
    keyEvents: KEYS,
    pointerDistance: look.handlePx * 3,
    showCoordinatePoints: true,
    snapping: { toCustom },
    styles: { ...shapeStyle(look), ...closingStyle(look) },
  })

const DRAWN_BY = { keyEvents: KEYS, drawInteraction: 'click-move-or-drag' } as const

/** The mode of each tool; its name is the library's. */
export const modeOf = (tool: Tool, look: Look, toCustom: SnapToCustom) => {
  switch (tool) {
    case 'point':
      return pointOf(look)
    case 'line':
      return lineOf(look, toCustom)
    case 'polygon':
      return polygonOf(look, toCustom)
    case 'box':
      return new TerraDrawRectangleMode({ ...DRAWN_BY, showCoordinatePoints: true, styles: shapeStyle(look) })
    case 'circle':
      return new TerraDrawCircleMode({
        ...DRAWN_BY,
        // Equally far from its centre on the ground, not on the sheet.
        projection: 'globe',
        startingRadiusKilometers: look.handleKm,
        styles: shapeStyle(look),
      })
    case 'freehand':
      return new TerraDrawFreehandMode({
        ...DRAWN_BY,
        minDistance: 8,
        autoClose: false,
        styles: { ...shapeStyle(look), closingPointColor: look.ground.accent, closingPointWidth: look.handlePx },
      })
  }
}

/** Every point of a circle's edge can be dragged; four of them are seen. */
const SEEN_EVERY = 16
type Styled = { readonly properties: Readonly<Record<string, unknown>> }
const seen =
  (isCircle: boolean, sizePx: number) =>
  ({ properties }: Styled): number =>
    isCircle && Number(properties.index) % SEEN_EVERY !== 0 ? 0 : sizePx

/** Moves what stands already: corners one by one, more of them pulled from the sides; a box and a circle keep their kind. */
export const selectOf = ({ ground: { accent, halo }, handlePx }: Look, isCircle: boolean, toCustom: SnapToCustom) => {
  const corners = { midpoints: true, draggable: true, deletable: true, snappable: { toCustom } }
  // One that crosses itself can be put right only if it may go on crossing itself for a while.
  const loose = { draggable: true, selfIntersectable: true }
  return new TerraDrawSelectMode({
    flags: {
      point: { feature: { draggable: true } },
      linestring: { feature: { ...loose, coordinates: corners } },
      polygon: { feature: { ...loose, coordinates: corners } },
      rectangle: { feature: { ...loose, coordinates: { resizable: 'opposite' } } },
      circle: { feature: { ...loose, coordinates: { resizable: 'center-fixed' } } },
    },
    keyEvents: null,
    pointerDistance: handlePx * 3,
    allowManualDeselection: false,
    styles: {
      selectedPointColor: accent,
      selectedPointWidth: handlePx + 2,
      selectedPointOutlineColor: halo,
      selectedPointOutlineWidth: 3,
      selectedLineStringColor: accent,
      selectedLineStringWidth: EDGE_PX + 1,
      selectedPolygonColor: accent,
      selectedPolygonFillOpacity: FILL_OPACITY,
      selectedPolygonOutlineColor: accent,
      selectedPolygonOutlineWidth: EDGE_PX,
      selectionPointColor: halo,
      selectionPointWidth: seen(isCircle, handlePx),
      selectionPointOutlineColor: accent,
      selectionPointOutlineWidth: seen(isCircle, 3),
      midPointColor: accent,
      midPointWidth: handlePx - 3,
      midPointOutlineColor: halo,
      midPointOutlineWidth: 2,
    },
  })
}
