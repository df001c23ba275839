import type { Activity } from '../../data/model/activity.ts'
import type { AsOf } from '../../data/model/answers.ts'
import type { World } from '../world.ts'
import { ALL } from './drawn_listing.ts'
import { type Filters, listFeatures } from './listing.ts'
import { parameters } from './parameters.ts'

/** The filters of a listing of activities that comes whole, in one file. */
export const activityFilters = {
  bbox: parameters.bbox.optional(),
  within: parameters.within.optional(),
  period: parameters.period.optional(),
  theme: parameters.theme.optional(),
  organisation: parameters.organisation.optional(),
  status: parameters.status.optional(),
  verification: parameters.verification.optional(),
}

/** Every activity that everyone may see and that passes, in the order of ids. */
export const listActivities = async (
  world: World,
  filters: Omit<Filters, 'limit'>,
): Promise<{ readonly asOf: AsOf; readonly activities: readonly Activity[] }> => {
  const { asOf, features } = await listFeatures(world, 'activities', { ...filters, limit: ALL })
  const activities = features.flatMap(({ properties }) => {
    const held = world.everyone.find('activity', properties.id)
    return held ? [held.record] : []
  })
  return { asOf, activities }
}
