import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Code } from '../data/model/codes.ts'
import { bordersWithin, growing, placesWithin } from './base.ts'
import { FONT, sizes } from './labels.ts'
import type { Palette } from './palette.ts'

const POPULATED: ExpressionSpecification = ['==', ['get', 'populated'], true]

/** Side of a square island that its shape must fill before the symbol gives way, in pixels. */
const READABLE_PX = 10
/** Metres that a pixel shows at zoom 0 on the equator, where all our islands lie near. */
const METRES_PER_PIXEL = 78_271.5

/** 1 while the island's shape is smaller on the screen than its symbol, else 0; islands without a shape are always drawn. */
const whileTiny = (opacity: number): ExpressionSpecification => {
  const visibleAt = (zoom: number): ExpressionSpecification => {
    const readableHa = (READABLE_PX * (METRES_PER_PIXEL / 2 ** zoom)) ** 2 / 10_000
    return ['case', ['<', ['to-number', ['get', 'areaHa'], 0], readableHa], opacity, 0]
  }
  const zooms = Array.from({ length: 20 }, (_, step) => 6.5 + step * 0.5)
  return [
    'step',
    ['zoom'],
    visibleAt(6),
    ...zooms.flatMap((zoom) => [zoom, visibleAt(zoom)] as const),
  ] as unknown as ExpressionSpecification
}

/** Shores, and for every island too small to show one, a symbol; populated islands are named first. */
export const islandLayers = (palette: Palette, region: Code | '', opacity: number): LayerSpecification[] => {
  const { ground, meanings } = palette
  const marked: FilterSpecification = ['all', ['==', ['geometry-type'], 'Point'], placesWithin(region)]
  const island = { source: 'islands', 'source-layer': 'islands' } as const
  return [
    {
      id: 'islands-shore',
      type: 'line',
      source: 'islands',
      'source-layer': 'islands-lines',
      filter: bordersWithin(region),
      paint: { 'line-color': ground.shore, 'line-width': growing(1.2), 'line-opacity': opacity },
    },
    {
      id: 'islands-symbol',
      type: 'circle',
      ...island,
      filter: marked,
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 6, 1.6, 9, 2.6, 13, 4],
        'circle-color': ['case', POPULATED, meanings.island, ground.halo],
        'circle-stroke-color': ['case', POPULATED, ground.halo, meanings.island],
        'circle-stroke-width': 1.1,
        'circle-opacity': whileTiny(opacity),
        'circle-stroke-opacity': whileTiny(opacity),
      },
    },
    {
      id: 'islands-name',
      type: 'symbol',
      ...island,
      filter: marked,
      minzoom: 8,
      layout: {
        'text-field': ['step', ['zoom'], ['case', POPULATED, ['get', 'name'], ''], 11, ['get', 'name']],
        'text-font': [FONT.medium],
        'text-size': sizes(palette, [8, 10.5], [12, 13]),
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': 0.6,
        'text-justify': 'auto',
        'text-max-width': 8,
        'symbol-sort-key': ['case', POPULATED, 0, 1],
      },
      paint: {
        'text-color': ground.label,
        'text-halo-color': ground.halo,
        'text-halo-width': 1.6,
        'text-opacity': opacity,
      },
    },
  ]
}
