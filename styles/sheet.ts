import type { LayerSpecification, SourceSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Position } from 'geojson'
import type { Palette } from './palette.ts'

/** Where the shipped base map was cut, west, south, east, north: beyond it neither land nor sea is known. */
export const SHEET: readonly [number, number, number, number] = [107.5, -4.6, 114.6, 1.9]

/** How far one may wander off the sheet, in degrees; a tall phone shows a wide region with room above and below. */
const MARGIN_DEGREES = 6

export const sheetWithMargin = (): [number, number, number, number] => {
  const [west, south, east, north] = SHEET
  return [west - MARGIN_DEGREES, south - MARGIN_DEGREES, east + MARGIN_DEGREES, north + MARGIN_DEGREES]
}

const ring = ([west, south, east, north]: readonly [number, number, number, number]): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]

/** The sheet as one area. */
export const sheetSource = (): SourceSpecification => ({
  type: 'geojson',
  data: { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring(SHEET)] } },
})

/**
 * Bare paper, on it the neighbours as far as they are known, and over both the sheet with its sea: where the base map
 * ends it must not pretend that there is water.
 */
export const sheetLayers = ({ ground }: Palette): LayerSpecification[] => [
  { id: 'paper', type: 'background', paint: { 'background-color': ground.panel2 } },
  {
    id: 'context-land',
    type: 'fill',
    source: 'context',
    'source-layer': 'context',
    paint: { 'fill-color': ground.landDimmed, 'fill-antialias': false },
  },
  {
    id: 'sea',
    type: 'fill',
    source: 'sheet',
    paint: { 'fill-color': ground.sea, 'fill-antialias': false },
  },
  {
    id: 'sheet-edge',
    type: 'line',
    source: 'sheet',
    paint: { 'line-color': ground.contextLine, 'line-width': 1, 'line-opacity': 0.45 },
  },
]
