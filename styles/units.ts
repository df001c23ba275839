import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Code } from '../data/model/codes.ts'
import { VERDICT_KINDS, type VerdictKind } from '../data/model/verdict.ts'
import { bordersOfAny, bordersWithin, growing, placesWithin, subjectShape } from './base.ts'
import type { Palette } from './palette.ts'
import { discImage, PATTERNED } from './patterns.ts'
import { linesOf, type TilesetId, unitTileset } from './sources.ts'
import { opacityOf, type Subject } from './subject.ts'

/** Feature state of a planning unit; the map sets `verdict`, so that a new answer repaints without fetching or cutting anything. */
export type UnitState = { readonly verdict: VerdictKind | null }

const VERDICT: ExpressionSpecification = ['to-string', ['feature-state', 'verdict']]
const isVerdict = (kind: VerdictKind): ExpressionSpecification => ['==', VERDICT, kind]

const verdictColour = ({ meanings }: Palette): ExpressionSpecification =>
  [
    'match',
    VERDICT,
    ...VERDICT_KINDS.flatMap((kind) => [kind, meanings[kind]] as const),
    'rgba(0,0,0,0)',
  ] as unknown as ExpressionSpecification

/** Verdicts step back where the very ground is drawn over them in the same look. */
const UNDER_GROUND = 0.4
const showsGround = (subject: Subject): boolean => opacityOf(subject, 'gaps') > 0 || opacityOf(subject, 'overlaps') > 0

/**
 * The verdicts: a colour for each, and over it the marks of those that carry a pattern. Their edges are drawn as lines,
 * so the fills need no smoothed outline of their own. Colours fade in, marks follow when they are nearly there.
 */
export const verdictFills = (palette: Palette, subject: Subject, arrived: boolean): LayerSpecification[] => {
  const tileset = unitTileset(subject.level)
  const shown = opacityOf(subject, 'villages')
  if (shown === 0) return []
  const opacity = arrived ? shown * (showsGround(subject) ? UNDER_GROUND : 1) : 0
  const unit = { type: 'fill', source: tileset, 'source-layer': tileset } as const
  return [
    {
      id: 'verdict',
      ...unit,
      paint: { 'fill-antialias': false, 'fill-color': verdictColour(palette), 'fill-opacity': opacity },
    },
    ...PATTERNED.map(
      (kind): LayerSpecification => ({
        id: `verdict-${kind}`,
        ...unit,
        paint: {
          'fill-antialias': false,
          'fill-pattern': kind,
          'fill-opacity': ['case', isVerdict(kind), 1, 0],
          'fill-layer-opacity': opacity,
          'fill-layer-opacity-transition': { duration: 0, delay: 120 },
        },
      }),
    ),
  ]
}

/** Judged islands wear a disc until their shape is read: many are a few pixels wide, some are known as a point only. */
export const verdictDiscs = (palette: Palette, subject: Subject, arrived: boolean): LayerSpecification[] => {
  const shown = arrived ? opacityOf(subject, 'villages') : 0
  if (subject.level !== 'island' || shown === 0) return []
  const island = {
    source: 'islands',
    'source-layer': 'islands',
    filter: ['all', ['==', ['geometry-type'], 'Point'], placesWithin(subject.region)] as FilterSpecification,
  }
  return [
    {
      id: 'verdict-disc',
      type: 'circle',
      ...island,
      paint: {
        'circle-radius': 7,
        'circle-color': verdictColour(palette),
        'circle-opacity': shown,
        'circle-stroke-color': palette.ground.ink,
        'circle-stroke-width': ['case', ['==', VERDICT, ''], 0, 1],
      },
    },
    ...PATTERNED.map(
      (kind): LayerSpecification => ({
        id: `verdict-disc-${kind}`,
        type: 'symbol',
        ...island,
        layout: { 'icon-image': discImage(kind), 'icon-allow-overlap': true, 'icon-ignore-placement': true },
        paint: { 'icon-opacity': ['case', isVerdict(kind), shown, 0] },
      }),
    ),
  ]
}

/** Edges that were only estimated are never drawn as if they were surveyed. */
const dash = (estimated: boolean) => (estimated ? { 'line-dasharray': [3, 2] } : {})

