import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { growing } from './base.ts'
import { AUTHORITY_KINDS, hatchImage } from './hatches.ts'
import type { Palette } from './palette.ts'
import { linesOf } from './sources.ts'

const isShape = (shape: 'Point' | 'LineString' | 'Polygon'): FilterSpecification => ['==', ['geometry-type'], shape]

type AreaLook = {
  readonly colour: string
  readonly washOpacity: number
  readonly widthPx: number
  readonly dash?: number[]
}

/** A light wash and a cased outline: an area that leaves the verdict below it readable. */
const area = (
  palette: Palette,
  id: 'targets' | 'zones' | 'agreements',
  look: AreaLook,
  opacity: number,
): LayerSpecification[] => {
  const outline = { type: 'line', source: id, 'source-layer': linesOf(id), layout: { 'line-join': 'round' } } as const
  return [
    {
      id: `${id}-wash`,
      type: 'fill',
      source: id,
      'source-layer': id,
      paint: { 'fill-color': look.colour, 'fill-opacity': look.washOpacity * opacity },
    },
    {
      id: `${id}-paper`,
      ...outline,
      paint: {
        'line-color': palette.ground.halo,
        'line-width': growing(look.widthPx + 2.2),
        'line-opacity': 0.85 * opacity,
      },
    },
    {
      id: `${id}-edge`,
      ...outline,
      paint: {
        'line-color': look.colour,
        'line-width': growing(look.widthPx),
        'line-opacity': opacity,
        ...(look.dash ? { 'line-dasharray': look.dash } : {}),
      },
    },
  ]
}

export const targetLayers = (palette: Palette, opacity: number): LayerSpecification[] =>
  area(
    palette,
    'targets',
    { colour: palette.meanings.target, washOpacity: 0.1, widthPx: 1.8, dash: [2.4, 1.4] },
    opacity,
  )

export const zoneLayers = (palette: Palette, opacity: number): LayerSpecification[] =>
  area(palette, 'zones', { colour: palette.meanings.zone, washOpacity: 0.18, widthPx: 2 }, opacity)

export const agreementLayers = (palette: Palette, opacity: number): LayerSpecification[] =>
  area(
    palette,
    'agreements',
    { colour: palette.meanings.agreement, washOpacity: 0.06, widthPx: 2, dash: [5, 1.4, 1, 1.4] },
    opacity,
  )

/** Thin line hatches that let sea and land show through, with an edge shaded inwards. */
export const authorityLayers = ({ meanings }: Palette, opacity: number): LayerSpecification[] => {
  const edge = { type: 'line', source: 'authority', 'source-layer': linesOf('authority') } as const
  return [
    {
      id: 'authority-hatch',
      type: 'fill',
      source: 'authority',
      'source-layer': 'authority',
      paint: {
        'fill-antialias': false,
        'fill-pattern': [
          'match',
          ['get', 'kind'],
          ...AUTHORITY_KINDS.flatMap((kind) => [kind, hatchImage(kind)] as const),
          hatchImage('other_use'),
        ] as unknown as ExpressionSpecification,
        'fill-opacity': 0.5 * opacity,
      },
    },
    {
      id: 'authority-glow',
      ...edge,
      paint: {
        'line-color': meanings.authority,
        'line-width': growing(9),
        'line-blur': growing(7),
        'line-opacity': 0.3 * opacity,
      },
    },
    {
      id: 'authority-edge',
      ...edge,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': meanings.authority, 'line-width': growing(1.3), 'line-opacity': opacity },
    },
  ]
}

/** Ongoing work is solid, planned work open, finished work grey, halted work a small grey ring: told without colour. */
const byStatus = <T>(ongoing: T, planned: T, completed: T, halted: T): ExpressionSpecification =>
  [
    'match',
    ['get', 'status'],
    'planned',
    planned,
    'completed',
    completed,
    ['suspended', 'cancelled'],
    halted,
    ongoing,
  ] as unknown as ExpressionSpecification

/** Work drawn as an area or a path; points come later, above all lines. */
export const activityShapes = ({ meanings, ground }: Palette, opacity: number): LayerSpecification[] => {
  const colour = byStatus<string>(meanings.activity, meanings.activity, ground.ink3, ground.ink3)
  const outline = { type: 'line', source: 'activities', 'source-layer': linesOf('activities') } as const
  const layout = { 'line-join': 'round', 'line-cap': 'round' } as const
  return [
    {
      id: 'activities-wash',
      type: 'fill',
      source: 'activities',
      'source-layer': 'activities',
      filter: isShape('Polygon'),
      paint: { 'fill-color': meanings.activity, 'fill-opacity': 0.12 * opacity },
    },
    {
      id: 'activities-paper',
      ...outline,
      layout,
      paint: { 'line-color': ground.halo, 'line-width': growing(4), 'line-opacity': 0.9 * opacity },
    },
    {
      id: 'activities-edge',
      ...outline,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': colour,
        'line-width': growing(1.7),
        'line-opacity': opacity,
        'line-dasharray': [
          'match',
          ['get', 'status'],
          'planned',
          ['literal', [3, 2]],
          ['suspended', 'cancelled'],
          ['literal', [1, 2]],
          ['literal', [1, 0]],
        ],
      },
    },
  ]
}

/** Points: crisp circles in a paper halo. */
export const activityPoints = ({ meanings, ground }: Palette, opacity: number): LayerSpecification[] => {
  const radius = (px: number): ExpressionSpecification => [
    'interpolate',
    ['linear'],
    ['zoom'],
    6,
    byStatus(px * 0.6, px * 0.6, px * 0.6, px * 0.45),
    9,
    byStatus(px, px, px, px * 0.75),
    14,
    byStatus(px * 1.6, px * 1.6, px * 1.6, px * 1.1),
  ]
  const point = {
    type: 'circle',
    source: 'activities',
    'source-layer': 'activities',
    filter: isShape('Point'),
  } as const
  return [
    {
      id: 'activities-halo',
      ...point,
      paint: { 'circle-color': ground.halo, 'circle-radius': radius(6.4), 'circle-opacity': opacity },
    },
    {
      id: 'activities-point',
      ...point,
      paint: {
        'circle-radius': radius(4),
        'circle-color': byStatus<string>(meanings.activity, ground.halo, ground.ink3, ground.halo),
        'circle-stroke-color': byStatus<string>(meanings.activity, meanings.activity, ground.ink3, ground.ink3),
        'circle-stroke-width': 1.3,
        'circle-opacity': opacity,
        'circle-stroke-opacity': opacity,
      },
    },
  ]
}
