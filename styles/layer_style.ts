import type { LayerSpecification, SourceSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { LayerId } from '../data/layers/layer.ts'
import type { Code } from '../data/model/codes.ts'
import { FIRST_YEAR } from '../data/model/period.ts'
import { VERDICT_KINDS, type VerdictKind } from '../data/model/verdict.ts'
import { clusterLayers } from './clusters.ts'
import { groundLayers } from './ground.ts'
import { islandLayers } from './islands.ts'
import { FONT, isLevel, labelLayers, placeName, sizes } from './labels.ts'
import type { Palette } from './palette.ts'
import { portable } from './portable.ts'
import { activityPoints, activityShapes, areaLayers, authorityLayers, isShape } from './records.ts'
import { TILESETS, type TilesetId } from './sources.ts'
import type { Assets } from './style.ts'
import type { Subject } from './subject.ts'
import { districtEdges, subjectEdges, villageEdges } from './units.ts'

export type LayerStyleInput = {
  readonly id: LayerId
  readonly name: string
  readonly palette: Palette
  /** Boundaries were estimated from the gazetteer: they are drawn dashed. */
  readonly estimated: boolean
  /** By code, what the places are coloured by; null where no question was asked. */
  readonly verdicts: ReadonlyMap<Code, VerdictKind> | null
  readonly assets: Assets
  /** Filters of the tiles, with the mark. */
  readonly search: string
  readonly attribution: string
  readonly bounds: readonly [number, number, number, number]
  readonly metadata: Readonly<Record<string, unknown>>
}

const EVERYWHERE = ''

/** The layer alone, wholly shown, wherever it lies. */
const subjectOf = (id: LayerId): Subject => ({
  region: EVERYWHERE,
  theme: '',
  period: { from: FIRST_YEAR, to: FIRST_YEAR },
  level: 'village',
  only: [],
  organisations: [],
  statuses: [],
  layers: [{ id, opacity: 1 }],
})

const areas = (id: TilesetId) => ({ type: 'fill', source: id, 'source-layer': id, filter: isShape('Polygon') }) as const

/** One layer a verdict, so that a reader's own legend names them; a place without one keeps the colour of land. */
const placeFills = ({ id, palette, verdicts }: LayerStyleInput): LayerSpecification[] => {
  const fill = areas(id)
  const land: LayerSpecification = {
    ...fill,
    id: `${id}-land`,
    paint: { 'fill-antialias': false, 'fill-color': palette.ground.land },
  }
  const judged = VERDICT_KINDS.flatMap((kind): LayerSpecification[] => {
    const codes = [...(verdicts ?? [])].flatMap(([code, verdict]) => (verdict === kind ? [code] : []))
    if (codes.length === 0) return []
    return [
      {
        ...fill,
        id: `verdict-${kind}`,
        filter: ['all', fill.filter as never, ['match', ['get', 'code'], codes, true, false]],
        paint: { 'fill-antialias': false, 'fill-color': palette.meanings[kind] },
      },
    ]
  })
  // Islands lie over the villages they belong to.
  return id === 'islands' ? judged : [land, ...judged]
}

const DRAW: { readonly [L in LayerId]: (input: LayerStyleInput) => LayerSpecification[] } = {
  regencies: (input) => [...placeFills(input), ...subjectEdges({ ...input, tileset: 'regencies', filter: true })],
  districts: (input) => [...placeFills(input), ...districtEdges({ ...input, tileset: 'districts', filter: true })],
  villages: (input) => [...placeFills(input), ...villageEdges({ ...input, tileset: 'villages', filter: true })],
  islands: (input) => [...placeFills(input), ...islandLayers(input.palette, EVERYWHERE, 1)],
  activities: ({ palette }) => [
    ...activityShapes(palette, 1),
    ...activityPoints(palette, 1),
    ...clusterLayers(palette, 1),
  ],
  targets: ({ palette }) => areaLayers(palette, 'targets', 1),
  zones: ({ palette }) => areaLayers(palette, 'zones', 1),
  // The hatches of the screen are pictures that no other reader has: a wash stands in.
  authority: ({ palette }) => [
    {
      ...areas('authority'),
      id: 'authority-wash',
      paint: { 'fill-color': palette.meanings.authority, 'fill-opacity': 0.12 },
    },
    ...authorityLayers(palette, 1),
  ],
  agreements: ({ palette }) => areaLayers(palette, 'agreements', 1),
  gaps: ({ palette }) => groundLayers(palette, subjectOf('gaps')),
  overlaps: ({ palette }) => groundLayers(palette, subjectOf('overlaps')),
}

const NAMED_BY: { readonly [L in LayerId]?: string } = {
  districts: 'label-districts',
  villages: 'label-villages',
  zones: 'label-zones',
  authority: 'label-authority',
}

const REGENCY_SIZES = [
  [5, 10.5],
  [9, 15],
] as const

const namesOf = ({ id, palette }: LayerStyleInput): LayerSpecification[] => {
  // On the map they are neighbours of the one that is asked about; here nobody is.
  if (id === 'regencies')
    return [
      placeName(palette, 'label-regencies', isLevel('regency'), FONT.semibold, sizes(palette, ...REGENCY_SIZES), 4),
    ]
  return labelLayers(palette, subjectOf(id)).filter((layer) => layer.id === NAMED_BY[id])
}

/** One layer as a MapLibre style of its own, in the paint of the map: whole by itself, with absolute addresses. */
export const layerStyle = (input: LayerStyleInput): StyleSpecification => {
  const { id, name, assets, search, attribution, bounds, metadata } = input
  const layers = portable([...DRAW[id](input), ...namesOf(input)])
  const used = new Set(layers.flatMap((layer) => ('source' in layer ? [layer.source as TilesetId] : [])))
  const sources = Array.from(used, (source): [string, SourceSpecification] => {
    const { maxZoom, key } = TILESETS[source]
    const tiles = `${assets.origin}/tiles/${source}/{z}/{x}/{y}${source === id ? search : ''}`
    return [
      source,
      {
        type: 'vector',
        tiles: [tiles],
        maxzoom: maxZoom,
        bounds: [...bounds],
        attribution,
        ...(key ? { promoteId: key } : {}),
      },
    ]
  })
  const { medium, semibold, water } = assets.fonts
  return {
    version: 8,
    name,
    metadata,
    sources: Object.fromEntries(sources),
    'font-faces': { [FONT.medium]: medium, [FONT.semibold]: semibold, [FONT.water]: water },
    layers,
  }
}
