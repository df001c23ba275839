import medium from '@fontsource/commissioner/files/commissioner-latin-500-normal.woff2?url'
import semibold from '@fontsource/commissioner/files/commissioner-latin-600-normal.woff2?url'
import italic from '@fontsource/source-serif-4/files/source-serif-4-latin-400-italic.woff2?url'
import type {
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
  VectorSourceSpecification,
} from '@maplibre/maplibre-gl-style-spec'
import {
  EMBED_DEEPEST_ZOOM,
  EMBED_FILTERED,
  EMBED_LOWEST_ZOOM,
  type EmbedView,
  embedFilteredPath,
  embedStandingPath,
} from '../../data/model/embed.ts'
import type { Palette } from '../../styles/palette.ts'
import { TILESETS, type TilesetId } from '../../styles/sources.ts'
import { mapStyle } from '../../styles/style.ts'
import type { Subject } from '../../styles/subject.ts'

/** The source that holds the base map and every place, as layers of one tile. */
export const PLACES = 'places'
const IN_PLACES: readonly TilesetId[] = [
  'land',
  'rivers',
  'context',
  'regencies',
  'districts',
  'villages',
  'islands',
  'labels',
]

export const subjectOf = (view: EmbedView): Subject => ({
  region: view.region,
  theme: view.theme,
  period: view.period,
  level: view.level,
  only: [],
  organisations: [],
  statuses: [],
  layers: ['regencies', 'districts', 'villages', ...view.layers].map((id) => ({ id, opacity: 1 })) as Subject['layers'],
})

const absolute = (path: string): string => new URL(path, location.href).href
/** The map fills in the braces: an address must not escape them. */
const tilesFrom = (path: string): string => `${location.origin}${path}`

const vector = (path: string, promoteId: VectorSourceSpecification['promoteId']): VectorSourceSpecification => ({
  type: 'vector',
  tiles: [tilesFrom(path)],
  minzoom: EMBED_LOWEST_ZOOM,
  maxzoom: EMBED_DEEPEST_ZOOM,
  ...(promoteId ? { promoteId } : {}),
})

const placesSource = (): SourceSpecification =>
  vector(
    embedStandingPath('places'),
    Object.fromEntries(
      IN_PLACES.flatMap((id) => (TILESETS[id].key === null ? [] : [[id, TILESETS[id].key as string]])),
    ),
  )

const recordSources = (view: EmbedView): { [id: string]: SourceSpecification } =>
  Object.fromEntries(
    view.layers
      .filter((layer) => layer !== 'islands')
      .map((layer) => {
        const filtered = EMBED_FILTERED.find((one) => one === layer)
        const path = filtered ? embedFilteredPath(filtered, view) : embedStandingPath(layer as 'zones' | 'authority')
        return [layer, vector(path, 'id')]
      }),
  )

const sourceOf = (layer: LayerSpecification): string | null => ('source' in layer ? `${layer.source}` : null)

export type Drawn = {
  readonly view: EmbedView
  readonly palette: Palette
  readonly estimated: boolean
  readonly arrived: boolean
  readonly still: boolean
}

/** The app's own style over the light tiles: layer for layer the same, those alone left out that a reader's hand brings about. */
export const embedStyle = ({ view, palette, estimated, arrived, still }: Drawn): StyleSpecification => {
  const assets = {
    origin: location.origin,
    fonts: { medium: absolute(medium), semibold: absolute(semibold), water: absolute(italic) },
  }
  const whole = mapStyle({
    palette,
    subject: subjectOf(view),
    estimated,
    among: null,
    targeted: [],
    arrived,
    still,
    selected: null,
    assets,
  })
  const { sheet, graticule } = whole.sources
  const sources = { [PLACES]: placesSource(), ...recordSources(view), sheet: sheet!, graticule: graticule! }
  const layers = whole.layers.flatMap((layer): LayerSpecification[] => {
    const source = sourceOf(layer)
    if (source === null || source in sources) return [layer]
    return IN_PLACES.some((id) => id === source) ? [{ ...layer, source: PLACES } as LayerSpecification] : []
  })
  return { ...whole, sources, layers }
}
