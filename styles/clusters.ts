import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { ACTIVITY_STATUSES } from '../data/model/activity.ts'
import { FONT, sizes } from './labels.ts'
import type { Palette } from './palette.ts'
import { statusLook } from './records.ts'

const COUNT: ExpressionSpecification = ['to-number', ['get', 'count'], 0]
const SEVERAL: FilterSpecification = ['>', COUNT, 1]
const ALONE: FilterSpecification = ['<=', COUNT, 1]

/** Pixels by how many stand there: the area grows slower than the number, or one heap would hide the rest. */
const RADIUS_PX: ExpressionSpecification = [
  'interpolate',
  ['linear'],
  ['log10', ['max', 1, COUNT]],
  0,
  8,
  1,
  11,
  2,
  15,
  4,
  23,
]

/** Where single sites would run into each other the tiles gather them: a disc with the number, or the one that is alone. */
export const clusterLayers = (palette: Palette, opacity: number): LayerSpecification[] => {
  if (opacity === 0) return []
  const { ground, meanings } = palette
  const gathered = { source: 'activities', 'source-layer': 'activities-clusters' } as const
  const lone = (value: 'fill' | 'ring'): ExpressionSpecification =>
    [
      'match',
      ['get', 'status'],
      ...ACTIVITY_STATUSES.flatMap((status) => [status, statusLook(status, palette)[value]] as const),
      meanings.activity,
    ] as unknown as ExpressionSpecification
  return [
    {
      id: 'activities-lone',
      type: 'circle',
      ...gathered,
      filter: ALONE,
      paint: {
        'circle-radius': 3.4,
        'circle-color': lone('fill'),
        'circle-stroke-color': lone('ring'),
        'circle-stroke-width': 1.3,
        'circle-opacity': opacity,
        'circle-stroke-opacity': opacity,
      },
    },
    {
      id: 'activities-cluster-halo',
      type: 'circle',
      ...gathered,
      filter: SEVERAL,
      paint: {
        'circle-radius': ['+', RADIUS_PX, 3] as ExpressionSpecification,
        'circle-color': ground.halo,
        'circle-opacity': 0.75 * opacity,
      },
    },
    {
      id: 'activities-cluster',
      type: 'circle',
      ...gathered,
      filter: SEVERAL,
      paint: {
        'circle-radius': RADIUS_PX,
        'circle-color': ground.halo,
        'circle-stroke-color': meanings.activity,
        'circle-stroke-width': 2.4,
        'circle-opacity': opacity,
        'circle-stroke-opacity': opacity,
      },
    },
    {
      id: 'activities-cluster-count',
      type: 'symbol',
      ...gathered,
      filter: SEVERAL,
      layout: {
        'text-field': ['to-string', COUNT],
        'text-font': [FONT.semibold],
        'text-size': sizes(palette, [4, 11], [10, 13]),
        'text-allow-overlap': true,
        'text-padding': 10,
      },
      paint: { 'text-color': ground.ink, 'text-opacity': opacity },
    },
  ]
}
