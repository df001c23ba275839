import type { Polygon } from 'geojson'
import type { FeatureAnswer } from '../../data/model/answers.ts'
import type { AnyRecord } from '../../data/model/record.ts'
import {
  isPlaceLayer,
  KIND_OF_LAYER,
  LEVEL_OF_LAYER,
  type PlaceLayer,
  placeFeature,
  type RecordLayer,
  recordFeature,
} from '../features.ts'
import { ALL, listInShape } from '../routes/drawn_listing.ts'
import { cut, type FeaturePage, type Filters, listFeatures } from '../routes/listing.ts'
import type { World } from '../world.ts'
import { areWholeYears, type Days, reachesInto, yearsOf } from './datetime.ts'

export type CollectionId = PlaceLayer | RecordLayer

export type ItemsAsked = {
  /** In longitude and latitude; null is everywhere. */
  readonly area: Polygon | null
  readonly days: Days | null
  /** The last id of the page before. */
  readonly after: string | undefined
  readonly limit: number
}

const listed = (world: World, id: CollectionId, area: Polygon | null, filters: Filters): Promise<FeaturePage> =>
  area ? listInShape(world, id, area, filters) : listFeatures(world, id, filters)

/** One page of a collection in the order of ids. Places are of all times; a record that only names places is where those are. */
export const itemsOf = async (
  world: World,
  id: CollectionId,
  { area, days, after, limit }: ItemsAsked,
): Promise<FeaturePage> => {
  if (days === null || isPlaceLayer(id)) return listed(world, id, area, { after, limit })
  const period = yearsOf(days)
  if (period.from > period.to)
    return { ...(await listed(world, id, area, { limit: 1 })), matched: 0, features: [], next: null }
  if (areWholeYears(days)) return listed(world, id, area, { period, after, limit })
  // Years are what the tables know: the days within them are looked up in the records.
  const { asOf, features } = await listed(world, id, area, { period, limit: ALL })
  const within = features.filter(({ properties: { start, end } }) => reachesInto(start, end, days))
  return cut(asOf, within, { after, limit })
}

/** One feature by its id; null where the collection has none that everyone may see. */
export const itemOf = ({ geography, everyone }: World, id: CollectionId, feature: string): FeatureAnswer | null => {
  if (isPlaceLayer(id)) {
    const place = geography.find(feature)
    return place?.level === LEVEL_OF_LAYER[id] ? placeFeature(id, place, geography) : null
  }
  const kind = KIND_OF_LAYER[id]
  const held = everyone.find(kind, feature)
  return held ? recordFeature(id, { kind, record: held.record } as AnyRecord) : null
}
