import type { AnyRecord } from '../../data/model/record.ts'
import type { Finding } from '../../data/model/work.ts'
import { missingOf } from './checks/missing.ts'
import { placeOf } from './checks/sites.ts'
import { periodOf } from './checks/sums.ts'
import { refuseFor } from './faults.ts'
import type { Room } from './room.ts'

/** What keeps a record from being reviewed. */
export const unreadyOf = ({ world }: Pick<Room, 'world'>, entry: AnyRecord): Finding[] => {
  const { kind, record } = entry
  const found =
    kind === 'activity'
      ? [...periodOf(record.period), ...record.sites.flatMap((site, index) => placeOf(site, index, null, world))]
      : kind === 'zone'
        ? periodOf(record.period)
        : []
  return [...missingOf(entry), ...found].filter(({ severity }) => severity === 'error')
}

/** Refuses, in words and by field, what nobody could review as it is; it may be kept as a draft. */
export const refuseUnready = (room: Pick<Room, 'world'>, entry: AnyRecord): void => {
  const found = unreadyOf(room, entry)
  if (found.length > 0) throw refuseFor(found)
}
