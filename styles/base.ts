import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { type Code, levelOf } from '../data/model/codes.ts'
import { drawnSpacings } from './graticule.ts'
import type { Palette } from './palette.ts'
import { sheetLayers } from './sheet.ts'
import { linesOf, type TilesetId } from './sources.ts'

/** How much of its width at zoom 8 a line has: `[zoom, share]`, growing in between. */
const GROWTH = [
  [5, 0.6],
  [8, 1],
  [12, 1.5],
  [16, 2.2],
] as const
const GROWTH_BASE = 1.3

/** A width in pixels that grows gently with the zoom: given at zoom 8, half as much again at 12. */
export const growing = (widthPx: number): ExpressionSpecification =>
  [
    'interpolate',
    ['exponential', GROWTH_BASE],
    ['zoom'],
    ...GROWTH.flatMap(([zoom, share]) => [zoom, widthPx * share]),
  ] as unknown as ExpressionSpecification

/** What `growing` comes to at one zoom. */
export const grownPx = (widthPx: number, zoom: number): number => {
  const above = GROWTH.findIndex(([stop]) => stop > zoom)
  if (above === -1) return widthPx * GROWTH.at(-1)![1]
  const [to, toShare] = GROWTH[above]!
  if (above === 0) return widthPx * toShare
  const [from, fromShare] = GROWTH[above - 1]!
  const along = (GROWTH_BASE ** (zoom - from) - 1) / (GROWTH_BASE ** (to - from) - 1)
  return widthPx * (fromShare + (toShare - fromShare) * along)
}

const sideOf = (side: 'a' | 'b'): ExpressionSpecification => ['coalesce', ['get', side], '']

/** Outlines carry the codes on both sides, `a` and `b`: those of one place. */
export const borderOf = (code: Code): FilterSpecification => [
  'any',
  ['==', sideOf('a'), code],
  ['==', sideOf('b'), code],
]

/** Outlines of everything inside a region, its own edge with them; the empty text is everywhere. */
export const bordersWithin = (region: Code | ''): FilterSpecification => {
  if (region === '') return true
  const prefix = `${region}.`
  const inside = (side: 'a' | 'b'): ExpressionSpecification => ['==', ['slice', sideOf(side), 0, prefix.length], prefix]
  return ['any', inside('a'), inside('b')]
}

/** Areas and points below a region in the hierarchy; of a bare place, itself; the empty text is everywhere. */
export const placesWithin = (region: Code | ''): ExpressionSpecification | true =>
  region === ''
    ? true
    : ['any', ['==', ['get', 'code'], region], ['==', ['slice', ['get', 'code'], 0, region.length + 1], `${region}.`]]

export const bordersOfAny = (codes: readonly Code[]): FilterSpecification => [
  'any',
  ['in', sideOf('a'), ['literal', [...codes]]],
  ['in', sideOf('b'), ['literal', [...codes]]],
]

const TILESETS_BY_LEVEL = {
  regency: 'regencies',
  district: 'districts',
  village: 'villages',
  island: 'islands',
} as const

type SubjectShape = {
  readonly tileset: TilesetId
  readonly edge: FilterSpecification
  readonly area: FilterSpecification
}

/** Where the subject region's own shape is found; a province is all of its regencies. */
export const subjectShape = (region: Code): SubjectShape => {
  const level = levelOf(region)
  if (level === null || level === 'region')
    return {
      tileset: 'regencies',
      edge: bordersWithin(region),
      area: ['==', ['slice', ['get', 'code'], 0, region.length + 1], `${region}.`],
    }
  return { tileset: TILESETS_BY_LEVEL[level], edge: borderOf(region), area: ['==', ['get', 'code'], region] }
}

const shoreBand = (id: string, colour: string, widthPx: number): LayerSpecification => ({
  id,
  type: 'line',
  source: 'land',
  'source-layer': linesOf('land'),
  layout: { 'line-join': 'round', 'line-cap': 'round' },
  paint: { 'line-color': colour, 'line-width': growing(widthPx), 'line-blur': growing(widthPx * 0.45) },
})

const graticuleLayers = (palette: Palette): LayerSpecification[] =>
  drawnSpacings().map(({ minutes, min, max }) => ({
    id: `graticule-${minutes}`,
    type: 'line',
    source: 'graticule',
    minzoom: min,
    maxzoom: max,
    filter: ['==', ['get', 'spacing'], minutes],
    paint: { 'line-color': palette.ground.graticule, 'line-width': 0.6, 'line-opacity': 0.38 },
  }))

/** Paper, sea, shore, land and the neighbours: everything that lies under the subject. */
export const baseLayers = (palette: Palette): LayerSpecification[] => [
  ...sheetLayers(palette),
  shoreBand('sea-near', palette.ground.seaNear, 34),
  shoreBand('sea-shore', palette.ground.seaShore, 14),
  {
    id: 'land',
    type: 'fill',
    source: 'land',
    'source-layer': 'land',
    paint: { 'fill-color': palette.ground.landDimmed },
  },
  {
    id: 'shore',
    type: 'line',
    source: 'land',
    'source-layer': linesOf('land'),
    paint: { 'line-color': palette.ground.shore, 'line-width': growing(0.8) },
  },
  ...graticuleLayers(palette),
  {
    id: 'context-lines',
    type: 'line',
    source: 'context',
    'source-layer': linesOf('context'),
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': palette.ground.contextLine,
      'line-width': growing(0.9),
      'line-dasharray': [7, 2.2, 1.6, 2.2],
    },
  },
]

/** The subject's ground, lifted off its neighbours by a soft shade around it. */
export const subjectGround = ({ ground, name }: Palette, region: Code): LayerSpecification[] => {
  const { tileset, edge, area } = subjectShape(region)
  const lift: LayerSpecification = {
    id: 'subject-lift',
    type: 'line',
    source: tileset,
    'source-layer': linesOf(tileset),
    filter: edge,
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: {
      'line-color': ground.lift,
      'line-width': growing(14),
      'line-blur': growing(10),
      'line-opacity': name === 'dark' ? 0.5 : 0.2,
    },
  }
  return [
    ...(name === 'print' ? [] : [lift]),
    {
      id: 'subject-land',
      type: 'fill',
      source: tileset,
      'source-layer': tileset,
      filter: area,
      paint: { 'fill-color': ground.land, 'fill-antialias': false },
    },
  ]
}

/** The lines are good to about zoom 9 (the Kapuas passes a kilometre from Sintang town): closer, they only hint. */
const TRUE_TO_ZOOM: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 9.5, 1, 11.5, 0.35]

/** Classes of WDBII below this one are rivers to find one's way by; from it on they are streams. */
export const LEAST_STREAM_CLASS = 4

/** The one blue thread, with a paper casing that carries it over the verdicts. */
export const riverLayers = ({ ground, meanings }: Palette): LayerSpecification[] => {
  const streams: FilterSpecification = ['>=', ['to-number', ['get', 'class']], LEAST_STREAM_CLASS]
  const line = (id: string, filter: FilterSpecification, colour: string, widthPx: number): LayerSpecification => ({
    id,
    type: 'line',
    source: 'rivers',
    'source-layer': 'rivers',
    filter,
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': colour, 'line-width': growing(widthPx), 'line-opacity': TRUE_TO_ZOOM },
  })
  return [
    line('stream', streams, meanings.river, 1),
    line('river-casing', ['!', streams], ground.halo, 4.2),
    line('river', ['!', streams], meanings.river, 2.5),
  ]
}
