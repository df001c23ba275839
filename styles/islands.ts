import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { growing } from './base.ts'
import { FONT } from './labels.ts'
import type { Palette } from './palette.ts'

const POPULATED: ExpressionSpecification = ['to-boolean', ['get', 'populated']]
const isPoint: ExpressionSpecification = ['==', ['geometry-type'], 'Point']

/** Shores, and for every island too small to show one, a symbol; populated islands are named first. */
export const islandLayers = ({ ground, meanings }: Palette, opacity: number): LayerSpecification[] => {
  const island = { source: 'islands', 'source-layer': 'islands' } as const
  return [
    {
      id: 'islands-shore',
      type: 'line',
      source: 'islands',
      'source-layer': 'islands-lines',
      paint: { 'line-color': ground.shore, 'line-width': growing(1.2), 'line-opacity': opacity },
    },
    {
      id: 'islands-symbol',
      type: 'circle',
      ...island,
      filter: isPoint,
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 6, 1.6, 9, 2.6, 13, 4],
        'circle-color': ['case', POPULATED, meanings.island, ground.halo],
        'circle-stroke-color': ['case', POPULATED, ground.halo, meanings.island],
        'circle-stroke-width': 1.1,
        'circle-opacity': opacity,
        'circle-stroke-opacity': opacity,
      },
    },
    {
      id: 'islands-name',
      type: 'symbol',
      ...island,
      filter: isPoint,
      minzoom: 8,
      layout: {
        'text-field': ['step', ['zoom'], ['case', POPULATED, ['get', 'name'], ''], 11, ['get', 'name']],
        'text-font': [FONT.medium],
        'text-size': ['interpolate', ['linear'], ['zoom'], 8, 10.5, 12, 13],
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