type PlaceEdges = {
  readonly palette: Palette
  readonly estimated: boolean
  /** Where the outlines lie; those of the subject are any level's. */
  readonly tileset: TilesetId
  readonly filter: FilterSpecification
}

/** An edge and the paper casing that carries it over the fills. */
const edgesOf = (
  name: string,
  { palette, estimated, tileset, filter }: PlaceEdges,
  paper: readonly [widthPx: number, opacity: number],
  edge: readonly [widthPx: number, paint: object],
): LayerSpecification[] => {
  const line = (id: string, colour: string, widthPx: number, paint: object): LayerSpecification => ({
    id: `${name}-${id}`,
    type: 'line',
    source: tileset,
    'source-layer': linesOf(tileset),
    filter,
    layout: { 'line-join': 'round', 'line-cap': estimated ? 'butt' : 'round' },
    paint: { 'line-color': colour, 'line-width': growing(widthPx), ...paint },
  })
  return [
    line('paper', palette.ground.halo, paper[0], { 'line-opacity': paper[1] }),
    line('edge', palette.meanings.boundary, edge[0], { ...edge[1], ...dash(estimated) }),
  ]
}

const VILLAGE_OPACITY: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 8, 0.2, 10.5, 0.6]
export const villageEdges = (edges: PlaceEdges): LayerSpecification[] =>
  edgesOf('village', edges, [1.1, 0.8], [0.5, { 'line-opacity': VILLAGE_OPACITY }])
export const districtEdges = (edges: PlaceEdges): LayerSpecification[] =>
  edgesOf('district', edges, [2.6, 0.9], [1.2, { 'line-opacity': 0.85 }])
/** A guess is not drawn with the weight of a boundary. */
export const subjectEdges = (edges: PlaceEdges): LayerSpecification[] =>
  edgesOf('subject', edges, [4.8, 0.9], [edges.estimated ? 1.1 : 2.4, {}])

/** Village, district and regency edges, each with its paper casing. */
export const unitEdges = (palette: Palette, subject: Subject, estimated: boolean): LayerSpecification[] => {
  const { tileset, edge } = subjectShape(subject.region)
  const inside = { palette, estimated, filter: bordersWithin(subject.region) }
  const showsVillages = opacityOf(subject, 'villages') > 0 && subject.level === 'village'
  return [
    ...(showsVillages ? villageEdges({ ...inside, tileset: 'villages' }) : []),
    ...(opacityOf(subject, 'districts') > 0 ? districtEdges({ ...inside, tileset: 'districts' }) : []),
    ...(opacityOf(subject, 'regencies') > 0 ? subjectEdges({ palette, estimated, filter: edge, tileset }) : []),
  ]
}

/** Units that an analysis is about, firmly outlined on both sides of any border; null where there is none. */
export const amongEdges = (
  palette: Palette,
  { level }: Subject,
  among: readonly Code[] | null,
): LayerSpecification[] => {
  if (among === null) return []
  const tileset = unitTileset(level)
  const edge = (id: string, colour: string, widthPx: number): LayerSpecification => ({
    id,
    type: 'line',
    source: tileset,
    'source-layer': linesOf(tileset),
    filter: bordersOfAny(among),
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': colour, 'line-width': growing(widthPx) },
  })
  return [edge('among-paper', palette.ground.halo, 3.6), edge('among-edge', palette.ground.ink, 1.3)]
}

const touchable = ({ region, level }: Subject, among: readonly Code[] | null): FilterSpecification => {
  // Records name no place of the hierarchy in their tiles; their layer holds nothing else.
  if (level === 'zone' || level === 'authority') return ['==', ['geometry-type'], 'Polygon']
  return among === null
    ? placesWithin(region)
    : ['any', placesWithin(region), ['in', ['get', 'code'], ['literal', [...among]]]]
}

/** Draws nothing; it is what the pointer finds, whether verdicts are shown or not. */
export const unitTouch = (subject: Subject, among: readonly Code[] | null): LayerSpecification => ({
  id: 'unit-touch',
  type: 'fill',
  source: unitTileset(subject.level),
  'source-layer': unitTileset(subject.level),
  filter: touchable(subject, among),
  paint: { 'fill-opacity': 0 },
})
