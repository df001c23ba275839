import type { FilterSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { type Level, levelOf } from '../data/model/codes.ts'
import { borderOf, growing } from './base.ts'
import type { Palette } from './palette.ts'
import { linesOf, type TilesetId } from './sources.ts'

/** A place by its code or a record by its kind and id; the selection of a view satisfies it. */
export type Selected = { readonly kind: string; readonly id: string }

const OF_LEVEL: { readonly [L in Level]: TilesetId | null } = {
  region: null,
  regency: 'regencies',
  district: 'districts',
  village: 'villages',
  island: 'islands',
}
const OF_KIND: { readonly [kind: string]: TilesetId } = {
  activity: 'activities',
  target: 'targets',
  zone: 'zones',
  authority: 'authority',
  agreement: 'agreements',
}

/** Where a selection is drawn; null for what has no place on the map. */
export const tilesetOf = ({ kind, id }: Selected): TilesetId | null => {
  if (kind !== 'place') return OF_KIND[kind] ?? null
  const level = levelOf(id)
  return level && OF_LEVEL[level]
}

export const outlineFilter = ({ kind, id }: Selected): FilterSpecification =>
  kind === 'place' ? borderOf(id) : ['==', ['get', 'id'], id]

/** A double line, ink within paper; a point gets a double ring. */
export const selectionLayers = ({ ground }: Palette, selected: Selected | null): LayerSpecification[] => {
  const tileset = selected && tilesetOf(selected)
  if (!selected || !tileset) return []
  const line = (id: string, colour: string, widthPx: number): LayerSpecification => ({
    id,
    type: 'line',
    source: tileset,
    'source-layer': linesOf(tileset),
    filter: outlineFilter(selected),
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': colour, 'line-width': growing(widthPx) },
  })
  const ring = (id: string, colour: string, radiusPx: number, widthPx: number): LayerSpecification => ({
    id,
    type: 'circle',
    source: tileset,
    'source-layer': tileset,
    filter: [
      'all',
      ['==', ['geometry-type'], 'Point'],
      ['==', ['get', selected.kind === 'place' ? 'code' : 'id'], selected.id],
    ],
    paint: {
      'circle-color': 'rgba(0,0,0,0)',
      'circle-radius': radiusPx,
      'circle-stroke-color': colour,
      'circle-stroke-width': widthPx,
    },
  })
  return [
    line('selected-outer', ground.ink, 6.4),
    line('selected-paper', ground.halo, 4),
    line('selected-inner', ground.ink, 1.6),
    ring('selected-ring-paper', ground.halo, 8, 4),
    ring('selected-ring', ground.ink, 9, 1.8),
  ]
}

/** What the pointer is on; the map copies its outline into the source `hovered`. */
export const hoverLayers = ({ ground }: Palette): LayerSpecification[] =>
  [
    { id: 'hovered-paper', colour: ground.halo, widthPx: 4.2 },
    { id: 'hovered-ink', colour: ground.ink, widthPx: 2 },
  ].map(({ id, colour, widthPx }) => ({
    id,
    type: 'line',
    source: 'hovered',
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': colour, 'line-width': growing(widthPx) },
  }))
