import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { ACTIVITY_STATUSES, type ActivityStatus } from '../data/model/activity.ts'
import type { Code } from '../data/model/codes.ts'
import { growing } from './base.ts'
import { AUTHORITY_KINDS, hatchImage } from './hatches.ts'
import type { Palette } from './palette.ts'
import { linesOf } from './sources.ts'

export const isShape = (shape: 'Point' | 'LineString' | 'Polygon'): FilterSpecification => [
  '==',
  ['geometry-type'],
  shape,
]

type AreaLook = {
  readonly meaning: 'target' | 'zone' | 'agreement'
  readonly washOpacity: number
  readonly widthPx: number
  readonly dash?: readonly number[]
}

/** How areas of each kind of record look; the map and the swatches read it. */
export const AREA_LOOKS = {
  targets: { meaning: 'target', washOpacity: 0.1, widthPx: 1.8, dash: [2.4, 1.4] },
  zones: { meaning: 'zone', washOpacity: 0.18, widthPx: 2 },
  agreements: { meaning: 'agreement', washOpacity: 0.06, widthPx: 2, dash: [5, 1.4, 1, 1.4] },
} as const satisfies { readonly [id: string]: AreaLook }

/** A light wash and a cased outline: an area that leaves the verdict below it readable. */
export const areaLayers = (palette: Palette, id: keyof typeof AREA_LOOKS, opacity: number): LayerSpecification[] => {
  const look: AreaLook = AREA_LOOKS[id]
  const colour = palette.meanings[look.meaning]
  const outline = { type: 'line', source: id, 'source-layer': linesOf(id), layout: { 'line-join': 'round' } } as const
  return [
    {
      id: `${id}-wash`,
      type: 'fill',
      source: id,
      'source-layer': id,
      filter: isShape('Polygon'),
      paint: { 'fill-color': colour, 'fill-opacity': look.washOpacity * opacity },
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
        'line-color': colour,
        'line-width': growing(look.widthPx),
        'line-opacity': opacity,
        ...(look.dash ? { 'line-dasharray': [...look.dash] } : {}),
      },
    },
  ]
}

/** Most targets name villages, not areas: a small open ring where the unit's name stands. */
export const targetMarks = (palette: Palette, targeted: readonly Code[], opacity: number): LayerSpecification[] => [
  {
    id: 'targets-mark',
    type: 'circle',
    source: 'labels',
    'source-layer': 'labels',
    filter: ['in', ['get', 'code'], ['literal', [...targeted]]],
    paint: {
      'circle-color': palette.ground.halo,
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 7, 1.4, 9, 2.6, 12, 4],
      'circle-stroke-color': palette.meanings.target,
      'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 7, 1.1, 10, 2],
      'circle-opacity': opacity,
      'circle-stroke-opacity': opacity,
    },
  },
]

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

type StatusLook = { readonly fill: string; readonly ring: string; readonly scale: number }

/** Ongoing work is solid, planned work open, finished work grey, halted work a small grey ring: told without colour. */
export const statusLook = (status: ActivityStatus, { meanings, ground }: Palette): StatusLook => {
  switch (status) {
    case 'ongoing':
      return { fill: meanings.activity, ring: meanings.activity, scale: 1 }
    case 'planned':
      return { fill: ground.halo, ring: meanings.activity, scale: 1 }
    case 'completed':
      return { fill: ground.ink3, ring: ground.ink3, scale: 1 }
    case 'suspended':
      return { fill: ground.halo, ring: ground.ink3, scale: 0.75 }
    case 'cancelled':
      return { fill: ground.halo, ring: ground.ink3, scale: 0.5 }
  }
}

const byStatus = (value: (look: StatusLook) => string | number, palette: Palette): ExpressionSpecification =>
  [
    'match',
    ['get', 'status'],
    ...ACTIVITY_STATUSES.flatMap((status) => [status, value(statusLook(status, palette))] as const),
    value(statusLook('ongoing', palette)),
  ] as unknown as ExpressionSpecification

/** Work drawn as an area or a path; points come later, above all lines. */
export const activityShapes = (palette: Palette, opacity: number): LayerSpecification[] => {
  const { meanings, ground } = palette
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
        'line-color': byStatus(({ ring }) => ring, palette),
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
export const activityPoints = (palette: Palette, opacity: number): LayerSpecification[] => {
  const radius = (px: number): ExpressionSpecification => {
    const scaled = (growth: number) => byStatus(({ scale }) => px * growth * scale, palette)
    return ['interpolate', ['linear'], ['zoom'], 6, scaled(0.6), 9, scaled(1), 14, scaled(1.6)]
  }
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
      paint: { 'circle-color': palette.ground.halo, 'circle-radius': radius(6.4), 'circle-opacity': opacity },
    },
    {
      id: 'activities-point',
      ...point,
      paint: {
        'circle-radius': radius(4),
        'circle-color': byStatus(({ fill }) => fill, palette),
        'circle-stroke-color': byStatus(({ ring }) => ring, palette),
        'circle-stroke-width': 1.3,
        'circle-opacity': opacity,
        'circle-stroke-opacity': opacity,
      },
    },
  ]
}
