import type { Geometry, Position } from 'geojson'
import { TILESETS, type TilesetId } from '../../styles/sources.ts'
import type { Bounds } from '../bounds.ts'
import { LEVEL_OF_LAYER, type PlaceLayer, placeProperties } from '../features.ts'
import { LAND, RIVERS } from '../places/basemap.ts'
import type { World } from '../world.ts'
import { activityTileset } from './activity_tileset.ts'
import { bordersOf, shoresOf } from './borders.ts'
import { type Cutter, cutNow, cutOnce, cutTile, type Grain, type TileAddress, type TileFeature } from './cut.ts'
import { groundTilesets } from './ground_tileset.ts'
import { labelsOf } from './labels.ts'
import { createRecordTiles, type TileFilter } from './records.ts'

type FieldType = 'String' | 'Number' | 'Boolean'
export type VectorLayer = {
  readonly id: string
  readonly description: string
  readonly fields: Readonly<Record<string, FieldType>>
}

export type Tileset = {
  readonly id: TilesetId | 'agreements'
  readonly description: string
  readonly maxZoom: number
  readonly layers: readonly VectorLayer[]
  /** Refuses a filter that its tiles need and lack; absent where they need none and know no region. */
  accepts?(filter: TileFilter): void
  /** A vector tile; null when nothing is in it. */
  cut(address: TileAddress, filter: TileFilter): Uint8Array | null | Promise<Uint8Array | null>
}

/** Layers that no filter changes. */
const standing =
  (cutters: Readonly<Record<string, Cutter>>, grain: Grain = 'fine'): Tileset['cut'] =>
  (address) =>
    cutTile(cutters, address, grain)

const BORDER_FIELDS = { a: 'String', b: 'String' } as const
const linesLayer = (id: string): VectorLayer => ({
  id: `${id}-lines`,
  description: 'Outlines as lines, each shared stretch once; `a` and `b` name what lies on either side',
  fields: BORDER_FIELDS,
})

const flat = (properties: Readonly<Record<string, unknown>>): TileFeature['properties'] =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([name, value]) => {
      if (value === null || value === undefined) return []
      if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return [[name, value]]
      return [[name, Array.isArray(value) ? value.join(',') : JSON.stringify(value)]]
    }),
  )

const feature = (geometry: Geometry, properties: Readonly<Record<string, unknown>>): TileFeature => ({
  type: 'Feature',
  geometry,
  properties: flat(properties),
})

const placeFields = {
  villages: { code: 'String', name: 'String' },
  districts: { code: 'String', name: 'String', areaHa: 'Number' },
  regencies: { code: 'String', name: 'String', areaHa: 'Number' },
  islands: {
    code: 'String',
    name: 'String',
    areaHa: 'Number',
    populated: 'Boolean',
    outermost: 'Boolean',
    village: 'String',
  },
} as const satisfies Record<PlaceLayer, Record<string, FieldType>>

const placeTileset = (world: World, id: PlaceLayer): Tileset => {
  const { geography } = world
  const places = geography.within('', LEVEL_OF_LAYER[id])
  const keep = Object.keys(placeFields[id])
  // A tile keeps whole hectares, which it packs small; an island may be less than one.
  const inTile = (areaHa: number) => (id === 'islands' ? Math.round(areaHa * 100) / 100 : Math.round(areaHa))
  const propertiesOf = (place: (typeof places)[number]) => {
    const properties = { ...placeProperties(id, place, geography), areaHa: inTile(place.areaHa) }
    return Object.fromEntries(Object.entries(properties).filter(([name]) => keep.includes(name)))
  }
  const shapes = () => {
    const drawn = places.map((place) => feature(place.geometry, propertiesOf(place)))
    // A shape lost at low zoom still has its symbol and its name.
    const marked = places
      .filter(({ level, geometry }) => level === 'island' && geometry.type !== 'Point')
      .map((place) => feature({ type: 'Point', coordinates: [...place.position] }, propertiesOf(place)))
    return [...drawn, ...marked]
  }
  const { maxZoom } = TILESETS[id]
  // Districts run along villages, so both are cut with one grain.
  const grain: Grain = id === 'villages' || id === 'districts' ? 'light' : 'fine'
  const cutters = {
    [id]: cutOnce(shapes, maxZoom, grain),
    [`${id}-lines`]: cutOnce(() => bordersOf(places), maxZoom, grain),
  }
  return {
    id,
    description: `Indicative shapes and outlines: ${id}`,
    maxZoom,
    layers: [{ id, description: 'Shapes; islands also as points', fields: placeFields[id] }, linesLayer(id)],
    cut: standing(cutters, grain),
  }
}

/** The base map is cut out of a larger one: its frame is no shore. */
const FRAME: Bounds = [107.5, -4.6, 114.6, 1.9]
const isOnFrame = ([lng, lat]: Position): boolean => {
  const [west, south, east, north] = FRAME
  const near = (value: number, edge: number) => Math.abs(value - edge) < 1e-3
  return near(lng!, west) || near(lng!, east) || near(lat!, south) || near(lat!, north)
}

