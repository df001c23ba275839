import type { Geometry, Position } from 'geojson'
import type { Bounds } from '../bounds.ts'
import { LEVEL_OF_LAYER, type PlaceLayer, placeProperties } from '../features.ts'
import { LAND, RIVERS } from '../places/basemap.ts'
import type { World } from '../world.ts'
import { bordersOf, shoresOf } from './borders.ts'
import type { TileFeature } from './cut.ts'

/* What no filter and no entry changes, as the map draws it: tiles are cut from it, and printed sheets. */

export type FieldType = 'String' | 'Number' | 'Boolean'

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

export const PLACE_FIELDS = {
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

const placesOf = ({ geography }: World, id: PlaceLayer) => geography.within('', LEVEL_OF_LAYER[id])

export const placeShapes = (world: World, id: PlaceLayer): readonly TileFeature[] => {
  const keep = Object.keys(PLACE_FIELDS[id])
  const places = placesOf(world, id)
  // A tile keeps whole hectares, which it packs small; an island may be less than one.
  const inTile = (areaHa: number) => (id === 'islands' ? Math.round(areaHa * 100) / 100 : Math.round(areaHa))
  const propertiesOf = (place: (typeof places)[number]) => {
    const properties = { ...placeProperties(id, place, world.geography), areaHa: inTile(place.areaHa) }
    return Object.fromEntries(Object.entries(properties).filter(([name]) => keep.includes(name)))
  }
  const drawn = places.map((place) => feature(place.geometry, propertiesOf(place)))
  // A shape lost at low zoom still has its symbol and its name.
  const marked = places
    .filter(({ level, geometry }) => level === 'island' && geometry.type !== 'Point')
    .map((place) => feature({ type: 'Point', coordinates: [...place.position] }, propertiesOf(place)))
  return [...drawn, ...marked]
}

export const placeBorders = (world: World, id: PlaceLayer): readonly TileFeature[] => bordersOf(placesOf(world, id))

/** The base map is cut out of a larger one: its frame is no shore. */
const FRAME: Bounds = [107.5, -4.6, 114.6, 1.9]
const isOnFrame = ([lng, lat]: Position): boolean => {
  const [west, south, east, north] = FRAME
  const near = (value: number, edge: number) => Math.abs(value - edge) < 1e-3
  return near(lng!, west) || near(lng!, east) || near(lat!, south) || near(lat!, north)
}

export const landShapes = (): readonly TileFeature[] => LAND.features.map(({ geometry }) => feature(geometry, {}))

export const shoreLines = (): readonly TileFeature[] => shoresOf(LAND.features, isOnFrame)

export const riverLines = (): readonly TileFeature[] =>
  RIVERS.features.map(({ geometry, properties }) => feature(geometry, properties))

export const contextShapes = ({ context }: World): readonly TileFeature[] =>
  context.features.map(({ geometry, properties: { code, name } }) => feature(geometry, { code, name }))

export const contextBorders = ({ context }: World): readonly TileFeature[] =>
  bordersOf(context.features.map(({ geometry, properties }) => ({ ...properties, geometry })))
