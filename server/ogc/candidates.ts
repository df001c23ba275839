import type { Geometry, Polygon } from 'geojson'
import type { LayerId } from '../../data/layers/layer.ts'
import type { AsOf, FeatureAnswer, FeatureProperties } from '../../data/model/answers.ts'
import type { AnyRecord } from '../../data/model/record.ts'
import { doMeet } from '../area/meeting.ts'
import { drawnArea } from '../engine/reads/drawn_area.ts'
import {
  geometryOfRecord,
  isPlaceLayer,
  KIND_OF_LAYER,
  type RecordLayer,
  recordFeature,
  recordProperties,
} from '../features.ts'
import { isAnalysis } from '../pages/site.ts'
import { ALL, activityIdsInShape, listInShape } from '../routes/drawn_listing.ts'
import { listFeatures } from '../routes/listing.ts'
import type { World } from '../world.ts'
import { analysed } from './analysis.ts'
import { type Days, reachesInto, yearsOf } from './datetime.ts'

/** A feature whose parts are made when they are asked for: few filters ask for all of them. */
export type Candidate = {
  readonly id: string
  readonly properties: FeatureProperties
  readonly geometry: Geometry | null
}

export type Candidates = {
  readonly asOf: AsOf
  readonly all: Iterable<Candidate>
  readonly find: (id: string) => FeatureAnswer | null
}

type Where = { readonly area: Polygon | null; readonly days: Days | null; readonly year: number }

const known = (asOf: AsOf, features: readonly FeatureAnswer[]): Candidates => {
  const byId = new Map(features.map((feature) => [feature.properties.id, feature]))
  return {
    asOf,
    all: features.map(({ properties, geometry }) => ({ id: properties.id, properties, geometry })),
    find: (id) => byId.get(id) ?? null,
  }
}

const lazily = (layer: RecordLayer, entry: AnyRecord): Candidate => {
  let properties: FeatureProperties | undefined
  return {
    id: entry.record.id,
    get properties() {
      properties ??= recordProperties(layer, entry)
      return properties
    },
    get geometry() {
      return geometryOfRecord(entry)
    },
  }
}

const recordsOf = async (world: World, layer: RecordLayer, { area, days }: Where): Promise<Candidates> => {
  const { everyone } = world
  const kind = KIND_OF_LAYER[layer]
  const find = (id: string): FeatureAnswer | null => {
    const record = everyone.find(kind, id)?.record
    return record ? recordFeature(layer, { kind, record } as AnyRecord) : null
  }
  const asOf = everyone.asOf()
  const inArea = async (drawn: Polygon): Promise<readonly string[]> =>
    layer === 'activities'
      ? activityIdsInShape(world, drawn, { limit: ALL })
      : (await listInShape(world, layer, drawn, { limit: ALL })).features.map(({ properties }) => properties.id)
  const records = area
    ? (await inArea(area)).flatMap((id) => everyone.find(kind, id)?.record ?? [])
    : everyone.all(kind)
  const all = function* (): Generator<Candidate> {
    for (const record of records) {
      const candidate = lazily(layer, { kind, record } as AnyRecord)
      if (!days || reachesInto(candidate.properties.start, candidate.properties.end, days)) yield candidate
    }
  }
  return { asOf, all: all(), find }
}

const verdictsOf = async (
  world: World,
  layer: 'gaps' | 'overlaps',
  { area, days, year }: Where,
): Promise<Candidates> => {
  const period = days ? yearsOf(days) : { from: year, to: year }
  if (period.from > period.to) return known(world.everyone.asOf(), [])
  const { asOf, features } = await analysed(world, layer, period)
  const drawn = area && drawnArea(area)
  return known(asOf, drawn ? features.filter(({ geometry }) => geometry && doMeet(drawn, geometry)) : features)
}

/** All features of a collection in an area and at a time, in no order. */
export const candidatesOf = async (world: World, id: LayerId, where: Where): Promise<Candidates> => {
  if (isAnalysis(id)) return verdictsOf(world, id, where)
  if (!isPlaceLayer(id)) return recordsOf(world, id, where)
  const { area } = where
  const filters = { limit: ALL }
  const { asOf, features } = await (area ? listInShape(world, id, area, filters) : listFeatures(world, id, filters))
  return known(asOf, features)
}
