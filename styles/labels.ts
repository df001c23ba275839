import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { type Code, levelOf } from '../data/model/codes.ts'
import type { Palette } from './palette.ts'
import { linesOf } from './sources.ts'
import { opacityOf, type Subject } from './subject.ts'

/** Names of the faces in the style's `font-faces`. */
export const FONT = {
  medium: 'Commissioner Medium',
  semibold: 'Commissioner SemiBold',
  water: 'Source Serif Italic',
} as const

const NAME: ExpressionSpecification = ['coalesce', ['get', 'name'], ['get', 'title'], '']
const PRIORITY: ExpressionSpecification = ['-', 0, ['to-number', ['get', 'priority'], 0]]
export const isLevel = (level: string): ExpressionSpecification => ['==', ['get', 'level'], level]
const isWithin = (region: Code): ExpressionSpecification => [
  '==',
  ['slice', ['get', 'code'], 0, region.length + 1],
  `${region}.`,
]

/** Across a meeting room names must be read from the last row. */
const PROJECTOR_GROWTH = 1.3

/** Text sizes in pixels by zoom: `[zoom, size]`, growing in between. */
export const sizes = ({ name }: Palette, ...stops: readonly (readonly [number, number])[]): ExpressionSpecification =>
  [
    'interpolate',
    ['linear'],
    ['zoom'],
    ...stops.flatMap(([zoom, size]) => [zoom, name === 'projector' ? size * PROJECTOR_GROWTH : size]),
  ] as unknown as ExpressionSpecification

type Anchor = 'center' | 'top' | 'bottom' | 'left' | 'right'

export const placeName = (
  palette: Palette,
  id: string,
  filter: FilterSpecification,
  font: string,
  size: ExpressionSpecification,
  minzoom: number,
  anchors: readonly Anchor[] = ['center', 'top', 'bottom', 'left', 'right'],
): LayerSpecification => ({
  id,
  type: 'symbol',
  source: 'labels',
  'source-layer': 'labels',
  filter,
  minzoom,
  layout: {
    'text-field': NAME,
    'text-font': [font],
    'text-size': size,
    'text-max-width': 7,
    'text-line-height': 1.1,
    'text-padding': 3,
    'text-variable-anchor': [...anchors],
    'text-radial-offset': 0.4,
    'text-justify': 'auto',
    'symbol-sort-key': PRIORITY,
  },
  paint: { 'text-color': palette.ground.label, 'text-halo-color': palette.ground.halo, 'text-halo-width': 1.9 },
})

/** Neighbours in spaced small capitals, without their legal form: "Kabupaten Melawi" is MELAWI. */
const neighbourNames = (palette: Palette, region: Code): LayerSpecification => ({
  id: 'label-neighbours',
  type: 'symbol',
  source: 'labels',
  'source-layer': 'labels',
  filter: ['all', isLevel('regency'), ['!=', ['get', 'code'], region], ['!', isWithin(region)]],
  layout: {
    'text-field': ['case', ['==', ['slice', NAME, 0, 10], 'Kabupaten '], ['slice', NAME, 10], NAME],
    'text-font': [FONT.medium],
    'text-transform': 'uppercase',
    'text-letter-spacing': 0.22,
    'text-size': sizes(palette, [6, 9.5], [8, 11.5], [11, 14]),
    'text-max-width': 12,
    'text-padding': 8,
  },
  paint: {
    'text-color': palette.ground.contextLabel,
    'text-halo-color': palette.ground.landDimmed,
    'text-halo-width': 1.4,
  },
})

/** Areas are named along their edge: their middle belongs to the verdicts, the islands and the villages. */
const edgeName = (
  id: 'authority' | 'zones',
  look: {
    readonly font: string
    readonly colour: string
    readonly halo: string
    readonly size: ExpressionSpecification
  },
  opacity: number,
): LayerSpecification => ({
  id: `label-${id}`,
  type: 'symbol',
  source: id,
  'source-layer': linesOf(id),
  layout: {
    'symbol-placement': 'line',
    'symbol-spacing': 420,
    'text-field': NAME,
    'text-font': [look.font],
    'text-size': look.size,
    'text-letter-spacing': 0.08,
    'text-max-angle': 30,
    'text-offset': [0, 0.95],
    'text-padding': 4,
  },
  paint: {
    'text-color': look.colour,
    'text-halo-color': look.halo,
    'text-halo-width': 2,
    'text-opacity': opacity,
  },
})

/** Water speaks in serif italic. */
const authorityNames = (palette: Palette, opacity: number): LayerSpecification =>
  edgeName(
    'authority',
    {
      font: FONT.water,
      colour: palette.ground.waterlabel,
      halo: palette.ground.sea,
      size: sizes(palette, [7, 11], [9, 14], [12, 18]),
    },
    opacity,
  )

const zoneNames = (palette: Palette, opacity: number): LayerSpecification =>
  edgeName(
    'zones',
    {
      font: FONT.medium,
      colour: palette.meanings.zone,
      halo: palette.ground.halo,
      size: sizes(palette, [8.5, 10.5], [12, 13]),
    },
    opacity,
  )

/** From the quietest to the loudest: the last is placed first and gives way to nobody. */
export const labelLayers = (palette: Palette, subject: Subject): LayerSpecification[] => {
  const authority = opacityOf(subject, 'authority')
  const zones = opacityOf(subject, 'zones')
  // A ring stands where the name would: the name makes room.
  const marked = opacityOf(subject, 'targets') > 0
  const inside = levelOf(subject.region) === null ? true : isWithin(subject.region)
  return [
    neighbourNames(palette, subject.region),
    ...(zones > 0 ? [zoneNames(palette, zones)] : []),
    ...(authority > 0 ? [authorityNames(palette, authority)] : []),
    placeName(
      palette,
      'label-villages',
      ['all', isLevel('village'), inside],
      FONT.medium,
      sizes(palette, [10, 10.5], [13, 13.5]),
      10,
      marked ? ['top', 'bottom', 'left', 'right'] : undefined,
    ),
    placeName(
      palette,
      'label-districts',
      ['all', isLevel('district'), inside],
      FONT.semibold,
      sizes(palette, [7, 10.5], [8.5, 13], [11, 16]),
      6.5,
    ),
  ]
}
