import type { Activity } from '../../data/model/activity.ts'
import { isModerating } from '../../data/model/person.ts'
import { keeperOf } from '../../data/model/record.ts'
import type { Caller } from '../access/caller.ts'
import type { Names, Placed } from './checks/twins.ts'
import { reachOf } from './reach.ts'
import type { Room } from './room.ts'

/** An activity with the villages it reaches, on record or not. */
export const placed = (activity: Activity, { world }: Pick<Room, 'world'>): Placed => ({
  activity,
  codes: () => reachOf(activity, world).map(({ code }) => code),
})

const isUnpublished = ({ verification, visibility }: Activity): boolean =>
  verification !== 'archived' && (verification !== 'verified' || visibility !== 'public')

/** Activities in the same places that one may double: what everyone sees, and beside it what only the caller's side knows. */
export function* othersFor(
  { codes }: Placed,
  { organisation, role }: Pick<Caller, 'organisation' | 'role'>,
  room: Room,
): Generator<Placed> {
  const { everyone } = room.world
  const nearby = new Set(codes().flatMap((code) => everyone.engine.at(code).activities))
  for (const id of nearby) yield placed(everyone.find('activity', id)!.record, room)
  for (const kept of room.store.state.records.values()) {
    if (kept.kind !== 'activity' || nearby.has(kept.id) || !isUnpublished(kept.record)) continue
    if (isModerating(role) || (organisation !== null && keeperOf(kept) === organisation))
      yield placed(kept.record, room)
  }
}

export const namesIn = ({ world }: Pick<Room, 'world'>): Names => ({
  placeName: (code) => world.geography.nameOf(code),
  themeName: (id) => world.themes.find((theme) => theme.id === id)?.label ?? { id, en: id },
})
