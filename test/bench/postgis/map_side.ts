import type { Polygon } from 'geojson'
import { ACTIVITY_STATUSES } from '../../../data/model/activity.ts'
import type { Engine } from '../../../server/engine/index.ts'
import {
  idsInArea,
  type NearestFirst,
  nearest,
  sieveOf,
  viewportGeojson,
  within,
} from '../../../server/engine/reads/index.ts'
import { activityTile } from '../../../server/tiles/activity_tile.ts'
import type { TileAddress } from '../../../server/tiles/cut.ts'

/** What the map reads, each as PostGIS answers it under the same name. */
export type MapSide = {
  /** GeoJSON text of the activities whose boxes meet the view, with what they are. */
  viewport(box: readonly [west: number, south: number, east: number, north: number]): Buffer
  /** Ids of the activities whose sites really meet a drawn area. */
  drawn(area: Polygon): readonly string[]
  /** Activities within so many km of a position, nearest first. */
  within(lng: number, lat: number, km: number): NearestFirst
  nearest(lng: number, lat: number, count: number): NearestFirst
  /** Every feature drawn, however many they are. */
  tile(address: TileAddress): Uint8Array | null
}

const propertiesIn =
  ({ register }: Engine) =>
  (slot: number): string => {
    const { themes, organisations, fromYear, toYear, status } = register.columns
    return (
      `{"theme":${themes[slot]},"organisation":${organisations[slot]},"first":${fromYear[slot]},` +
      `"last":${toYear[slot]},"status":"${ACTIVITY_STATUSES[status[slot]!]}"}`
    )
  }

const MOST_FEATURES = 5_000

export const mapSide = (engine: Engine): MapSide => {
  // One function for every view: what it said of an activity is kept until the activity changes.
  const properties = propertiesIn(engine)
  return {
    viewport: (box) => viewportGeojson(box, sieveOf({}, engine.register), MOST_FEATURES, properties, engine),
    drawn: (area) => idsInArea(area, sieveOf({}, engine.register), engine),
    within: (lng, lat, km) => within(lng, lat, km, sieveOf({}, engine.register), engine),
    nearest: (lng, lat, count) => nearest(lng, lat, count, sieveOf({}, engine.register), engine),
    tile: (address) => activityTile(engine, address, {}, { aggregate: false }),
  }
}
