import type { Layer } from '@deck.gl/core'
import { DataFilterExtension, type DataFilterExtensionProps } from '@deck.gl/extensions'
import { PathLayer, ScatterplotLayer, SolidPolygonLayer } from '@deck.gl/layers'
import { ACTIVITY_STATUSES } from '../../data/model/activity.ts'
import { classOf, type Hexagon, type HexagonPlace, OPEN_MONTH, outlineOfHexagon } from '../../data/model/density.ts'
import { densityColours } from '../../styles/density.ts'
import { type Colour, channelsOf, type Palette } from '../../styles/palette.ts'
import { statusLook } from '../../styles/records.ts'
import type { Told } from './told.ts'

/** Edges, rivers and names stay above what is drawn here. */
export const BENEATH = 'unit-touch'

type OnMap = { readonly beforeId: string }
const common = {
  beforeId: BENEATH,
  pickable: false,
  parameters: { depthCompare: 'always', depthWriteEnabled: false },
} as const

/** A hair of ground between them, so that each is seen to be one. */
const SHARE = 0.95
const OPACITY = 0.86

/** Hexagons in the colours of their classes; `outlined` are those under the pointer or chosen, the chosen one last. */
export const hexagonLayers = (
  { grid, all, limits }: NonNullable<Told['hexagons']>,
  outlined: readonly HexagonPlace[],
  palette: Palette,
): Layer[] => {
  const colours = densityColours(palette, limits.length)
  const edge = (id: string, colour: Colour, widthPx: number) =>
    new PathLayer<HexagonPlace, OnMap>({
      ...common,
      id,
      data: outlined,
      getPath: (place) => outlineOfHexagon(place, grid, SHARE),
      getColor: [...channelsOf(colour)],
      getWidth: widthPx,
      widthUnits: 'pixels',
      jointRounded: true,
      capRounded: true,
    })
  return [
    new SolidPolygonLayer<Hexagon, OnMap>({
      ...common,
      id: 'density-hexagons',
      data: all,
      opacity: OPACITY,
      positionFormat: 'XY',
      getPolygon: (place) => outlineOfHexagon(place, grid, SHARE),
      getFillColor: ({ activities }) => [...colours[Math.max(0, classOf(activities, limits))]!],
      updateTriggers: { getFillColor: [limits, palette.name] },
    }),
    edge('density-paper', palette.ground.halo, 6),
    edge('density-edge', palette.ground.ink, 2.6),
  ]
}

/** The side of the plane that degrees are laid out on. Done here once, and not by the GPU for every corner in every frame. */
const WORLD = 512

export type PointColumns = {
  readonly length: number
  readonly attributes: Readonly<
    Record<string, { readonly value: ArrayBufferView; readonly size: number; readonly normalized?: boolean }>
  >
}

/** The columns of the answer as the GPU takes them, each point in the look of its status on the map. */
export const pointColumns = ({ points: { activities, sites }, spans }: Told, palette: Palette): PointColumns => {
  const { length } = sites.activity
  const looks = ACTIVITY_STATUSES.map((status) => {
    const { fill, ring, scale } = statusLook(status, palette)
    return { fill: channelsOf(fill as Colour), ring: channelsOf(ring as Colour), scale }
  })
  const position = new Float64Array(2 * length)
  const fill = new Uint8ClampedArray(3 * length)
  const ring = new Uint8ClampedArray(3 * length)
  const radius = new Float32Array(length)
  const span = new Float32Array(2 * length)
  for (let site = 0; site < length; site += 1) {
    const row = sites.activity[site]!
    const look = looks[activities.status[row]!]!
    position[2 * site] = WORLD * (0.5 + sites.lng[site]! / 360e6)
    position[2 * site + 1] = WORLD * (0.5 + Math.asinh(Math.tan((sites.lat[site]! * Math.PI) / 180e6)) / (2 * Math.PI))
    fill.set(look.fill, 3 * site)
    ring.set(look.ring, 3 * site)
    radius[site] = look.scale
    span[2 * site] = spans.first[row]!
    span[2 * site + 1] = spans.last[row]!
  }
  return {
    length,
    attributes: {
      getPosition: { value: position, size: 2 },
      getFillColor: { value: fill, size: 3 },
      getLineColor: { value: ring, size: 3 },
      getRadius: { value: radius, size: 1 },
      getFilterValue: { value: span, size: 2 },
    },
  }
}

/** To be told how many it let through, the page waits for the GPU: of many points that takes as long as a frame. */
const filters = {
  counting: new DataFilterExtension({ filterSize: 2, countItems: true }),
  quick: new DataFilterExtension({ filterSize: 2 }),
}

const MANY = 20_000

/** As large as the map draws its own points at this zoom; smaller where there are very many. */
const radiusPx = (zoom: number, count: number): number => {
  const growth = zoom < 9 ? 0.6 + (0.4 * Math.max(0, zoom - 6)) / 3 : 1 + (0.6 * Math.min(5, zoom - 9)) / 5
  return 4 * growth * (count < 2_000 ? 1 : count < MANY ? 0.75 : 0.5)
}

/** Points that are under way in the months, chosen by the GPU; of fewer than `MANY` it tells how many it let through. */
export const pointLayers = (
  columns: PointColumns,
  { months }: Pick<Told, 'months'>,
  zoom: number,
  onDrawn: (count: number) => void,
): Layer[] => [
  new ScatterplotLayer<unknown, OnMap & DataFilterExtensionProps>({
    ...common,
    id: 'density-points',
    data: columns as object as { length: number },
    coordinateSystem: 'cartesian',
    // Rings are lost where points lie over each other, and a device without a graphics card draws twice as long.
    stroked: columns.length < MANY,
    antialiasing: columns.length < MANY,
    filled: true,
    radiusUnits: 'pixels',
    radiusScale: radiusPx(zoom, columns.length),
    lineWidthUnits: 'pixels',
    getLineWidth: 1.3,
    extensions: [columns.length < MANY ? filters.counting : filters.quick],
    filterRange: [
      [-OPEN_MONTH, months.to],
      [months.from, 2 * OPEN_MONTH],
    ],
    onFilteredItemsChange: ({ count }) => onDrawn(count),
  }),
]
