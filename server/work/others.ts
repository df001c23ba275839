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

/** Activities that one may double: what everyone sees, and beside it what only the caller's side knows. */
export function* othersFor(
  { organisation, role }: Pick<Caller, 'organisation' | 'role'>,
  room: Room,
): Generator<Placed> {
  const { everyone } = room.world
  for (const activity of everyone.all('activity'))
    yield { activity, codes: () => everyone.engine.reach('activity', activity.id).map(({ code }) => code) }
  for (const kept of room.store.state.records.values()) {
    if (kept.kind !== 'activity' || kept.record.verification === 'archived' || everyone.find('activity', kept.id))
      continue
    if (isModerating(role) || (organisation !== null && keeperOf(kept) === organisation))
      yield placed(kept.record, room)
  }
}

export const namesIn = ({ world }: Pick<Room, 'world'>): Names => ({
  placeName: (code) => world.geography.nameOf(code),
  themeName: (id) => world.themes.find((theme) => theme.id === id)?.label ?? { id, en: id },
})
