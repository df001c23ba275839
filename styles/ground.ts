import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Code } from '../data/model/codes.ts'
import { growing, placesWithin } from './base.ts'
import type { Palette } from './palette.ts'
import { linesOf } from './sources.ts'
import { opacityOf, type Subject } from './subject.ts'

/** What of a subject the ground reads; the region may be everywhere. */
type GroundSubject = { readonly region: Code | ''; readonly layers: Subject['layers'] }

const GROUND = { gaps: 'gap', overlaps: 'overlap' } as const

/** The very ground that nobody serves, or that several serve: in the look of its verdict, and with an edge of its own. */
export const groundLayers = (palette: Palette, subject: GroundSubject): LayerSpecification[] =>
  (Object.keys(GROUND) as (keyof typeof GROUND)[]).flatMap((id): LayerSpecification[] => {
    const opacity = opacityOf(subject, id)
    if (opacity === 0) return []
    const kind = GROUND[id]
    const filter = placesWithin(subject.region)
    const area = { type: 'fill', source: id, 'source-layer': id, filter } as const
    const edge = { type: 'line', source: id, 'source-layer': linesOf(id), filter } as const
    const layout = { 'line-join': 'round', 'line-cap': 'round' } as const
    return [
      {
        id: `${id}-wash`,
        ...area,
        paint: { 'fill-antialias': false, 'fill-color': palette.meanings[kind], 'fill-opacity': opacity },
      },
      {
        id: `${id}-marks`,
        ...area,
        paint: { 'fill-antialias': false, 'fill-pattern': kind, 'fill-opacity': opacity },
      },
      {
        id: `${id}-paper`,
        ...edge,
        layout,
        paint: { 'line-color': palette.ground.halo, 'line-width': growing(2.4), 'line-opacity': opacity },
      },
      {
        id: `${id}-edge`,
        ...edge,
        layout,
        paint: { 'line-color': palette.ground.ink, 'line-width': growing(1), 'line-opacity': opacity },
      },
    ]
  })
