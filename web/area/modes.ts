import { TerraDrawCircleMode, TerraDrawPolygonMode, TerraDrawRectangleMode, TerraDrawSelectMode } from 'terra-draw'
import type { Ground } from '../../styles/palette.ts'
import type { DrawnKind } from './shape.ts'

/** No key of any keyboard: what the keys do is decided for the whole page, wherever the focus is. */
export const FINISH = 'area-finish'
export const CANCEL = 'area-cancel'
const KEYS = { finish: FINISH, cancel: CANCEL }

type Drawing = TerraDrawPolygonMode | TerraDrawRectangleMode | TerraDrawCircleMode

const drawingOf = (kind: DrawnKind, { accent, halo }: Ground, handlePx: number): Drawing => {
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
  if (kind === 'box') return new TerraDrawRectangleMode({ ...options, drawInteraction: 'click-move-or-drag' })
  if (kind === 'circle') return new TerraDrawCircleMode({ ...options, drawInteraction: 'click-move-or-drag' })
  return new TerraDrawPolygonMode({
    keyEvents: KEYS,
    pointerDistance: handlePx * 3,
    showCoordinatePoints: true,
    styles: {
      ...shape,
      closingPointColor: accent,
      closingPointWidth: handlePx,
      closingPointOutlineColor: halo,
      closingPointOutlineWidth: 3,
    },
  })
}

/** Corners of a polygon move one by one and more can be pulled from its sides; a box and a circle keep their kind. */
const FLAGS: NonNullable<NonNullable<ConstructorParameters<typeof TerraDrawSelectMode>[0]>['flags']> = {
  polygon: { feature: { draggable: true, coordinates: { midpoints: true, draggable: true, deletable: true } } },
  rectangle: { feature: { draggable: true, coordinates: { resizable: 'opposite' } } },
  circle: { feature: { draggable: true, coordinates: { resizable: 'center-fixed' } } },
}

const selectOf = ({ accent, halo }: Ground, handlePx: number): TerraDrawSelectMode =>
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
      selectionPointWidth: handlePx,
      selectionPointOutlineColor: accent,
      selectionPointOutlineWidth: 3,
      midPointColor: accent,
      midPointWidth: handlePx - 3,
      midPointOutlineColor: halo,
      midPointOutlineWidth: 2,
    },
  })

/** The mode that draws a kind of shape, and with it the one that moves its corners. */
export const modesOf = (kind: DrawnKind, ground: Ground, coarse: boolean) => {
  const handlePx = coarse ? 11 : 7
  const drawing = drawingOf(kind, ground, handlePx)
  return { drawing, modes: [drawing, selectOf(ground, handlePx)] }
}
