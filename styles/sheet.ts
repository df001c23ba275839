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

const WORLD = [-180, -85, 180, 85] as const

/** Everything but the sheet, as one area with a hole. */
export const sheetSource = (): SourceSpecification => ({
  type: 'geojson',
  data: {
    type: 'Feature',
    properties: {},
    geometry: { type: 'Polygon', coordinates: [ring(WORLD), ring(SHEET).reverse()] },
  },
})

/** Bare paper and a neat line around the base map, as on a printed sheet, where it would otherwise pretend to be sea. */
export const sheetLayers = ({ ground }: Palette): LayerSpecification[] => [
  {
    id: 'sheet-margin',
    type: 'fill',
    source: 'sheet',
    paint: { 'fill-color': ground.panel2, 'fill-antialias': false },
  },
  {
    id: 'sheet-edge',
    type: 'line',
    source: 'sheet',
    paint: { 'line-color': ground.contextLine, 'line-width': 1, 'line-opacity': 0.7 },
  },
]
