import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Code, Level } from '../../../data/model/codes.ts'
import { levelOf } from '../../../data/model/codes.ts'
import { bordersOfAny, growing } from '../../../styles/base.ts'
import { FONT } from '../../../styles/labels.ts'
import type { Ground, Palette } from '../../../styles/palette.ts'
import { linesOf, type TilesetId } from '../../../styles/sources.ts'

export const SITES = 'edit-sites'

/** Where the places of a level are drawn. */
const TILESET_OF: { readonly [L in Level]?: TilesetId } = {
  regency: 'regencies',
  district: 'districts',
  village: 'villages',
  island: 'islands',
}

const NUMBER_PX = 12
const DISC_PX = 10

/** The sites that were drawn: paper under ink, so that they stand on any verdict; each wears its number. */
export const siteLayers = ({ accent, halo, ink, onaccent }: Ground): readonly LayerSpecification[] => {
  const chosen: ExpressionSpecification = ['boolean', ['get', 'chosen'], false]
  const line = (id: string, colour: string | ExpressionSpecification, widthPx: number): LayerSpecification => ({
    id,
    type: 'line',
    source: SITES,
    filter: ['all', ['!=', ['geometry-type'], 'Point'], ['!=', ['get', 'role'], 'number']],
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': colour, 'line-width': widthPx },
  })
  return [
    {
      id: 'edit-accuracy',
      type: 'fill',
      source: SITES,
      filter: ['==', ['get', 'role'], 'accuracy'],
      paint: { 'fill-color': accent, 'fill-opacity': 0.1 },
    },
    {
      id: 'edit-fill',
      type: 'fill',
      source: SITES,
      filter: ['all', ['==', ['geometry-type'], 'Polygon'], ['==', ['get', 'role'], 'site']],
      paint: { 'fill-color': accent, 'fill-opacity': ['case', chosen, 0.28, 0.16] },
    },
    line('edit-paper', halo, 5.5),
    line('edit-line', ['case', chosen, ink, accent], 2.6),
    {
      id: 'edit-disc',
      type: 'circle',
      source: SITES,
      filter: ['==', ['get', 'role'], 'number'],
      paint: {
        'circle-color': ['case', chosen, ink, accent],
        'circle-radius': DISC_PX,
        'circle-stroke-color': halo,
        'circle-stroke-width': 2.5,
      },
    },
    {
      id: 'edit-number',
      type: 'symbol',
      source: SITES,
      filter: ['==', ['get', 'role'], 'number'],
      layout: {
        'text-field': ['to-string', ['get', 'n']],
        'text-font': [FONT.semibold],
        'text-size': NUMBER_PX,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': onaccent },
    },
  ]
}

/** Places that are named rather than drawn, in their own borders. */
export const placeLayers = ({ accent, halo }: Ground, codes: readonly Code[]): readonly LayerSpecification[] =>
  (Object.entries(TILESET_OF) as [Level, TilesetId][]).flatMap(([level, tileset]): LayerSpecification[] => {
    const own = codes.filter((code) => levelOf(code) === level)
    if (own.length === 0) return []
    const among: ExpressionSpecification = ['in', ['get', 'code'], ['literal', [...own]]]
    const edge = (id: string, colour: string, widthPx: number): LayerSpecification => ({
      id: `edit-${id}-${tileset}`,
      type: 'line',
      source: tileset,
      'source-layer': linesOf(tileset),
      filter: bordersOfAny(own),
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': colour, 'line-width': growing(widthPx) },
    })
    return [
      {
        id: `edit-area-${tileset}`,
        type: 'fill',
        source: tileset,
        'source-layer': tileset,
        filter: among,
        paint: { 'fill-color': accent, 'fill-opacity': 0.22 },
      },
      edge('halo', halo, 4.4),
      edge('edge', accent, 2.2),
      {
        id: `edit-dot-${tileset}`,
        type: 'circle',
        source: tileset,
        'source-layer': tileset,
        filter: ['all', ['==', ['geometry-type'], 'Point'], among],
        paint: {
          'circle-color': accent,
          'circle-radius': 7,
          'circle-stroke-color': halo,
          'circle-stroke-width': 2.5,
        },
      },
    ]
  })

/** What a finger touches when it chooses a place: the whole of it, without any look of its own. */
export const TOUCH = 'edit-touch'
export const touchLayers = (tileset: TilesetId): readonly LayerSpecification[] => [
  {
    id: TOUCH,
    type: 'fill',
    source: tileset,
    'source-layer': tileset,
    paint: { 'fill-color': 'rgba(0,0,0,0)', 'fill-antialias': false },
  },
  {
    id: `${TOUCH}-dot`,
    type: 'circle',
    source: tileset,
    'source-layer': tileset,
    filter: ['==', ['geometry-type'], 'Point'],
    paint: { 'circle-color': 'rgba(0,0,0,0)', 'circle-radius': 12 },
  },
]

/** Villages that are no gap any more, in the colour of a target that is met. */
export const closedLayers = ({ ground, meanings }: Palette, codes: readonly Code[]): readonly LayerSpecification[] => {
  const line = (id: string, colour: string, widthPx: number): LayerSpecification => ({
    id,
    type: 'line',
    source: 'villages',
    'source-layer': linesOf('villages'),
    filter: bordersOfAny([...codes]),
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': colour, 'line-width': growing(widthPx) },
  })
  return [
    {
      id: 'edit-closed',
      type: 'fill',
      source: 'villages',
      'source-layer': 'villages',
      filter: ['in', ['get', 'code'], ['literal', [...codes]]],
      paint: { 'fill-color': meanings.met, 'fill-opacity': 1 },
    },
    line('edit-closed-halo', ground.halo, 5),
    line('edit-closed-edge', ground.ink, 2),
  ]
}
