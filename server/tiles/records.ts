import Flatbush from 'flatbush'
import type { Feature, Geometry, LineString, MultiPolygon, Polygon, Position } from 'geojson'
import type { Code } from '../../data/model/codes.ts'
import { meets, type Period } from '../../data/model/period.ts'
import type { AnyRecord } from '../../data/model/record.ts'
import { type Bounds, boundsOf } from '../bounds.ts'
import { describe } from '../describe.ts'
import { KIND_OF_LAYER, type RecordLayer, recordProperties } from '../features.ts'
import type { World } from '../world.ts'
import type { TileFeature } from './cut.ts'

/** Undefined and empty are no filter. `statuses` are those of activities and leave other records alone. */
export type TileFilter = {
  /** Only gaps and overlaps: the ground of villages in it. */
  readonly region?: Code | undefined
  readonly theme?: string | undefined
  readonly period?: Period | undefined
  readonly organisations?: readonly string[] | undefined
  readonly statuses?: readonly string[] | undefined
  /** Fires when whoever asked leaves. */
  readonly signal?: AbortSignal | undefined
}

type Drawn = {
  readonly shape: TileFeature | null
  readonly lines: readonly TileFeature[]
  readonly passes: (filter: TileFilter) => boolean
}

const passesOf = (entry: AnyRecord): Drawn['passes'] => {
  const { themes, organisations, span } = describe(entry)
  const ids = organisations.map(({ id }) => id)
  return ({ theme, period, organisations: wanted = [] }) =>
    (theme === undefined || themes.includes(theme)) &&
    (period === undefined || span === undefined || meets(span, period)) &&
    (wanted.length === 0 || wanted.some((id) => ids.includes(id)))
}

const ringsOf = (geometry: Polygon | MultiPolygon): readonly Position[][] =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()

const linesOf = (geometry: Geometry): readonly Position[][] => {
  switch (geometry.type) {
    case 'LineString':
      return [geometry.coordinates]
    case 'Polygon':
    case 'MultiPolygon':
      return ringsOf(geometry)
    default:
      return []
  }
}

/** Lists travel as text, for a tile holds no lists; dates and words as they are. */
const scalars = (properties: Readonly<Record<string, unknown>>, names: readonly string[]): TileFeature['properties'] =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = properties[name]
      if (Array.isArray(value)) return [[name, value.join(',')]]
      return typeof value === 'string' || typeof value === 'number' ? [[name, value]] : []
    }),
  )

const SHOWN = [
  'id',
  'title',
  'name',
  'kind',
  'stage',
  'status',
  'holder',
  'year',
  'themes',
  'organisations',
  'start',
  'end',
  'origin',
]

/** A record that names places draws them only where the layer is about places: an agreement's scope. */
const geometriesOf = (layer: RecordLayer, entry: AnyRecord, { geography }: World): readonly Geometry[] => {
  const { geometries, codes, region } = describe(entry)
  if (layer !== 'agreements') return geometries
  const named = codes.length > 0 ? codes : region ? [region] : []
  return named.flatMap((code) => geography.find(code)?.geometry ?? [])
}

const drawnOf = (layer: RecordLayer, entry: AnyRecord, world: World): readonly Drawn[] => {
  const properties = scalars(recordProperties(layer, entry), SHOWN)
  const passes = passesOf(entry)
  return geometriesOf(layer, entry, world).map((geometry) => ({
    passes,
    shape: geometry.type === 'LineString' ? null : { type: 'Feature', geometry, properties },
    lines: linesOf(geometry).map(
      (coordinates): Feature<LineString, TileFeature['properties']> => ({
        type: 'Feature',
        geometry: { type: 'LineString', coordinates },
        properties,
      }),
    ),
  }))
}

type Shelf = { readonly seq: number; readonly drawn: readonly Drawn[]; readonly tree: Flatbush | null }

const shelve = (world: World, layer: RecordLayer): Shelf => {
  const { all, asOf } = world.everyone
  const kind = KIND_OF_LAYER[layer]
  const { seq } = asOf()
  const drawn = all(kind).flatMap((record) => drawnOf(layer, { kind, record } as AnyRecord, world))
  if (drawn.length === 0) return { seq, drawn, tree: null }
  const tree = new Flatbush(drawn.length)
  for (const { shape, lines } of drawn)
    tree.add(...boundsOf([...(shape ? [shape.geometry] : []), ...lines.map(({ geometry }) => geometry)])!)
  tree.finish()
  return { seq, drawn, tree }
}

/** Sites of records by box, indexed once a journal position; the filters are asked of the few that a tile's box lets through. */
export const createRecordTiles = (world: World) => {
  const shelves = new Map<RecordLayer, Shelf>()
  const found = (layer: RecordLayer, bounds: Bounds, filter: TileFilter): readonly Drawn[] => {
    const kept = shelves.get(layer)
    const shelf = kept?.seq === world.everyone.asOf().seq ? kept : shelve(world, layer)
    shelves.set(layer, shelf)
    const hits = shelf.tree?.search(...bounds).sort((a, b) => a - b) ?? []
    return hits.map((at) => shelf.drawn[at]!).filter(({ passes }) => passes(filter))
  }
  return {
    shapes: (layer: RecordLayer, bounds: Bounds, filter: TileFilter): readonly TileFeature[] =>
      found(layer, bounds, filter).flatMap(({ shape }) => shape ?? []),
    lines: (layer: RecordLayer, bounds: Bounds, filter: TileFilter): readonly TileFeature[] =>
      found(layer, bounds, filter).flatMap(({ lines }) => lines),
  }
}