const landTileset = (): Tileset => {
  const { maxZoom } = TILESETS.land
  const cutters = {
    land: cutOnce(() => LAND.features.map(({ geometry }) => feature(geometry, {})), maxZoom),
    'land-lines': cutOnce(() => shoresOf(LAND.features, isOnFrame), maxZoom),
  }
  return {
    id: 'land',
    description: 'Land and its shore (GSHHG), good to about zoom 9',
    maxZoom,
    layers: [
      { id: 'land', description: 'Land', fields: {} },
      { id: 'land-lines', description: 'Shore lines, without the frame the base map was cut with', fields: {} },
    ],
    cut: standing(cutters),
  }
}

const riverTileset = (): Tileset => {
  const { maxZoom } = TILESETS.rivers
  const cutters = {
    rivers: cutOnce(() => RIVERS.features.map(({ geometry, properties }) => feature(geometry, properties)), maxZoom),
  }
  return {
    id: 'rivers',
    description: 'Rivers (WDBII)',
    maxZoom,
    layers: [{ id: 'rivers', description: 'A smaller class is a larger river', fields: { class: 'Number' } }],
    cut: standing(cutters),
  }
}

const contextTileset = ({ context }: World): Tileset => {
  const { maxZoom } = TILESETS.context
  const shapes = context.features.map(({ geometry, properties }) => ({ ...properties, geometry }))
  const cutters = {
    context: cutOnce(
      () => shapes.map(({ code, name, geometry }) => feature(geometry, { code, name })),
      maxZoom,
      'light',
    ),
    'context-lines': cutOnce(() => bordersOf(shapes), maxZoom, 'light'),
  }
  return {
    id: 'context',
    description: 'Neighbouring regencies, coarse, to be drawn dimmed',
    maxZoom,
    layers: [
      { id: 'context', description: 'Shapes', fields: { code: 'String', name: 'String' } },
      linesLayer('context'),
    ],
    cut: standing(cutters, 'light'),
  }
}

const labelTileset = (world: World): Tileset => {
  const { maxZoom } = TILESETS.labels
  const all = cutOnce(() => labelsOf(world), maxZoom, 'light')
  const withoutVillages = cutOnce(
    () => labelsOf(world).filter(({ properties }) => properties.level !== 'village'),
    maxZoom,
  )
  // Village names have no room on the map before the deepest of these tiles.
  const cutters = { labels: (address: TileAddress) => (address.z < maxZoom ? withoutVillages : all)(address) }
  return {
    id: 'labels',
    description: 'Where names go',
    maxZoom,
    layers: [
      {
        id: 'labels',
        description: 'Points; a higher priority is placed first',
        fields: { code: 'String', name: 'String', level: 'String', priority: 'Number', context: 'Boolean' },
      },
    ],
    cut: standing(cutters),
  }
}

const RECORD_FIELDS = {
  targets: {
    id: 'String',
    title: 'String',
    year: 'Number',
    themes: 'String',
    organisations: 'String',
    origin: 'String',
  },
  zones: { id: 'String', title: 'String', name: 'String', kind: 'String', themes: 'String', origin: 'String' },
  authority: { id: 'String', title: 'String', name: 'String', kind: 'String', holder: 'String', origin: 'String' },
  agreements: {
    id: 'String',
    title: 'String',
    kind: 'String',
    stage: 'String',
    organisations: 'String',
    origin: 'String',
  },
} as const satisfies Record<string, Record<string, FieldType>>

const recordTilesets = (world: World): Tileset[] => {
  const tiles = createRecordTiles(world)
  return (Object.keys(RECORD_FIELDS) as (keyof typeof RECORD_FIELDS)[]).map((id) => {
    const { maxZoom } = TILESETS[id === 'agreements' ? 'targets' : id]
    return {
      id,
      description: `Records with a place on the map: ${id}. Filters: theme, period, organisation`,
      maxZoom,
      layers: [
        { id, description: 'Points and areas', fields: RECORD_FIELDS[id] },
        { id: `${id}-lines`, description: 'Lines, and the outlines of areas', fields: RECORD_FIELDS[id] },
      ],
      cut: (address, filter) => {
        const cutters = {
          [id]: cutNow((bounds) => tiles.shapes(id, bounds, filter), maxZoom),
          [`${id}-lines`]: cutNow((bounds) => tiles.lines(id, bounds, filter), maxZoom),
        }
        return cutTile(cutters, address, 'fine')
      },
    }
  })
}

/** Every tileset by its id. */
export const createTilesets = (world: World): ReadonlyMap<string, Tileset> =>
  new Map(
    [
      landTileset(),
      riverTileset(),
      contextTileset(world),
      placeTileset(world, 'regencies'),
      placeTileset(world, 'districts'),
      placeTileset(world, 'villages'),
      placeTileset(world, 'islands'),
      labelTileset(world),
      activityTileset(world),
      ...recordTilesets(world),
      ...groundTilesets(world),
    ].map((tileset) => [tileset.id, tileset]),
  )
