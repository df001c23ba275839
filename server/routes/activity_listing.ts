import type { Activity } from '../../data/model/activity.ts'
import type { AsOf } from '../../data/model/answers.ts'
import { createPace } from '../engine/pace.ts'
import { workPlacesOf } from '../work_places.ts'
import type { World } from '../world.ts'
import { ALL } from './drawn_listing.ts'
import { featureFilters } from './features.ts'
import { type Filters, listFeatures } from './listing.ts'
import { parameters } from './parameters.ts'

const { level: _, ...filters } = featureFilters

/** The filters of a listing of activities that comes whole, in one file. */
export const activityFilters = { bbox: parameters.bbox.optional(), ...filters }

/** Every activity that everyone may see and that passes, in the order of ids. */
export const listActivities = async (
  world: World,
  asked: Omit<Filters, 'limit'>,
): Promise<{ readonly asOf: AsOf; readonly activities: readonly Activity[] }> => {
  const { asOf, features } = await listFeatures(world, 'activities', { ...asked, limit: ALL })
  const activities = features.flatMap(({ properties }) => {
    const held = world.everyone.find('activity', properties.id)
    return held ? [held.record] : []
  })
  // Thousands of areas take seconds the first time: others are served in between.
  const pace = createPace({ deadlineMs: Number.POSITIVE_INFINITY })
  for (const activity of activities) {
    await pace.step()
    workPlacesOf(activity, world)
  }
  return { asOf, activities }
}
