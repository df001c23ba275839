import { ACTIVITY_STATUSES } from '../../data/model/activity.ts'
import { TILESETS } from '../../styles/sources.ts'
import type { World } from '../world.ts'
import { activityTile } from './activity_tile.ts'
import { createSupported } from './supported.ts'
import type { Tileset } from './tilesets.ts'

type Fields = Tileset['layers'][number]['fields']
const SITE_FIELDS: Fields = { id: 'String', status: 'String' }
const CLUSTER_FIELDS: Fields = {
  count: 'Number',
  ...Object.fromEntries(ACTIVITY_STATUSES.map((status) => [status, 'Number' as const])),
  id: 'String',
  status: 'String',
}

/** Activities, written from the register of the engine whenever they are asked for. */
export const activityTileset = (world: World): Tileset => {
  const supportedBy = createSupported(world)
  return {
    id: 'activities',
    description:
      'Activities with a place on the map; counted by cells at low zooms and where too many lie. Filters: theme, period, organisation, status',
    maxZoom: TILESETS.activities.maxZoom,
    layers: [
      { id: 'activities', description: 'Points and areas', fields: SITE_FIELDS },
      { id: 'activities-lines', description: 'Lines, and the outlines of areas', fields: SITE_FIELDS },
      {
        id: 'activities-clusters',
        description: 'How many activities lie in a cell, and how many of each status; `id` and `status` of one alone',
        fields: CLUSTER_FIELDS,
      },
    ],
    cut: (address, filter) => {
      const { organisations = [] } = filter
      const asked = organisations.length > 0 ? { ...filter, supported: supportedBy(organisations) } : filter
      return activityTile(world.everyone.engine, address, asked, { aggregate: true })
    },
  }
}
