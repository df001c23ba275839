import { ACTIVITY_STATUSES, implementersOf } from '../../data/model/activity.ts'
import { TILESETS } from '../../styles/sources.ts'
import type { World } from '../world.ts'
import { activityTile } from './activity_tile.ts'
import type { Tileset } from './tilesets.ts'

type Fields = Tileset['layers'][number]['fields']
const SITE_FIELDS: Fields = { id: 'String', status: 'String' }
const CLUSTER_FIELDS: Fields = {
  count: 'Number',
  ...Object.fromEntries(ACTIVITY_STATUSES.map((status) => [status, 'Number' as const])),
  id: 'String',
  status: 'String',
}

/** Activities that organisations pay for or support without being there, by organisation; found once a journal position. */
const createSupported = ({ everyone }: World) => {
  let seq = -1
  let slotsOf = new Map<string, Set<number>>()
  const gather = () => {
    const found = new Map<string, Set<number>>()
    for (const activity of everyone.all('activity')) {
      const implementers = implementersOf(activity)
      for (const { id } of activity.organisations) {
        if (implementers.includes(id)) continue
        const slots = found.get(id) ?? new Set()
        found.set(id, slots.add(everyone.engine.register.find(activity.id)))
      }
    }
    return found
  }
  return (organisations: readonly string[]): ReadonlySet<number> => {
    const current = everyone.asOf().seq
    if (seq !== current) slotsOf = gather()
    seq = current
    return new Set(organisations.flatMap((id) => [...(slotsOf.get(id) ?? [])]))
  }
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
