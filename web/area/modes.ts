import {
  type GeoJSONStoreFeatures,
  TerraDrawCircleMode,
  TerraDrawFreehandMode,
  TerraDrawLineStringMode,
  TerraDrawPolygonMode,
  TerraDrawRectangleMode,
  TerraDrawSelectMode,
} from 'terra-draw'
import type { Ground } from '../../styles/palette.ts'
import type { Tool } from './shape.ts'

/** No key of any keyboard: what the keys do is decided for the whole page, wherever the focus is. */
export const FINISH = 'area-finish'
export const CANCEL = 'area-cancel'
const KEYS = { finish: FINISH, cancel: CANCEL }

type Drawing =
  | TerraDrawPolygonMode
  | TerraDrawRectangleMode
  | TerraDrawCircleMode
  | TerraDrawFreehandMode
  | TerraDrawLineStringMode

/** Nearer than this to the last point, a lasso sets no further one. */
const LASSO_STEP_PX = 8

const drawingOf = (kind: Tool, { accent, halo }: Ground, handlePx: number, handleKm: number): Drawing => {
  const shape = {
    fillColor: accent,
    fillOpacity: 0.12,
    outlineColor: accent,
    outlineWidth: 2.5,
    coordinatePointColor: halo,
    coordinatePointWidth: handlePx - 1,
    coordinatePointOutlineColor: accent,
    coordinatePointOutlineWidth: 2,
  }
  const options = { keyEvents: KEYS, styles: shape }
  const drawInteraction = 'click-move-or-drag' as const
  if (kind === 'box') return new TerraDrawRectangleMode({ ...options, drawInteraction, showCoordinatePoints: true })
  if (kind === 'circle')
    return new TerraDrawCircleMode({ ...options, drawInteraction, startingRadiusKilometers: handleKm })
  const closing = {
    closingPointColor: accent,
    closingPointWidth: handlePx,
    closingPointOutlineColor: halo,
    closingPointOutlineWidth: 3,
  }
  if (kind === 'lasso')
    return new TerraDrawFreehandMode({
      keyEvents: KEYS,
      styles: { ...shape, ...closing },
      drawInteraction,
      minDistance: LASSO_STEP_PX,
    })
  if (kind === 'line')
    return new TerraDrawLineStringMode({
      keyEvents: KEYS,
      pointerDistance: handlePx * 2,
      showCoordinatePoints: true,
      styles: {
        ...closing,
        lineStringColor: accent,
        lineStringWidth: 3,
        coordinatePointColor: halo,
        coordinatePointWidth: handlePx - 2,
        coordinatePointOutlineColor: accent,
        coordinatePointOutlineWidth: 2,
      },
    })
  return new TerraDrawPolygonMode({
    keyEvents: KEYS,
    pointerDistance: handlePx * 3,
    showCoordinatePoints: true,
    styles: { ...shape, ...closing },
  })
}

/** Corners of a polygon move one by one and more can be pulled from its sides; a box and a circle keep their kind. */
const FLAGS: NonNullable<NonNullable<ConstructorParameters<typeof TerraDrawSelectMode>[0]>['flags']> = {
  polygon: { feature: { draggable: true, coordinates: { midpoints: true, draggable: true, deletable: true } } },
  rectangle: { feature: { draggable: true, coordinates: { resizable: 'opposite' } } },
  circle: { feature: { draggable: true, coordinates: { resizable: 'center-fixed' } } },
}

/** Every point of a circle's edge can be dragged; four of them are seen. */
const SEEN_EVERY = 16
const seen =
  (kind: Tool, sizePx: number) =>
  ({ properties }: GeoJSONStoreFeatures): number =>
    kind === 'circle' && Number(properties.index) % SEEN_EVERY !== 0 ? 0 : sizePx

const selectOf = (kind: Tool, { accent, halo }: Ground, handlePx: number): TerraDrawSelectMode =>
  new TerraDrawSelectMode({
    flags: FLAGS,
    keyEvents: null,
    pointerDistance: handlePx * 3,
    allowManualDeselection: false,
    styles: {
      selectedPolygonColor: accent,
      selectedPolygonFillOpacity: 0.12,
      selectedPolygonOutlineColor: accent,
      selectedPolygonOutlineWidth: 2.5,
      selectionPointColor: halo,
      selectionPointWidth: seen(kind, handlePx),
      selectionPointOutlineColor: accent,
      selectionPointOutlineWidth: seen(kind, 3),
      midPointColor: accent,
      midPointWidth: handlePx - 3,
      midPointOutlineColor: halo,
      midPointOutlineWidth: 2,
    },
  })

/** The mode that draws a kind of shape, and with it the one that moves its corners; `pixelKm` is the length of a pixel. */
export const modesOf = (kind: Tool, ground: Ground, coarse: boolean, pixelKm: number) => {
  const handlePx = coarse ? 11 : 7
  const drawing = drawingOf(kind, ground, handlePx, handlePx * pixelKm)
  return { drawing, modes: [drawing, selectOf(kind, ground, handlePx)] }
}
