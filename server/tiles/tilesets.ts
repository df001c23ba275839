import { TILESETS, type TilesetId } from '../../styles/sources.ts'
import type { PlaceLayer } from '../features.ts'
import type { World } from '../world.ts'
import { activityTileset } from './activity_tileset.ts'
import { type Cutter, cutNow, cutOnce, cutTile, type Grain, type TileAddress } from './cut.ts'
import { groundTilesets } from './ground_tileset.ts'
import { labelsOf } from './labels.ts'
import { createRecordTiles, type TileFilter } from './records.ts'
import {
  contextBorders,
  contextShapes,
  type FieldType,
  landShapes,
  PLACE_FIELDS,
  placeBorders,
  placeShapes,
  riverLines,
  shoreLines,
} from './standing.ts'

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

const placeTileset = (world: World, id: PlaceLayer): Tileset => {
  const { maxZoom } = TILESETS[id]
  // Districts run along villages, so both are cut with one grain.
  const grain: Grain = id === 'villages' || id === 'districts' ? 'light' : 'fine'
  const cutters = {
    [id]: cutOnce(() => placeShapes(world, id), maxZoom, grain),
    [`${id}-lines`]: cutOnce(() => placeBorders(world, id), maxZoom, grain),
  }
  return {
    id,
    description: `Indicative shapes and outlines: ${id}`,
    maxZoom,
    layers: [{ id, description: 'Shapes; islands also as points', fields: PLACE_FIELDS[id] }, linesLayer(id)],
    cut: standing(cutters, grain),
  }
}

const landTileset = (): Tileset => {
  const { maxZoom } = TILESETS.land
  const cutters = {
    land: cutOnce(landShapes, maxZoom),
    'land-lines': cutOnce(shoreLines, maxZoom),
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
    rivers: cutOnce(riverLines, maxZoom),
  }
  return {
    id: 'rivers',
    description: 'Rivers (WDBII)',
    maxZoom,
    layers: [{ id: 'rivers', description: 'A smaller class is a larger river', fields: { class: 'Number' } }],
    cut: standing(cutters),
  }
}

const contextTileset = (world: World): Tileset => {
  const { maxZoom } = TILESETS.context
  const cutters = {
    context: cutOnce(() => contextShapes(world), maxZoom, 'light'),
    'context-lines': cutOnce(() => contextBorders(world), maxZoom, 'light'),
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
