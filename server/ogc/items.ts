import { setImmediate as breathe } from 'node:timers/promises'
import type { Polygon } from 'geojson'
import type { LayerId } from '../../data/layers/layer.ts'
import type { AsOf, FeatureAnswer } from '../../data/model/answers.ts'
import type { AnyRecord } from '../../data/model/record.ts'
import { doMeet } from '../area/meeting.ts'
import type { Filter } from '../cql2/filter.ts'
import { abandoned } from '../engine/geometry_worker/refusals.ts'
import { drawnArea } from '../engine/reads/drawn_area.ts'
import {
  isPlaceLayer,
  KIND_OF_LAYER,
  LEVEL_OF_LAYER,
  placeFeature,
  type RecordLayer,
  recordFeature,
} from '../features.ts'
import { isAnalysis } from '../pages/site.ts'
import { ALL, listInShape } from '../routes/drawn_listing.ts'
import { cut, type FeaturePage, type Filters, listFeatures } from '../routes/listing.ts'
import type { World } from '../world.ts'
import { analysed, findAnalysed } from './analysis.ts'
import { areWholeYears, type Days, reachesInto, yearsOf } from './datetime.ts'

export type CollectionId = LayerId

export type ItemsAsked = {
  /** In longitude and latitude; null is everywhere. */
  readonly area: Polygon | null
  readonly days: Days | null
  readonly filter: Filter | null
  /** The last id of the page before. */
  readonly after: string | undefined
  readonly limit: number
  /** For what is computed for years: those where `days` names none. */
  readonly year: number
  readonly signal: AbortSignal
}

type Found = { readonly asOf: AsOf; readonly features: readonly FeatureAnswer[] }

const listed = (world: World, id: CollectionId, area: Polygon | null, filters: Filters): Promise<FeaturePage> =>
  area ? listInShape(world, id, area, filters) : listFeatures(world, id, filters)

const nothing = (world: World): Found => ({ asOf: world.everyone.asOf(), features: [] })

/** Judging all features of a large collection takes a while: others are let in this often. */
const AT_ONCE_MS = 10

const sieved = async (
  features: readonly FeatureAnswer[],
  passes: (feature: FeatureAnswer) => boolean,
  signal: AbortSignal,
): Promise<readonly FeatureAnswer[]> => {
  const kept: FeatureAnswer[] = []
  let since = performance.now()
  for (const feature of features) {
    if (passes(feature)) kept.push(feature)
    if (performance.now() - since < AT_ONCE_MS) continue
    await breathe()
    if (signal.aborted) throw abandoned()
    since = performance.now()
  }
  return kept
}

const analysedIn = async (world: World, id: 'gaps' | 'overlaps', { area, days, year }: ItemsAsked): Promise<Found> => {
  const period = days ? yearsOf(days) : { from: year, to: year }
  if (period.from > period.to) return nothing(world)
  const { asOf, features } = await analysed(world, id, period)
  const drawn = area && drawnArea(area)
  const within = drawn ? features.filter(({ geometry }) => geometry && doMeet(drawn, geometry)) : features
  return { asOf, features: within }
}

const recordsIn = async (world: World, id: RecordLayer, { area, days }: ItemsAsked): Promise<Found> => {
  if (days === null) return listed(world, id, area, { limit: ALL })
  const period = yearsOf(days)
  if (period.from > period.to) return nothing(world)
  const { asOf, features } = await listed(world, id, area, { period, limit: ALL })
  // Years are what the tables know: the days within them are looked up in the records.
  return {
    asOf,
    features: features.filter(({ properties: { start, end } }) => areWholeYears(days) || reachesInto(start, end, days)),
  }
}

const gathered = (world: World, id: CollectionId, asked: ItemsAsked): Promise<Found> => {
  if (isPlaceLayer(id)) return listed(world, id, asked.area, { limit: ALL })
  return isAnalysis(id) ? analysedIn(world, id, asked) : recordsIn(world, id, asked)
}

/**
 * One page of a collection in the order of ids. Places are of all times; a record that only names places is where those are;
 * gaps and overlaps are those of all the years that `days` reach into, taken together as one period.
 */
export const itemsOf = async (world: World, id: CollectionId, asked: ItemsAsked): Promise<FeaturePage> => {
  const { area, days, filter, after, limit, signal } = asked
  const isWhole = days === null || areWholeYears(days)
  if (filter === null && !isAnalysis(id) && (isPlaceLayer(id) || isWhole)) {
    const period = days && !isPlaceLayer(id) ? yearsOf(days) : undefined
    if (!period || period.from <= period.to) return listed(world, id, area, { period, after, limit })
  }
  const { asOf, features } = await gathered(world, id, asked)
  return cut(asOf, filter ? await sieved(features, filter.passes, signal) : features, { after, limit })
}

/** One feature by its id; null where the collection has none that everyone may see. */
export const itemOf = async (world: World, id: CollectionId, feature: string): Promise<FeatureAnswer | null> => {
  const { geography, everyone } = world
  if (isAnalysis(id)) return findAnalysed(world, id, feature)
  if (isPlaceLayer(id)) {
    const place = geography.find(feature)
    return place?.level === LEVEL_OF_LAYER[id] ? placeFeature(id, place, geography) : null
  }
  const kind = KIND_OF_LAYER[id]
  const held = everyone.find(kind, feature)
  return held ? recordFeature(id, { kind, record: held.record } as AnyRecord) : null
}
