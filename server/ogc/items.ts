import type { Polygon } from 'geojson'
import type { LayerId } from '../../data/layers/layer.ts'
import type { FeatureAnswer } from '../../data/model/answers.ts'
import type { AnyRecord } from '../../data/model/record.ts'
import type { Filter } from '../cql2/filter.ts'
import { isPlaceLayer, KIND_OF_LAYER, LEVEL_OF_LAYER, placeFeature, recordFeature } from '../features.ts'
import { isAnalysis } from '../pages/site.ts'
import { listInShape } from '../routes/drawn_listing.ts'
import { type FeaturePage, listFeatures } from '../routes/listing.ts'
import type { World } from '../world.ts'
import { findAnalysed } from './analysis.ts'
import { candidatesOf } from './candidates.ts'
import { type Chosen, createChosen } from './chosen.ts'
import { areWholeYears, type Days, yearsOf } from './datetime.ts'

export type CollectionId = LayerId

export type ItemsAsked = {
  /** In longitude and latitude; null is everywhere. */
  readonly area: Polygon | null
  readonly days: Days | null
  readonly filter: Filter | null
  /** All that chooses features, as text: the same question is not judged again for its next page. */
  readonly question: string
  /** The last id of the page before. */
  readonly after: string | undefined
  readonly limit: number
  /** For what is computed for years: those where `days` names none. */
  readonly year: number
  readonly signal: AbortSignal
}

/** The page behind `after`; what has gone since it was chosen is left out. */
const pageOf = async ({ asOf, ids, find }: Chosen, { after = '', limit }: ItemsAsked): Promise<FeaturePage> => {
  const from = ids.findIndex((id) => id > after)
  const page = from < 0 ? [] : ids.slice(from, from + limit)
  const features = page.flatMap((id) => find(id) ?? [])
  const isLast = from < 0 || from + limit >= ids.length
  return { asOf, matched: ids.length, features, next: isLast ? null : page.at(-1)! }
}

export type ReadItems = (id: CollectionId, asked: ItemsAsked) => Promise<FeaturePage>

/**
 * Reads one page of a collection in the order of ids. Places are of all times; a record that only names places is where those
 * are; gaps and overlaps are those of all the years that `days` reach into, taken together as one period.
 */
export const createItems = (world: World): ReadItems => {
  const chosen = createChosen(world)
  return async (id, asked) => {
    const { area, days, filter, after, limit } = asked
    const isTimeless = days === null || isPlaceLayer(id)
    if (filter === null && !isAnalysis(id) && (isTimeless || areWholeYears(days))) {
      const period = isTimeless ? undefined : yearsOf(days)
      if (!period || period.from <= period.to) {
        const filters = { period, after, limit }
        return area ? listInShape(world, id, area, filters) : listFeatures(world, id, filters)
      }
    }
    return pageOf(await chosen(`${id} ${asked.question}`, () => candidatesOf(world, id, asked), asked), asked)
  }
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
