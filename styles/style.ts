import type { LayerSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { LayerId } from '../data/layers/layer.ts'
import type { Code } from '../data/model/codes.ts'
import { baseLayers, riverLayers, subjectGround } from './base.ts'
import { clusterLayers } from './clusters.ts'
import { groundLayers } from './ground.ts'
import { islandLayers } from './islands.ts'
import { FONT, labelLayers } from './labels.ts'
import type { Palette } from './palette.ts'
import { activityPoints, activityShapes, areaLayers, authorityLayers, targetMarks } from './records.ts'
import { hoverLayers, type Selected, selectionLayers } from './selection.ts'
import { sourcesOf } from './sources.ts'
import { opacityOf, type Subject } from './subject.ts'
import { amongEdges, unitEdges, unitTouch, verdictDiscs, verdictFills } from './units.ts'

/** Where the tiles and the font files are; absolute, because the map's worker has no page to resolve against. */
export type Assets = { readonly origin: string; readonly fonts: { readonly [F in keyof typeof FONT]: string } }

export type StyleInput = {
  readonly palette: Palette
  readonly subject: Subject
  /** Boundaries were estimated from the gazetteer: they are drawn dashed. */
  readonly estimated: boolean
  /** Units that an open analysis is about; null where there is none. */
  readonly among: readonly Code[] | null
  /** Units that carry a target; the target layer marks them. */
  readonly targeted: readonly Code[]
  /** The verdicts are known; before that the base map stands and they wait to fade in. */
  readonly arrived: boolean
  /** Reduced motion: nothing fades. */
  readonly still: boolean
  readonly selected: Selected | null
  readonly assets: Assets
}

/** Record layers in the reader's own order: areas and lines here, points above everything that could hide them. */
const recordLayers = ({ palette, subject }: StyleInput): LayerSpecification[] => {
  const draw: { readonly [id in LayerId]?: (opacity: number) => LayerSpecification[] } = {
    activities: (opacity) => activityShapes(palette, opacity),
    targets: (opacity) => areaLayers(palette, 'targets', opacity),
    zones: (opacity) => areaLayers(palette, 'zones', opacity),
    authority: (opacity) => authorityLayers(palette, opacity),
    agreements: (opacity) => areaLayers(palette, 'agreements', opacity),
  }
  return subject.layers.flatMap(({ id, opacity }) => (opacity > 0 ? (draw[id]?.(opacity) ?? []) : []))
}

const symbolLayers = ({ palette, subject, targeted }: StyleInput): LayerSpecification[] =>
  subject.layers.flatMap(({ id, opacity }) => {
    if (opacity === 0) return []
    if (id === 'islands') return islandLayers(palette, subject.region, opacity)
    if (id === 'targets') return targetMarks(palette, targeted, opacity)
    return id === 'activities' ? activityPoints(palette, opacity) : []
  })

/** The whole map as one MapLibre style: what is drawn follows from the view, the palette and the layers alone. */
export const mapStyle = (input: StyleInput): StyleSpecification => {
  const { palette, subject, estimated, among, arrived, still, selected, assets } = input
  const { medium, semibold, water } = assets.fonts
  return {
    version: 8,
    name: 'Bentang',
    sources: sourcesOf(subject, assets.origin),
    'font-faces': { [FONT.medium]: medium, [FONT.semibold]: semibold, [FONT.water]: water },
    transition: { duration: still ? 0 : 180, delay: 0 },
    layers: [
      ...baseLayers(palette),
      ...subjectGround(palette, subject.region),
      ...verdictFills(palette, subject, arrived),
      unitTouch(subject, among),
      ...groundLayers(palette, subject),
      ...unitEdges(palette, subject, estimated),
      ...amongEdges(palette, subject, among),
      ...riverLayers(palette),
      ...recordLayers(input),
      ...hoverLayers(palette),
      ...selectionLayers(palette, selected),
      ...verdictDiscs(palette, subject, arrived),
      ...symbolLayers(input),
      ...labelLayers(palette, subject),
      // Topmost, so that names make room for the numbers.
      ...clusterLayers(palette, opacityOf(subject, 'activities')),
    ],
  }
}
